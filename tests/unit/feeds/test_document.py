"""What a feed says of itself, and how its entries are made."""

from __future__ import annotations

from dataclasses import replace

from syndicate.feeds.entries import EntryBuilder
from tests.unit.feeds.newsroom import (
    CHANNEL,
    FERRY,
    LANTERNS,
    MASTHEAD,
    MEDIA,
    SECTIONS,
    builder,
    document,
    entry,
)


def test_a_feed_without_words_of_its_own_is_called_like_the_site():
    feed = document(channel=replace(CHANNEL, title="", description="", page_url=""))
    assert feed.title == feed.description == "The Harbour Gazette"
    assert feed.page_url == "https://news.gazette.example/"


def test_a_site_below_a_path_keeps_its_feeds_there():
    feed = document(masthead=replace(MASTHEAD, url="https://gazette.example/press"))
    assert feed.folder_url == "https://gazette.example/press/feeds/ships/"


def test_an_article_is_built_once_for_all_its_feeds():
    build = builder()
    assert build(FERRY) is build(FERRY)


def test_a_builder_keeps_only_so_many():
    build = EntryBuilder(MASTHEAD, SECTIONS, MEDIA, keep=1)
    first = build(FERRY)
    build(LANTERNS)
    assert build(FERRY) is not first


def test_an_article_without_a_headline_is_called_by_its_summary():
    assert entry(headline="\x00", summary="It rained.").title == "It rained."


def test_a_summary_stands_in_for_itself_by_the_subtitle():
    assert entry(summary="").summary == "A ferry comes back from the dock"


def test_an_article_without_a_body_still_has_content():
    bare = entry(body="", subtitle="", attribution=None, people=(), attachments=())
    assert bare.html == "<p>After a winter in the dock, the ferry crossed the bay on Monday.</p>"


def test_a_language_that_is_none_is_the_site_s():
    assert entry(language="not a tag").language == "en"


def test_a_person_named_twice_is_one():
    assert entry(people=FERRY.content.people * 2).authors == ("Nell Harrow",)


def test_a_picture_that_was_not_published_keeps_its_address():
    (picture,) = EntryBuilder(MASTHEAD, SECTIONS, {})(FERRY).images
    assert picture.url == "https://www.gazette.example/images/ferry.png"


def test_another_source_s_file_of_the_same_name_is_another_file():
    elsewhere = replace(FERRY, source="bulletin")
    assert builder()(elsewhere).images[0].url == "https://www.gazette.example/images/ferry.png"
