"""Opening a store that is ready to work with.

A new, empty database gets its tables at once; one that an older version made
is refused until ``syndicate db upgrade`` has been run.
"""

from __future__ import annotations

from pathlib import Path

from syndicate.model.cover import without_password
from syndicate.model.errors import StoreError
from syndicate.store.engine import HEAD, Store, connect, is_missing, refuse_later, revision


def open_store(url: str, *, root: Path, create: bool = True, scratch: bool = False) -> Store:
    """Open the store at ``url``; a relative SQLite path counts from ``root``.

    With ``create`` an empty database gets its tables; with ``scratch`` it stays empty, and
    a store in memory stands for it. Raises :class:`ConfigurationError` for a URL that can't
    be used and :class:`StoreError` for a database that can't, or that is of another version.
    """
    if is_missing(url, root=root):
        if scratch:
            return _in_memory(root)
        if not create:
            raise _without_tables(without_password(url))
    store = connect(url, root=root)
    try:
        found = revision(store)
        if found is None and scratch:
            store.close()
            return _in_memory(root)
        if found is None and create:
            # Alembic takes a third of a second to import, and is seldom needed.
            from syndicate.store.upgrade import upgrade

            upgrade(store)
        elif found is None:
            raise _without_tables(store.name)
        elif found != HEAD:
            refuse_later(store.name, found)
            # A backup holds this version's tables, so that this program can't make one now.
            raise StoreError(
                f"store {store.name}",
                f"is at version {found}, this program needs {HEAD}",
                "make a backup with the version of syndicate that you had, or copy the database, "
                "then run: syndicate db upgrade",
            )
    except BaseException:
        store.close()
        raise
    return store


def _in_memory(root: Path) -> Store:
    return open_store("sqlite:///:memory:", root=root)


def _without_tables(name: str) -> StoreError:
    return StoreError(f"store {name}", "has no tables yet", "fill it with: syndicate ingest")
