"""Whether there is a store, and how large it is; asking makes none."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url

from syndicate.store.engine import Store, connect, revision


def exists(url: str, *, root: Path) -> bool:
    """Whether the database at ``url`` has been filled with tables.

    Raises :class:`~syndicate.model.errors.StoreError` where it can't be asked.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not (root / str(parsed.database)).is_file():
        return False
    store = connect(url, root=root)
    try:
        return revision(store) is not None
    finally:
        store.close()


def size(store: Store) -> int:
    """What the store takes on its disk, in bytes."""
    if store.is_sqlite:
        database = str(store.engine.url.database)
        files = (Path(f"{database}{ending}") for ending in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.is_file())
    with store.read() as connection:
        found = connection.execute(text("SELECT pg_database_size(current_database())"))
        return int(found.scalar_one())
