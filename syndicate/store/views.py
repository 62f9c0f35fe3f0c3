"""View totals over time, of articles read and of articles only mentioned so far.

A snapshot is written where a total moved; a reading that says the same only
confirms the last one. So the store grows with what happens, not with time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, tuple_, update

from syndicate.store import facts
from syndicate.store.schema import view_snapshots, view_totals

_CHUNK = 500

#: Older than this, one snapshot a day is kept.
THINNED_AFTER = timedelta(days=35)


def record(
    connection: Connection, source_id: int, totals: Mapping[str, int], moment: datetime
) -> int:
    """Record what a reading at ``moment`` says; returns how many totals moved.

    Of several statements at the same moment the largest holds. A reading
    older than what is known only adds to history.
    """
    keys = list(totals)
    held: dict[str, tuple[int, datetime, datetime]] = {}
    for start in range(0, len(keys), _CHUNK):
        rows = connection.execute(
            select(
                view_totals.c.key,
                view_totals.c.total,
                view_totals.c.taken,
                view_totals.c.confirmed,
            ).where(
                view_totals.c.source_id == source_id,
                view_totals.c.key.in_(keys[start : start + _CHUNK]),
            )
        )
        held.update((row.key, (row.total, row.taken, row.confirmed)) for row in rows)

    fresh, moved, raised, confirmed, belated = [], [], [], [], []
    for key, total in totals.items():
        current = held.get(key)
        if current is None:
            fresh.append(key)
        elif moment < current[1]:
            belated.append(key)
        elif total == current[0]:
            if moment > current[2]:
                confirmed.append(key)
        elif moment == current[1]:
            if total > current[0]:
                raised.append(key)
        elif moment == current[2]:
            # Confirmed at this very moment by another page: the larger one holds.
            if total > current[0]:
                moved.append(key)
        else:
            moved.append(key)

    def rows_of(which: Iterable[str]) -> list[dict[str, object]]:
        return [
            {
                "source_id": source_id,
                "key": key,
                "total": totals[key],
                "taken": moment,
                "confirmed": moment,
            }
            for key in which
        ]

    if fresh:
        connection.execute(insert(view_totals), rows_of(fresh))
        connection.execute(insert(view_snapshots), rows_of(fresh))
    if moved:
        _advance(connection, source_id, {key: held[key][1] for key in moved}, rows_of(moved))
    if raised:
        for table in (view_totals, view_snapshots):
            connection.execute(
                update(table)
                .where(
                    table.c.source_id == source_id,
                    table.c.key == bindparam("which"),
                    table.c.taken == moment,
                )
                .values(total=bindparam("now")),
                [{"which": key, "now": totals[key]} for key in raised],
            )
    if confirmed:
        for table in (view_totals, view_snapshots):
            connection.execute(
                update(table)
                .where(
                    table.c.source_id == source_id,
                    table.c.key == bindparam("which"),
                    table.c.taken == bindparam("since"),
                )
                .values(confirmed=moment),
                [{"which": key, "since": held[key][1]} for key in confirmed],
            )
    _fill_history(connection, source_id, {key: totals[key] for key in belated}, moment)
    return len(fresh) + len(moved) + len(raised)


def _advance(
    connection: Connection,
    source_id: int,
    before: Mapping[str, datetime],
    rows: list[dict[str, object]],
) -> None:
    connection.execute(insert(view_snapshots), rows)
    connection.execute(
        update(view_totals)
        .where(view_totals.c.source_id == source_id, view_totals.c.key == bindparam("which"))
        .values(total=bindparam("now"), taken=bindparam("at"), confirmed=bindparam("at")),
        [{"which": row["key"], "now": row["total"], "at": row["taken"]} for row in rows],
    )


def _fill_history(
    connection: Connection, source_id: int, totals: Mapping[str, int], moment: datetime
) -> None:
    for key, total in totals.items():
        held = connection.execute(
            select(view_snapshots.c.total).where(
                view_snapshots.c.source_id == source_id,
                view_snapshots.c.key == key,
                view_snapshots.c.taken == moment,
            )
        ).scalar()
        if held is None:
            connection.execute(
                insert(view_snapshots).values(
                    source_id=source_id, key=key, taken=moment, total=total, confirmed=moment
                )
            )
        elif total > held:
            connection.execute(
                update(view_snapshots)
                .where(
                    view_snapshots.c.source_id == source_id,
                    view_snapshots.c.key == key,
                    view_snapshots.c.taken == moment,
                )
                .values(total=total)
            )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A running total at a moment, and the last moment that still said so."""

    taken: datetime
    total: int
    confirmed: datetime


