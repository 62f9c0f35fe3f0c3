"""Feeds of more than sections: sources, authors, tags, languages, latest, most viewed."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from syndicate.jobs.publish import publish
from syndicate.model.article import Attribution, Person
from syndicate.store import articles
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

BOOKS = (("203", "Culture"), ("203001", "Books"))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site", feeds="compress = false\n", plain=False)


def keys(path: Path) -> list[str]:
    return [entry.id.rpartition("/")[2] for entry in feedparser.parse(path.read_bytes()).entries]


def test_each_list_has_its_feeds(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1", tags=("Spring tides",)), page("2", people=(Person("周鹭"),)))
        publish(press)
    assert keys(site.feeds / "source/tidewire/atom.xml") == ["2", "1"]
    assert keys(site.feeds / "author/nell-harrow/rss.xml") == ["1"]
    assert keys(site.feeds / "author/zhou-lu/atom.xml") == ["2"]
    assert keys(site.feeds / "tag/spring-tides/atom.xml") == ["1"]
    assert keys(site.feeds / "language/en/atom.xml") == ["2", "1"]


def test_a_list_is_called_by_its_name(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
    found = feedparser.parse((site.feeds / "language/en/rss.xml").read_bytes())
    assert found.feed.title == "The Test Gazette: English"


def test_lists_that_read_alike_get_addresses_of_their_own(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1", tags=("Tide",)), page("2", tags=("tide!",)))
        publish(press)
    found = {path.parent.name: keys(path) for path in site.feeds.glob("tag/*/atom.xml")}
    assert found == {"tide": ["1"], "tide-2": ["2"]}


def test_an_address_once_given_stays(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1", tags=("tide!",)))
        publish(press)
        fill(press, page("2", tags=("Tide",)), moment="2026-01-21T12:00")
        publish(press)
    assert keys(site.feeds / "tag/tide/atom.xml") == ["1"]
    assert keys(site.feeds / "tag/tide-2/atom.xml") == ["2"]


def test_only_lists_of_changed_articles_are_looked_at(site: Site) -> None:
    with site.press() as press:
        other = {"people": (Person("Ines Calder"),), "attribution": Attribution("Elsewhere")}
        fill(press, page("1"), page("2", breadcrumb=BOOKS, **other))
        publish(press)
        fill(press, page("3", breadcrumb=BOOKS, **other), moment="2026-01-21T12:00")
        report = publish(press)
    written = {file.path for file in report.files if file.change == "written"}
    assert "source/elsewhere/rss.xml" in written
    assert not any(path.startswith(("source/tidewire", "author/nell")) for path in written)


def test_the_latest_feed_gives_every_section_a_place(site: Site) -> None:
    with site.press("feeds.items=4") as press:
        busy = [page(str(n), published=at(f"2026-01-{n:02}T08:00")) for n in range(10, 20)]
        quiet = page("1", published=at("2026-01-01T08:00"), breadcrumb=BOOKS)
        fill(press, *busy, quiet)
        publish(press)
    assert keys(site.feeds / "latest/atom.xml") == ["19", "18", "17", "1"]


def test_the_most_viewed_are_those_that_gained_in_seven_days(site: Site) -> None:
    old = {"published": at("2026-01-01T08:00")}
    with site.press() as press:
        fill(press, page("1", views=9000, **old), page("2", views=10, **old), moment="2026-01-12")
        fill(press, page("1", views=9001, **old), page("2", views=500, **old), moment="2026-01-18")
        fill(press, page("3", published=at("2026-01-19T08:00")), moment="2026-01-19T12:00")
        publish(press)
    assert keys(site.feeds / "most-viewed/atom.xml") == ["2", "1"]


def test_a_hidden_article_leaves_the_most_viewed_within_the_hour(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1", views=90), page("2", views=10), moment="2026-01-20T12:00")
        fill(press, page("3"), moment="2026-01-20T13:00")
        publish(press)
        assert keys(site.feeds / "most-viewed/atom.xml") == ["1", "2"]
        with press.store.write() as connection:
            articles.set_hidden(connection, [1], hidden=True, moment=press.clock())
        publish(press)
    assert keys(site.feeds / "most-viewed/atom.xml") == ["2"]


def test_a_list_of_hidden_sections_shows_what_is_left(tmp_path: Path) -> None:
    hidden = '[[sections]]\nkey = "203"\nhidden = true\n'
    site = make_site(tmp_path / "site", feeds="compress = false\n", plain=False, more=hidden)
    with site.press("feeds.items=2") as press:
        fill(
            press,
            page("1", published=at("2026-01-01")),
            page("2", published=at("2026-01-02")),
            *(page(str(n), published=at(f"2026-01-{n}"), breadcrumb=BOOKS) for n in range(10, 20)),
        )
        publish(press)
    assert keys(site.feeds / "source/tidewire/atom.xml") == ["2", "1"]


def test_a_feed_may_hold_summaries_in_some_formats(tmp_path: Path) -> None:
    choice = '[[channels]]\nfeed = "city"\nitems = 1\ncontent = "summary"\nformats = ["atom"]\n'
    site = make_site(tmp_path / "site", feeds="archive = 0\n", more=choice)
    with site.press() as press:
        body = "<p>In the first place.</p><p>And a great deal more.</p>"
        fill(press, page("1"), page("2", body=body, summary="In the first place."))
        publish(press)
    (entry,) = feedparser.parse((site.feeds / "city/atom.xml").read_bytes()).entries
    said = entry.content[0].value
    assert "In the first place." in said
    assert "a great deal more" not in said
    assert "Read the whole article" in said
    assert "Tidewire" in said
    assert not (site.feeds / "city/rss.xml").exists()
    assert keys(site.feeds / "harbour-news/rss.xml") == ["2", "1"]


def test_lists_given_up_leave_no_file(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1", tags=("tide",)))
        publish(press)
    with site.press("feeds.by=source", "feeds.latest=false") as press:
        publish(press)
    left = {path.relative_to(site.feeds).parts[0] for path in site.feeds.rglob("*.*")}
    assert not left & {"author", "tag", "language", "latest"}
    assert "source" in left


def test_every_feed_that_is_written_holds_the_rules(site: Site) -> None:
    with site.press("feeds.check=true", "feeds.archive=2") as press:
        fill(press, *(page(str(n)) for n in range(1, 7)))
        assert publish(press).errors == ()


def test_what_breaks_a_rule_is_told_of_feeds_and_of_archives_and_is_out_all_the_same(
    site: Site,
) -> None:
    with site.press("feeds.check=true", "feeds.archive=2", "feeds.formats=atom") as press:
        fill(press, page("1", body="<p>Ahoy<script>alert(1)</script></p>"), page("2"))
        report = publish(press)
        told = {error.partition(":")[0] for error in report.errors}
        assert {"atom.xml", "city/atom.xml", "city/archive/atom-1.xml"} <= told
        assert all("12." in error for error in report.errors)
        assert publish(press).errors == ()
    assert (site.feeds / "city/archive/atom-1.xml").exists()
