"""The ledger as people look at it: which rows there are, and why they stand as they do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, case, func, select

from syndicate.model.delivery import DeliveryState
from syndicate.store.ledger import NEVER, PENDING, claimable
from syndicate.store.schema import deliveries, subscribers


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row as it is, for people to look at. ``address`` is empty once its owner is erased."""

    id: int
    edition_id: int
    subscriber_id: int
    address: str
    domain: str
    state: DeliveryState
    reason: str
    due: datetime
    attempts: int
    tried: datetime | None
    settled: datetime | None
    code: int | None
    enhanced: str
    reply: str
    relay: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Queue:
    """What of an edition is still to go out by itself.

    ``ready`` counts the mails that can go now, those in somebody's hands among
    them; ``waiting`` those that may not go yet, from ``first`` to ``last``.
    """

    ready: int = 0
    waiting: int = 0
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """Mails settled after a moment, and when the first and the last of them were."""

    mails: int = 0
    first: datetime | None = None
    last: datetime | None = None


def queue(connection: Connection, edition_id: int, *, now: datetime, resend: bool) -> Queue:
    """Which mails can go now, and which wait: for a reader's hour, a next attempt, a domain."""
    columns = deliveries.c
    taken = columns.claimant.is_not(None)
    goes = columns.state.in_(claimable(resend=resend))
    later = and_(~taken, goes, columns.due > now, columns.due < NEVER)
    found = connection.execute(
        select(
            func.count(case((taken, 1), (and_(goes, columns.due <= now), 1))),
            func.count(case((later, 1))),
            func.min(case((later, columns.due))),
            func.max(case((later, columns.due))),
        ).where(columns.edition_id == edition_id, columns.state.in_((*PENDING, "in doubt")))
    ).one()
    return Queue(*found)


def reasons(connection: Connection, edition_id: int) -> list[tuple[DeliveryState, str, int]]:
    """(state, reason, rows) of those that were left out, failed or wait, most rows first."""
    number = func.count()
    rows = connection.execute(
        select(deliveries.c.state, deliveries.c.reason, number)
        .where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state != "accepted",
            deliveries.c.reason != "",
        )
        .group_by(deliveries.c.state, deliveries.c.reason)
        .order_by(number.desc(), deliveries.c.state, deliveries.c.reason)
        .limit(100)
    )
    return [(state, reason, count) for state, reason, count in rows]


def listing(
    connection: Connection, edition_id: int, state: DeliveryState, *, limit: int = 100
) -> list[Delivery]:
    """Rows of one state, in the order they were frozen."""
    rows = connection.execute(
        select(deliveries, subscribers.c.address)
        .outerjoin(subscribers, subscribers.c.id == deliveries.c.subscriber_id)
        .where(deliveries.c.edition_id == edition_id, deliveries.c.state == state)
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return [_delivery(row) for row in rows]


def pace(
    connection: Connection, edition_id: int, since: datetime, *, now: datetime, pause: timedelta
) -> Pace:
    """How many rows of the edition were settled after a moment, and when.

    Where nothing was for a ``pause`` or longer, and twice something after it,
    only what came after the last such pause counts: nobody was at work then.
    What was settled later than ``now`` was so before somebody put the clock back.
    """
    # Of a settled row that is the moment it was settled at, and in the index.
    settled = deliveries.c.due
    rows = connection.execute(
        select(settled, func.count())
        .where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state.in_(("accepted", "failed")),
            settled > since,
            settled <= now,
        )
        .group_by(settled)
        .order_by(settled)
    )
    # A batch is settled at one moment.
    found = [(moment, mails) for moment, mails in rows]
    begins = [
        place for place in range(1, len(found)) if found[place][0] - found[place - 1][0] >= pause
    ]
    latest = next((place for place in reversed(begins) if place < len(found) - 1), 0)
    counted = found[latest:]
    if not counted:
        return Pace()
    return Pace(sum(mails for _, mails in counted), counted[0][0], counted[-1][0])


def _delivery(row: Row[Any]) -> Delivery:
    found = {name: getattr(row, name) for name in Delivery.__slots__}
    return Delivery(**{**found, "address": row.address or ""})
