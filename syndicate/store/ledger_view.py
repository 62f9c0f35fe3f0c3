"""The ledger as people look at it: which rows there are, and why they stand as they do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from syndicate.model.delivery import DeliveryState
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


def pace(connection: Connection, edition_id: int, since: datetime) -> int:
    """How many rows of the edition were settled after a moment."""
    return connection.execute(
        select(func.count()).where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state.in_(("accepted", "failed")),
            # Of a settled row that is the moment it was settled at, and in the index.
            deliveries.c.due > since,
        )
    ).scalar_one()


def _delivery(row: Row[Any]) -> Delivery:
    found = {name: getattr(row, name) for name in Delivery.__slots__}
    return Delivery(**{**found, "address": row.address or ""})
