"""How often something was done by, or to, somebody within a span of time.

Kept in the store, so that limits hold over restarts and over several processes.
Keys are keyed hashes, never addresses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, or_, select

from syndicate.store.schema import attempts
from syndicate.store.upsert import inserting

#: Whose, and who.
Key = tuple[str, str]


def lock(connection: Connection, keys: Sequence[Key]) -> None:
    """Let nobody else count or add for these keys until the transaction ends.

    On SQLite a writing transaction is alone anyway. Everybody locks in the same
    order of scopes, or two might wait for each other.
    """
    if connection.dialect.name == "postgresql":
        places = [func.hashtextextended(f"{scope}\n{key}", 0) for scope, key in keys]
        connection.execute(select(*(func.pg_advisory_xact_lock(place) for place in places)))


def counts(connection: Connection, since: Mapping[Key, datetime]) -> dict[Key, dict[datetime, int]]:
    """For each key the number in each span that began at its moment or later."""
    wanted = [
        and_(attempts.c.scope == scope, attempts.c.key == key, attempts.c.span >= moment)
        for (scope, key), moment in since.items()
    ]
    found: dict[Key, dict[datetime, int]] = {key: {} for key in since}
    for scope, key, span, number in connection.execute(select(attempts).where(or_(*wanted))):
        found[scope, key][span] = number
    return found


def add(connection: Connection, spans: Mapping[Key, datetime]) -> None:
    """Count one more for each key in the span that begins then."""
    rows = [
        {"scope": scope, "key": key, "span": span, "number": 1}
        for (scope, key), span in spans.items()
    ]
    if rows:
        statement = inserting(connection, attempts)
        counted = statement.on_conflict_do_update(
            index_elements=("scope", "key", "span"),
            set_={"number": attempts.c.number + statement.excluded.number},
        )
        connection.execute(counted, rows)


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
