"""Archives of sections (RFC 5005): who arrived when, and which documents are written.

Positions count from 1 in each section, in the order in which articles arrived
in it or below it; they are given once and never change. A document holds a
fixed number of positions and is *filled* when the last of them is given.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, tuple_

from syndicate.model.section import SectionTree
from syndicate.store import facts
from syndicate.store.feed_states import FeedState
from syndicate.store.schema import archive_entries, archives, articles, sections
from syndicate.store.visible import visible

_CHUNK = 500

_SIZE = "archive-size"


@dataclass(frozen=True, slots=True)
class Written:
    """An archive document as it was last written.

    ``shown`` and ``updated`` as in ``FeedState``; None of one that was written
    before they were recorded.
    """

    section_id: int
    format: str
    number: int
    sha256: str
    length: int
    changed: datetime
    shown: str | None = None
    updated: datetime | None = None


def size(connection: Connection, wanted: int) -> int:
    """How many entries a document has: those that are written hold all others to their own."""
    held = int(facts.read(connection, _SIZE) or wanted)
    if held == wanted or connection.execute(select(exists().where(archives.c.number > 0))).scalar():
        return held
    return wanted


def fix_size(connection: Connection, wanted: int) -> int:
    """The same, and it is for good with the first document that is written."""
    holds = size(connection, wanted)
    if facts.read(connection, _SIZE) != str(holds):
        facts.write(connection, _SIZE, str(holds))
    return holds


def enrol(connection: Connection, tree: SectionTree) -> int:
    """Give positions to the articles that have arrived since the last call.

    Within one call the order is that of arrival, then of publication. Returns
    how many articles were enrolled.
    """
    done = int(facts.read(connection, "archived-revision") or 0)
    now = facts.revision(connection)
    if now == done:
        return 0
    rows = connection.execute(
        select(articles.c.id, articles.c.section_id)
        .where(articles.c.revision > done, articles.c.revision <= now)
        .order_by(articles.c.arrived, articles.c.published, articles.c.id)
    ).all()
    last = last_positions(connection)
    enrolled = 0
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        held = _held(connection, [row.id for row in chunk])
        fresh = []
        for row in chunk:
            for section in tree.path(row.section_id):
                if (section.id, row.id) not in held:
                    last[section.id] = last.get(section.id, 0) + 1
                    fresh.append(
                        {
                            "section_id": section.id,
                            "position": last[section.id],
                            "article_id": row.id,
                        }
                    )
        if fresh:
            connection.execute(insert(archive_entries), fresh)
            enrolled += len({entry["article_id"] for entry in fresh})
    facts.write(connection, "archived-revision", str(now))
    return enrolled


def last_positions(connection: Connection) -> dict[int, int]:
    """Section id to the number of articles that have been enrolled in it."""
    # Asked of each section, it is a look into the index; of all, a walk through it.
    last = (
        select(func.max(archive_entries.c.position))
        .where(archive_entries.c.section_id == sections.c.id)
        .scalar_subquery()
    )
    rows = connection.execute(select(sections.c.id, last))
    return {section_id: position for section_id, position in rows if position is not None}


def _held(connection: Connection, article_ids: Sequence[int]) -> set[tuple[int, int]]:
    rows = connection.execute(
        select(archive_entries.c.section_id, archive_entries.c.article_id).where(
            archive_entries.c.article_id.in_(article_ids)
        )
    )
    return {(row.section_id, row.article_id) for row in rows}


_SHOWN = (
    select(archive_entries.c.article_id, articles.c.section_id)
    .join(articles, articles.c.id == archive_entries.c.article_id)
    .where(
        archive_entries.c.section_id == bindparam("section"),
        archive_entries.c.position >= bindparam("first"),
        archive_entries.c.position <= bindparam("last"),
        visible,
    )
    .order_by(archive_entries.c.position.desc())
)


def shown(connection: Connection, section_id: int, first: int, last: int) -> list[tuple[int, int]]:
    """(article id, the section it is in now) of the visible ones of these positions, newest first.

    Made for being asked of thousands of documents, one after the other.
    """
    asked = {"section": section_id, "first": first, "last": last}
    return [(article, section) for article, section in connection.execute(_SHOWN, asked).all()]


def last_members(connection: Connection, size: int) -> dict[tuple[int, int], int]:
    """(section id, document number) to the id of the article that filled it."""
    rows = connection.execute(
        select(
            archive_entries.c.section_id,
            archive_entries.c.position,
            archive_entries.c.article_id,
        ).where(archive_entries.c.position % size == 0)
    )
    return {(row.section_id, row.position // size): row.article_id for row in rows}


def changed_since(connection: Connection, revision: int) -> list[tuple[int, int]]:
    """(section id, position) of every enrolled article that changed after ``revision``."""
    rows = connection.execute(
        select(archive_entries.c.section_id, archive_entries.c.position)
        .join(articles, articles.c.id == archive_entries.c.article_id)
        .where(articles.c.revision > revision)
    )
    return [(row.section_id, row.position) for row in rows]


def count_written(connection: Connection) -> dict[tuple[int, str], int]:
    """(section id, format) to the number of its documents that have been written."""
    rows = connection.execute(
        select(archives.c.section_id, archives.c.format, func.count()).group_by(
            archives.c.section_id, archives.c.format
        )
    )
    return {(section_id, name): count for section_id, name, count in rows}


def numbers_written(connection: Connection, section_id: int, name: str) -> set[int]:
    """The numbers of a section's documents that have been written in a format."""
    rows = connection.execute(
        select(archives.c.number).where(
            archives.c.section_id == section_id, archives.c.format == name
        )
    )
    return set(rows.scalars())


