"""Tidying: what nobody confirmed is forgotten, and nothing else."""

from __future__ import annotations

import pytest

from syndicate.jobs.audience import leaving, operator, tidying
from syndicate.jobs.audience.tidying import Tidied, tidy
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.transports import outbox
from syndicate.store import letters
from syndicate.store.schema import attempts as attempts_table
from syndicate.store.schema import letters as letters_table
from tests.support.audience import (
    NELL,
    NOW,
    after,
    ask,
    contents,
    happened,
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


def test_a_request_of_somebody_who_reads_us_lapses_and_they_stay(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        ask(press, NELL, "monthly")
    with after(site, days=9) as press:
        assert (tidy(press).people, states(press)) == (0, {"monthly": "ended", "weekly": "active"})
        assert held(press).subscription("monthly").reason == "not confirmed"


def test_of_who_is_forgotten_nothing_is_left_but_a_number(site: Site) -> None:
    refusal = f"<{NELL}>: nell.harrow is nobody here"
    with site.press() as press:
        ask(press, client="192.0.2.1")
        number = held(press).subscriber.id
        (letter,) = queued(press)
        path = press.config.mail.outbox / "letters" / outbox.file_name(letter.message_id)
        path.parent.mkdir(parents=True)
        path.write_text(f"To: {NELL}\n")
        with press.store.write() as connection:
            letters.settle(connection, letter.id, "failed", code=550, reply=refusal, now=NOW)
    with after(site, days=8, seconds=1) as press:
        tidy(press)
        assert "harrow" not in str(contents(press)).lower()
        assert rows(press, letters_table) == 0
        assert not path.exists()
        told = [(event.kind, event.actor, event.details) for event in happened(press, number)]
        assert told == [("asked", "subscriber", {}), ("erased", "program", {})]


def test_who_is_forgotten_is_not_barred(site: Site) -> None:
    with site.press() as press:
        ask(press)
    with after(site, days=9) as press:
        tidy(press)
        ask(press)
        assert states(press) == {"weekly": "pending"}
        assert held(press).suppressions == ()


def test_however_many_they_are_all_are_forgotten(
    plain: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "_BATCH", 2)
    with plain.press() as press:
        for number in range(5):
            ask(press, f"reader{number}@saltmarrow.example")
    with after(plain, days=9) as press:
        assert tidy(press).people == 5
        assert tidy(press).people == 0


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
