"""Liferea, a reader with windows, subscribes to ``syndicate serve`` on a display of its own.

The story is told once; each test looks at one part of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.conftest import missing
from tests.e2e.liferea import Item, Liferea, absent, liferea
from tests.e2e.serving import Serving, serving, until
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


@dataclass
class Story:
    """For each feed, what a reader had at first, then later, and what a latecomer got."""

    first: dict[str, list[Item]]
    statuses: dict[str, list[int]]
    followed: dict[str, list[Item]]
    late: dict[str, list[Item]]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    if absent():
        missing("liferea", f"install Debian's packages {', '.join(absent())}")
    home = tmp_path_factory.mktemp("liferea")
    site = newsroom(home / "site")
    with serving(site) as serve:
        for feed in FEEDS:
            serve.wait_for(feed, MARSH)
        with liferea(home / "reader") as reader:
            first = _subscribe(reader, serve)
            statuses = _statuses_of_a_visit(reader, serve)
            correct(site)
            add(site)
            for feed in FEEDS:
                serve.wait_for(feed, CORRECTED.split()[-1])
                serve.wait_for(feed, GULLS)
            assert reader.refresh()
            until(lambda: all(GULLS in reader.titles(serve.url + feed) for feed in FEEDS))
            followed = {feed: reader.items(serve.url + feed) for feed in FEEDS}
        withdraw(site)
        for feed in FEEDS:
            serve.wait_without(feed, MARSH)
        with liferea(home / "latecomer") as reader:
            late = _subscribe(reader, serve)
    return Story(first, statuses, followed, late)


def _subscribe(reader: Liferea, serve: Serving) -> dict[str, list[Item]]:
    for feed in FEEDS:
        assert reader.subscribe(serve.url + feed)
        until(lambda address=serve.url + feed: len(reader.items(address)) >= 2)
    return {feed: reader.items(serve.url + feed) for feed in FEEDS}


def _statuses_of_a_visit(reader: Liferea, serve: Serving) -> dict[str, list[int]]:
    serve.settle()
    before = {feed: len(serve.requests(f"/{feed}")) for feed in FEEDS}
    assert reader.refresh()
    until(lambda: all(len(serve.requests(f"/{feed}")) > before[feed] for feed in FEEDS))
    return {feed: serve.requests(f"/{feed}")[before[feed] :] for feed in FEEDS}


@pytest.fixture(params=FEEDS)
def feed(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def titles(items: list[Item]) -> list[str]:
    return [item.title for item in items]


def test_it_has_every_article_in_full(story: Story, feed: str):
    ferry, marsh = story.first[feed]
    assert (ferry.title, ferry.author) == (FERRY, "Nell Harrow")
    assert (marsh.title, marsh.author) == (MARSH, "何满")
    assert FIRST in ferry.content
    assert "<li>rope &amp; tar</li>" in ferry.content
    assert '<a href="https://tidewire.example/a">Tidewire</a>' in ferry.content


def test_it_has_the_source_by_name_from_rss_and_by_address_from_atom(story: Story):
    assert [{item.source for item in story.first[feed]} for feed in FEEDS] == [
        {"Tidewire"},
        {"https://tidewire.example/a"},
    ]


def test_an_article_has_one_id_in_both_formats(story: Story):
    rss, atom = ([item.id for item in story.first[feed]] for feed in FEEDS)
    assert rss == atom


def test_it_gets_304_when_nothing_has_changed(story: Story, feed: str):
    assert story.statuses[feed] == [304]


def test_a_new_article_is_one_more_item_and_a_corrected_one_is_none(story: Story, feed: str):
    """It keeps what it had of an article whose id it knows, whatever the feed says now."""
    assert titles(story.followed[feed]) == [FERRY, MARSH, GULLS]


def test_who_comes_later_has_the_correction_and_not_the_hidden_article(story: Story, feed: str):
    assert titles(story.late[feed]) == [CORRECTED, GULLS]
