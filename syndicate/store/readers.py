"""How many people read each feed, as feed readers report it in their requests.

One row for each feed, reader and day (UTC). No address and no person is
behind it: a reader is a service, and says how many of its users it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection, and_, case, delete, func, insert, select, update

from syndicate.store.schema import feed_readers

KEPT: Final = timedelta(days=400)
#: A reader that has not asked for this long reads the feed no more.
GONE_AFTER: Final = timedelta(days=7)
#: Readers of one feed on one day: anybody can claim to be a reader.
MOST_READERS: Final = 100


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a reader reported of a feed; ``feed_id`` is what it calls the feed.

    ``subscribers`` is the last number, of the moment ``seen``; ``most`` the
    largest of that day so far.
    """

    path: str
    reader: str
    feed_id: str
    subscribers: int
    most: int
    seen: datetime


@dataclass(frozen=True, slots=True)
class Count:
    """The subscribers that a reader has for a feed now.

    ``change`` is against the period's beginning; None where the reader has
    become known since.
    """

    path: str
    reader: str
    subscribers: int
    change: int | None
    seen: datetime


def record(connection: Connection, sightings: Iterable[Sighting]) -> None:
    """Take reports into the days they are of."""
    table = feed_readers
    for found in sightings:
        day = found.seen.date().isoformat()
        changed = connection.execute(
            update(table)
            .where(
                table.c.path == found.path,
                table.c.reader == found.reader,
                table.c.feed_id == found.feed_id,
                table.c.day == day,
            )
            .values(
                subscribers=found.subscribers,
                most=case((table.c.most > found.most, table.c.most), else_=found.most),
                seen=found.seen,
            )
        )
        if not changed.rowcount and _readers_of(connection, found.path, day) < MOST_READERS:
            connection.execute(
                insert(table).values(
                    path=found.path,
                    reader=found.reader,
                    feed_id=found.feed_id,
                    day=day,
                    subscribers=found.subscribers,
                    most=found.most,
                    seen=found.seen,
                )
            )


def forget(connection: Connection, now: datetime) -> int:
    """Drop the days that are too old; how many rows that was."""
    oldest = (now - KEPT).date().isoformat()
    return connection.execute(delete(feed_readers).where(feed_readers.c.day < oldest)).rowcount


def sightings(connection: Connection, since: date) -> list[Sighting]:
    """The last report of each feed, reader and day since then, in the order of days."""
    table = feed_readers
    query = (
        select(
            table.c.path,
            table.c.reader,
            table.c.feed_id,
            table.c.subscribers,
            table.c.most,
            table.c.seen,
        )
        .where(table.c.day >= since.isoformat())
        .order_by(table.c.day, table.c.path, table.c.reader, table.c.feed_id)
    )
    return [Sighting(*row) for row in connection.execute(query)]


def counts(connection: Connection, *, now: datetime, days: int) -> list[Count]:
    """Who reads what now, and the change within so many days; the largest first.

    A reader that knows a feed under several ids has the sum of them.
    """
    begin = (now - timedelta(days=days)).date()
    first = min(begin, now.date()) - GONE_AFTER
    before: dict[tuple[str, str], dict[str, int]] = {}
    latest: dict[tuple[str, str], dict[str, Sighting]] = {}
    for found in sightings(connection, first):
        key = (found.path, found.reader)
        if found.seen.date() <= begin:
            before.setdefault(key, {})[found.feed_id] = found.subscribers
        if now - found.seen <= GONE_AFTER:
            latest.setdefault(key, {})[found.feed_id] = found
    counted = [_count(key, tuple(held.values()), before.get(key)) for key, held in latest.items()]
    return sorted(counted, key=lambda count: (-count.subscribers, count.path, count.reader))


def _count(
    key: tuple[str, str], held: tuple[Sighting, ...], before: dict[str, int] | None
) -> Count:
    subscribers = sum(found.subscribers for found in held)
    return Count(
        *key,
        subscribers=subscribers,
        change=None if before is None else subscribers - sum(before.values()),
        seen=max(found.seen for found in held),
    )


def _readers_of(connection: Connection, path: str, day: str) -> int:
    table = feed_readers
    query = select(func.count()).where(and_(table.c.path == path, table.c.day == day))
    return int(connection.execute(query).scalar_one())
