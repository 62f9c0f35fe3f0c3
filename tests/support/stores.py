"""Stores with their tables, ready to be filled.

Making the tables takes longer than most tests: so they are made once, and for
SQLite copied, for PostgreSQL emptied when a test has done with them. Whatever
is about an empty database asks for one (``empty_store_url``).
"""

from __future__ import annotations

import atexit
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from syndicate.store.engine import HEAD
from syndicate.store.opening import open_store
from syndicate.store.schema import metadata

#: A database that a test has filled with more than this is not worth emptying.
_LARGEST = 60_000_000

_EMPTY = "; ".join(f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables))
_RESTART = "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) " \
    "FROM pg_sequences WHERE last_value IS NOT NULL"  # fmt: skip


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="syndicate-store-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_store("sqlite:///store.db", root=folder).close()
    return folder / "store.db"


def make_sqlite(path: Path) -> None:
    """An empty store at this place, as it is when a program has opened it once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_template(), path)


class Databases:
    """The databases of one PostgreSQL server, given out one after the other."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._ready: list[str] = []
        self._numbers = itertools.count(1)
        # As its own user may not be counted on to be left alone by a test.
        self._engine = create_engine(server + "postgres", isolation_level="AUTOCOMMIT")

    def make(self) -> str:
        """The URL of a fresh database with nothing in it."""
        name = f"test{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return self._server + name

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The URL of one that has its tables and nothing in them."""
        url = self._ready.pop() if self._ready else self._with_tables()
        try:
            yield url
        finally:
            if self._emptied(url):
                self._ready.append(url)
            else:
                self.drop(url)

    def drop(self, url: str) -> None:
        """Take it away, whoever is still connected to it."""
        self._run(f"DROP DATABASE {_name(url)} WITH (FORCE)")

    def close(self) -> None:
        self._engine.dispose()

    def _with_tables(self) -> str:
        url = self.make()
        open_store(url, root=Path.cwd()).close()
        return url

    def _emptied(self, url: str) -> bool:
        """Empty it; whether it is as good as a fresh one then."""
        self._run(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_name(url)}'"
        )
        engine: Engine = create_engine(url)
        try:
            with engine.begin() as connection:
                return _empty(connection)
        except DBAPIError:
            # Without its tables, say: that test was about them.
            return False
        finally:
            engine.dispose()

    def _run(self, statement: str) -> Any:
        with self._engine.connect() as connection:
            connection.execute(text(statement))


def _empty(connection: Connection) -> bool:
    size = connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    versions = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if size > _LARGEST or versions != [HEAD]:
        return False
    connection.execute(text(_EMPTY))
    connection.execute(text(_RESTART))
    return True


def _name(url: str) -> str:
    return url.rpartition("/")[2]
