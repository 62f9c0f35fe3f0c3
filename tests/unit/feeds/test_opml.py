"""The list of all feeds: OPML 2.0 as readers import it (rule 16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from syndicate.feeds import opml
from syndicate.feeds.directory import DirectoryView, FeedGroup
from tests.support import directories

GOLDEN = Path(__file__).parents[2] / "golden" / "feeds"
CREATED = datetime(2026, 1, 1, tzinfo=UTC)
MODIFIED = datetime(2026, 1, 25, 0, 40, tzinfo=UTC)


def small() -> DirectoryView:
    """The made-up directory with few enough feeds for a person to read."""
    view = directories.english()
    return replace(view, groups=view.groups[:2])


def rendered(
    view: DirectoryView | None = None, language: str = "en", format: str = "atom"
) -> bytes:
    return opml.render(
        view or directories.english(),
        language,
        format=format,
        created=CREATED,
        modified=MODIFIED,
        owner="Harbour Courier Trust",
        owner_page="https://www.example.org/",
    )


def read(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(recover=False, resolve_entities=False))


def test_it_is_the_golden_one():
    assert rendered(small()).decode() == (GOLDEN / opml.FILE_NAME).read_text("utf-8")


def test_every_outline_has_a_text():
    assert all(outline.get("text") for outline in read(rendered()).iter("outline"))


def test_every_feed_is_of_type_rss_with_its_addresses_and_title():
    view = directories.english()
    feeds = [outline for outline in read(rendered()).iter("outline") if outline.get("xmlUrl")]
    listed = (view.everything, *view.sections, *(feed for g in view.groups for feed in g.feeds))
    assert [feed.get("xmlUrl") for feed in feeds] == [each.feeds[1].public for each in listed]
    assert [feed.get("text") for feed in feeds] == [each.name for each in listed]
    for feed in feeds:
        assert feed.get("type") == "rss"
        assert feed.get("htmlUrl").startswith("https://www.example.org/")


def test_a_title_says_whose_feed_it_is():
    titles = read(rendered()).xpath("//outline/@title")
    assert titles[:2] == ["The Harbour Courier", "The Harbour Courier: City"]


def test_sections_nest_as_in_the_directory():
    (city,) = read(rendered()).xpath("/opml/body/outline[@text='City']")
    assert [below.get("text") for below in city] == ["City", "Transport", "Housing"]


def test_an_outline_is_a_feed_or_a_group_for_some_readers_lose_what_is_below_a_feed():
    for outline in read(rendered()).iter("outline"):
        assert (outline.get("xmlUrl") is None) == (len(outline) > 0)


def test_further_feeds_stand_in_groups_that_are_no_feeds():
    (group,) = read(rendered()).xpath("/opml/body/outline[@text='By author']")
    assert group.get("type") is None
    assert [feed.get("text") for feed in group] == ["Mira Okafor", "Jonas Feld", "Tomás Rey"]


def test_an_empty_group_is_left_out():
    view = replace(directories.english(), groups=(FeedGroup("author", ()),))
    assert b"By author" not in rendered(view)


def test_the_format_can_be_chosen():
    feeds = read(rendered(format="rss")).xpath("//outline/@xmlUrl")
    assert all(feed.endswith("rss.xml") for feed in feeds)


def test_a_feed_without_that_format_is_listed_in_one_it_has():
    view = directories.english()
    entry = replace(view.everything, feeds=view.everything.feeds[2:])
    first = read(rendered(replace(view, everything=entry))).xpath("//outline/@xmlUrl")[0]
    assert first == "https://news.example.org/feeds/feed.json"


def test_dates_are_those_of_the_store_as_rfc_822():
    head = {each.tag: each.text for each in read(rendered()).find("head")}
    assert head["dateCreated"] == "Thu, 01 Jan 2026 00:00:00 +0000"
    assert head["dateModified"] == "Sun, 25 Jan 2026 00:40:00 +0000"
    assert head["ownerName"] == "Harbour Courier Trust"


def test_it_speaks_the_language_of_the_site():
    data = rendered(directories.chinese(), "zh")
    assert read(data).findtext("head/title") == "港湾信使报的订阅源"
    assert "按作者订阅" in data.decode()


def test_feedparser_does_not_take_it_for_broken():
    assert not feedparser.parse(rendered()).bozo


@pytest.mark.parametrize("name", ["", "\x00", " \n "])
def test_a_feed_without_a_name_is_called_by_its_address(name):
    view = directories.english()
    section = replace(view.sections[0], name=name)
    (outline,) = read(rendered(replace(view, sections=(section,)))).xpath(
        "//outline[contains(@xmlUrl, '/city/')]"
    )
    assert outline.get("text") == "https://news.example.org/feeds/city/atom.xml"


@given(
    title=st.text(alphabet=st.characters()),
    name=st.text(alphabet=st.characters()) | st.just('"/><outline text="'),
)
def test_any_text_gives_a_document_that_parses_strictly(title, name):
    view = directories.english()
    section = replace(view.sections[0], name=name, description=title)
    data = rendered(replace(view, title=title, sections=(section,), groups=()))
    assert len(list(read(data).iter("outline"))) == 2
    ElementTree.fromstring(data)


if __name__ == "__main__":
    (GOLDEN / opml.FILE_NAME).write_bytes(rendered(small()))
