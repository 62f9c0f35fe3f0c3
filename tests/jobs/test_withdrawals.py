"""A withdrawal moves the feeds that showed the article, and no others."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.store import articles, pings
from tests.support.articles import at
from tests.support.filling import fill
from tests.support.moving import BOOKS, dated
from tests.support.sites import Site, make_site

HIDDEN = "2026-01-22T06:00"
ARRIVED = "2026-01-20T12:00"
FEEDS = ("rss.xml", "atom.xml", "feed.json")


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A site whose feeds hold three items each."""
    return make_site(tmp_path / "site", feeds="items = 3\narchive = 0\n")


def hide(press: Press, *keys: int, moment: str = HIDDEN, hidden: bool = True) -> None:
    with press.store.write() as connection:
        found = articles.ids(connection, 1, [str(key) for key in keys])
        articles.set_hidden(connection, list(found.values()), hidden=hidden, moment=at(moment))


def remove(press: Press, *keys: int, moment: str = HIDDEN) -> None:
    with press.store.write() as connection:
        articles.remove(connection, 1, [str(key) for key in keys], at(moment))


def moved(path: Path) -> str:
    return feedparser.parse(path.read_bytes()).feed.updated[:16]


def rewritten(report) -> set[str]:
    """The feeds whose bytes are others now."""
    paths = (Path(file.path) for file in report.files if file.change == "written")
    return {path.as_posix() for path in paths if path.name in FEEDS}


def every_feed(site: Site) -> dict[str, bytes]:
    return {
        path.relative_to(site.feeds).as_posix(): path.read_bytes()
        for path in site.feeds.rglob("*")
        if path.name in FEEDS
    }


@pytest.mark.parametrize("withdraw", [hide, remove])
def test_one_far_below_a_feed_rewrites_none(small: Site, withdraw) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        publish(press)
        withdraw(press, 3)
        assert rewritten(publish(press)) == set()
    assert moved(small.feeds / "city/atom.xml") == "2026-01-08T09:00"


@pytest.mark.parametrize("withdraw", [hide, remove])
@pytest.mark.parametrize("day", [6, 7, 8])
def test_one_that_a_feed_showed_moves_it(small: Site, withdraw, day: int) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        publish(press)
        withdraw(press, day)
        publish(press)
    assert moved(small.feeds / "city/atom.xml") == HIDDEN


def test_only_the_feeds_that_showed_it_are_rewritten_and_told(tmp_path: Path) -> None:
    site = make_site(
        tmp_path / "site",
        feeds='items = 3\narchive = 0\nhubs = ["https://hub.example/"]\n',
    )
    with site.press() as press:
        fill(
            press,
            *(dated(day) for day in range(5, 9)),
            *(dated(day, breadcrumb=BOOKS) for day in range(1, 3)),
            moment=ARRIVED,
        )
        publish(press)
        with press.store.write() as connection:
            pings.forget(connection, pings.listing(connection))
        hide(press, 1)
        told = {f"{folder}/{name}" for folder in ("books", "culture") for name in FEEDS}
        assert rewritten(publish(press)) == told
        with press.store.read() as connection:
            topics = {ping.topic for ping in pings.listing(connection)}
    assert topics == {f"https://news.gazette.example/feeds/{path}" for path in told}


def test_lists_and_the_latest_go_by_what_they_showed(tmp_path: Path) -> None:
    site = make_site(
        tmp_path / "site", feeds="compress = false\nitems = 3\narchive = 0\n", plain=False
    )
    with site.press() as press:
        fill(
            press,
            *(dated(day) for day in range(1, 9)),
            *(dated(day, breadcrumb=BOOKS, tags=("tide",)) for day in range(9, 13)),
            moment=ARRIVED,
        )
        publish(press)
        # Of Books the fourth: the section's feeds and the latest show three.
        hide(press, 9)
        assert rewritten(publish(press)) == set()
        hide(press, 10, moment="2026-01-23T06:00")
        folders = {path.rpartition("/")[0] for path in rewritten(publish(press))}
    assert {"", "books", "culture", "latest", "tag/tide", "language/en"} <= folders
    assert not {"city", "harbour-news"} & folders


