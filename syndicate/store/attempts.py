"""How often something was done by, or to, somebody within a span of time.

Kept in the store, so that limits hold over restarts and over several processes.
Keys are keyed hashes, never addresses.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from syndicate.store.schema import attempts
from syndicate.store.upsert import inserting


def lock(connection: Connection, scope: str, key: str) -> None:
    """Let nobody else count or add for this key until the transaction ends.

    On SQLite a writing transaction is alone anyway. Whoever locks several does
    so in the same order of scopes, or two might wait for each other.
    """
    if connection.dialect.name == "postgresql":
        place = func.hashtextextended(f"{scope}\n{key}", 0)
        connection.execute(select(func.pg_advisory_xact_lock(place)))


def counts(connection: Connection, scope: str, key: str, *, since: datetime) -> dict[datetime, int]:
    """The number in each span that began then or later."""
    query = select(attempts.c.span, attempts.c.number).where(
        attempts.c.scope == scope, attempts.c.key == key, attempts.c.span >= since
    )
    return {key: number for key, number in connection.execute(query)}  # noqa: C416


def add(connection: Connection, scope: str, key: str, *, span: datetime, number: int = 1) -> None:
    """Count some more in the span that begins then."""
    connection.execute(
        inserting(connection, attempts)
        .values(scope=scope, key=key, span=span, number=number)
        .on_conflict_do_update(
            index_elements=("scope", "key", "span"),
            set_={"number": attempts.c.number + number},
        )
    )


def totals(connection: Connection, scope: str, *, since: datetime) -> dict[str, int]:
    """Key to the number in all spans that began then or later."""
    query = (
        select(attempts.c.key, func.sum(attempts.c.number))
        .where(attempts.c.scope == scope, attempts.c.span >= since)
        .group_by(attempts.c.key)
    )
    return {key: int(number) for key, number in connection.execute(query)}


def forget(connection: Connection, *, before: datetime) -> int:
    """Delete spans that began before then; how many that were."""
    return connection.execute(delete(attempts).where(attempts.c.span < before)).rowcount
