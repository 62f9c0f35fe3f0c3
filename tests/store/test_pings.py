"""Pings: one for each hub and topic, and none lost to what comes in between."""

from __future__ import annotations

from syndicate.store import pings
from syndicate.store.engine import Store
from syndicate.store.opening import open_store
from syndicate.store.pings import Ping
from tests.support.articles import at

HUBS = ("https://hub.example/", "https://another.example/")
TOPIC = "https://news.gazette.example/feeds/rss.xml"
FIRST = at("2026-01-26T01:00")
SECOND = at("2026-01-26T01:05")
THIRD = at("2026-01-26T02:00")


def note(store: Store, *topics: str, now=FIRST, hubs=HUBS[:1]) -> None:
    with store.write() as connection:
        pings.note(connection, hubs, topics or (TOPIC,), now=now)


def only(store: Store) -> Ping:
    with store.read() as connection:
        (found,) = pings.listing(connection)
    return found


def settle(store: Store, ping: Ping, state="done", code=204, reason="") -> None:
    with store.write() as connection:
        pings.settle(connection, ping, state, code=code, reason=reason, now=SECOND)


def put_off(store: Store, ping: Ping) -> None:
    with store.write() as connection:
        said = {"code": None, "reason": "connection refused", "now": FIRST}
        pings.put_off(connection, ping, due=THIRD, **said)


def upcoming(store: Store):
    with store.read() as connection:
        return pings.next_attempt(connection)


def test_a_change_is_due_at_once_at_every_hub(store: Store) -> None:
    note(store, "a", "b", hubs=HUBS)
    with store.read() as connection:
        found = pings.listing(connection)
    assert {(p.hub, p.topic) for p in found} == {(hub, topic) for hub in HUBS for topic in "ab"}
    assert {(p.state, p.due, p.attempts) for p in found} == {("pending", FIRST, 0)}


def test_two_changes_are_one_ping_of_the_newest(store: Store) -> None:
    note(store)
    note(store, now=SECOND)
    found = only(store)
    assert (found.changes, found.changed, found.due) == (2, SECOND, FIRST)


def test_a_done_ping_says_how_it_went_and_is_not_due(store: Store) -> None:
    note(store)
    settle(store, only(store), reason="No Content")
    found = only(store)
    assert (found.state, found.code, found.reason) == ("done", 204, "No Content")
    assert (found.attempts, found.tried, found.settled) == (1, SECOND, SECOND)
    assert upcoming(store) is None


def test_a_change_after_that_is_a_new_ping(store: Store) -> None:
    note(store)
    settle(store, only(store), "failed", 404)
    note(store, now=THIRD)
    found = only(store)
    assert (found.state, found.attempts, found.due) == ("pending", 0, THIRD)


def test_a_change_while_a_ping_is_under_way_is_not_lost(store: Store) -> None:
    note(store)
    sent = only(store)
    note(store)  # at the very same moment
    settle(store, sent)
    found = only(store)
    assert (found.state, found.due, found.attempts, found.code) == ("pending", SECOND, 0, 204)


def test_a_ping_put_off_keeps_its_count_through_changes(store: Store) -> None:
    note(store)
    put_off(store, only(store))
    note(store, now=SECOND)
    found = only(store)
    assert (found.attempts, found.due, found.changed) == (1, THIRD, SECOND)
    assert (found.code, found.reason) == (None, "connection refused")


def test_others_wait_with_the_one_that_found_their_hub_away(store: Store) -> None:
    note(store, "a", "b")
    with store.read() as connection:
        first, second = pings.listing(connection)
    put_off(store, first)
    with store.write() as connection:
        leader = pings.find(connection, first)
        pings.put_off_with(connection, [second], leader)
        after = pings.find(connection, second)
    assert (after.due, after.attempts, after.reason) == (THIRD, 1, "connection refused")
    assert after.tried is None


def test_the_next_attempt_is_the_earliest_of_all(store: Store) -> None:
    assert upcoming(store) is None
    note(store, "a")
    put_off(store, only(store))
    assert upcoming(store) == THIRD
    note(store, "b", now=SECOND)
    assert upcoming(store) == SECOND


def test_what_has_changed_since_is_not_forgotten(store: Store) -> None:
    note(store)
    found = only(store)
    note(store)
    with store.write() as connection:
        pings.forget(connection, [found])
    assert only(store).changes == 2
    with store.write() as connection:
        pings.forget(connection, pings.listing(connection))
        assert pings.listing(connection) == []


def test_pings_outlive_the_process(store: Store, store_url: str, tmp_path) -> None:
    note(store)
    store.close()
    again = open_store(store_url, root=tmp_path)
    assert only(again).state == "pending"
    again.close()
