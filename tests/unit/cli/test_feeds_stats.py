"""``syndicate feeds stats``: as people and as programs see it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from syndicate.cli.context import Context
from syndicate.cli.feeds_stats import stats
from syndicate.store import readers
from syndicate.store.readers import Sighting
from tests.support.sites import Site, make_site

NOW = datetime.now(UTC)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(tmp_path)
    with made.press() as press, press.store.write() as connection:
        readers.record(
            connection,
            [
                Sighting("rss.xml", "Feedly", "", 10, 10, NOW - timedelta(days=31)),
                Sighting("rss.xml", "Feedly", "", 12, 12, NOW),
                Sighting("rss.xml", "Feedbin", "9", 3, 3, NOW),
                Sighting("city/atom.xml", "Inoreader", "", 20, 20, NOW),
            ],
        )
    return made


def run(site: Site, *words: str) -> str:
    done = CliRunner().invoke(stats, words, obj=Context(str(site.file)))
    assert done.exit_code == 0, done.output
    return done.stdout


def test_each_feeds_readers_and_the_sum(site: Site):
    lines = [line.split() for line in run(site).splitlines()]
    assert [line[:4] for line in lines[1:4]] == [
        ["city/atom.xml", "Inoreader", "20", "new"],
        ["rss.xml", "Feedly", "12", "+2"],
        ["rss.xml", "Feedbin", "3", "new"],
    ]
    assert lines[-1] == ["35", "subscribers", "of", "2", "feeds"]


def test_for_programs(site: Site):
    said = json.loads(run(site, "--json", "--days", "400"))
    assert (said["days"], said["subscribers"]) == (400, 35)
    assert [(feed["feed"], feed["subscribers"]) for feed in said["feeds"]] == [
        ("city/atom.xml", 20),
        ("rss.xml", 15),
    ]
    assert [reader["change"] for reader in said["feeds"][1]["readers"]] == [None, None]


def test_nobody_has_said_anything(tmp_path: Path):
    assert run(make_site(tmp_path)).startswith("No reader has reported")


def test_nobody_has_said_anything_to_programs(tmp_path: Path):
    assert json.loads(run(make_site(tmp_path), "--json"))["feeds"] == []
