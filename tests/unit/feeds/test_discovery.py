"""Every format names the feed's one address and its hubs (rule 15; WebSub, section 4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syndicate.feeds.discovery import hub_addresses, link_header, public_address
from syndicate.feeds.document import Pages, bound
from syndicate.feeds.formats import FORMATS
from tests.unit.feeds.newsroom import CHANNEL, MASTHEAD, document
from tests.unit.feeds.reading import atom, jsonfeed, parsed, rss

HUBS = ("https://hub.example/", "https://push.tidewire.example/hub?site=7&v=2")
PUSHED = replace(MASTHEAD, hubs=HUBS)
SITE = MASTHEAD.url


def links(found):
    return [(link.get("rel"), link.get("href")) for link in found]


def test_rss_has_one_self_link_and_every_hub():
    found = links(rss(document(masthead=PUSHED)).all("/rss/channel/a:link"))
    assert sorted(found) == [
        ("hub", HUBS[0]),
        ("hub", HUBS[1]),
        ("self", "https://news.gazette.example/feeds/ships/rss.xml"),
    ]


def test_the_channel_s_own_link_stays_the_page():
    channel = rss(document(masthead=PUSHED))
    assert channel.texts("/rss/channel/link") == ["https://www.gazette.example/301001/"]


def test_atom_has_one_self_link_and_every_hub():
    found = links(atom(document(masthead=PUSHED)).all("/a:feed/a:link"))
    assert sorted(link for link in found if link[0] != "alternate") == [
        ("hub", HUBS[0]),
        ("hub", HUBS[1]),
        ("self", "https://news.gazette.example/feeds/ships/atom.xml"),
    ]


def test_json_feed_lists_the_hubs_as_websub():
    assert jsonfeed(document(masthead=PUSHED))["hubs"] == [
        {"type": "WebSub", "url": HUBS[0]},
        {"type": "WebSub", "url": HUBS[1]},
    ]


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_feedparser_finds_hubs_and_self(name):
    found = parsed(name, document(masthead=PUSHED)).feed.links
    assert [link.href for link in found if link.rel == "hub"] == list(HUBS)
    assert len([link for link in found if link.rel == "self"]) == 1


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_without_hubs_none_is_spoken_of(made):
    assert b"hub" not in made.render(document())


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_an_archive_document_names_no_hub_since_none_is_told_of_it(made):
    feed = bound(PUSHED, CHANNEL, document().entries, pages=Pages(1, 2))
    assert b"hub" not in made.render(feed)


def test_what_is_no_address_is_no_hub():
    assert hub_addresses(("", "javascript:alert(1)", HUBS[0], HUBS[0])) == (HUBS[0],)


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_the_topic_is_the_document_s_own_address_to_the_letter(made):
    feed = document(channel=replace(CHANNEL, slug="gang-kou"), masthead=PUSHED)
    path = f"gang-kou/{made.file_name}"
    assert public_address(SITE, path) == feed.folder_url + made.file_name


def test_the_header_names_the_hubs_and_the_feed():
    assert link_header(SITE, "ships/rss.xml", HUBS) == (
        '<https://hub.example/>; rel="hub", '
        '<https://push.tidewire.example/hub?site=7&v=2>; rel="hub", '
        '<https://news.gazette.example/feeds/ships/rss.xml>; rel="self"'
    )


def test_without_hubs_there_is_no_header():
    assert link_header(SITE, "ships/rss.xml", ()) == ""
