"""One process at a time for each kind of job; and one alone, where nothing else may be.

A lease lasts 60 seconds and is renewed by its holder. On PostgreSQL its times
are the database's own, since two hosts' clocks may differ; on SQLite, which
is one host, they are the caller's. The lease of a process on this host that
no longer lives is free at once: the caller says who lives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from syndicate.model.errors import LeaseHeldError
from syndicate.store.schema import leases

DURATION = timedelta(seconds=60)

#: The kind of lease beside which there is no other: everything is being replaced.
ALONE: Final = "restore"


@dataclass(frozen=True, slots=True)
class Holder:
    """A process: ``token`` is its own, ``born`` tells two uses of one pid apart."""

    token: str
    host: str
    pid: int
    born: str


@dataclass(frozen=True, slots=True)
class Lease:
    kind: str
    holder: Holder
    taken: datetime
    expires: datetime


def take(
    connection: Connection,
    kind: str,
    holder: Holder,
    *,
    now: datetime,
    is_alive: Callable[[Holder], bool],
) -> Lease:
    """Take the lease or raise :class:`LeaseHeldError` naming who has it, or who is alone.

    Needs a writing transaction of its own.
    """
    now = _moment(connection, now)
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock_shared(func.hashtext("leases"))))
        # Of two that ask for one that nobody has had yet, the second waits to be told so.
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"lease {kind}"))))
    query = select(leases).where(leases.c.kind.in_((kind, ALONE))).with_for_update()
    for held in map(_lease, connection.execute(query)):
        same_host_dead = held.holder.host == holder.host and not is_alive(held.holder)
        if held.expires > now and not same_host_dead and held.holder.token != holder.token:
            what = "doing it" if held.kind == kind else "restoring a backup"
            raise LeaseHeldError(
                kind,
                f"process {held.holder.pid} on {held.holder.host} is {what} since "
                f"{held.taken:%Y-%m-%d %H:%M:%S} UTC",
                "wait until it has finished, or stop it",
            )
    connection.execute(delete(leases).where(leases.c.kind == kind))
    lease = Lease(kind, holder, now, now + DURATION)
    connection.execute(
        insert(leases).values(
            kind=kind,
            holder=holder.token,
            host=holder.host,
            pid=holder.pid,
            born=holder.born,
            taken=lease.taken,
            expires=lease.expires,
        )
    )
    return lease


def take_alone(
    connection: Connection, holder: Holder, *, now: datetime, is_alive: Callable[[Holder], bool]
) -> Lease:
    """Take the lease beside which there is no other, or raise :class:`LeaseHeldError`.

    Needs a writing transaction of its own.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext("leases"))))
    alive = living(connection, "", holder.host, now=now, is_alive=is_alive)
    for held in current(connection):
        if held.kind in alive and held.holder.token != holder.token:
            where, kind = held.holder.host, held.kind.partition(":")[0]
            way = "stop it first"
            if where != holder.host:
                way += "; one that has died counts for a minute more"
            raise LeaseHeldError(
                ALONE,
                f"process {held.holder.pid} on {where} is at work in the store ({kind})",
                way,
            )
    return take(connection, ALONE, holder, now=now, is_alive=is_alive)


def renew(connection: Connection, kind: str, holder: Holder, *, now: datetime) -> bool:
    """Extend a lease; False if it is no longer the holder's."""
    now = _moment(connection, now)
    done = connection.execute(
        update(leases)
        .where(leases.c.kind == kind, leases.c.holder == holder.token)
        .values(expires=now + DURATION)
    )
    return bool(done.rowcount)


def release(connection: Connection, kind: str, holder: Holder) -> None:
    connection.execute(delete(leases).where(leases.c.kind == kind, leases.c.holder == holder.token))


def living(
    connection: Connection,
    prefix: str,
    host: str,
    *,
    now: datetime,
    is_alive: Callable[[Holder], bool],
) -> set[str]:
    """The leases whose kind starts with ``prefix`` and whose holder lives, for all that is known.

    Of processes on this ``host`` it is known at once, of others by their expiry.
    """
    now = _moment(connection, now)
    return {
        lease.kind
        for lease in current(connection)
        if lease.kind.startswith(prefix)
        and (is_alive(lease.holder) if lease.holder.host == host else lease.expires > now)
    }


def sweep(connection: Connection, prefix: str, *, now: datetime) -> None:
    """Delete the leases whose kind starts with ``prefix`` and that nobody has renewed in time."""
    connection.execute(
        delete(leases).where(
            leases.c.kind.startswith(prefix, autoescape=True),
            leases.c.expires <= _moment(connection, now),
        )
    )


def forget(connection: Connection, kind: str) -> None:
    """Delete a lease, whoever holds it."""
    connection.execute(delete(leases).where(leases.c.kind == kind))


def current(connection: Connection) -> list[Lease]:
    """Every lease on record, expired ones included."""
    return [_lease(row) for row in connection.execute(select(leases).order_by(leases.c.kind))]


def _lease(row: Row[Any]) -> Lease:
    holder = Holder(row.holder, row.host, row.pid, row.born)
    return Lease(row.kind, holder, row.taken, row.expires)


def _moment(connection: Connection, now: datetime) -> datetime:
    if connection.dialect.name != "postgresql":
        return now
    moment: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return moment.astimezone(UTC)
