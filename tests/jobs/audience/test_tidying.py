"""Tidying: what nobody confirmed is forgotten, and nothing else."""

from __future__ import annotations

from syndicate.jobs.audience import leaving, operator
from syndicate.jobs.audience.tidying import Tidied, tidy
from syndicate.jobs.audience.wishes import Choice
from syndicate.store import letters
from syndicate.store.schema import attempts as attempts_table
from syndicate.store.schema import letters as letters_table
from tests.support.audience import (
    NELL,
    after,
    ask,
    contents,
    held,
    is_known,
    queued,
    rows,
    states,
    subscribe,
    token,
)
from tests.support.sites import Site


def test_nothing_is_forgotten_while_a_confirmation_may_come(site: Site) -> None:
    with site.press() as press:
        ask(press)
    with after(site, days=7) as press:
        assert (tidy(press).people, states(press)) == (0, {"weekly": "pending"})


def test_who_never_confirmed_is_forgotten(site: Site) -> None:
    with site.press() as press:
        ask(press)
        subscribe(press, "ines@saltmarrow.example")
    with after(site, days=8, seconds=1) as press:
        done = tidy(press)
        assert (done.requests, done.people) == (1, 1)
        assert not is_known(press)
        assert states(press, "ines@saltmarrow.example") == {"weekly": "active"}


def test_a_request_of_somebody_who_reads_us_lapses_and_he_stays(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        ask(press, NELL, "monthly")
    with after(site, days=9) as press:
        assert (tidy(press).people, states(press)) == (0, {"monthly": "ended", "weekly": "active"})
        assert held(press).subscription("monthly").reason == "not confirmed"


def test_who_came_by_an_operators_word_stays(site: Site) -> None:
    with site.press() as press:
        operator.add(press, NELL, (Choice("weekly"),), confirmed=True)
    with after(site, days=9) as press:
        tidy(press)
        assert states(press) == {"weekly": "active"}


def test_who_came_so_and_has_left_stays_as_the_record_of_it(site: Site) -> None:
    with site.press() as press:
        operator.add(press, NELL, (Choice("weekly"),), confirmed=True)
        leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
    with after(site, days=9) as press:
        tidy(press)
        assert states(press) == {"weekly": "ended"}


def test_letters_that_would_come_too_late_are_closed_and_later_forgotten(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
    with after(site, days=7) as press:
        tidy(press)
        assert [letter.state for letter in queued(press)] == ["expired"]
    with after(site, days=38) as press:
        assert tidy(press).letters == 1
        assert rows(press, letters_table) == 0


def test_a_waiting_letter_is_not_forgotten(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
    with after(site, days=6) as press:
        tidy(press)
        with press.store.read() as connection:
            assert letters.counts(connection) == {"queued": 1}


def test_old_counts_are_forgotten(site: Site) -> None:
    with site.press() as press:
        ask(press, client="192.0.2.1")
        assert rows(press, attempts_table) == 4
    with after(site, days=40) as press:
        assert tidy(press).counts == 4
        assert rows(press, attempts_table) == 0


def test_tidying_twice_changes_nothing_more(site: Site) -> None:
    with site.press() as press:
        ask(press)
    with after(site, days=9) as press:
        tidy(press)
        before = contents(press)
        assert tidy(press) == Tidied(requests=0, people=0, letters=0, counts=0)
        assert {**contents(press), "runs": before["runs"]} == before
