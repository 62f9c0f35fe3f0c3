"""How far imports of subscribers have come: one that was stopped goes on where it stood.

An import's row moves in the same transaction as the subscribers it counts, so
neither can be ahead of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from syndicate.store.schema import imports


@dataclass(frozen=True, slots=True)
class Import:
    """An import; every line up to ``line`` is done, ``summary`` counts what came of them."""

    key: str
    started: datetime
    line: int = 0
    summary: Mapping[str, Any] = field(default_factory=dict)
    finished: datetime | None = None


def begin(connection: Connection, key: str, *, now: datetime) -> Import:
    """The import under this key: the one that was stopped, or a new one."""
    row = connection.execute(select(imports).where(imports.c.key == key)).first()
    if row is not None and row.finished is None:
        return Import(*row)
    connection.execute(delete(imports).where(imports.c.key == key))
    connection.execute(insert(imports).values(key=key, started=now, line=0, summary={}))
    return Import(key, now)


def advance(connection: Connection, key: str, *, line: int, summary: Mapping[str, Any]) -> None:
    connection.execute(
        update(imports).where(imports.c.key == key).values(line=line, summary=dict(summary))
    )


def finish(connection: Connection, key: str, *, now: datetime) -> None:
    connection.execute(update(imports).where(imports.c.key == key).values(finished=now))
