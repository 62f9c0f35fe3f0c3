"""Whatever an article says and whenever: every feed parses, and says the same.

Bodies are made clean when they are read, so here they are clean HTML with any
text in it; all other fields hold anything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import escape

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.content.sanitise import clean
from syndicate.feeds.document import FeedDocument
from syndicate.feeds.formats import FORMATS
from syndicate.model.article import Article, Attachment, Attribution, Image, Person
from tests.unit.feeds import reading
from tests.unit.feeds.newsroom import CHANNEL, FERRY, MASTHEAD, article, document

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ud800-\udfff\ufffe\uffff]")
ACTIVE = {"script", "style", "form", "object", "embed", "iframe", "input", "button"}

text = st.text(st.characters(exclude_categories=()), max_size=60)
awkward = text | st.sampled_from(
    ["]]>", "<script>alert(1)</script>", "&amp;lt;", "\x85\x92\x81", "\ud800", "a\r\nb", "\ufeff"]
)
address = text | st.builds("https://{}.example/{}".format, st.sampled_from(["a", "é", "_"]), text)
moment = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.timezones())  # noqa: DTZ001
size = st.none() | st.integers(-1, 10**12)
body = st.lists(awkward, max_size=4).map(lambda all_: "".join(f"<p>{escape(x)}</p>" for x in all_))
images = st.builds(
    Image, address, awkward, awkward, size, size, st.sampled_from(["", "image/png"]), size, awkward
)
attachments = st.builds(Attachment, address, awkward, awkward, size, awkward)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    changed = article(
        FERRY,
        headline=draw(awkward),
        subtitle=draw(awkward),
        note=draw(awkward),
        summary=draw(awkward),
        body=draw(body),
        address=draw(address),
        published=draw(moment),
        updated=draw(moment),
        language=draw(awkward | st.sampled_from(["en", "zh-Hans"])),
        people=tuple(
            draw(st.lists(st.builds(Person, awkward, st.sampled_from(["author", "translator"]))))
        ),
        attribution=draw(st.none() | st.builds(Attribution, awkward, address)),
        tags=tuple(draw(st.lists(awkward, max_size=3))),
        images=tuple(draw(st.lists(images, max_size=2))),
        attachments=tuple(draw(st.lists(attachments, max_size=2))),
    )
    return replace(changed, source=draw(awkward) or "cms", key=draw(awkward))


@st.composite
def documents(draw: st.DrawFn) -> FeedDocument:
    channel = replace(
        CHANNEL,
        title=draw(awkward),
        description=draw(awkward),
        page_url=draw(address),
        language=draw(awkward),
    )
    masthead = replace(
        MASTHEAD,
        owner=draw(awkward),
        rights=draw(awkward),
        editor=draw(awkward),
        logo=draw(address),
    )
    return document(draw(articles()), channel=channel, masthead=masthead)


@given(documents())
def test_every_xml_feed_parses_strictly_and_holds_only_fit_characters(feed: FeedDocument):
    for name in ("rss", "atom"):
        data = FORMATS[name].render(feed)
        reading.Tree(data)
        assert not UNFIT.search(data.decode("utf-8"))


@given(documents())
def test_every_json_feed_parses_and_holds_only_fit_characters(feed: FeedDocument):
    (item,) = reading.jsonfeed(feed)["items"]
    assert item["title"] == feed.entries[0].title
    assert item["content_html"] == feed.entries[0].html
    assert not UNFIT.search(FORMATS["json"].render(feed).decode("utf-8"))


@pytest.mark.parametrize("name", ["rss", "atom"])
@given(feed=documents())
def test_feedparser_takes_every_feed_without_complaint(name: str, feed: FeedDocument):
    read = feedparser.parse(FORMATS[name].render(feed))
    assert not read.bozo
    (entry,) = read.entries
    assert entry.id == feed.entries[0].id
    assert "published" in entry


def unmangled(text: str) -> str:
    """What feedparser makes of text that could be UTF-8 taken for Latin-1: it takes it for that."""
    try:
        return text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return text


@given(documents())
def test_titles_and_summaries_come_back_as_they_were(feed: FeedDocument):
    entry = feed.entries[0]
    assert reading.rss(feed).texts("//item/title") == [entry.title]
    atom = reading.atom(feed)
    assert atom.texts("//a:entry/a:title") == [entry.title]
    assert atom.texts("//a:entry/a:summary") == [entry.summary]
    read = feedparser.parse(FORMATS["atom"].render(feed), sanitize_html=False)
    assert read.entries[0].title in (entry.title, unmangled(entry.title))


@given(documents())
def test_the_content_is_the_same_in_every_format(feed: FeedDocument):
    assert all(found == [feed.entries[0].html] for found in reading.contents(feed).values())


@given(documents())
def test_moments_come_back_to_the_second(feed: FeedDocument):
    entry = feed.entries[0]
    item = reading.jsonfeed(feed)["items"][0]
    assert datetime.fromisoformat(item["date_published"]) == entry.published
    assert datetime.fromisoformat(item["date_modified"]) == entry.updated
    assert entry.published.microsecond == 0
    assert entry.published.tzinfo is UTC


@given(documents())
def test_every_address_is_absolute(feed: FeedDocument):
    places = (
        reading.atom(feed).all("//a:link/@href | //media:content/@url | //a:logo/text()"),
        reading.rss(feed).texts("//link"),
        reading.rss(feed).all("//enclosure/@url | //source/@url | //media:thumbnail/@url"),
    )
    for place in places:
        assert all(re.fullmatch(r"https?://[!-~]+", url) for url in place)


markup = st.lists(
    awkward
    | st.sampled_from(
        [
            '<a href="../x" onclick="run()">',
            "<a href=javascript:run()>",
            '<img src="a b.png" srcset="b.png 2x" onerror=run()>',
            "<script>run()</script>",
            '<svg onload="run()">',
            '<form action="/x"><input>',
            '<p style="color:red">',
            '<iframe src="https://far.example/">',
            "</p>",
            "<table><tr><td>",
            "<!--",
            "&#0;&#146;&lt;script&gt;",
        ]
    ),
    max_size=8,
).map("".join)


@given(markup)
def test_nothing_active_or_relative_is_left_of_any_body(given_markup: str):
    base = "https://www.gazette.example/301001/901.aspx"
    feed = document(article(body=clean(given_markup, base=base).html))
    for (content,) in reading.contents(feed).values():
        for element in reading.fragment(content).iter():
            assert element.tag not in ACTIVE | {"svg"}
            assert set(element.keys()).isdisjoint({"style", "onclick", "onerror", "onload"})
            for name in ("href", "src"):
                assert re.match("https?://", element.get(name, "https://"))


@given(documents())
def test_nothing_active_comes_in_beside_the_body(feed: FeedDocument):
    for (content,) in reading.contents(feed).values():
        for element in reading.fragment(content).iter():
            assert element.tag not in ACTIVE
            assert element.get("href", "https://").startswith(("https://", "http://"))
            assert not any(name.startswith("on") for name in element.keys())  # noqa: SIM118
