"""The view that the directory and the OPML file are made from, read from the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from functools import lru_cache

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.feeds.directory import (
    DirectoryView,
    EditionEntry,
    FeedGroup,
    FeedLink,
    Kind,
    ListedFeed,
    SectionEntry,
)
from syndicate.feeds.discovery import public_address
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.publishing.catalog import Feed
from syndicate.language import catalogue
from syndicate.language.catalogue import primary
from syndicate.model.article import Article
from syndicate.model.section import SectionTree
from syndicate.store import articles, sources, visible

_WEEK = timedelta(days=7)
_KINDS: tuple[Kind, ...] = ("site", "source", "author", "tag", "language")


def page_of(feed: Feed) -> str:
    """A feed's readable page, in the output folder."""
    return f"{feed.folder}/index.html" if feed.folder else "all.html"


def links(
    config: Config, feed: Feed, root: str, published: Collection[str] | None = None
) -> tuple[FeedLink, ...]:
    """A feed in each of its formats; ``root`` leads to the output folder."""
    found = _links(config.site.url, feed.folder, feed.formats, root)
    return tuple(link for path, link in found if published is None or path in published)


@lru_cache(maxsize=1024)
def _links(
    site_url: str, folder: str, formats: tuple[str, ...], root: str
) -> tuple[tuple[str, FeedLink], ...]:
    """(path in the output folder, link) of each format."""
    within = f"{folder}/" if folder else ""
    paths = ((name, within + FORMATS[name].file_name) for name in formats)
    return tuple(
        (path, FeedLink(name, root + path, public_address(site_url, path))) for name, path in paths
    )


def directory_view(
    config: Config,
    connection: Connection,
    tree: SectionTree,
    feeds: Sequence[Feed],
    *,
    root: str,
    editions: Iterable[EditionEntry] = (),
    published: Collection[str] | None = None,
) -> DirectoryView:
    """All feeds with what is new in them; ``root`` leads from the page to the output folder.

    Where ``published`` is given, no other document is named.
    The week of "items a week" ends at the store's latest reading, so that the
    page follows from the store alone.
    """
    site = config.site
    words = catalogue(site.language)
    shown = [feed for feed in feeds if feed.group in ("site", "section")]
    newest = {feed.folder: next(iter(feed.ids(1)), 0) for feed in shown}
    known = articles.by_ids(connection, filter(None, newest.values()), body=False)
    weekly = _weekly(connection)
    depth = _depths(tree, shown)

    def entry(feed: Feed, name: str) -> SectionEntry:
        latest = known.get(newest[feed.folder])
        below = tree.subtree(feed.section_id) if feed.section_id else tuple(weekly)
        return SectionEntry(
            name=name,
            feeds=links(config, feed, root, published),
            depth=depth.get(feed.section_id, 0),
            description=feed.channel.description,
            page=root + page_of(feed),
            site_page=feed.channel.page_url,
            latest=latest.content.headline if latest else "",
            latest_address=latest.content.address if latest else "",
            latest_language=_other(latest, site.language),
            updated=latest.content.published if latest else None,
            weekly=sum(weekly.get(section_id, 0) for section_id in below),
        )

    def listed(feed: Feed) -> ListedFeed:
        name = feed.channel.title.removeprefix(f"{site.title}: ")
        found = links(config, feed, root, published)
        return ListedFeed(name, found, root + page_of(feed), feed.channel.page_url)

    return DirectoryView(
        title=site.title,
        timezone=site.timezone,
        everything=next(
            entry(feed, words.gettext("All articles")) for feed in shown if feed.group == "site"
        ),
        sections=tuple(
            entry(feed, tree[feed.section_id].name) for feed in shown if feed.section_id
        ),
        groups=tuple(
            FeedGroup(kind, tuple(listed(feed) for feed in feeds if _kind(feed) == kind))
            for kind in _KINDS
        ),
        editions=tuple(editions),
        outline=f"{root}feeds.opml",
        home=site.url,
    )


def _kind(feed: Feed) -> Kind | None:
    if feed.group in ("latest", "most-viewed"):
        return "site"
    return None if feed.group in ("site", "section") else feed.group  # type: ignore[return-value]


def _weekly(connection: Connection) -> dict[int, int]:
    """How many articles of the last seven days each section holds directly."""
    end = sources.latest_reading(connection)
    return visible.counts_between(connection, end - _WEEK, end) if end else {}


def _depths(tree: SectionTree, shown: Sequence[Feed]) -> dict[int | None, int]:
    """How deep each section stands among those that are shown."""
    ids = {feed.section_id for feed in shown}
    return {
        feed.section_id: sum(above.id in ids for above in tree.path(feed.section_id)) - 1
        for feed in shown
        if feed.section_id is not None
    }


def _other(article: Article | None, language: str) -> str:
    """The article's language, where it is not the site's own."""
    if article is None or primary(article.content.language) == primary(language):
        return ""
    return article.content.language
