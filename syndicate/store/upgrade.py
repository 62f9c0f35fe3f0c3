"""Bringing a database to this version's tables: the only door to Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig

from syndicate.store.engine import HEAD, Store, refuse_later, revision


def alembic_config(store: Store) -> AlembicConfig:
    """Alembic's configuration, made here so that no ``alembic.ini`` is needed."""
    configuration = AlembicConfig()
    configuration.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    configuration.attributes["store"] = store
    return configuration


def upgrade(store: Store) -> tuple[str | None, str]:
    """Run the missing migrations; returns the versions before and after.

    Raises :class:`StoreError` for tables that a later version has made.
    """
    before = revision(store)
    refuse_later(store.name, before)
    if before != HEAD:
        command.upgrade(alembic_config(store), "head")
    return before, revision(store) or HEAD
