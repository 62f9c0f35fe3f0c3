"""The migrations bring an empty database to exactly the tables of schema.py."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, text

from syndicate.model.errors import ConfigurationError, StoreError
from syndicate.store import feed_states
from syndicate.store.engine import HEAD, Store, connect, revision
from syndicate.store.opening import open_store
from syndicate.store.schema import lists, metadata, sections, sources
from syndicate.store.upgrade import alembic_config, upgrade
from tests.support.articles import at


@pytest.fixture
def store(empty_store_url: str, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(empty_store_url, root=tmp_path)
    yield opened
    opened.close()


def test_migrated_database_equals_the_schema(store: Store) -> None:
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, metadata)
    # A database may keep an expression or a collation in its own words; tables,
    # columns, indexes and constraints may not differ.
    assert differences == []


def test_head_names_the_last_migration(store: Store) -> None:
    scripts = ScriptDirectory.from_config(alembic_config(store))
    assert scripts.get_current_head() == HEAD


def test_upgrading_twice_changes_nothing(store: Store) -> None:
    assert upgrade(store) == (HEAD, HEAD)


def test_feeds_of_before_their_dates_were_recorded_are_no_older_than_a_withdrawal(
    store: Store,
) -> None:
    """0008: sections and lists knew when an article was last withdrawn from them."""
    command.downgrade(alembic_config(store), "0007")
    earlier, later = at("2026-01-20T08:00"), at("2026-01-22T08:00")
    slugs = {"city": earlier, "books": later, None: None, "sea": None}
    with store.write() as connection:
        connection.execute(insert(sources).values(id=1, name="cms", kind="cms-pages"))
        for key, (slug, removal) in enumerate(slugs.items()):
            connection.execute(
                insert(sections).values(
                    source_id=1, key=str(key), name=str(key), slug=slug, removal=removal
                )
            )
        for name, removal in (("ada-reed", later), ("ida-reed", None)):
            connection.execute(
                insert(lists).values(kind="author", key=name, slug=name, removal=removal)
            )
    upgrade(store)
    with store.read() as connection:
        found = feed_states.read(connection)
    assert {folder: state.updated.day for folder, state in found.items()} == {
        "": 22,
        "latest": 22,
        "city": 20,
        "books": 22,
        "author/ada-reed": 22,
    }
    assert {state.shown for state in found.values()} == {None}


def test_a_store_of_another_version_is_refused(store: Store, tmp_path: Path) -> None:
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    url = store.engine.url.render_as_string(hide_password=False)
    with pytest.raises(StoreError, match=r"with the version .* you had.*syndicate db upgrade"):
        open_store(url, root=tmp_path)


def test_a_store_of_a_later_version_is_left_to_it(store: Store, tmp_path: Path) -> None:
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    url = store.engine.url.render_as_string(hide_password=False)
    with pytest.raises(StoreError, match="install the version of syndicate that you had"):
        open_store(url, root=tmp_path)
    with pytest.raises(StoreError, match="install the version of syndicate that you had"):
        upgrade(store)
    assert revision(store) == "9999"


def test_an_empty_store_is_left_alone_where_asked(empty_store_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no tables yet"):
        open_store(empty_store_url, root=tmp_path, create=False)
    store = connect(empty_store_url, root=tmp_path)
    assert revision(store) is None
    store.close()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_text("not a database at all, " * 100)
    with pytest.raises(StoreError, match=r"store\.db.*restore a backup"):
        open_store("sqlite:///store.db", root=tmp_path)


def test_an_unknown_kind_of_database_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="store"):
        open_store("oracle://nowhere/x", root=tmp_path)


def test_a_relative_path_counts_from_the_root(tmp_path: Path) -> None:
    store = open_store("sqlite:///data/store.db", root=tmp_path)
    assert (tmp_path / "data" / "store.db").exists()
    store.close()


_AT_ONCE = """
import sys
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from syndicate.store import upgrade
from syndicate.store.opening import open_store

print("ready", flush=True)
sys.stdin.readline()
open_store(sys.argv[1], root=Path.cwd()).close()
"""


def test_processes_that_meet_an_empty_database_at_once_all_open_it(
    empty_store_url: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", _AT_ONCE, empty_store_url]
    openers = [
        subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) for _ in range(6)
    ]
    for opener in openers:
        assert opener.stdout is not None
        assert opener.stdout.readline() == "ready\n"
    # All imports are done: from here they run side by side.
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write("\n")
        opener.stdin.flush()
    said = [opener.communicate(timeout=60)[1] for opener in openers]
    assert [(opener.returncode, text) for opener, text in zip(openers, said, strict=True)] == [
        (0, "")
    ] * len(openers)
    store = open_store(empty_store_url, root=tmp_path, create=False)
    assert revision(store) == HEAD
    store.close()
