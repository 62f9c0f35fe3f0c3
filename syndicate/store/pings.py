"""Which hubs have yet to be told of which feeds, and how it went.

One row for each hub and topic: a topic that changes again before its ping has
gone out is still one ping. A row is made in the transaction that records the
changed document, and closed only when the hub has answered, so a ping can be
sent twice (killed between the answer and its record) but not lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)

from syndicate.store.schema import pings

PingState = Literal["pending", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Ping:
    """A hub to be told of a topic.

    ``changes`` counts the changes noted, ``changed`` is the newest's moment.
    ``attempts`` counts those since it became pending, ``due`` is the next one;
    ``tried`` the last. ``code`` and ``reason`` are of the last reply, without
    a code where there was none. ``settled`` is when it was done or failed.
    """

    hub: str
    topic: str
    state: PingState
    changes: int
    changed: datetime
    attempts: int = 0
    due: datetime | None = None
    tried: datetime | None = None
    code: int | None = None
    reason: str = ""
    settled: datetime | None = None


def note(
    connection: Connection, hubs: Iterable[str], topics: Iterable[str], *, now: datetime
) -> None:
    """Note that topics have changed, for every hub.

    A ping that is waiting goes on waiting, and will tell of the newest change.
    """
    named = tuple(hubs)
    fresh = {"state": "pending", "changed": now}
    for topic in topics:
        for hub in named:
            waits = pings.c.state == "pending"
            # One statement, so that nothing comes between looking and changing.
            noted = connection.execute(
                update(pings)
                .where(pings.c.hub == hub, pings.c.topic == topic)
                .values(
                    changes=pings.c.changes + 1,
                    attempts=case((waits, pings.c.attempts), else_=0),
                    due=case((waits, pings.c.due), else_=literal(now, pings.c.due.type)),
                    **fresh,
                )
            )
            if not noted.rowcount:
                connection.execute(
                    insert(pings).values(
                        hub=hub, topic=topic, changes=1, attempts=0, due=now, reason="", **fresh
                    )
                )


def listing(connection: Connection, *states: PingState) -> list[Ping]:
    """The pings in these states, or all."""
    query = select(pings).order_by(pings.c.hub, pings.c.topic)
    if states:
        query = query.where(pings.c.state.in_(states))
    return [Ping(*row) for row in connection.execute(query)]


def find(connection: Connection, ping: Ping) -> Ping | None:
    """The ping as it is now."""
    row = connection.execute(select(pings).where(_is(ping))).first()
    return Ping(*row) if row is not None else None


def next_attempt(connection: Connection) -> datetime | None:
    """When the next ping is, or was, to go out; None if none is waiting."""
    found: datetime | None = connection.execute(
        select(func.min(pings.c.due)).where(pings.c.state == "pending")
    ).scalar()
    return found


def settle(
    connection: Connection,
    ping: Ping,
    state: Literal["done", "failed"],
    *,
    code: int | None,
    reason: str,
    now: datetime,
) -> None:
    """Close a ping after an attempt, unless its topic has changed meanwhile.

    A hub may have fetched the feed before that newer change: then the ping
    begins anew.
    """
    said = {"tried": now, "code": code, "reason": reason}
    closed = connection.execute(
        update(pings)
        .where(_is(ping), pings.c.changes == ping.changes)
        .values(state=state, attempts=ping.attempts + 1, due=None, settled=now, **said)
    )
    if not closed.rowcount:
        connection.execute(update(pings).where(_is(ping)).values(attempts=0, due=now, **said))


def put_off(
    connection: Connection,
    ping: Ping,
    *,
    due: datetime,
    code: int | None,
    reason: str,
    now: datetime,
) -> None:
    """Record an attempt that failed, and when the next one is."""
    _update(
        connection,
        ping,
        attempts=ping.attempts + 1,
        due=due,
        tried=now,
        code=code,
        reason=reason,
    )


def put_off_with(connection: Connection, others: Iterable[Ping], leader: Ping) -> None:
    """Let pings wait as long as the one that found their hub away, and for the same reason."""
    for ping in others:
        _update(
            connection,
            ping,
            attempts=max(ping.attempts, leader.attempts),
            due=leader.due,
            code=leader.code,
            reason=leader.reason,
        )


def forget(connection: Connection, found: Iterable[Ping]) -> None:
    """Delete pings that have not changed since they were found."""
    for ping in found:
        connection.execute(delete(pings).where(_is(ping), pings.c.changes == ping.changes))


def _update(connection: Connection, ping: Ping, **values: Any) -> None:
    connection.execute(update(pings).where(_is(ping), pings.c.state == "pending").values(values))


def _is(ping: Ping) -> ColumnElement[bool]:
    return and_(pings.c.hub == ping.hub, pings.c.topic == ping.topic)
