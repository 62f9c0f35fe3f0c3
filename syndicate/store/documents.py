"""What has been published: the documents in the output folder, and its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from syndicate.store.schema import documents, media, sources


@dataclass(frozen=True, slots=True)
class Published:
    """A document as it was last written.

    ``revision`` and ``recipe`` are what it was built from: while both hold, it
    needs no look. ``changed`` is when its bytes last changed.
    """

    path: str
    revision: int
    recipe: str
    sha256: str
    length: int
    items: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class PublishedMedia:
    """A local picture or file: where it lies in the source, and its public name."""

    source_id: int
    path: str
    fingerprint: str
    name: str
    length: int


def published(connection: Connection) -> dict[str, Published]:
    rows = connection.execute(select(documents))
    return {row.path: Published(*row) for row in rows}


def state(connection: Connection) -> tuple[int, datetime | None]:
    """How many documents there are, and when one of them last changed: moves with any of them."""
    row = connection.execute(select(func.count(), func.max(documents.c.changed))).one()
    return row[0], row[1]


def find(connection: Connection, path: str) -> Published | None:
    row = connection.execute(select(documents).where(documents.c.path == path)).first()
    return Published(*row) if row is not None else None


def record(connection: Connection, written: Iterable[Published]) -> None:
    """Record documents; what was recorded under the same path is replaced."""
    rows = [{name: getattr(document, name) for name in Published.__slots__} for document in written]
    if rows:
        forget(connection, [str(row["path"]) for row in rows])
        connection.execute(insert(documents), rows)


def forget(connection: Connection, paths: Iterable[str]) -> None:
    wanted = list(paths)
    for start in range(0, len(wanted), 500):
        connection.execute(
            delete(documents).where(documents.c.path.in_(wanted[start : start + 500]))
        )


def known_media(
    connection: Connection, source_id: int, paths: Sequence[str]
) -> dict[str, PublishedMedia]:
    """Those of a source's ``paths`` that have been published, by path."""
    found: dict[str, PublishedMedia] = {}
    for start in range(0, len(paths), 500):
        rows = connection.execute(
            select(media).where(
                media.c.source_id == source_id, media.c.path.in_(paths[start : start + 500])
            )
        )
        found.update((row.path, PublishedMedia(*row)) for row in rows)
    return found


def media_names(connection: Connection) -> set[str]:
    """The public names of all pictures and files that have been published."""
    return set(connection.execute(select(media.c.name)).scalars())


def media_named(connection: Connection, names: Sequence[str]) -> list[tuple[str, str, str]]:
    """(source, path in it, public name) of those with these names."""
    found: list[tuple[str, str, str]] = []
    for start in range(0, len(names), 500):
        rows = connection.execute(
            select(sources.c.name, media.c.path, media.c.name)
            .join(sources, sources.c.id == media.c.source_id)
            .where(media.c.name.in_(names[start : start + 500]))
        )
        found += [(source, path, name) for source, path, name in rows]
    return found


def forget_media(connection: Connection, gone: Iterable[tuple[str, str]]) -> None:
    """Forget pictures and files by (source, path) that can't be had any more."""
    for source, path in gone:
        owner = select(sources.c.id).where(sources.c.name == source).scalar_subquery()
        connection.execute(delete(media).where(media.c.source_id == owner, media.c.path == path))


def record_media(connection: Connection, found: Iterable[PublishedMedia]) -> None:
    for item in found:
        connection.execute(
            delete(media).where(media.c.source_id == item.source_id, media.c.path == item.path)
        )
        connection.execute(
            insert(media).values({name: getattr(item, name) for name in PublishedMedia.__slots__})
        )