@dataclass(frozen=True, slots=True)
class History:
    """What is known of one article's views over a period.

    ``before`` is the last snapshot at or before its start, ``inside`` those
    after it and before its end, in order.
    """

    key: str
    before: Snapshot | None
    inside: tuple[Snapshot, ...]


def histories(
    connection: Connection, source_id: int, start: datetime, end: datetime
) -> list[History]:
    """The articles of a source whose totals moved in the period, and how."""
    table = view_snapshots
    inside: dict[str, list[Snapshot]] = {}
    rows = connection.execute(
        select(table.c.key, table.c.taken, table.c.total, table.c.confirmed)
        .where(table.c.source_id == source_id, table.c.taken > start, table.c.taken < end)
        .order_by(table.c.key, table.c.taken)
    )
    for row in rows:
        inside.setdefault(row.key, []).append(Snapshot(row.taken, row.total, row.confirmed))
    before: dict[str, Snapshot] = {}
    keys = list(inside)
    for first in range(0, len(keys), _CHUNK):
        last = (
            select(table.c.key, func.max(table.c.taken).label("taken"))
            .where(
                table.c.source_id == source_id,
                table.c.key.in_(keys[first : first + _CHUNK]),
                table.c.taken <= start,
            )
            .group_by(table.c.key)
            .subquery()
        )
        rows = connection.execute(
            select(table.c.key, table.c.taken, table.c.total, table.c.confirmed).join(
                last,
                and_(
                    table.c.source_id == source_id,
                    table.c.key == last.c.key,
                    table.c.taken == last.c.taken,
                ),
            )
        )
        for row in rows:
            before[row.key] = Snapshot(row.taken, row.total, row.confirmed)
    return [History(key, before.get(key), tuple(held)) for key, held in inside.items()]


def totals_before(connection: Connection, source_id: int, end: datetime) -> list[tuple[str, int]]:
    """(key, total) of every article as known before ``end``."""
    table = view_snapshots
    last = (
        select(table.c.key, func.max(table.c.taken).label("taken"))
        .where(table.c.source_id == source_id, table.c.taken < end)
        .group_by(table.c.key)
        .subquery()
    )
    query = (
        select(table.c.key, table.c.total)
        .join(last, and_(table.c.key == last.c.key, table.c.taken == last.c.taken))
        .where(table.c.source_id == source_id)
    )
    return [(row.key, row.total) for row in connection.execute(query)]


def totals_now(connection: Connection, source_id: int) -> list[tuple[str, int]]:
    """(key, total) of every article as last known."""
    query = select(view_totals.c.key, view_totals.c.total).where(
        view_totals.c.source_id == source_id
    )
    return [(row.key, row.total) for row in connection.execute(query)]


def thin(connection: Connection, now: datetime) -> int:
    """Keep the last snapshot of each day (UTC) of what is older than 35 days.

    Looks only at what has grown old since it last ran; returns how many went.
    """
    until = (now - THINNED_AFTER).replace(hour=0, minute=0, second=0, microsecond=0)
    done = facts.read(connection, "views-thinned-until")
    since = datetime.fromisoformat(done) if done else None
    if since is not None and since >= until:
        return 0
    table = view_snapshots
    old = table.c.taken < until
    if since is not None:
        old = and_(old, table.c.taken >= since)
    day = func.date(table.c.taken)
    kept = (
        select(table.c.source_id, table.c.key, func.max(table.c.taken))
        .where(old)
        .group_by(table.c.source_id, table.c.key, day)
    )
    gone = connection.execute(
        delete(table).where(old, tuple_(table.c.source_id, table.c.key, table.c.taken).not_in(kept))
    ).rowcount
    facts.write(connection, "views-thinned-until", until.isoformat())
    return int(gone)
