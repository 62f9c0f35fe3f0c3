"""What the site is, once and for all, and how far the store has moved.

The authority and date of the site's ``tag:`` URIs (RFC 4151) are written at
the first publish and never again: a changed site address changes no id.
"""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from syndicate.store.schema import facts
from syndicate.store.upsert import inserting


def read(connection: Connection, name: str) -> str | None:
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def write(connection: Connection, name: str, value: str) -> None:
    changed = connection.execute(update(facts).where(facts.c.name == name).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(facts).values(name=name, value=value))


def fix(connection: Connection, name: str, value: str) -> str:
    """Write a fact unless it is written; returns what holds from now on."""
    connection.execute(
        inserting(connection, facts).values(name=name, value=value).on_conflict_do_nothing()
    )
    return str(connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar_one())


def revision(connection: Connection) -> int:
    """Moves whenever something that the site-wide feed shows has changed."""
    return int(read(connection, "revision") or 0)


def advance(connection: Connection) -> int:
    moved = revision(connection) + 1
    write(connection, "revision", str(moved))
    return moved


def tag_authority(connection: Connection) -> tuple[str, str] | None:
    """Authority and date of the site's ``tag:`` URIs, once they are fixed."""
    authority, date = read(connection, "tag-authority"), read(connection, "tag-date")
    return (authority, date) if authority and date else None


def fix_tag_authority(connection: Connection, authority: str, date: str) -> tuple[str, str]:
    """Fix them if they are not fixed yet; returns what holds from now on."""
    held = tag_authority(connection)
    if held is None:
        write(connection, "tag-authority", authority)
        write(connection, "tag-date", date)
        held = (authority, date)
    return held
