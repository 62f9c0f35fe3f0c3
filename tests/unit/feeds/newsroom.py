"""A small newsroom, made up and never changing, whose feeds the tests look at.

Three articles: one in English with everything there is, one in Chinese, and
one without author or source and with characters that break careless generators.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from syndicate.feeds.document import Channel, FeedDocument, FeedEntry, Masthead, bound
from syndicate.feeds.entries import EntryBuilder
from syndicate.model.article import Article, Attachment, Attribution, Content, Image, Person
from syndicate.model.section import Section, SectionTree

SINCE = date(2026, 1, 1)
SECTIONS = SectionTree(
    [
        Section(1, "gazette", "301", "Harbour News", slug="harbour-news"),
        Section(2, "gazette", "301001", "Ships, Docks & Tides", slug="ships", parent_id=1),
        Section(3, "gazette", "302", "港口文化", slug="gang-kou-wen-hua"),
    ]
)
MASTHEAD = Masthead(
    title="The Harbour Gazette",
    url="https://news.gazette.example/",
    authority="news.gazette.example",
    since=SINCE,
    owner="Harbour Gazette Trust",
    editor="editor@gazette.example",
    rights="© 2026 Harbour Gazette Trust",
    logo="https://www.gazette.example/logo.png",
    icon="https://www.gazette.example/icon.png",
)
CHANNEL = Channel(
    slug="ships",
    title="Ships, Docks & Tides – The Harbour Gazette",
    description="What sails, what rusts, and when the water comes.",
    page_url="https://www.gazette.example/301001/",
)
MEDIA = {
    ("gazette", "images/ferry.png"): (
        "https://news.gazette.example/feeds/media/5f2b8a61c90d4e7f5f2b8a61c90d4e7f.png"
    ),
    ("gazette", "files/timetable.pdf"): (
        "https://news.gazette.example/feeds/media/0c4de19ab7735f200c4de19ab7735f20.pdf"
    ),
}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


FERRY = Article(
    id=1,
    source="gazette",
    key="901",
    section_id=2,
    arrived=at("2026-01-19T08:00:00"),
    content=Content(
        headline="The “Old Heron” sails again: 40 km < 2 hours & no queue",
        subtitle="A ferry comes back from the dock",
        published=at("2026-01-19T07:30:00"),
        updated=at("2026-01-20T09:15:00"),
        body=(
            "<p>After a winter in the dock, the ferry crossed the bay on Monday.</p>\n"
            '<figure><img src="https://www.gazette.example/images/ferry.png" '
            'alt="A white ferry in fog" width="640" height="360"></figure>\n'
            "<h2>What is new</h2>\n"
            "<ul><li>quieter engines</li><li>a "
            '<a href="https://www.gazette.example/files/timetable.pdf">timetable</a></li></ul>'
        ),
        address="https://www.gazette.example/301001/901.aspx",
        people=(Person("Nell Harrow"), Person("Ines Calder", "translator")),
        attribution=Attribution("Tidewire", "https://tidewire.example/2026/ferries?id=7&lang=en"),
        summary="After a winter in the dock, the ferry crossed the bay on Monday.",
        language="en",
        minutes=2,
        images=(
            Image(
                "https://www.gazette.example/images/ferry.png",
                alt="A white ferry in fog",
                caption="The Old Heron on its first crossing",
                width=640,
                height=360,
                media_type="image/png",
                length=48_213,
                path="images/ferry.png",
                credit="Ida Marsh & Sons",
            ),
        ),
        attachments=(
            Attachment(
                "https://www.gazette.example/files/timetable.pdf",
                title="Timetable",
                media_type="application/pdf",
                length=20_480,
                path="files/timetable.pdf",
            ),
        ),
        tags=("ferries", "Bay, the"),
    ),
)

LANTERNS = Article(
    id=2,
    source="gazette",
    key="902",
    section_id=3,
    arrived=at("2026-01-18T08:00:00"),
    content=Content(
        headline="灯笼节在老码头开幕",
        published=at("2026-01-18T01:00:00"),
        updated=at("2026-01-18T01:00:00"),
        body="<p>周日晚，三百盏灯笼照亮了老码头。</p>\n<p>活动持续到月底。</p>",
        address="https://www.gazette.example/302/902.aspx",
        people=(Person("何小舟"), Person("林一帆", "translator"), Person("周远", "translator")),
        attribution=Attribution("海湾日报", "https://haiwan.example/lanterns"),
        summary="周日晚，三百盏灯笼照亮了老码头。",
        language="zh",
    ),
)

ODD = Article(
    id=3,
    source="gazette",
    key="90/3 é",
    section_id=1,
    arrived=at("2026-01-17T08:00:00"),
    content=Content(
        headline="Tide\x0b tables:\x92quoted\x92 <b>not bold</b> &amp; 🚢 ]]> end",
        published=at("2026-01-17T06:00:00"),
        updated=at("2026-01-17T06:00:00"),
        body="<p>High water\x00 at 6 ]]&gt; and \ufffe again at 18 \U0001f30a.</p>",
        address="https://www.gazette.example/301/90 3é.aspx",
        language="en",
        tags=("", "tides"),
    ),
)

ARTICLES = (FERRY, LANTERNS, ODD)


def article(of: Article = FERRY, **changes: object) -> Article:
    """An article with some of its content changed."""
    return replace(of, content=replace(of.content, **changes))  # type: ignore[arg-type]


def builder(masthead: Masthead = MASTHEAD) -> EntryBuilder:
    return EntryBuilder(masthead, SECTIONS, MEDIA)


def entry(of: Article = FERRY, **changes: object) -> FeedEntry:
    return builder()(article(of, **changes))


def document(
    *articles: Article,
    masthead: Masthead = MASTHEAD,
    channel: Channel = CHANNEL,
    updated: datetime | None = None,
) -> FeedDocument:
    """The newsroom's feed of these articles; of all of them where none is named."""
    make = builder(masthead)
    entries = (make(each) for each in articles or ARTICLES)
    return bound(masthead, channel, entries, updated=updated)
