"""What a published document says of when it was updated."""

from __future__ import annotations

from pathlib import Path

import pytest

from syndicate.feeds.document import bound
from syndicate.feeds.formats import FORMATS
from syndicate.feeds.written import updated
from tests.unit.feeds.newsroom import ARTICLES, CHANNEL, MASTHEAD, at, builder

WHEN = at("2026-02-03T04:05:06")


def document():
    entries = [builder()(article) for article in ARTICLES]
    return bound(MASTHEAD, CHANNEL, entries, updated=WHEN)


@pytest.mark.parametrize(("name", "said"), [("atom", WHEN), ("rss", WHEN), ("json", None)])
def test_a_feed_of_our_own(tmp_path: Path, name, said):
    path = tmp_path / "feed"
    path.write_bytes(FORMATS[name].render(document()))
    assert updated(path, name) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<feed><updated>soon</updated></feed>",
        "<feed><updated></updated></feed>",
        "<feed><entry><updated>2026-01-01T00:00:00Z</updated></entry></feed>",
        "<feed>" + " " * 20_000 + "<updated>2026-01-01T00:00:00Z</updated></feed>",
        "<feed><updated>0001-01-01T00:00:00+23:00</updated></feed>",
        "<feed><updated>ⅩⅡ</updated></feed>",
    ],
)
def test_one_that_does_not_say(tmp_path: Path, text):
    path = tmp_path / "atom.xml"
    path.write_text(text)
    assert updated(path, "atom") is None
    assert updated(path, "rss") is None


def test_none_at_all(tmp_path: Path):
    assert updated(tmp_path / "atom.xml", "atom") is None
    (tmp_path / "atom.xml").mkdir()
    assert updated(tmp_path / "atom.xml", "atom") is None
    assert updated(tmp_path / "atom.xml" / "below", "atom") is None
