"""Subscriptions: one for each newsletter, and nothing active changes unasked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from syndicate.model.subscriber import Wish
from syndicate.store import choices, subscriptions
from syndicate.store.engine import Store
from syndicate.store.subscriptions import Given
from tests.support.articles import at
from tests.support.people import NOW, person

LATER = at("2026-02-01T08:00")
WEEKLY = Wish("weekly", "weekly", "en")
DAILY = Wish("weekly", "daily", "zh", ("cms/201", "cms/203"), 7)
ASKED = Given("confirmed", NOW, "home", "c" * 64)
NELL = "nell@saltmarrow.example"


def only(connection, subscriber_id: int):
    (held,) = subscriptions.of(connection, subscriber_id)
    return held


def test_a_request_is_kept_as_it_was_made(store: Store) -> None:
    with store.write() as connection:
        nell = person(connection, NELL).id
        assert subscriptions.request(connection, nell, DAILY, ASKED)
        held = only(connection, nell)
    assert (held.newsletter, held.cadence, held.language) == ("weekly", "daily", "zh")
    assert (held.sections, held.hour) == (("cms/201", "cms/203"), 7)
    assert (held.state, held.consent, held.form, held.client) == (
        "pending",
        "confirmed",
        "home",
        "c" * 64,
    )


def test_a_later_request_takes_its_place_while_it_waits(store: Store) -> None:
    with store.write() as connection:
        nell = person(connection, NELL).id
        subscriptions.request(connection, nell, WEEKLY, ASKED)
        assert subscriptions.request(connection, nell, DAILY, ASKED)
        assert only(connection, nell).cadence == "daily"


def test_no_request_changes_what_is_active(store: Store) -> None:
    with store.write() as connection:
        nell = person(connection, NELL).id
        subscriptions.begin(connection, nell, WEEKLY, ASKED)
        before = only(connection, nell)
        assert not subscriptions.request(connection, nell, DAILY, ASKED)
        assert only(connection, nell) == before


def test_activating_happens_once(store: Store) -> None:
    with store.write() as connection:
        nell = person(connection, NELL).id
        assert not subscriptions.activate(connection, nell, "weekly", now=LATER)
        subscriptions.request(connection, nell, WEEKLY, ASKED)
        assert subscriptions.activate(connection, nell, "weekly", now=LATER)
        assert not subscriptions.activate(connection, nell, "weekly", now=LATER)
        assert only(connection, nell).confirmed == LATER


def test_what_has_ended_may_begin_again(store: Store) -> None:
    with store.write() as connection:
        nell = person(connection, NELL).id
        subscriptions.begin(connection, nell, WEEKLY, ASKED)
        assert subscriptions.end(connection, nell, "weekly", reason="button", now=LATER)
        assert not subscriptions.end(connection, nell, "weekly", reason="button", now=LATER)
        assert not subscriptions.change(connection, nell, DAILY)
        assert (only(connection, nell).ended, only(connection, nell).reason) == (LATER, "button")
        subscriptions.begin(connection, nell, DAILY, Given("operator", LATER))
        held = only(connection, nell)
        assert (held.state, held.consent, held.ended, held.reason) == (
            "active",
            "operator",
            None,
            "",
        )


def test_beginning_for_many_changes_nobodys_own(store: Store) -> None:
    with store.write() as connection:
        numbers = [person(connection, f"reader{n}@saltmarrow.example").id for n in range(3)]
        subscriptions.begin(connection, numbers[0], WEEKLY, ASKED)
        subscriptions.end(connection, numbers[0], "weekly", reason="button", now=LATER)
        wanted = [(number, DAILY) for number in numbers]
        assert subscriptions.begin_many(connection, wanted, Given("imported", LATER)) == 2
        states = [only(connection, number).state for number in numbers]
    assert states == ["ended", "active", "active"]


def test_counts_are_by_newsletter_and_state(store: Store) -> None:
    with store.write() as connection:
        for number, state in enumerate(("active", "active", "pending")):
            found = person(connection, f"reader{number}@saltmarrow.example").id
            (subscriptions.begin if state == "active" else subscriptions.request)(
                connection, found, WEEKLY, ASKED
            )
        assert subscriptions.counts(connection) == {"weekly": {"active": 2, "pending": 1}}


def test_a_choice_has_one_number(store: Store) -> None:
    with store.write() as connection:
        first = choices.keep(connection, ("cms/201", "cms/203"))
        assert choices.keep(connection, ("cms/201", "cms/203")) == first
        assert choices.keep(connection, ("cms/201",)) != first
        assert choices.keep(connection, None) is None
        assert choices.read(connection, [first]) == {first: ("cms/201", "cms/203")}


def test_a_choice_has_one_number_whoever_makes_it_first(store: Store) -> None:
    def keep(turn: int) -> int | None:
        with store.write() as connection:
            return choices.keep(connection, (f"cms/{turn % 3}",))

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(keep, range(24)))
    assert len(set(numbers)) == 3
