"""Backups: the whole store in one file that either database can take back.

Gzipped JSON lines: a header with this program's table version, then for each
table its name and its rows, then a closing line with the number of rows. So a
cut-off file is recognised, and a store can move from SQLite to PostgreSQL.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from syndicate.model.errors import StoreError
from syndicate.model.progress import Progress, silent
from syndicate.store.engine import HEAD, Store
from syndicate.store.schema import Instant, metadata

_FORMAT = "syndicate-backup"
_BATCH = 500

#: Leases belong to living processes, not to what is kept.
_LEFT_OUT = frozenset({"leases"})


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup file says of itself."""

    path: Path
    made: datetime
    version: str
    rows: int


def write(store: Store, path: Path, *, now: datetime, progress: Progress = silent) -> Backup:
    """Write the store as it is at one moment; replaces ``path`` only when complete."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Everybody's address is in it.
        temporary.touch(mode=0o600)
        with gzip.open(temporary, "wt", encoding="utf-8", compresslevel=6) as file:
            rows = _write(store, file, now, progress)
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        temporary.replace(path)
    except OSError as error:
        raise StoreError(
            f"backup {path}",
            error.strerror or str(error),
            "choose a place with space that this user may write to",
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return Backup(path, now, HEAD, rows)


def _write(store: Store, file: IO[str], now: datetime, progress: Progress) -> int:
    rows = 0
    _line(file, {"format": _FORMAT, "version": HEAD, "made": now.isoformat()})
    with store.snapshot() as connection:
        for table in _tables():
            _line(file, {"table": table.name})
            for row in connection.execute(select(table).execution_options(yield_per=_BATCH)):
                _line(file, [_plain(value) for value in row])
                rows += 1
                if rows % _BATCH == 0:
                    progress(rows)
    _line(file, {"rows": rows})
    return rows


def count(store: Store) -> int:
    """How many rows :func:`write` would write now."""
    with store.snapshot() as connection:
        return sum(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in _tables()
        )


def check(path: Path, *, progress: Progress = silent) -> Backup:
    """Read a backup through without using it. Raises :class:`StoreError` for a bad one."""
    header, rows = None, 0
    for line in _lines(path):
        if header is None:
            header = _header(path, line)
        elif isinstance(line, list):
            rows += 1
            if rows % _BATCH == 0:
                progress(rows)
    if header is None:
        raise _broken(path, "is empty")
    return Backup(path, datetime.fromisoformat(header["made"]), header["version"], rows)


def restore(store: Store, path: Path, *, progress: Progress = silent) -> Backup:
    """Replace everything in the store by a backup, in one transaction.

    Checks the file first, so that a broken one changes nothing.
    """
    found = check(path)
    with store.write() as connection:
        for table in reversed(_tables()):
            connection.execute(delete(table))
        done, batch = 0, _Batch(connection)
        for line in _lines(path):
            if isinstance(line, list):
                batch.add(line)
                done += 1
                if done % _BATCH == 0:
                    progress(done, found.rows)
            elif "table" in line:
                batch.begin(metadata.tables[line["table"]])
        batch.flush()
        _restart_sequences(connection)
    return found


class _Batch:
    """Rows on their way into one table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._table: Table | None = None
        self._rows: list[dict[str, Any]] = []

    def begin(self, table: Table) -> None:
        self.flush()
        self._table = table

    def add(self, values: list[Any]) -> None:
        if self._table is None:
            raise ValueError("a row before any table")
        columns = self._table.columns
        self._rows.append(
            {
                column.name: datetime.fromisoformat(value)
                if value is not None and isinstance(column.type, Instant)
                else value
                for column, value in zip(columns, values, strict=True)
            }
        )
        if len(self._rows) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        if self._rows and self._table is not None:
            self._connection.execute(insert(self._table), _parents_first(self._table, self._rows))
        self._rows = []


def _parents_first(table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    # A section refers to its parent, which older readings made before it.
    return sorted(rows, key=lambda row: row["id"]) if table.name == "sections" else rows


def _tables() -> list[Table]:
    return [table for table in metadata.sorted_tables if table.name not in _LEFT_OUT]


def _restart_sequences(connection: Connection) -> None:
    """Rows came with their ids: PostgreSQL's counters must go on after them."""
    if connection.dialect.name != "postgresql":
        return
    for table in _tables():
        if "id" in table.columns:
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "
                    f"coalesce((SELECT max(id) FROM {table.name}), 0) + 1, false)"
                )
            )


def _lines(path: Path) -> Iterator[Any]:
    rows, closed = 0, False
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for text_line in file:
                line = json.loads(text_line)
                if isinstance(line, dict) and "rows" in line:
                    closed = line["rows"] == rows
                rows += isinstance(line, list)
                yield line
    except FileNotFoundError as error:
        raise StoreError(f"backup {path}", "no such file", "name an existing backup") from error
    except (OSError, EOFError, ValueError) as error:
        raise _broken(path, str(error)) from error
    if not closed:
        raise _broken(path, "ends too early")


def _header(path: Path, line: Any) -> dict[str, Any]:
    if not isinstance(line, dict) or line.get("format") != _FORMAT:
        raise _broken(path, "is not a backup of syndicate")
    if line["version"] != HEAD:
        raise StoreError(
            f"backup {path}",
            f"is of table version {line['version']}, this program needs {HEAD}",
            "restore it with the version of syndicate that made it, then upgrade",
        )
    return line


def _broken(path: Path, cause: str) -> StoreError:
    return StoreError(f"backup {path}", cause, "use another backup")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _line(file: IO[str], value: Any) -> None:
    file.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")
