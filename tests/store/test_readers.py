"""What feed readers report, by day, and what has become of it since."""

from __future__ import annotations

from datetime import timedelta

from syndicate.store import readers
from syndicate.store.engine import Store
from syndicate.store.readers import KEPT, MOST_READERS, Count, Sighting
from tests.support.articles import at

NOW = at("2026-01-26T01:00")


def seen(
    moment: str, subscribers: int, *, reader: str = "Feedly", path="rss.xml", feed_id="", most=0
):
    return Sighting(path, reader, feed_id, subscribers, most or subscribers, at(moment))


def record(store: Store, *sightings: Sighting) -> None:
    for sighting in sightings:
        with store.write() as connection:
            readers.record(connection, [sighting])


def counts(store: Store, days: int = 30) -> list[Count]:
    with store.read() as connection:
        return readers.counts(connection, now=NOW, days=days)


def test_the_last_number_of_a_day_is_kept_and_the_largest(store: Store) -> None:
    record(
        store,
        seen("2026-01-26T00:00", 12),
        seen("2026-01-26T00:30", 15),
        seen("2026-01-26T00:50", 11),
    )
    with store.read() as connection:
        (found,) = readers.sightings(connection, NOW.date())
    assert (found.subscribers, found.most, found.seen) == (11, 15, at("2026-01-26T00:50"))


def test_every_day_has_its_own_row(store: Store) -> None:
    record(store, seen("2026-01-25T10:00", 12), seen("2026-01-26T00:30", 15))
    with store.read() as connection:
        found = readers.sightings(connection, at("2026-01-01T00:00").date())
    assert [(each.seen.day, each.subscribers) for each in found] == [(25, 12), (26, 15)]


def test_the_change_is_against_the_beginning_of_the_period(store: Store) -> None:
    record(
        store,
        seen("2025-12-24T10:00", 8),
        seen("2025-12-26T10:00", 10),
        seen("2026-01-18T10:00", 17),
        seen("2026-01-26T00:30", 15),
    )
    assert [(each.subscribers, each.change) for each in counts(store, 30)] == [(15, 5)]
    assert [(each.subscribers, each.change) for each in counts(store, 7)] == [(15, -2)]


def test_a_reader_that_was_not_there_then_is_new(store: Store) -> None:
    record(store, seen("2026-01-20T10:00", 3), seen("2026-01-25T10:00", 4))
    assert [each.change for each in counts(store)] == [None]


def test_a_reader_that_has_not_asked_for_a_week_reads_no_more(store: Store) -> None:
    record(store, seen("2026-01-19T00:59", 3), seen("2026-01-19T01:00", 4, reader="Feedbin"))
    assert [each.reader for each in counts(store)] == ["Feedbin"]


def test_a_reader_with_two_ids_for_a_feed_has_the_sum_of_them(store: Store) -> None:
    record(
        store,
        seen("2026-01-25T10:00", 3, feed_id="7"),
        seen("2026-01-25T11:00", 4, feed_id="9"),
    )
    (found,) = counts(store)
    assert (found.subscribers, found.seen) == (7, at("2026-01-25T11:00"))


def test_the_largest_stand_first(store: Store) -> None:
    record(
        store,
        seen("2026-01-25T10:00", 3, reader="A"),
        seen("2026-01-25T10:00", 9, reader="B", path="city/atom.xml"),
        seen("2026-01-25T10:00", 3, reader="A", path="atom.xml"),
    )
    found = [(each.path, each.reader) for each in counts(store)]
    assert found == [("city/atom.xml", "B"), ("atom.xml", "A"), ("rss.xml", "A")]


def test_inventing_readers_fills_nothing(store: Store) -> None:
    made_up = [seen("2026-01-26T00:30", 1, reader=f"R{n}") for n in range(MOST_READERS + 5)]
    record(store, *made_up)
    assert len(counts(store)) == MOST_READERS
    record(store, seen("2026-01-26T00:40", 2, reader="R0"))
    assert counts(store)[0].subscribers == 2


def test_days_are_forgotten_after_400(store: Store) -> None:
    old = (NOW - KEPT - timedelta(days=1)).isoformat()
    kept = (NOW - KEPT).isoformat()
    record(store, seen(old, 1), seen(kept, 2))
    with store.write() as connection:
        assert readers.forget(connection, NOW) == 1
        assert [each.subscribers for each in readers.sightings(connection, at(old).date())] == [2]
