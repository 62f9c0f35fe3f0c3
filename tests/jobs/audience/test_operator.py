"""Operators: their word counts, is written down, and passes over no suppression."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from syndicate.jobs.audience import operator
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.press import Press
from syndicate.model.errors import SubscriberError
from tests.support.audience import (
    NELL,
    NOW,
    bar,
    contents,
    happened,
    held,
    is_known,
    queued,
    states,
    subscribe,
)
from tests.support.sites import Site

WEEKLY = (Choice("weekly"),)


def kinds(press: Press) -> list[tuple[str, str]]:
    return [(e.kind, e.actor) for e in happened(press, held(press).subscriber.id)]


def test_an_operators_word_is_a_consent_of_its_own_kind(site: Site) -> None:
    with site.press() as press:
        done = operator.add(press, NELL, WEEKLY, confirmed=True, name="Nell Harrow")
        assert (done.begun, done.asked) == (("weekly",), ())
        (found,) = held(press).subscriptions
        assert (found.state, found.consent, found.confirmed) == ("active", "operator", NOW)
        assert held(press).subscriber.name == "Nell Harrow"
        assert held(press).subscriber.confirmed is None
        assert queued(press) == []
        assert kinds(press) == [("added", "operator")]


def test_without_it_the_addresss_owner_is_asked(site: Site) -> None:
    with site.press("limits.total=1", "limits.per_address=1") as press:
        subscribe(press, "ines@saltmarrow.example")
        done = operator.add(press, NELL, WEEKLY)
        assert (done.begun, done.asked) == ((), ("weekly",))
        assert states(press) == {"weekly": "pending"}
        assert [letter.kind for letter in queued(press)] == ["confirm"]
        assert kinds(press) == [("asked", "operator")]


def test_adding_again_changes_what_is_otherwise(site: Site) -> None:
    with site.press() as press:
        operator.add(press, NELL, WEEKLY, confirmed=True)
        before = contents(press)
        assert operator.add(press, NELL, WEEKLY, confirmed=True).changed == ()
        assert contents(press) == before
        done = operator.add(press, NELL, (Choice("weekly", cadence="daily"),), confirmed=True)
        assert done.changed == ("weekly",)
        assert done.standing.subscriptions[0].cadence == "daily"


def test_a_name_given_later_is_kept(site: Site) -> None:
    with site.press() as press:
        operator.add(press, NELL, WEEKLY, confirmed=True)
        done = operator.add(press, NELL, WEEKLY, confirmed=True, name="Nell", language="zh")
        assert (done.standing.subscriber.name, done.standing.subscriber.language) == ("Nell", "zh")


@pytest.mark.parametrize("reason", ["erased", "unsubscribed", "bounced", "complained", "operator"])
def test_no_word_of_an_operator_passes_over_a_suppression(site: Site, reason: str) -> None:
    with site.press() as press:
        bar(press, "", reason)
        with pytest.raises(SubscriberError, match=rf"suppressed since .* \({reason}\).*unsuppress"):
            operator.add(press, NELL, WEEKLY, confirmed=True)
        assert not is_known(press)


def test_who_has_left_may_be_asked(site: Site) -> None:
    with site.press() as press:
        bar(press, "weekly", "unsubscribed")
        assert operator.add(press, NELL, WEEKLY).asked == ("weekly",)


@pytest.mark.parametrize("choices", [(), (Choice("yearly"),)])
def test_what_is_not_offered_is_refused(plain: Site, choices: tuple[Choice, ...]) -> None:
    with plain.press() as press, pytest.raises(InvalidError, match="newsletters"):
        operator.add(press, NELL, choices)


@pytest.mark.parametrize(
    "act",
    [
        lambda press: operator.add(press, "ines@saltmarrow.example", WEEKLY, dry_run=True),
        lambda press: operator.suppress(press, NELL, dry_run=True),
        lambda press: operator.unsuppress(press, NELL, dry_run=True),
        lambda press: operator.erase(press, NELL, dry_run=True),
    ],
)
def test_a_dry_run_leaves_everything_as_it_was(site: Site, act: Callable) -> None:
    with site.press() as press:
        subscribe(press)
        bar(press, "monthly", "complained")
        before = contents(press)
        assert act(press)
        assert contents(press) == before


def test_suppressing_bars_and_is_written_down(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        assert operator.suppress(press, NELL, detail="asked by telephone")
        assert held(press).barred("weekly").detail == "asked by telephone"
        assert states(press) == {"weekly": "active"}
        assert kinds(press)[-1] == ("suppressed", "operator")
        assert not operator.suppress(press, NELL)


def test_an_unknown_address_may_be_suppressed(site: Site) -> None:
    with site.press() as press:
        assert operator.suppress(press, NELL)
        assert not is_known(press)
        assert operator.unsuppress(press, NELL)[0].reason == "operator"


def test_unsuppressing_lifts_whatever_the_reason(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        bar(press, "", "complained")
        bar(press, "weekly", "bounced")
        lifted = operator.unsuppress(press, NELL, newsletter="weekly")
        assert [each.reason for each in lifted] == ["bounced"]
        assert [each.reason for each in operator.unsuppress(press, NELL)] == ["complained"]
        assert held(press).suppressions == ()
        assert operator.unsuppress(press, NELL) == ()


def test_somebody_is_found_by_address_in_any_spelling_and_by_number(site: Site) -> None:
    with site.press() as press:
        found = subscribe(press)
        assert operator.show(press, NELL.upper()) == found
        assert operator.show(press, str(found.subscriber.id)) == found


@pytest.mark.parametrize("who", ["ines@saltmarrow.example", "4711"])
def test_nobody_is_an_error_that_says_how_to_look(plain: Site, who: str) -> None:
    with plain.press() as press:
        for verb in (operator.show, operator.erase):
            with pytest.raises(SubscriberError, match="list --search"):
                verb(press, who)


def test_the_history_of_somebody_erased_is_found_by_number(site: Site) -> None:
    with site.press() as press:
        number = subscribe(press).subscriber.id
        assert operator.erase(press, NELL).subscriber.id == number
        events = operator.history_of(press, str(number))
        assert [event.kind for event in events] == ["erased", "confirmed", "asked"]
        assert events[0].actor == "operator"
        assert [e.kind for e in operator.history_of(press, str(number), limit=1)] == ["erased"]


def test_what_an_operator_changes_of_a_person_stands_in_the_history(site: Site) -> None:
    with site.press() as press:
        number = subscribe(press).subscriber.id
        before = len(happened(press, number))
        operator.add(press, NELL, WEEKLY, confirmed=True, name="Nell Harrow", timezone="UTC")
        operator.add(press, NELL, WEEKLY, confirmed=True, name="Nell Harrow", timezone="UTC")
        (changed,) = happened(press, number)[before:]
        assert (changed.kind, changed.actor) == ("changed", "operator")
        assert changed.details == {"name": True, "timezone": ["Asia/Shanghai", "UTC"]}
