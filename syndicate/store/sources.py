"""The sources, their readings, and the files that were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from syndicate.store.schema import files, readings, sources


@dataclass(frozen=True, slots=True)
class KnownSource:
    id: int
    name: str
    recipe: str


def ensure(connection: Connection, name: str, kind: str) -> KnownSource:
    """The row of the source called ``name``, made if it is new."""
    row = connection.execute(
        select(sources.c.id, sources.c.recipe).where(sources.c.name == name)
    ).first()
    if row is None:
        made = connection.execute(insert(sources).values(name=name, kind=kind, recipe=""))
        return KnownSource(int(made.inserted_primary_key[0]), name, "")  # type: ignore[index]
    return KnownSource(row.id, name, row.recipe)


def names(connection: Connection) -> dict[int, str]:
    rows = connection.execute(select(sources.c.id, sources.c.name))
    return {row.id: row.name for row in rows}


def set_recipe(connection: Connection, source_id: int, recipe: str) -> None:
    connection.execute(update(sources).where(sources.c.id == source_id).values(recipe=recipe))


def known_files(connection: Connection, source_id: int) -> dict[str, str]:
    """Path to fingerprint of every file that was read well."""
    rows = connection.execute(
        select(files.c.path, files.c.fingerprint).where(files.c.source_id == source_id)
    )
    return {path: fingerprint for path, fingerprint in rows}  # noqa: C416


def remember_files(
    connection: Connection, source_id: int, read: Iterable[tuple[str, str, str, bool]]
) -> None:
    """Record files as (path, fingerprint, article key, dated); a path is replaced."""
    rows = [
        {"source_id": source_id, "path": path, "fingerprint": mark, "key": key, "dated": dated}
        for path, mark, key, dated in read
    ]
    if rows:
        forget_files(connection, source_id, [row["path"] for row in rows])  # type: ignore[misc]
        connection.execute(insert(files), rows)


def forget_files(connection: Connection, source_id: int, paths: Iterable[str]) -> None:
    wanted = list(paths)
    for start in range(0, len(wanted), 500):
        connection.execute(
            delete(files).where(
                files.c.source_id == source_id, files.c.path.in_(wanted[start : start + 500])
            )
        )


def keys_of_files(connection: Connection, source_id: int, paths: Iterable[str]) -> dict[str, str]:
    """Path to article key of the given files."""
    found: dict[str, str] = {}
    wanted = list(paths)
    for start in range(0, len(wanted), 500):
        rows = connection.execute(
            select(files.c.path, files.c.key).where(
                files.c.source_id == source_id, files.c.path.in_(wanted[start : start + 500])
            )
        )
        found.update((row.path, row.key) for row in rows)
    return found


def keys_held_elsewhere(
    connection: Connection, source_id: int, keys: Iterable[str], paths: Iterable[str]
) -> set[str]:
    """Those of ``keys`` whose article has a remembered file besides ``paths``."""
    wanted, aside = list(keys), set(paths)
    held: set[str] = set()
    for start in range(0, len(wanted), 500):
        rows = connection.execute(
            select(files.c.key, files.c.path).where(
                files.c.source_id == source_id, files.c.key.in_(wanted[start : start + 500])
            )
        )
        held.update(row.key for row in rows if row.path not in aside)
    return held


def has_live_files(connection: Connection, source_id: int) -> bool:
    """Whether any remembered file lies outside dated folders."""
    query = select(files.c.path).where(files.c.source_id == source_id, files.c.dated.is_(False))
    return connection.execute(query.limit(1)).first() is not None


def live_keys(connection: Connection, source_id: int, keys: Iterable[str]) -> set[str]:
    """Those of ``keys`` whose own page lies in the source now, outside dated folders."""
    wanted = list(keys)
    live: set[str] = set()
    for start in range(0, len(wanted), 500):
        rows = connection.execute(
            select(files.c.key).where(
                files.c.source_id == source_id,
                files.c.dated.is_(False),
                files.c.key.in_(wanted[start : start + 500]),
            )
        )
        live.update(rows.scalars())
    return live


def record_reading(connection: Connection, source_id: int, moment: datetime) -> bool:
    """Record that the source was read at ``moment``; False if that was known."""
    held = connection.execute(
        select(readings.c.id).where(readings.c.source_id == source_id, readings.c.moment == moment)
    ).first()
    if held is None:
        connection.execute(insert(readings).values(source_id=source_id, moment=moment))
    return held is None


def latest_reading(connection: Connection, source_id: int | None = None) -> datetime | None:
    """The moment of the latest reading, of one source or of all."""
    query = select(func.max(readings.c.moment))
    if source_id is not None:
        query = query.where(readings.c.source_id == source_id)
    return connection.execute(query).scalar()


def was_read_between(
    connection: Connection, source_id: int, first: datetime, last: datetime
) -> bool:
    """Whether a reading of the source lies in the closed interval."""
    query = select(readings.c.id).where(
        readings.c.source_id == source_id, readings.c.moment.between(first, last)
    )
    return connection.execute(query.limit(1)).first() is not None


def latest_readings(connection: Connection) -> Mapping[str, datetime]:
    """Name of each source that has been read to the moment of its latest reading."""
    rows = connection.execute(
        select(sources.c.name, func.max(readings.c.moment))
        .join(readings, readings.c.source_id == sources.c.id)
        .group_by(sources.c.name)
    )
    return {name: moment for name, moment in rows}  # noqa: C416
