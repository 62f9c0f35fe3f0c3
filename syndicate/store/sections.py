"""The section tree, as the pages tell it, and the public names of its sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from syndicate.model.section import Section, SectionTree
from syndicate.store import facts
from syndicate.store.schema import sections, sources
from syndicate.store.visible import later


def tree(connection: Connection) -> SectionTree:
    """Every section of every source."""
    rows = connection.execute(
        select(sections, sources.c.name.label("source")).join(
            sources, sources.c.id == sections.c.source_id
        )
    )
    return SectionTree(
        Section(
            id=row.id,
            source=row.source,
            key=row.key,
            name=row.name,
            slug=row.slug or "",
            parent_id=row.parent_id,
            revision=row.revision,
        )
        for row in rows
    )


def removals(connection: Connection) -> dict[int, datetime]:
    """Section id to the moment an article was last withdrawn or came back, where one was."""
    rows = connection.execute(
        select(sections.c.id, sections.c.removal).where(sections.c.removal.is_not(None))
    )
    return {row.id: row.removal for row in rows}


class Register:
    """The sections of one source while its pages are merged.

    Holds what is known in memory, so that a page of a known section costs no
    query. Belongs to one transaction.
    """

    def __init__(self, connection: Connection, source_id: int) -> None:
        self._connection = connection
        self._source_id = source_id
        rows = connection.execute(
            select(sections.c.id, sections.c.key, sections.c.name, sections.c.parent_id).where(
                sections.c.source_id == source_id
            )
        )
        self._known = {row.key: (row.id, row.name, row.parent_id) for row in rows}
        self._parents = {held[0]: held[2] for held in self._known.values()}
        #: Sections in which something that feeds show has changed.
        self.touched: set[int] = set()

    def place(self, breadcrumb: Iterable[tuple[str, str]]) -> int:
        """The id of the innermost section of a breadcrumb; unknown ones are made.

        A section that the page calls by another name is renamed: pages are
        read in the order of their readings, so the newest name holds.
        """
        parent: int | None = None
        for key, name in breadcrumb:
            held = self._known.get(key)
            if held is None:
                made = self._connection.execute(
                    insert(sections).values(
                        source_id=self._source_id,
                        key=key,
                        name=name or key,
                        parent_id=parent,
                        revision=0,
                    )
                )
                held = (int(made.inserted_primary_key[0]), name or key, parent)  # type: ignore[index]
                self._known[key] = held
                self._parents[held[0]] = parent
                self.touched.add(held[0])
            elif (name and name not in (held[1], key)) or (parent and parent != held[2]):
                held = (held[0], name or held[1], parent or held[2])
                self._connection.execute(
                    update(sections)
                    .where(sections.c.id == held[0])
                    .values(name=held[1], parent_id=held[2])
                )
                self._known[key] = held
                self._parents[held[0]] = held[2]
                self.touched.add(held[0])
            parent = held[0]
        if parent is None:
            raise ValueError("a breadcrumb names at least one section")
        return parent

    def flush(self) -> None:
        """Move the revisions of what was touched, and of all above it."""
        touch(self._connection, self.touched, self._parents)
        self.touched.clear()


def touch(
    connection: Connection,
    section_ids: Iterable[int],
    parents: Mapping[int, int | None],
    *,
    removal: datetime | None = None,
) -> None:
    """Move the revisions of the sections and of all above them.

    ``removal`` is the moment at which an article was withdrawn or came back, if one was.
    """
    moved: set[int] = set()
    for section_id in section_ids:
        current: int | None = section_id
        while current is not None and current not in moved:
            moved.add(current)
            current = parents.get(current)
    if not moved:
        return
    values = {"revision": sections.c.revision + 1}
    statement = update(sections).where(sections.c.id == bindparam("moved"))
    if removal is not None:
        statement = statement.values(**values, removal=later(sections.c.removal, removal))
    else:
        statement = statement.values(**values)
    connection.execute(statement, [{"moved": section_id} for section_id in sorted(moved)])
    facts.advance(connection)


def freeze_slugs(connection: Connection, slugs: Mapping[int, str]) -> None:
    """Give sections their public names, for good."""
    fresh = [{"which": section_id, "given": slug} for section_id, slug in slugs.items()]
    if fresh:
        connection.execute(
            update(sections)
            .where(sections.c.id == bindparam("which"))
            .values(slug=bindparam("given")),
            fresh,
        )
