"""What feeds last showed, and since when."""

from __future__ import annotations

from syndicate.store import feed_states
from syndicate.store.engine import Store
from syndicate.store.feed_states import FeedState
from tests.support.articles import at

EARLIER, LATER = at("2026-01-20T08:00"), at("2026-01-22T08:00")


def held(store: Store) -> dict[str, FeedState]:
    with store.read() as connection:
        return feed_states.read(connection)


def test_what_is_recorded_is_had_again(store: Store) -> None:
    states = {"": FeedState("a", EARLIER), "author/nell-harrow": FeedState(None, LATER)}
    with store.write() as connection:
        feed_states.record(connection, states)
        feed_states.record(connection, {})
    assert held(store) == states


def test_a_publisher_that_was_overtaken_takes_no_date_back(store: Store) -> None:
    with store.write() as connection:
        feed_states.record(connection, {"city": FeedState("new", LATER)})
        feed_states.record(connection, {"city": FeedState("old", EARLIER)})
    # Its feed lies in the folder now: what that shows is what counts.
    assert held(store) == {"city": FeedState("old", LATER)}
    with store.write() as connection:
        feed_states.record(connection, {"city": FeedState("new", at("2026-01-23"))})
    assert held(store) == {"city": FeedState("new", at("2026-01-23"))}


def test_documents_that_were_given_up_are_no_feeds(store: Store) -> None:
    known = {number: FeedState(f"{number}", EARLIER) for number in range(1, 1_200)}
    with store.write() as connection:
        feed_states.give_up(connection, "city", known)
        feed_states.give_up(connection, "books", {1: FeedState("b", LATER)})
        feed_states.record(connection, {"tag/archive": FeedState("t", LATER)})
    assert held(store) == {"tag/archive": FeedState("t", LATER)}
    with store.read() as connection:
        assert feed_states.given_up(connection, "city", range(1, 1_300)) == known
        assert feed_states.given_up(connection, "books", [1, 2]) == {1: FeedState("b", LATER)}
        assert feed_states.given_up(connection, "cit", [1]) == {}
