"""The store's database: SQLite in WAL mode by default, PostgreSQL by changing one URL.

``Store`` hands out connections in transactions and nothing else. Whether the
tables are there, and of which version, is asked in ``opening.py``.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import DatabaseError, NoSuchModuleError, OperationalError

from syndicate.model.cover import without_password
from syndicate.model.errors import ConfigurationError, StoreError

#: The migration this version's tables are at. A test holds it to migrations/.
HEAD = "0008"

#: How long a statement waits for its turn on SQLite, in seconds.
_PATIENCE = 30
#: How long between two tries of what SQLite does not wait for by itself, in seconds.
_PAUSE = 0.02
#: How long wiping waits for those who read, in milliseconds: it can be done again.
_WIPING = 500


class Store:
    """The article store behind one URL. ``name`` is what messages call it."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def is_fleeting(self) -> bool:
        """Whether it is in memory alone, and gone when it is closed."""
        return self.is_sqlite and self.engine.url.database in (None, "", ":memory:")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads: one consistent view of the store."""
        with self._named_errors(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A long reading transaction in which nothing moves, on either database."""
        with self._named_errors(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def write(self, *, durable: bool = False, dry_run: bool = False) -> Iterator[Connection]:
        """A transaction that writes. On SQLite it waits its turn at the start, not half-way.

        There a commit outlives the process but not a power cut, unless it is
        ``durable``; on PostgreSQL it does so anyway. A ``dry_run`` is undone at
        its end: what was read in it is how things would be.
        """
        with self._named_errors(), self.engine.connect() as connection:
            connection = connection.execution_options(syndicate_write=True)
            with self._synced(connection) if durable else nullcontext(), connection.begin():
                yield connection
                if dry_run:
                    connection.rollback()

    @contextmanager
    def _synced(self, connection: Connection) -> Iterator[None]:
        driver: Any = connection.connection.driver_connection
        if not self.is_sqlite:
            yield
            return
        driver.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            driver.execute("PRAGMA synchronous = NORMAL")

    def wipe(self) -> bool:
        """Let nothing that was deleted remain in SQLite's files; False while somebody reads.

        Deleted bytes are overwritten in any case (``secure_delete``), but how pages
        were before stays in the write-ahead log until it is begun anew, which may
        take weeks. PostgreSQL does this by itself (its vacuum).
        """
        if not self.is_sqlite:
            return True
        with self._named_errors(), self.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute(f"PRAGMA busy_timeout = {_WIPING}")
            try:
                return bool(driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
            finally:
                driver.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000}")

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, DatabaseError) as error:
            reason = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
            raise StoreError(f"store {self.name}", reason, _way_out(reason)) from error


def _way_out(reason: str) -> str:
    lowered = reason.lower()
    if "locked" in lowered:
        return "another process is writing; try again when it has finished"
    if "full" in lowered or "disk i/o" in lowered:
        return "free some space on its disk and run the same command again"
    if "malformed" in lowered or "not a database" in lowered:
        return "restore a backup with: syndicate restore FILE"
    if "readonly" in lowered or "read-only" in lowered or "unable to open" in lowered:
        return "check that this user may write to the file and its folder"
    if "connection" in lowered or "connect" in lowered:
        return "check [store] url and that the server is running"
    return ""


def is_missing(url: str, *, root: Path) -> bool:
    """Whether ``url`` names a SQLite file that does not exist."""
    parsed = _parse(url, root)
    return parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists()


def connect(url: str, *, root: Path) -> Store:
    """Connect without asking which version the tables are at."""
    parsed = _parse(url, root)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database and parsed.database != ":memory:":
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            _begin_file(parsed.database)
        engine = create_engine(
            parsed, connect_args={"timeout": _PATIENCE, "check_same_thread": False}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        try:
            engine = create_engine(parsed, pool_pre_ping=True, pool_size=4)
        except (ImportError, NoSuchModuleError) as error:
            raise ConfigurationError(
                f"[store] url: {without_password(url)!r}",
                f"no driver for it ({error})",
                "install the extra: pip install 'syndicate[postgres]'",
            ) from error
        event.listen(engine, "connect", _prepare_postgres)
    return Store(engine, without_password(url))


def _begin_file(path: str) -> None:
    """It will hold addresses: a new one is its user's alone, and so are the files beside it."""
    # What stands in the way of it SQLite says itself.
    with suppress(OSError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))


def revision(store: Store) -> str | None:
    """The migration the database is at; ``None`` for an empty one."""
    with store.read() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(found) if found else None


def refuse_later(name: str, version: str | None) -> None:
    """Raises :class:`StoreError` where a later version of syndicate has made the tables."""
    if version is not None and version > HEAD:
        raise StoreError(
            f"store {name}",
            f"is at version {version}, and this program knows none after {HEAD}",
            "install the version of syndicate that you had, or restore a backup of before",
        )


def _parse(url: str, root: Path) -> URL:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        return parsed.set(database=str((root / str(parsed.database)).resolve()))
    if parsed.drivername in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver must not open transactions by itself: _begin_sqlite does.
    connection.isolation_level = None
    cursor = connection.cursor()
    _log_ahead(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA temp_store = MEMORY")
    # Whoever is erased must not stay in the file; not every build of SQLite does so by itself.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.execute("PRAGMA cache_size = -16384")
    cursor.close()


def _log_ahead(cursor: sqlite3.Cursor) -> None:
    """Turn a new file to WAL mode. Of several that do so at once SQLite refuses some unasked."""
    given_up = time.monotonic() + _PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() >= given_up:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _prepare_postgres(connection: Any, _record: Any) -> None:
    # Calendar days in queries are days in UTC, whatever the server's own zone.
    with connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("syndicate_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
