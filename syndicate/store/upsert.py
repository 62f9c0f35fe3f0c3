"""Inserting what may be there already, in one statement that holds on both databases."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

#: Execution options of an insert whose number of rows is asked for: SQLAlchemy
#: vouches for it only then.
COUNTED: Final = {"preserve_rowcount": True}


def inserting(connection: Connection, table: Table) -> Any:
    """An ``INSERT`` that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``.

    Both databases have them in the same words, but SQLAlchemy has no common type.
    """
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
