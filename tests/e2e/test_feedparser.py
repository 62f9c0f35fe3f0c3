"""feedparser asks ``syndicate serve`` and comes back: rss2email and many more stand on it.

Both releases that people have: the one that our tests install, and Debian's.
Each runs in a process of its own, because two can't be imported at once. The
story is told once for all of them; each test looks at one part of it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.conftest import missing
from tests.e2e.serving import Serving, serving
from tests.support.following import (
    CORRECTED,
    FEEDS,
    FERRY,
    FIRST,
    GULLS,
    MARSH,
    add,
    correct,
    newsroom,
    withdraw,
)

pytestmark = pytest.mark.reader

PYTHONS = {"pypi": sys.executable, "debian": "/usr/bin/python3"}

PARSE = """
import feedparser, json, sys
address, kept = json.loads(sys.argv[1])
read = feedparser.parse(address, **kept)
json.dump({
    "status": read.status,
    "bozo": str(read.get("bozo_exception", "")) if read.bozo else "",
    "kept": {"etag": read.get("etag"), "modified": read.get("modified")},
    "entries": [
        {
            "id": entry.id,
            "link": entry.link,
            "title": entry.title,
            "author": entry.author,
            "source": entry.source.title,
            "content": entry.content[0].value,
        }
        for entry in read.entries
    ],
}, sys.stdout)
"""


def has_feedparser(python: str) -> bool:
    if shutil.which(python) is None:
        return False
    tried = subprocess.run([python, "-I", "-c", "import feedparser"], capture_output=True)
    return tried.returncode == 0


def parse(python: str, address: str, **kept: str) -> Any:
    """What it makes of the feed at an address; ``kept`` is what it had with the last one."""
    done = subprocess.run(
        [python, "-I", "-c", PARSE, json.dumps([address, kept])],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@dataclass
class Seen:
    """What one release read of one feed, each time that it came."""

    first: Any
    by_etag: Any
    by_date: Any
    statuses: list[int]
    followed: Any = field(default=None)
    after_withdrawal: Any = field(default=None)


Story = dict[tuple[str, str], Seen]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    site = newsroom(tmp_path_factory.mktemp("feedparser") / "site")
    there = {name: python for name, python in PYTHONS.items() if has_feedparser(python)}
    with serving(site) as serve:
        story = {
            (name, feed): _first_visits(serve, python, feed)
            for feed in FEEDS
            for name, python in there.items()
        }
        correct(site)
        add(site)
        for feed in FEEDS:
            serve.wait_for(feed, CORRECTED.split()[-1])
            serve.wait_for(feed, GULLS)
        for (name, feed), seen in story.items():
            seen.followed = parse(there[name], serve.url + feed, **seen.first["kept"])
        withdraw(site)
        for feed in FEEDS:
            serve.wait_without(feed, MARSH)
        for (name, feed), seen in story.items():
            seen.after_withdrawal = parse(there[name], serve.url + feed, **seen.followed["kept"])
    return story


def _first_visits(serve: Serving, python: str, feed: str) -> Seen:
    serve.wait_for(feed, MARSH)
    serve.settle()
    address, before = serve.url + feed, len(serve.requests(f"/{feed}"))
    first = parse(python, address)
    by_etag = parse(python, address, etag=first["kept"]["etag"])
    by_date = parse(python, address, modified=first["kept"]["modified"])
    serve.settle()
    return Seen(first, by_etag, by_date, serve.requests(f"/{feed}")[before:])


@pytest.fixture(params=PYTHONS)
def release(request: pytest.FixtureRequest, story: Story) -> str:
    if (request.param, FEEDS[0]) not in story:
        missing("feedparser", "install Debian's package python3-feedparser")
    return str(request.param)


@pytest.fixture(params=FEEDS)
def seen(request: pytest.FixtureRequest, story: Story, release: str) -> Seen:
    return story[release, request.param]


def titles(read: Any) -> list[str]:
    """In RSS a title is HTML for feedparser, which keeps it escaped."""
    return [entry["title"].replace("&amp;", "&") for entry in read["entries"]]


def test_it_has_every_field_of_every_article(seen: Seen):
    assert (seen.first["status"], seen.first["bozo"]) == (200, "")
    assert titles(seen.first) == [MARSH, FERRY]
    marsh, ferry = seen.first["entries"]
    assert (marsh["author"], marsh["source"]) == ("何满", "Tidewire")
    assert (ferry["author"], ferry["source"]) == ("Nell Harrow", "Tidewire")
    assert ferry["link"] == "https://www.gazette.example/201001/1.aspx"
    assert FIRST in ferry["content"]
    assert "<li>rope &amp; tar</li>" in ferry["content"]
    assert '<a href="https://tidewire.example/a">Tidewire</a>' in ferry["content"]


def test_an_article_has_one_id_whichever_format_it_came_in(story: Story, release: str):
    rss, atom = (story[release, feed].first["entries"] for feed in FEEDS)
    assert [entry["id"] for entry in rss] == [entry["id"] for entry in atom]


def test_it_gets_304_for_its_etag_alone_and_for_its_date_alone(seen: Seen):
    assert seen.statuses == [200, 304, 304]
    assert (seen.by_etag["entries"], seen.by_date["entries"]) == ([], [])


def test_it_follows_a_correction_and_a_new_article(seen: Seen):
    assert seen.followed["status"] == 200
    assert titles(seen.followed) == [GULLS, MARSH, CORRECTED]


def test_a_corrected_article_keeps_its_id(seen: Seen):
    before, after = (
        [entry["id"] for entry in read["entries"]] for read in (seen.first, seen.followed)
    )
    assert after[1:] == before


def test_a_hidden_article_leaves(seen: Seen):
    assert seen.after_withdrawal["status"] == 200
    assert titles(seen.after_withdrawal) == [GULLS, CORRECTED]
