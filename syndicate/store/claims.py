"""Claims: which process has which rows of the ledger in hand.

Rows are claimed in chunks under the token of a process, and a claim lasts as
long as that process lives: whoever finds it dead says so and sets its rows
free. On PostgreSQL several claim at once without waiting for each other; on
SQLite one writes at a time anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    update,
)

from syndicate.model.delivery import DeliveryState
from syndicate.model.subscriber import EVERY
from syndicate.store.ledger import claimable
from syndicate.store.schema import deliveries, subscribers, subscriptions, suppressions

_BATCH: Final = 500
#: How many rows are never shared, and of how many times what is wanted nobody takes all of it.
_LEAST: Final = 50
_PLENTY: Final = 4


class Claimed(NamedTuple):
    """A row in hand, with what its mail needs and what has become of its person since.

    ``key`` is empty for somebody erased; ``subscribed`` is the cadence of an
    active subscription, else empty; ``suppressed`` the reason of a suppression,
    else empty. ``choice_id`` and ``language`` are not looked at again.
    """

    id: int
    subscriber_id: int
    variant_id: int
    domain: str
    state: DeliveryState
    attempts: int
    first: datetime | None
    expires: datetime
    reason: str
    message_id: str
    key: str
    address: str
    name: str
    subscribed: str
    suppressed: str


def claim(
    connection: Connection,
    edition_id: int,
    newsletter: str,
    token: str,
    *,
    now: datetime,
    limit: int,
    resend: bool,
) -> list[Claimed]:
    """Take up to ``limit`` rows that are due, those tried before first. In a writing transaction.

    Towards the end it takes fewer, so that all processes have something to do until then.
    The caller decides by what is known of each row now whether it goes out,
    and settles, excludes or puts off those that don't in the same transaction.
    """
    limit = _shared(connection, edition_id, now=now, limit=limit, resend=resend)
    found: list[int] = []
    # State by state: only so the index gives the earliest without sorting the rest.
    for state in claimable(resend=resend):
        if len(found) < limit:
            query = (
                select(deliveries.c.id)
                .where(
                    deliveries.c.edition_id == edition_id,
                    deliveries.c.state == state,
                    deliveries.c.due <= now,
                    deliveries.c.claimant.is_(None),
                )
                .order_by(deliveries.c.due, deliveries.c.id)
                .limit(limit - len(found))
                .with_for_update(skip_locked=True)
            )
            found.extend(connection.execute(query).scalars())
    for start in range(0, len(found), _BATCH):
        chunk = found[start : start + _BATCH]
        connection.execute(
            update(deliveries).where(deliveries.c.id.in_(chunk)).values(claimant=token)
        )
    return look(connection, newsletter, found)


def _shared(
    connection: Connection, edition_id: int, *, now: datetime, limit: int, resend: bool
) -> int:
    """``limit``, or half of what is left where that is less."""
    if limit <= _LEAST:
        return limit
    due = select(deliveries.c.id).where(
        deliveries.c.edition_id == edition_id,
        deliveries.c.state.in_(claimable(resend=resend)),
        deliveries.c.due <= now,
    )
    # In all hands: an index alone answers that.
    if _count(connection, due.limit(_PLENTY * limit)) == _PLENTY * limit:
        return limit
    free = _count(connection, due.where(deliveries.c.claimant.is_(None)).limit(2 * limit))
    return min(limit, max(free // 2, _LEAST))


def _count(connection: Connection, rows: Select[Any]) -> int:
    found = select(func.count()).select_from(rows.subquery())
    return int(connection.execute(found).scalar_one())


def look(connection: Connection, newsletter: str, rows: Sequence[int]) -> list[Claimed]:
    """Rows as they and their people are now, in the order they were claimed in."""
    found: dict[int, Claimed] = {}
    for start in range(0, len(rows), _BATCH):
        asked = {"newsletter": newsletter, "rows": rows[start : start + _BATCH]}
        held = connection.execute(_LOOK, asked).all()
        found.update((row[0], Claimed._make(row)) for row in held)
    return [found[row] for row in rows if row in found]


def _looking() -> Select[Any]:
    """Made once: putting it together takes a third as long as reading 500 rows by it."""
    columns, newsletter = deliveries.c, bindparam("newsletter", type_=String())
    reason = (
        select(func.min(suppressions.c.reason))
        .where(
            suppressions.c.fingerprint == subscribers.c.fingerprint,
            or_(suppressions.c.newsletter == newsletter, suppressions.c.newsletter == EVERY),
        )
        .scalar_subquery()
    )
    active = case((subscriptions.c.state == "active", subscriptions.c.cadence), else_="")
    # In the order of the fields; whoever is erased has no row to join any more.
    return (
        select(
            *(columns[name] for name in Claimed._fields if name in columns),
            func.coalesce(subscribers.c.key, ""),
            func.coalesce(subscribers.c.address, ""),
            func.coalesce(subscribers.c.name, ""),
            func.coalesce(active, ""),
            func.coalesce(reason, ""),
        )
        .outerjoin(subscribers, subscribers.c.id == columns.subscriber_id)
        .outerjoin(
            subscriptions,
            (subscriptions.c.subscriber_id == columns.subscriber_id)
            & (subscriptions.c.newsletter == newsletter),
        )
        .where(columns.id.in_(bindparam("rows", expanding=True)))
    )


_LOOK: Final = _looking()


def claimants(connection: Connection, edition_id: int | None = None) -> set[str]:
    """The tokens of all who have rows in hand; with ``edition_id`` rows of that edition."""
    query = select(deliveries.c.claimant).where(deliveries.c.claimant.is_not(None)).distinct()
    if edition_id is not None:
        query = query.where(deliveries.c.edition_id == edition_id)
    return set(connection.execute(query).scalars())


def in_hand(connection: Connection, domain: str) -> int:
    """How many rows of a receiving domain all processes together have in hand."""
    query = select(func.count()).where(
        deliveries.c.claimant.is_not(None), deliveries.c.domain == domain
    )
    return int(connection.execute(query).scalar_one())


def editions_of(connection: Connection, token: str) -> list[int]:
    """The editions that a process has rows of in hand."""
    query = select(deliveries.c.edition_id).where(deliveries.c.claimant == token).distinct()
    return list(connection.execute(query).scalars())


def doubt(
    connection: Connection, token: str, rows: Iterable[int] | None, *, reason: str, now: datetime
) -> int:
    """Mark rows that a process was sending when it died; how many those are.

    ``rows`` is what its journal says; None for those that are ``sending`` in
    the database itself. What was settled since is passed over.
    """
    tried = literal(now, deliveries.c.tried.type)
    values: dict[str, Any] = {
        "state": "in doubt",
        "reason": reason,
        "due": now,
        "attempts": deliveries.c.attempts + 1,
        "first": func.coalesce(deliveries.c.first, deliveries.c.tried, tried),
        "tried": func.coalesce(deliveries.c.tried, tried),
        "claimant": None,
    }
    marked = 0
    for which in _chosen(rows):
        marked += connection.execute(
            update(deliveries).where(deliveries.c.claimant == token, which).values(**values)
        ).rowcount
    return marked


def release(connection: Connection, token: str, rows: Sequence[int] | None = None) -> int:
    """Set free what a process has in hand and has not begun to send; how many rows."""
    query = update(deliveries).where(deliveries.c.claimant == token)
    if rows is None:
        return connection.execute(query.values(claimant=None)).rowcount
    freed = 0
    for start in range(0, len(rows), _BATCH):
        chunk = rows[start : start + _BATCH]
        freed += connection.execute(
            query.where(deliveries.c.id.in_(chunk)).values(claimant=None)
        ).rowcount
    return freed


def _chosen(rows: Iterable[int] | None) -> Iterable[ColumnElement[bool]]:
    if rows is None:
        return [deliveries.c.state == "sending"]
    listed = list(rows)
    return [
        deliveries.c.id.in_(listed[start : start + _BATCH])
        for start in range(0, len(listed), _BATCH)
    ]
