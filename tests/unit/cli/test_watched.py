"""Each change of a file is told once, and nothing else is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from syndicate.cli.watched import Watched


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text("items = 50\n")
    return path


def test_a_file_that_nobody_touches_has_not_changed(file):
    assert not Watched(file).has_changed()


def test_a_change_is_told_once(file):
    watched = Watched(file)
    file.write_text("items = 20, or so\n")
    assert [watched.has_changed(), watched.has_changed()] == [True, False]


def test_a_file_that_was_only_touched_has_not_changed(file):
    watched = Watched(file)
    os.utime(file, ns=(1, 1))
    assert not watched.has_changed()


def test_one_put_in_its_place_is_a_change_and_the_gap_before_is_none(file, tmp_path):
    watched = Watched(file)
    file.unlink()
    assert not watched.has_changed()
    (tmp_path / "other").write_text("items = 10\n")
    (tmp_path / "other").rename(file)
    assert watched.has_changed()
