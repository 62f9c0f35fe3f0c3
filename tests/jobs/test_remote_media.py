"""Publish learns of other hosts how large their media are, and its feeds follow from that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from syndicate.jobs.press import Press
from syndicate.jobs.publish import PublishReport, publish
from syndicate.model.article import Attachment, Image
from syndicate.store.remote import known
from tests.support import filehost
from tests.support.articles import at, page
from tests.support.filehost import Host, file, picture, saying
from tests.support.filling import fill
from tests.support.sites import Site, make_site

FETCH = "feeds.fetch=true"
MEDIA = "{http://search.yahoo.com/mrss/}"


@pytest.fixture
def host() -> Iterator[Host]:
    with filehost.running() as started:
        yield started


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site", feeds="archive = 2\nitems = 2\n")


def go(press: Press, **choices) -> PublishReport:
    """Publish where the hosts of tests may be asked."""
    return publish(press, refuses=lambda _: False, **choices)


def shown(*urls: str) -> dict[str, tuple[Image, ...]]:
    return {"images": tuple(Image(url, width=4, height=3) for url in urls)}


def enclosures(site: Site, name: str = "rss") -> list[tuple[str, str, str]]:
    entries = feedparser.parse((site.feeds / f"city/{name}.xml").read_bytes()).entries
    return [(e.href, e.type, e.length) for entry in entries for e in entry.enclosures]


def test_nothing_is_asked_unless_the_configuration_says_so(site: Site, host: Host) -> None:
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press() as press:
        fill(press, page("1", **shown(host.url("/p"))))
        go(press)
    assert host.requests == []
    assert enclosures(site) == []


def test_enclosures_have_what_the_host_says(site: Site, host: Host) -> None:
    data = picture(120, 80)
    host.paths["/p"] = file(data, "image/png")
    with site.press(FETCH) as press:
        fill(press, page("1", **shown(host.url("/p"))))
        assert go(press).warnings == ()
    assert enclosures(site) == [(host.url("/p"), "image/png", str(len(data)))]
    thumbnail = etree.parse(site.feeds / "city/atom.xml").find(f".//{MEDIA}thumbnail")
    assert (thumbnail.get("width"), thumbnail.get("height")) == ("120", "80")


def test_what_stands_in_a_feed_until_it_is_archived_is_asked_for_too(
    site: Site, host: Host
) -> None:
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press(FETCH) as press:
        fill(press, page("1"), page("2"))
        go(press)
        old = at("2026-01-01T08:00")
        fill(press, page("3", published=old, **shown(host.url("/p"))), moment="2026-01-21T12:00")
        go(press)
        assert [url for url, _, _ in enclosures(site)] == [host.url("/p")]
        asked = len(host.requests)
        fill(press, page("4"), moment="2026-01-22T12:00")
        go(press)
    archived = feedparser.parse((site.feeds / "city/archive/rss-2.xml").read_bytes()).entries
    assert [each.href for entry in archived for each in entry.enclosures] == [host.url("/p")]
    assert len(host.requests) == asked


def test_attachments_have_their_length(site: Site, host: Host) -> None:
    host.paths["/a.pdf"] = file(b"%PDF" * 500, "application/pdf")
    offered = (Attachment(host.url("/a.pdf"), "Timetable", "application/pdf"),)
    with site.press(FETCH) as press:
        fill(press, page("1", attachments=offered))
        go(press)
    (item,) = json.loads((site.feeds / "city/feed.json").read_bytes())["items"]
    assert item["attachments"][0]["size_in_bytes"] == 2000


def test_an_address_is_asked_once(site: Site, host: Host) -> None:
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press(FETCH) as press:
        fill(press, page("1", **shown(host.url("/p"))), page("2", **shown(host.url("/p"))))
        go(press)
        asked = len(host.requests)
        go(press, rebuild=True)
    assert asked == len(host.requests) == 2


def test_a_failure_is_a_warning_and_asked_again_after_a_day(site: Site, host: Host) -> None:
    host.paths["/p"] = saying(503)
    with site.press(FETCH, now="2026-01-26T01:00") as press:
        fill(press, page("1", **shown(host.url("/p"))))
        report = go(press)
    assert report.warnings == (f"{host.url('/p')}: answers 503",)
    assert report.errors == ()
    asked = len(host.requests)
    with site.press(FETCH, now="2026-01-27T00:00") as press:
        go(press, rebuild=True)
    assert len(host.requests) == asked
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press(FETCH, now="2026-01-27T01:00") as press:
        go(press, rebuild=True)
    assert len(enclosures(site)) == 1


def test_a_host_that_is_away_is_asked_once_a_publish(site: Site, host: Host) -> None:
    def hang_up(handler) -> None:
        handler.connection.close()

    urls = [host.url(f"/{number}") for number in range(5)]
    host.paths |= {f"/{number}": hang_up for number in range(5)}
    with site.press(FETCH) as press:
        fill(press, page("1", **shown(*urls)))
        assert len(go(press).warnings) == 1
    assert len(host.requests) == 1


def test_the_next_publish_writes_nothing(site: Site, host: Host) -> None:
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press(FETCH) as press:
        fill(press, page("1", **shown(host.url("/p"))))
        go(press)
        report = go(press)
    assert (report.written, report.looked_at) == (0, 0)


def test_what_is_learned_reaches_feeds_and_archives_that_were_written_before(
    site: Site, host: Host, tmp_path: Path
) -> None:
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press() as press:
        fill(press, *(page(str(number), **shown(host.url("/p"))) for number in range(1, 6)))
        go(press)
    with site.press(FETCH) as press:
        fill(press, page("6", **shown(host.url("/p"))), moment="2026-01-21T12:00")
        go(press)
        with press.store.read() as connection:
            assert known(connection, [host.url("/p")])[host.url("/p")].width == 120
    with site.press(f"feeds.output={tmp_path / 'other'}") as press:
        go(press, rebuild=True)
    other = tmp_path / "other"
    names = [path.relative_to(other) for path in other.rglob("*") if path.is_file()]
    assert len([name for name in names if name.match("city/archive/*")]) == 9
    assert [n for n in names if (site.feeds / n).read_bytes() != (other / n).read_bytes()] == []


def test_articles_do_not_count_as_updated(site: Site, host: Host) -> None:
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press() as press:
        fill(press, page("1", **shown(host.url("/p"))))
        go(press)
        before = feedparser.parse((site.feeds / "city/atom.xml").read_bytes())
    with site.press(FETCH) as press:
        go(press, rebuild=True)
    after = feedparser.parse((site.feeds / "city/atom.xml").read_bytes())
    assert after.feed.updated == before.feed.updated
    assert after.entries[0].updated == before.entries[0].updated


def test_the_real_check_asks_nothing_of_this_machine(site: Site, host: Host) -> None:
    host.paths["/p"] = file(picture(120, 80), "image/png")
    with site.press(FETCH) as press:
        fill(press, page("1", **shown(host.url("/p"))))
        report = publish(press)
    assert report.warnings == (f"{host.url('/p')}: 127.0.0.1 is an inner address",)
    assert host.requests == []
