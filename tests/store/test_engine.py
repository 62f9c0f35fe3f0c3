"""The store's file: its user's alone."""

from __future__ import annotations

import sqlite3
import stat
import threading
import time
from pathlib import Path

import pytest

from syndicate.model.errors import StoreError
from syndicate.store.opening import open_store


def test_a_new_store_is_closed_to_others_on_the_machine(tmp_path: Path) -> None:
    store = open_store("sqlite:///data/store.db", root=tmp_path)
    try:
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store_files(tmp_path)}
    finally:
        store.close()
    assert "store.db" in modes
    assert set(modes.values()) == {0o600}


def test_a_store_keeps_the_mode_that_its_keeper_gave_it(tmp_path: Path) -> None:
    open_store("sqlite:///data/store.db", root=tmp_path).close()
    (tmp_path / "data/store.db").chmod(0o640)
    open_store("sqlite:///data/store.db", root=tmp_path).close()
    assert stat.S_IMODE((tmp_path / "data/store.db").stat().st_mode) == 0o640


def test_a_new_file_that_another_process_is_just_making_is_waited_for(tmp_path: Path) -> None:
    # The other has not turned it to WAL yet: there SQLite refuses at once, however patient.
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE held (number)")
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO held VALUES (1)")

    def finish() -> None:
        time.sleep(0.5)
        other.execute("COMMIT")
        other.close()

    finishing = threading.Thread(target=finish)
    finishing.start()
    try:
        open_store("sqlite:///store.db", root=tmp_path).close()
    finally:
        finishing.join()


def store_files(root: Path) -> list[Path]:
    return list((root / "data").iterdir())


def test_a_database_is_called_what_its_user_called_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store("postgres://ann:secret@127.0.0.1:1/press", root=tmp_path)
    assert caught.value.thing == "store postgres://ann:***@127.0.0.1:1/press"
    assert "secret" not in str(caught.value)
