"""The archive of editions, their pages, and the feeds of newsletters over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from syndicate.jobs import digest
from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site
from tests.web.serving import Server, served_press

FEED = "/editions/weekly/feed.xml"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site", newsletter='also = ["daily 08:00"]')


@pytest.fixture
def press(site: Site) -> Iterator[Press]:
    """Weekly editions of two years, and a daily one."""
    with site.press() as opened:
        fill(
            opened,
            page("1", published=at("2024-12-03T08:00")),
            page("2", published=at("2026-01-14T08:00")),
            page("3", published=at("2026-01-20T08:00")),
            page("4", published=at("2026-01-21T08:00")),
        )
        publish(opened)
        for moment in ("2024-12-09T01:00", "2026-01-19T01:00", "2026-01-26T01:00"):
            digest.make(opened, "weekly", at(moment))
        digest.make(opened, "weekly", at("2026-01-22T01:00"), cadence="daily")
        yield opened


def tree(server: Server, path: str) -> HtmlElement:
    reply = server.ask(path)
    assert reply.status == 200
    return html.fromstring(reply.body)


def leading(server: Server, path: str) -> list[str]:
    """The editions that a list leads to."""
    return [
        link.rpartition("/")[2]
        for link in tree(server, path).xpath("//li/*[self::h2 or self::h3 or self::h4]/a/@href")
    ]


def test_an_edition_can_be_read_and_is_linked(server: Server):
    (first, *_) = leading(server, "/editions/weekly/")
    reply = server.ask(f"/editions/weekly/{first}")
    assert reply.status == 200
    assert "Ferry number 4 sails again" in reply.text
    tag = reply.headers["ETag"]
    assert server.ask(f"/editions/weekly/{first}", If_None_Match=tag).status == 304


def test_the_archive_names_every_newsletter_with_its_latest_editions(server: Server):
    shelf = tree(server, "/editions/").xpath("//*[@class='column']")[0]
    assert shelf.xpath("string(h2)") == "The Test Week"
    assert shelf.xpath("h2/a/@href") == ["weekly/"]
    assert "every day at 08:00" in shelf.xpath("string(p[@class='line'])")
    assert leading(server, "/editions/") == ["2026-W04", "2026-01-21", "2026-W03"]


def test_a_newsletters_editions_stand_by_cadence_and_month(server: Server):
    runs = {
        run.xpath("string(h2)"): [
            (month.xpath("string(*)"), month.xpath(".//h4/a/@href"))
            for month in run.xpath("section")
        ]
        for run in tree(server, "/editions/weekly/").xpath("//section[@class='run']")
    }
    assert runs == {
        "Every day": [("January 2026", ["2026-01-21"])],
        "Every week": [("January 2026", ["2026-W04", "2026-W03"])],
    }


def test_a_line_of_the_archive_tells_the_lead_and_how_many_stories(server: Server):
    line = tree(server, "/editions/weekly/").xpath("//li[.//a[@href='2026-W04']]")[0]
    assert line.xpath("string(p)") == "19 to 25 January 2026 · 2 stories"
    shown = server.ask("/editions/weekly/2026-W04").text
    assert "2 stories" in shown
    assert line.xpath("string(.//a)") in shown


def test_editions_of_more_than_a_year_ago_stand_on_pages_of_their_years(server: Server):
    assert "2024-W49" not in leading(server, "/editions/weekly/")
    years = tree(server, "/editions/weekly/").xpath("//nav[@class='years']//a/@href")
    assert years == ["2026", "2024"]
    assert leading(server, "/editions/weekly/2024") == ["2024-W49"]
    assert server.ask("/editions/weekly/2025").status == 404


def test_a_newsletter_without_older_editions_needs_no_years(tmp_path: Path):
    with make_site(tmp_path / "young").press() as press:
        fill(press, page("1"))
        digest.make(press, "weekly")
        with served_press(press) as server:
            assert tree(server, "/editions/weekly/").xpath("//nav[@class='years']") == []


def test_a_new_edition_is_on_every_page_that_names_it_at_once(server: Server, press: Press):
    pages = ["/editions/weekly/", "/editions/weekly/2026-W03", FEED]
    tags = {path: server.ask(path).headers["ETag"] for path in pages}
    fill(press, page("9", published=at("2026-01-10T08:00")))
    digest.make(press, "weekly", at("2026-01-12T01:00"))
    for path in pages:
        assert server.ask(path, If_None_Match=tags[path]).status == 200
    assert "2026-W02" in server.ask("/editions/weekly/2026-W03").text


def test_an_edited_edition_is_shown_as_edited(server: Server, press: Press):
    server.ask("/editions/weekly/2026-W04")
    digest.edit(press, "weekly", digest.Edits(introduction="Read this first."))
    assert "Read this first." in server.ask("/editions/weekly/2026-W04").text
    assert "Read this first." in server.ask(FEED).text


@pytest.mark.parametrize("wait", ["approval = true", 'sections = ["culture"]'])
def test_an_edition_that_waits_for_approval_or_is_empty_is_nobodys_to_read(tmp_path, wait):
    site = make_site(tmp_path, newsletter=wait)
    with site.press() as press:
        away = page("2", published=at("2020-01-01T08:00"), breadcrumb=(("203", "Culture"),))
        fill(press, page("1"), away)
        publish(press)
        digest.make(press, "weekly")
        with served_press(press) as server:
            assert server.ask("/editions/weekly/2026-W04").status == 404
            for path in ("/", "/feeds/", "/editions/", "/editions/weekly/", FEED):
                assert "2026-W04" not in server.ask(path).text


def test_a_newsletters_feed_is_served_as_feeds_are(server: Server):
    reply = server.ask(FEED)
    assert reply.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert reply.headers["Cache-Control"] == "public, max-age=3600"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert server.ask(FEED, If_None_Match=reply.headers["ETag"]).status == 304
    assert server.ask(FEED, "OPTIONS").headers["Access-Control-Allow-Methods"]
    assert etree.fromstring(reply.body).tag.endswith("feed")


def test_every_link_of_the_archive_leads_somewhere(server: Server):
    for path in ("editions/", "editions/weekly/", "editions/weekly/2026-W03"):
        shown = tree(server, f"/{path}")
        shown.make_links_absolute(server.url + path)
        for link in set(shown.xpath("//a/@href | //link/@href")):
            if link.startswith(server.url):
                target = link.partition("#")[0].removeprefix(server.url[:-1])
                assert server.ask(target).status == 200, target


def test_feeds_of_several_cadences_are_told_apart_by_name(server: Server):
    found = tree(server, "/editions/weekly/").xpath("//head/link[@rel='alternate']")
    assert [(each.get("href"), each.get("title")) for each in found] == [
        ("../../editions/weekly/feed.xml", "The Test Week, Every week (Atom)"),
        ("../../editions/weekly/daily.xml", "The Test Week, Every day (Atom)"),
    ]


def test_the_archive_speaks_chinese_on_a_chinese_site(site: Site, press: Press):
    with site.press("site.language=zh") as chinese, served_press(chinese) as server:
        said = tree(server, "/editions/weekly/").text_content()
    assert "2026年1月" in re.sub(r"\s", "", said)
    assert "每周版" in said


def test_pages_work_under_the_path_of_the_public_address(site: Site, press: Press):
    with (
        site.press("site.url=https://gazette.example/press/") as moved,
        served_press(moved) as server,
    ):
        for path in ("/press/editions/weekly/2026-W04", "/editions/weekly/2026-W04"):
            home = html.fromstring(server.ask(path).body).xpath("//header/p/a/@href")
            assert home == ["../../"]
