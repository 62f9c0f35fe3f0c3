"""A real feed reader subscribes to ``syndicate serve``, and comes back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.e2e.serving import Serving, serving, until
from tests.support.sites import Site, make_site

pytestmark = pytest.mark.reader

FEEDS = ("feeds/rss.xml", "feeds/atom.xml", "feeds/city/rss.xml")


class Newsboat:
    """newsboat with a home of its own."""

    def __init__(self, home: Path, urls: list[str]) -> None:
        self.home = home
        home.mkdir()
        (home / "urls").write_text("\n".join(urls) + "\n")
        (home / "config").write_text("reload-threads 1\n")

    def run(self, command: str) -> str:
        program = shutil.which("newsboat")
        assert program is not None
        done = subprocess.run(
            [program, "-u", "urls", "-C", "config", "-c", "cache.db", "-x", command],
            cwd=self.home,
            env={
                "PATH": os.environ["PATH"],
                "LANG": "C.UTF-8",
                "HOME": str(self.home),
                "XDG_CONFIG_HOME": str(self.home / "config-home"),
                "XDG_DATA_HOME": str(self.home / "data-home"),
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ask(self, query: str) -> list[tuple[str, ...]]:
        with sqlite3.connect(self.home / "cache.db") as cache:
            found = cache.execute(query).fetchall()
        cache.close()
        return found


@pytest.fixture
def site(tmp_path: Path) -> Site:
    if shutil.which("newsboat") is None:
        missing("newsboat", "install Debian's package newsboat")
    made = make_site(tmp_path / "site", source='every = "1s"')
    made.write("1", headline="The ferry sails & sings")
    made.write("2", headline="盐沼的渡船", published="2026-01-21 08:00")
    return made


@pytest.fixture(params=FEEDS)
def feed(request: pytest.FixtureRequest) -> str:
    """One of the formats that newsboat reads (it knows no JSON Feed).

    Each has a reader of its own, because newsboat keeps an item once for all
    feeds that have its guid.
    """
    return str(request.param)


def subscribed(serve: Serving, home: Path, *feeds: str) -> Newsboat:
    for feed in feeds:
        serve.wait_for(feed, "The ferry sails")
    reader = Newsboat(home, [serve.url + feed for feed in feeds])
    reader.run("reload")
    return reader


def test_it_lists_every_article_in_full(site: Site, tmp_path: Path, feed: str):
    with serving(site) as serve:
        reader = subscribed(serve, tmp_path / "reader", feed)
        assert reader.run("print-unread").split()[0] == "2"
        found = reader.ask("SELECT title, content FROM rss_item ORDER BY pubDate")
        assert [title for title, _ in found] == ["The ferry sails & sings", "盐沼的渡船"]
        assert all("Tidewire" in content for _, content in found)


def test_an_article_is_one_item_whichever_feed_it_came_in(site: Site, tmp_path: Path):
    with serving(site) as serve:
        reader = subscribed(serve, tmp_path / "reader", *FEEDS)
        assert reader.ask("SELECT count(*), count(DISTINCT guid) FROM rss_item") == [(2, 2)]


def test_it_gets_304_when_it_comes_back_and_nothing_has_changed(
    site: Site, tmp_path: Path, feed: str
):
    with serving(site) as serve:
        reader = subscribed(serve, tmp_path / "reader", feed)
        reader.run("reload")  # newsboat keeps ETag and date only for a feed it knows already
        before = len(serve.requests(f"/{feed}"))
        reader.run("reload")
        until(lambda: len(serve.requests(f"/{feed}")) > before)
        assert serve.requests(f"/{feed}")[before:] == [304]


def test_it_follows_an_update(site: Site, tmp_path: Path, feed: str):
    with serving(site) as serve:
        reader = subscribed(serve, tmp_path / "reader", feed)
        site.write("3", headline="Gulls return", published="2026-01-22 08:00")
        reader.run("reload")
        serve.wait_for(feed, "Gulls return")
        reader.run("reload")
        found = reader.ask("SELECT title FROM rss_item ORDER BY pubDate")
        assert [title for (title,) in found][-1] == "Gulls return"
