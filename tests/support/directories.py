"""A made-up directory page in English and Chinese."""

from __future__ import annotations

from datetime import datetime

from syndicate.feeds.directory import (
    DirectoryView,
    EditionEntry,
    FeedGroup,
    FeedLink,
    Kind,
    ListedFeed,
    SectionEntry,
)
from syndicate.feeds.formats import FORMATS

PUBLIC = "https://news.example.org/feeds/"


def feeds(slug: str) -> tuple[FeedLink, ...]:
    return tuple(
        FeedLink(name, f"{slug}{made.file_name}", f"{PUBLIC}{slug}{made.file_name}")
        for name, made in FORMATS.items()
    )


def group(kind: Kind, **names: str) -> FeedGroup:
    """A group of further feeds: slug and name."""
    return FeedGroup(
        kind,
        tuple(
            ListedFeed(
                name,
                feeds(f"{kind}/{slug}/"),
                page=f"{kind}/{slug}/index.html",
                site_page="https://www.example.org/",
            )
            for slug, name in names.items()
        ),
    )


def _section(
    name: str,
    slug: str,
    latest: str,
    updated: str,
    depth: int = 0,
    description: str = "",
    weekly: int | None = None,
) -> SectionEntry:
    return SectionEntry(
        name=name,
        feeds=feeds(f"{slug}/"),
        depth=depth,
        description=description,
        page=f"{slug}/index.html",
        site_page=f"https://www.example.org/{slug}/default.aspx",
        latest=latest,
        latest_address=f"https://www.example.org/{slug}/1.aspx" if latest else "",
        updated=datetime.fromisoformat(updated) if updated else None,
        weekly=weekly,
    )


def english() -> DirectoryView:
    sections = (
        _section(
            "City",
            "city",
            "Night market moves to the old tram depot",
            "2026-01-25T08:40+08:00",
            description="What is built, closed, opened and argued about.",
            weekly=34,
        ),
        _section(
            "Transport",
            "transport",
            "Ferry timetable: what changes on Monday, pier by pier",
            "2026-01-24T17:05+08:00",
            1,
            weekly=12,
        ),
        _section(
            "Housing",
            "housing",
            "Rents by the water: ten years in one map",
            "2026-01-22T11:30+08:00",
            1,
            weekly=1,
        ),
        _section(
            "Culture",
            "culture",
            "A library that lends instruments, and the neighbours who lend their patience",
            "2026-01-23T09:15+08:00",
            weekly=7,
        ),
        _section(
            "Books",
            "books",
            "Letters from the lighthouse: a keeper’s diary finds its readers",
            "2026-01-16T18:30+08:00",
            1,
            weekly=0,
        ),
        _section(
            "Science & Technology",
            "science",
            "Why the harbour’s seals have started to sing at night",
            "2026-01-24T06:20+08:00",
            weekly=5,
        ),
        _section("Sport", "sport", "", ""),
    )
    newest = sections[0]
    return DirectoryView(
        title="The Harbour Courier",
        timezone="Asia/Shanghai",
        everything=SectionEntry(
            name="All articles",
            feeds=feeds(""),
            latest=newest.latest,
            latest_address=newest.latest_address,
            updated=newest.updated,
            page="all.html",
            site_page="https://www.example.org/",
            weekly=61,
        ),
        sections=sections,
        groups=(
            group(
                "site", **{"most-viewed": "Most viewed in seven days", "latest": "Latest articles"}
            ),
            group(
                "source",
                record="Coastal Record",
                gazette="Port Gazette",
                review="Northern Review of Books",
            ),
            group("author", okafor="Mira Okafor", feld="Jonas Feld", rey="Tomás Rey"),
            group("language", en="English", zh="中文"),
            group("tag", **{f"tag-{number}": f"ferry line {number}" for number in range(1, 31)}),
        ),
        outline="feeds.opml",
        home="https://www.example.org/",
        editions=(
            EditionEntry("The Harbour Week", "19 to 25 January 2026", "../editions/2026-W04.html"),
            EditionEntry("The Harbour Week", "12 to 18 January 2026", "../editions/2026-W03.html"),
        ),
    )


def chinese() -> DirectoryView:
    sections = (
        _section(
            "城市",
            "chengshi",
            "夜市搬进老电车库",
            "2026-01-25T08:40+08:00",
            description="建设、关闭、开张与争论。",
            weekly=2,
        ),
        _section(
            "交通",
            "jiaotong",
            "渡船时刻表：星期一起各码头有哪些变化",
            "2026-01-24T17:05+08:00",
            1,
            weekly=34,
        ),
        _section(
            "文化",
            "wenhua",
            "一座出借乐器的图书馆，和一群出借耐心的邻居",
            "2026-01-23T09:15+08:00",
            weekly=12,
        ),
        _section(
            "科技", "keji", "港湾里的海豹为什么开始在夜里唱歌", "2026-01-24T06:20+08:00", weekly=7
        ),
    )
    return DirectoryView(
        title="港湾信使报",
        timezone="Asia/Shanghai",
        everything=SectionEntry(
            name="全部文章",
            feeds=feeds(""),
            latest=sections[0].latest,
            latest_address=sections[0].latest_address,
            updated=sections[0].updated,
            page="all.html",
            site_page="https://www.example.org/",
            weekly=61,
        ),
        sections=sections,
        groups=(
            group("source", jishi="海岸纪事", shuping="北方书评"),
            group("author", lin="林望潮", fang="方可", chen="陈岚"),
        ),
        outline="feeds.opml",
        home="https://www.example.org/",
        editions=(EditionEntry("港湾一周", "2026年1月19日至25日", "../editions/2026-W04.html"),),
    )
