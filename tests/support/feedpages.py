"""The page of a made-up feed in English and Chinese, from the stories of the made-up editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from syndicate.feeds.directory import FeedLink
from syndicate.feeds.document import Channel, FeedDocument, Masthead, bound
from syndicate.feeds.entries import EntryBuilder
from syndicate.feeds.formats import FORMATS
from syndicate.feeds.pages import FeedPage, render_feed_page
from syndicate.model.article import Article
from syndicate.model.edition import Variant
from syndicate.model.section import Section, SectionTree
from tests.support import editions

PUBLIC = "https://news.example.org/feeds/"
PICTURE = f"{PUBLIC}media/harbour.png"


def document(variant: Variant, name: str, description: str, *more: Article) -> FeedDocument:
    """A feed of an edition's stories; the last of them has no page of its own."""
    masthead = Masthead(
        variant.site,
        "https://news.example.org/",
        "news.example.org",
        date(2026, 1, 1),
        variant.language,
    )
    stories = [story.article for story in variant.stories]
    last = stories.pop()
    stories.append(replace(last, content=replace(last.content, address="")))
    sections = SectionTree([Section(1, "cms", "101", name, slug="city")])
    build = EntryBuilder(masthead, sections, {("cms", "images/harbour.png"): PICTURE})
    # In the order of publishing: the one without a page of its own comes first.
    shown = sorted(
        [*stories, *more], key=lambda each: (each.content.published, each.id), reverse=True
    )
    return bound(
        masthead,
        Channel("city", f"{variant.site}: {name}", description, "https://www.example.org/101/"),
        map(build, shown),
    )


def view(name: str, site: str, *, root: str = "../", folder: str = "city/") -> FeedPage:
    near = "" if root else folder
    return FeedPage(
        feeds=tuple(
            FeedLink(each.name, f"{near}{each.file_name}", f"{PUBLIC}{folder}{each.file_name}")
            for each in FORMATS.values()
        ),
        timezone="Asia/Shanghai",
        root=root,
        public=PUBLIC,
        name=name,
        site=site,
    )


ENGLISH = document(editions.english(), "City", "What is built, closed, opened and argued about.")
CHINESE = document(editions.chinese(), "城市", "建设、关闭、开张与争论。")


def english() -> str:
    page = view("City", "The Harbour Courier")
    return render_feed_page(ENGLISH, page, editions.templates(), "en")


def chinese() -> str:
    return render_feed_page(CHINESE, view("城市", "港湾信使报"), editions.templates(), "zh")
