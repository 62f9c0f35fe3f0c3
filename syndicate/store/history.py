"""What happened to whom: rows are only ever added, and none holds an address.

The rows outlive an erasure, then without their details: that something
happened on a day to a number says nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from syndicate.model.subscriber import Actor, Event, EventKind
from syndicate.store.schema import events

_BATCH: Final = 500


def add(
    connection: Connection,
    subscriber_id: int,
    kind: EventKind,
    actor: Actor,
    *,
    at: datetime,
    newsletter: str = "",
    details: Mapping[str, Any] | None = None,
) -> None:
    """Note an event."""
    add_many(connection, [Event(subscriber_id, at, kind, actor, newsletter, details or {})])


def add_many(connection: Connection, happened: Iterable[Event]) -> None:
    rows = [
        {
            "subscriber_id": event.subscriber_id,
            "at": event.at,
            "kind": event.kind,
            "newsletter": event.newsletter,
            "actor": event.actor,
            "details": dict(event.details),
        }
        for event in happened
    ]
    for start in range(0, len(rows), _BATCH):
        connection.execute(insert(events), rows[start : start + _BATCH])


def of(connection: Connection, subscriber_id: int, *, limit: int | None = None) -> list[Event]:
    """A subscriber's history, the latest first."""
    query = (
        select(
            events.c.subscriber_id,
            events.c.at,
            events.c.kind,
            events.c.actor,
            events.c.newsletter,
            events.c.details,
        )
        .where(events.c.subscriber_id == subscriber_id)
        .order_by(events.c.at.desc(), events.c.id.desc())
        .limit(limit)
    )
    return [Event(*row) for row in connection.execute(query)]


def scrub(connection: Connection, subscriber_id: int) -> None:
    """Forget the details of all that happened to somebody."""
    connection.execute(
        update(events).where(events.c.subscriber_id == subscriber_id).values(details={})
    )