def states(
    connection: Connection, section_id: int, numbers: Collection[int]
) -> dict[int, FeedState | None]:
    """What those of a section's documents showed that are written, by number.

    None of one that was written before that was recorded. All formats of a document
    show the same; where one is behind, the later counts.
    """
    found: dict[int, FeedState | None] = {}
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(archives.c.number, archives.c.shown, archives.c.updated)
            .where(
                archives.c.section_id == section_id,
                archives.c.number.in_(wanted[start : start + _CHUNK]),
            )
            .order_by(archives.c.updated)
        )
        for row in rows:
            if row.updated is not None:
                found[row.number] = FeedState(row.shown, row.updated)
            else:
                found.setdefault(row.number, None)
    return found


def find(connection: Connection, section_id: int, name: str, number: int) -> Written | None:
    """One document as it was last written."""
    row = connection.execute(
        select(archives).where(
            archives.c.section_id == section_id,
            archives.c.format == name,
            archives.c.number == number,
        )
    ).first()
    return Written(*row) if row else None


def corrected_until(connection: Connection) -> int:
    """The store's revision up to which corrections have reached the archives."""
    return int(facts.read(connection, "archives-corrected") or 0)


def note_corrected(connection: Connection, revision: int) -> None:
    facts.write(connection, "archives-corrected", str(revision))


def record(connection: Connection, documents: Sequence[Written]) -> None:
    """Record documents; what was recorded of the same number is replaced.

    Where the bytes are the same, so is the time at which they changed.
    """
    rows = []
    held = _recorded(connection, documents)
    for document in documents:
        row = {name: getattr(document, name) for name in Written.__slots__}
        last = held.get(_name(document))
        if last is not None:
            if last.sha256 == document.sha256:
                row["changed"] = last.changed
            connection.execute(
                delete(archives).where(
                    archives.c.section_id == document.section_id,
                    archives.c.format == document.format,
                    archives.c.number == document.number,
                )
            )
        rows.append(row)
    if rows:
        connection.execute(insert(archives), rows)


_Name = tuple[int, str, int]


def _name(document: Written) -> _Name:
    return document.section_id, document.format, document.number


def _recorded(connection: Connection, documents: Sequence[Written]) -> dict[_Name, Written]:
    """What is recorded under the names of these documents."""
    found: dict[_Name, Written] = {}
    names = [_name(document) for document in documents]
    which = tuple_(archives.c.section_id, archives.c.format, archives.c.number)
    for start in range(0, len(names), _CHUNK):
        rows = connection.execute(
            select(archives).where(which.in_(names[start : start + _CHUNK]))
        ).all()
        found |= {_name(written): written for written in (Written(*row) for row in rows)}
    return found


def forget(connection: Connection, section_id: int, name: str) -> None:
    """Forget a section's documents in a format that is given up."""
    connection.execute(
        delete(archives).where(archives.c.section_id == section_id, archives.c.format == name)
    )
