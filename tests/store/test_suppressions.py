"""Suppressions: the strongest reason holds, and only its own kind is lifted."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syndicate.model.subscriber import EVERY
from syndicate.store import suppressions
from syndicate.store.engine import Store
from syndicate.store.suppressions import OWN, STRENGTH
from tests.support.articles import at

NOW, LATER = at("2026-01-26T01:00"), at("2026-02-01T08:00")
HASH, OTHER = "a" * 64, "b" * 64


def test_a_stronger_reason_takes_the_place_of_a_weaker_one_alone(store: Store) -> None:
    with store.write() as connection:
        for first, second in product(STRENGTH, STRENGTH):
            hashed = f"{first} {second}"
            assert suppressions.add(connection, hashed, EVERY, first, since=NOW)
            is_stronger = STRENGTH.index(second) > STRENGTH.index(first)
            assert suppressions.add(connection, hashed, EVERY, second, since=LATER) is is_stronger
            (held,) = suppressions.of(connection, hashed)
            assert (held.reason, held.since) == ((second, LATER) if is_stronger else (first, NOW))


def test_lifting_asks_for_the_reason_and_the_very_newsletter(store: Store) -> None:
    with store.write() as connection:
        suppressions.add(connection, HASH, "weekly", "complained", since=NOW)
        assert suppressions.lift(connection, HASH, "weekly", OWN) is None
        assert suppressions.lift(connection, HASH, EVERY) is None
        assert suppressions.lift(connection, OTHER, "weekly") is None
        lifted = suppressions.lift(connection, HASH, "weekly")
        assert lifted is not None
        assert lifted.reason == "complained"
        assert suppressions.of(connection, HASH) == []


def test_against_a_newsletter_stands_the_strongest_of_its_own_and_that_of_all(
    store: Store,
) -> None:
    with store.write() as connection:
        suppressions.add(connection, HASH, EVERY, "unsubscribed", since=NOW)
        suppressions.add(connection, HASH, "weekly", "complained", since=NOW)
        suppressions.add(connection, OTHER, "monthly", "bounced", since=NOW)
        found = suppressions.against_many(connection, [HASH, OTHER], "weekly")
        assert {key: each.reason for key, each in found.items()} == {HASH: "complained"}
        assert suppressions.against(connection, HASH, "monthly").reason == "unsubscribed"
        assert suppressions.against(connection, OTHER, "monthly").reason == "bounced"


def test_they_are_listed_a_page_at_a_time_and_counted(store: Store) -> None:
    with store.write() as connection:
        for number in range(5):
            suppressions.add(connection, f"{number:064}", EVERY, "bounced", since=NOW)
        suppressions.add(connection, f"{2:064}", "weekly", "complained", since=NOW)
        first = suppressions.listing(connection, limit=3)
        rest = suppressions.listing(
            connection, after=(first[-1].fingerprint, first[-1].newsletter), limit=9
        )
        assert len({(s.fingerprint, s.newsletter) for s in (*first, *rest)}) == 6
        assert suppressions.counts(connection) == {"bounced": 5, "complained": 1}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reasons=st.lists(st.sampled_from(STRENGTH), min_size=1, max_size=8))
def test_in_whatever_order_they_come_the_strongest_stays(store: Store, reasons) -> None:
    with store.write() as connection:
        suppressions.lift(connection, HASH, EVERY)
        for reason in reasons:
            suppressions.add(connection, HASH, EVERY, reason, since=NOW)
        (held,) = suppressions.of(connection, HASH)
    assert held.reason == max(reasons, key=STRENGTH.index)
