"""What is held in memory, and what has to go."""

from __future__ import annotations

from pathlib import Path

import pytest

from syndicate.web import shelf
from syndicate.web.files import read
from syndicate.web.kinds import kind_of
from syndicate.web.resource import Resource
from syndicate.web.shelf import Held, Shelf
from tests.support.articles import at


def resource(folder: Path, name: str, size: int) -> Resource:
    (folder / name).write_bytes(b"x" * size)
    file = read(folder, name, kept=10_000, compressed=True)
    kind = kind_of("rss.xml")
    assert file is not None
    assert kind is not None
    return Resource(name, kind, file, modified=at("2026-01-26T01:00"), common={})


def names(held: Shelf) -> list[str]:
    return [name for name in "abcdefghij" if held.get(name)]


def test_the_longest_unasked_goes_first(tmp_path: Path):
    held = Shelf(350)
    for name in "abc":
        held.put(name, Held(resource(tmp_path, name, 100), 0.0))
    held.touch("a")
    held.put("d", Held(resource(tmp_path, "d", 100), 0.0))
    assert names(held) == ["a", "c", "d"]


def test_copies_count(tmp_path: Path):
    held = Shelf(9_000)
    for name in "ab":
        held.put(name, Held(resource(tmp_path, name, 4_490), 0.0))
    assert len(held) == 1  # twice 4,490 bytes would fit without gzip's copies


def test_what_is_put_again_counts_once(tmp_path: Path):
    held = Shelf(250)
    for _ in range(5):
        held.put("a", Held(resource(tmp_path, "a", 100), 0.0))
    held.put("b", Held(resource(tmp_path, "b", 100), 0.0))
    assert names(held) == ["a", "b"]


def test_so_many_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shelf, "COUNT", 3)
    held = Shelf(10_000)
    for name in "abcde":
        held.put(name, Held(resource(tmp_path, name, 1), 0.0))
    assert names(held) == ["c", "d", "e"]
