"""The rules of feeds, 1 to 13, one after the other (docs: what every feed holds).

Rules 1 and 2 are also held for any text at all, in test_properties.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import pytest

from syndicate.feeds import identity
from syndicate.feeds.document import bound
from syndicate.feeds.formats import FORMATS
from syndicate.feeds.fragments import Fragments
from syndicate.model.article import Attachment, Attribution, Image, Person
from tests.unit.feeds import reading
from tests.unit.feeds.newsroom import (
    CHANNEL,
    FERRY,
    LANTERNS,
    MASTHEAD,
    ODD,
    article,
    at,
    document,
    entry,
)

XML = ("rss", "atom")


# Rule 1: XML 1.0 characters.


@pytest.mark.parametrize("name", FORMATS)
def test_rule_1_forbidden_characters_are_gone_from_every_field(name: str):
    bad = "a\x00b\x0bc\x1fd\ud800e\ufffef\uffff"
    feed = (
        FORMATS[name]
        .render(
            document(
                article(
                    headline=bad,
                    subtitle=bad,
                    summary=bad,
                    body=bad,
                    tags=(bad,),
                    people=(Person(bad),),
                    attribution=Attribution(bad, "https://tidewire.example/"),
                ),
                channel=replace(CHANNEL, title=bad, description=bad),
            )
        )
        .decode("utf-8")
    )
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", feed)
    assert not re.search(r"\\u00|\\ud8|\\uff", feed)


@pytest.mark.parametrize("name", XML)
def test_rule_1_astral_characters_stay(name: str):
    assert reading.parsed(name, document(article(headline="A ship 🚢"))).entries[0].title == (
        "A ship 🚢"
    )


def test_rule_1_c1_controls_become_the_windows_characters_they_were():
    assert entry(headline="It\x92s \x93open\x94 \x80 5\x81").title == "It’s “open” € 5"


# Rule 2: no CDATA, so nothing can end it early.


@pytest.mark.parametrize("name", XML)
def test_rule_2_the_end_of_a_cdata_section_in_the_text_does_no_harm(name: str):
    feed = document(article(headline="before ]]> after", body="<p>x ]]> y</p>"))
    assert b"<![CDATA[" not in FORMATS[name].render(feed)
    read = reading.parsed(name, feed)
    assert not read.bozo
    assert read.entries[0].title == "before ]]> after"


# Rule 3: titles are plain text, encoded once.


def test_rule_3_an_rss_title_is_encoded_once():
    assert b"<title>Salt &amp; Rope &lt; Tar</title>" in FORMATS["rss"].render(
        document(article(headline="Salt & Rope < Tar"))
    )


def test_rule_3_an_atom_title_is_said_to_be_text():
    feed = reading.atom(document())
    assert {title.get("type") for title in feed.all("//a:title")} == {"text"}


# Rule 4: dates.


def test_rule_4_rss_dates_are_rfc_822_with_a_numeric_zone():
    feed = reading.rss(document(article(published=at("2026-02-03T04:05:06"))))
    assert feed.texts("//item/pubDate") == ["Tue, 03 Feb 2026 04:05:06 +0000"]
    (built,) = feed.texts("//channel/lastBuildDate")
    assert parsedate_to_datetime(built).tzinfo is UTC


def test_rule_4_atom_and_json_dates_are_rfc_3339_with_an_offset():
    shanghai = timezone(timedelta(hours=8))
    feed = document(article(published=datetime(2026, 1, 19, 15, 30, 9, 500_000, shanghai)))
    shown = "2026-01-19T07:30:09+00:00"
    assert reading.atom(feed).texts("//a:entry/a:published") == [shown]
    assert reading.jsonfeed(feed)["items"][0]["date_published"] == shown


# Rule 5: times move with the content.


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_rule_5_two_builds_give_the_same_bytes(made):
    first, second = (made.render(document(), kept=Fragments()) for _ in range(2))
    assert first == second


def test_rule_5_a_feed_is_as_new_as_its_newest_entry():
    feed = document()
    assert feed.updated == FERRY.content.updated
    assert reading.atom(feed).texts("/a:feed/a:updated") == ["2026-01-20T09:15:00+00:00"]
    assert reading.rss(feed).texts("//lastBuildDate") == ["Tue, 20 Jan 2026 09:15:00 +0000"]


def test_rule_5_a_feed_that_moved_otherwise_says_when():
    moved = at("2026-01-21T00:00:00")
    feed = document(updated=moved)
    assert feed.updated == moved
    assert reading.atom(feed).texts("/a:feed/a:updated") == ["2026-01-21T00:00:00+00:00"]
    assert reading.rss(feed).texts("//lastBuildDate") == ["Wed, 21 Jan 2026 00:00:00 +0000"]


def test_rule_5_an_empty_feed_has_a_time_that_stays():
    empty = bound(MASTHEAD, CHANNEL, ())
    assert empty.updated == at("2026-01-01T00:00:00")


# Rule 6: permanent ids.


def test_rule_6_an_article_has_one_id_in_every_format():
    feed = document(FERRY)
    expected = ["tag:news.gazette.example,2026-01-01:gazette/901"]
    assert reading.rss(feed).texts("//item/guid") == expected
    assert reading.atom(feed).texts("//a:entry/a:id") == expected
    assert [item["id"] for item in reading.jsonfeed(feed)["items"]] == expected


def test_rule_6_a_guid_is_no_address():
    guid = reading.rss(document(FERRY)).one("//item/guid")
    assert guid.get("isPermaLink") == "false"


def test_rule_6_the_id_that_the_store_has_kept_wins():
    kept = replace(FERRY, public_id="tag:old.example,2019-01-01:cms/901")
    assert document(kept).entries[0].id == kept.public_id


def test_rule_6_a_correction_keeps_the_id():
    assert entry(headline="Corrected", updated=at("2026-02-01T00:00:00")).id == entry().id


def test_rule_6_an_article_keeps_its_id_from_feed_to_feed():
    elsewhere = document(FERRY, channel=replace(CHANNEL, slug="harbour-news"))
    assert elsewhere.entries[0].id == document(FERRY).entries[0].id
    assert elsewhere.id != document(FERRY).id


# Rule 7: what an Atom feed must have.


def test_rule_7_an_atom_feed_has_id_title_updated_author_and_links():
    feed = reading.atom(document())
    for name in ("id", "title", "updated", "author/a:name"):
        assert feed.one(f"/a:feed/a:{name}").text
    own = feed.one("/a:feed/a:link[@rel='self']")
    assert own.get("href") == "https://news.gazette.example/feeds/ships/atom.xml"
    page = feed.one("/a:feed/a:link[@rel='alternate']")
    assert page.get("href") == "https://www.gazette.example/301001/"


def test_rule_7_an_entry_has_one_alternate_however_many_links():
    feed = reading.atom(document(FERRY))
    assert [link.get("href") for link in feed.all("//a:entry/a:link[@rel='alternate']")] == [
        "https://www.gazette.example/301001/901.aspx"
    ]
    assert all(link.get("rel") for link in feed.all("//a:link"))


def test_rule_7_an_entry_s_via_link_names_the_source():
    via = reading.atom(document(FERRY)).one("//a:entry/a:link[@rel='via']")
    assert via.get("href") == "https://tidewire.example/2026/ferries?id=7&lang=en"
    assert via.get("title") == "Tidewire"


def test_rule_7_atom_stands_in_the_default_namespace():
    feed = FORMATS["atom"].render(document())
    assert b"ns0:" not in feed
    assert reading.Tree(feed).root.prefix is None


# Rule 8: what an RSS channel must have.


def test_rule_8_the_channel_s_link_is_the_page_and_its_self_link_the_feed():
    feed = reading.rss(document())
    assert feed.texts("/rss/channel/link") == ["https://www.gazette.example/301001/"]
    own = feed.one("/rss/channel/a:link")
    assert own.get("rel") == "self"
    assert own.get("href") == "https://news.gazette.example/feeds/ships/rss.xml"


def test_rule_8_the_site_s_own_feed_lies_at_the_top():
    feed = reading.rss(document(channel=replace(CHANNEL, slug="")))
    assert feed.one("//channel/a:link").get("href") == "https://news.gazette.example/feeds/rss.xml"


def test_rule_8_the_channel_tells_language_lifetime_and_documentation():
    channel = reading.rss(document(channel=replace(CHANNEL, language="zh")))
    assert channel.texts("/rss/channel/language") == ["zh"]
    assert channel.texts("/rss/channel/ttl") == ["60"]
    assert channel.texts("/rss/channel/docs")


@pytest.mark.parametrize(
    ("site", "shown", "said"),
    [
        ("en", (LANTERNS,), "zh"),
        ("en", (LANTERNS, FERRY), "en"),
        ("zh", (FERRY, ODD), "en"),
        # The site knows better which English that is; and of Chinese, which script.
        ("en-GB", (FERRY, ODD), "en-GB"),
        ("zh-CN", (article(LANTERNS, language="zh-Hant"),), "zh-Hant"),
    ],
)
def test_rule_8_a_feed_is_in_the_language_of_all_that_it_shows(site, shown, said):
    feed = document(*shown, masthead=replace(MASTHEAD, language=site))
    assert reading.rss(feed).texts("/rss/channel/language") == [said]
    assert reading.jsonfeed(feed)["language"] == said
    strange = [each.language for each in feed.entries if each.language != said]
    assert reading.rss(feed).texts("//item/dc:language") == strange


def test_rule_8_the_channel_s_image_links_where_the_channel_links():
    feed = reading.rss(document())
    assert feed.texts("//image/link") == feed.texts("/rss/channel/link")


def test_rule_8_a_logo_of_another_kind_is_no_channel_image():
    masthead = replace(MASTHEAD, logo="https://www.gazette.example/logo.svg")
    assert not reading.rss(document(masthead=masthead)).all("//image")


@pytest.mark.parametrize(
    ("editor", "shown"),
    [
        ("desk@gazette.example", ["desk@gazette.example (Harbour Gazette Trust)"]),
        ("The desk", []),
        ("", []),
    ],
)
def test_rule_8_a_managing_editor_has_a_mail_address(editor: str, shown: list[str]):
    feed = reading.rss(document(masthead=replace(MASTHEAD, editor=editor)))
    assert feed.texts("//managingEditor") == shown


# Rule 9: names, and the order of description and content.


def test_rule_9_names_go_into_dublin_core_and_nowhere_else():
    feed = reading.rss(document(FERRY))
    assert feed.texts("//item/dc:creator") == ["Nell Harrow"]
    assert feed.texts("//item/dc:contributor") == ["Ines Calder"]
    assert not feed.all("//item/author")


@pytest.mark.parametrize("summary", ["A summary.", ""])
def test_rule_9_the_description_stands_before_the_content(summary: str):
    item = reading.rss(document(article(summary=summary))).one("//item")
    tags = [element.tag for element in item]
    content = f"{{{reading.NAMESPACES['content']}}}encoded"
    assert tags.index("description") < tags.index(content)


def test_rule_9_a_description_is_the_summary_as_html():
    feed = document(article(summary="Tar < rope & <b>salt</b>"))
    assert reading.rss(feed).texts("//item/description") == [
        "Tar &lt; rope &amp; &lt;b&gt;salt&lt;/b&gt;"
    ]


# Rule 10: where an article was taken from.


@pytest.mark.parametrize("name", FORMATS)
def test_rule_10_the_source_is_named_at_the_end_of_the_content(name: str):
    (content,) = reading.contents(document(FERRY))[name]
    last = reading.fragment(content)[-1]
    assert last.text_content() == "Source: Tidewire. Translated by Ines Calder."
    assert last.find("a").get("href") == "https://tidewire.example/2026/ferries?id=7&lang=en"


@pytest.mark.parametrize("name", FORMATS)
def test_rule_10_a_chinese_article_says_so_in_chinese(name: str):
    (content,) = reading.contents(document(LANTERNS))[name]
    assert reading.fragment(content)[-1].text_content() == "来源：海湾日报。翻译：林一帆、周远。"


def test_rule_10_rss_names_the_source_and_its_address():
    feed = reading.rss(document(FERRY))
    source = feed.one("//item/source")
    assert source.text == "Tidewire"
    assert source.get("url") == "https://tidewire.example/2026/ferries?id=7&lang=en"
    assert feed.texts("//item/dc:source") == [source.get("url")]


def test_rule_10_an_atom_source_is_complete_and_has_no_author():
    feed = reading.atom(document(FERRY))
    source = "//a:entry/a:source"
    assert feed.texts(f"{source}/a:title") == ["Tidewire"]
    assert feed.texts(f"{source}/a:updated") == feed.texts("//a:entry/a:updated")
    assert feed.one(f"{source}/a:id").text.startswith("tag:news.gazette.example,2026-01-01:")
    link = feed.one(f"{source}/a:link")
    assert (link.get("rel"), link.get("href")) == ("alternate", "https://tidewire.example/")
    assert not feed.all(f"{source}/a:author")


def test_rule_10_json_names_the_source_in_an_extension():
    (item,) = reading.jsonfeed(document(FERRY))["items"]
    assert item["_syndicate"]["source"] == {
        "name": "Tidewire",
        "url": "https://tidewire.example/2026/ferries?id=7&lang=en",
    }
    assert "external_url" not in item


def test_rule_10_a_source_without_an_address_is_still_named():
    feed = document(article(attribution=Attribution("The Old Almanac")))
    assert all("Source: The Old Almanac." in text for (text,) in reading.contents(feed).values())
    assert reading.rss(feed).texts("//item/dc:source") == ["The Old Almanac"]
    assert not reading.rss(feed).all("//item/source")
    assert not reading.atom(feed).all("//a:source")


# Rule 11: enclosures and media.


def test_rule_11_an_rss_item_has_one_enclosure_with_all_it_needs():
    enclosure = reading.rss(document(FERRY)).one("//item/enclosure")
    assert dict(enclosure.attrib) == {
        "url": "https://news.gazette.example/feeds/media/5f2b8a61c90d4e7f5f2b8a61c90d4e7f.png",
        "length": "48213",
        "type": "image/png",
    }


def test_rule_11_a_recording_is_enclosed_before_the_picture():
    song = Attachment("https://www.gazette.example/song.mp3", media_type="audio/mpeg", length=9_000)
    feed = reading.rss(document(article(attachments=(song,))))
    assert feed.one("//item/enclosure").get("url") == song.url


@pytest.mark.parametrize("changes", [{"length": None}, {"media_type": ""}])
def test_rule_11_what_is_not_fully_known_is_not_enclosed(changes: dict):
    picture = replace(FERRY.content.images[0], **changes)
    feed = document(article(images=(picture,), attachments=()))
    assert not reading.rss(feed).all("//enclosure")
    assert not reading.atom(feed).all("//a:link[@rel='enclosure']")


def test_rule_11_atom_encloses_with_length_and_type():
    links = reading.atom(document(FERRY)).all("//a:link[@rel='enclosure']")
    assert [(link.get("type"), link.get("length")) for link in links] == [
        ("image/png", "48213"),
        ("application/pdf", "20480"),
    ]


@pytest.mark.parametrize("name", XML)
def test_rule_11_media_content_tells_size_and_caption(name: str):
    feed = reading.Tree(FORMATS[name].render(document(FERRY)))
    picture = feed.one("//media:content[@medium='image']")
    assert (picture.get("width"), picture.get("height")) == ("640", "360")
    assert (picture.get("type"), picture.get("fileSize")) == ("image/png", "48213")
    assert feed.one("//media:content[@medium='image']/media:description").text == (
        "The Old Heron on its first crossing"
    )
    assert feed.one("//media:thumbnail").get("url") == picture.get("url")


@pytest.mark.parametrize("name", XML)
def test_rule_11_a_caption_never_stands_in_for_the_summary(name: str):
    (read,) = reading.parsed(name, document(FERRY)).entries
    assert read.summary == FERRY.content.summary
    assert read.content[0].value.startswith("<p>")


# Rule 12: content.


@pytest.mark.parametrize("name", FORMATS)
def test_rule_12_pictures_of_the_newsroom_show_their_published_address(name: str):
    (content,) = reading.contents(document(FERRY))[name]
    picture = reading.fragment(content).find(".//img")
    assert picture.get("src").startswith("https://news.gazette.example/feeds/media/")
    assert picture.get("alt") == "A white ferry in fog"


@pytest.mark.parametrize("name", FORMATS)
def test_rule_12_the_content_is_full(name: str):
    contents = reading.contents(document(article(body="<p>word</p>" * 3_000)))
    assert contents[name][0].count("word") == 3_000


def test_rule_12_addresses_are_absolute_or_absent():
    feed = document(
        article(
            address="../901.aspx",
            attribution=Attribution("Tidewire", "javascript:alert(1)"),
            images=(Image("images/ferry.jpg"),),
            attachments=(Attachment("tables.pdf"),),
        )
    )
    assert not reading.rss(feed).all("//item/link | //item/source | //media:content")
    assert not reading.atom(feed).all("//a:entry/a:link")
    assert "url" not in reading.jsonfeed(feed)["items"][0]
    assert all("javascript" not in text for (text,) in reading.contents(feed).values())


# Rule 13: JSON Feed.


def test_rule_13_a_json_feed_says_its_version_and_address():
    feed = reading.jsonfeed(document())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://news.gazette.example/feeds/ships/feed.json"
    assert feed["home_page_url"] == "https://www.gazette.example/301001/"
    assert "next_url" not in feed


def test_rule_13_an_item_has_a_text_for_id_and_a_list_of_authors():
    for item in reading.jsonfeed(document())["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert all(set(author) == {"name"} for author in item.get("authors", []))


def test_rule_13_attachments_have_a_type():
    (item, *_) = reading.jsonfeed(document(FERRY))["items"]
    assert item["attachments"] == [
        {
            "url": "https://news.gazette.example/feeds/media/0c4de19ab7735f200c4de19ab7735f20.pdf",
            "mime_type": "application/pdf",
            "title": "Timetable",
            "size_in_bytes": 20_480,
        }
    ]


def test_rule_13_letters_are_not_escaped():
    assert "灯笼节在老码头开幕".encode() in FORMATS["json"].render(document())


def test_rule_13_a_feed_without_articles_is_still_a_feed():
    assert reading.jsonfeed(bound(MASTHEAD, CHANNEL, ()))["items"] == []


# What else touches a feed: rule 17.


def test_rule_17_one_encoding_in_the_declaration_and_the_content_type():
    for name, media_type in (
        ("rss", "application/rss+xml"),
        ("atom", "application/atom+xml"),
        ("json", "application/feed+json"),
    ):
        assert FORMATS[name].content_type == f"{media_type}; charset=utf-8"
    for name in XML:
        assert (
            FORMATS[name].render(document()).startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
        )


def test_categories_have_no_commas():
    terms = [category.term for category in entry().categories]
    assert terms == ["Harbour News", "Ships; Docks & Tides", "ferries", "Bay; the"]


def test_an_article_without_an_author_falls_back_on_the_feed_s():
    assert not reading.rss(document(ODD)).all("//dc:creator")
    assert reading.atom(document(ODD)).texts("/a:feed/a:author/a:name")


def test_ids_of_publications_and_feeds_never_meet_an_article_s():
    minted = ("news.gazette.example", MASTHEAD.since)
    assert identity.article_id(*minted, "feed", "ships") != identity.feed_id(*minted, "ships")
    assert identity.article_id(*minted, "publication", "x") != identity.publication_id(*minted, "x")
