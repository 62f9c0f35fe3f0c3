"""Each set of sections that somebody has chosen, once: editions' variants follow from these."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from syndicate.store.schema import choices
from syndicate.store.upsert import inserting


def keep(connection: Connection, sections: tuple[str, ...] | None) -> int | None:
    """The number of a choice, which is made if it is new. All sections have none."""
    if sections is None:
        return None
    text = "\n".join(sections)
    known = select(choices.c.id).where(choices.c.sections == text)
    found: int | None = connection.execute(known).scalar()
    if found is None:
        # Another process may be doing the same: its row is waited for and taken.
        connection.execute(
            inserting(connection, choices).values(sections=text).on_conflict_do_nothing()
        )
        found = int(connection.execute(known).scalar_one())
    return found


def read(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The sections of choices, by number."""
    query = select(choices.c.id, choices.c.sections).where(choices.c.id.in_(list(numbers)))
    return {number: as_sections(text) for number, text in connection.execute(query)}


def as_sections(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))