def test_a_moment_that_counted_goes_on_counting(small: Site) -> None:
    """Also when the article would not stand in the feed any more, had it stayed."""
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        publish(press)
        hide(press, 6)
        publish(press)
        # Came after it, and say that they are older.
        fill(press, dated(9), dated(10), moment="2026-01-22T12:00")
        publish(press)
    assert moved(small.feeds / "city/atom.xml") == "2026-01-22T12:00"


def test_one_that_arrives_later_does_not_make_an_old_withdrawal_count(small: Site) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        hide(press, 3)
        fill(press, dated(9), moment="2026-01-22T12:00")
        publish(press)
    assert moved(small.feeds / "city/atom.xml") == "2026-01-09T09:00"


@pytest.mark.parametrize("keys", [(8, 7, 6, 5, 4), (4, 5, 6, 7, 8), (3, 8, 5)])
def test_a_publish_that_was_left_out_comes_to_the_same_end(tmp_path: Path, keys) -> None:
    found = []
    for name, each_time in (("often", True), ("once", False)):
        site = make_site(tmp_path / name, feeds="items = 3\narchive = 0\n")
        with site.press() as press:
            fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
            publish(press)
            for number, key in enumerate(keys):
                if each_time:
                    publish(press)
                hide(press, key, moment=f"2026-01-23T0{number}:00")
            fill(press, dated(2, headline="The ferry is late"), moment="2026-01-24T00:00")
            publish(press)
        found.append(every_feed(site))
    assert found[0] == found[1]


def test_those_that_went_together_are_reckoned_together(small: Site) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        publish(press)
        hide(press, 4, 5, 6)
        publish(press)
    assert moved(small.feeds / "city/atom.xml") == HIDDEN


def test_one_shown_again_moves_the_feed_again(small: Site) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        publish(press)
        hide(press, 8)
        publish(press)
        hide(press, 8, hidden=False, moment="2026-01-23T06:00")
        publish(press)
    assert moved(small.feeds / "city/atom.xml") == "2026-01-23T06:00"


def test_one_whose_page_is_back_moves_the_feed_again(small: Site) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        publish(press)
        remove(press, 8)
        publish(press)
        fill(press, dated(8), moment="2026-01-23T06:00")
        publish(press)
    assert moved(small.feeds / "city/atom.xml") == "2026-01-23T06:00"


def test_one_hidden_and_then_removed_left_when_it_was_hidden(small: Site) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=ARRIVED)
        publish(press)
        hide(press, 8)
        publish(press)
        remove(press, 8, moment="2026-01-23T06:00")
        assert rewritten(publish(press)) == set()
    assert moved(small.feeds / "city/atom.xml") == HIDDEN


def test_one_that_is_in_no_archive_yet_stood_in_the_feed(tmp_path: Path) -> None:
    """A feed with an archive is longer than ``items`` where more have arrived."""
    site = make_site(tmp_path / "site", feeds="items = 3\narchive = 3\n")
    with site.press() as press:
        fill(press, *(dated(day) for day in (5, 6, 7, 8)), moment=ARRIVED)
        fill(press, dated(1), moment="2026-01-20T13:00")
        publish(press)
        shown = json.loads((site.feeds / "city/feed.json").read_text())["items"]
        assert len(shown) == 4
        hide(press, 1)
        publish(press)
    assert moved(site.feeds / "city/atom.xml") == HIDDEN


def test_a_withheld_section_moves_no_feed(tmp_path: Path) -> None:
    site = make_site(
        tmp_path / "site",
        feeds="items = 3\narchive = 0\n",
        more='[[sections]]\nkey = "203"\nhidden = true\n',
    )
    with site.press() as press:
        fill(
            press,
            *(dated(day) for day in range(1, 9)),
            dated(10, breadcrumb=BOOKS),
            moment=ARRIVED,
        )
        publish(press)
        hide(press, 10)
        assert rewritten(publish(press)) == set()
