"""Inserting what may be there already, in one statement that holds on both databases."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Table

#: Execution options of an insert whose number of rows is asked for: SQLAlchemy
#: vouches for it only then.
COUNTED: Final = {"preserve_rowcount": True}


def inserting(connection: Connection, table: Table) -> Any:
    """An ``INSERT`` that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``.

    Both databases have them in the same words, but SQLAlchemy has no common type.
    """
    # The other one would be loaded for nothing, at each start.
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert

        return insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)
