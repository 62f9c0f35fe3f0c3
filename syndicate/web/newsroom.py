"""What the pages show, read from the store.

Addresses are relative to the page they stand on: the directory also works
where the public address is not (on this machine, behind another name).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.feeds.directory import DirectoryView, EditionEntry, FeedLink, SectionEntry
from syndicate.feeds.discovery import public_address
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.press import Press
from syndicate.jobs.sections import hidden, public_tree
from syndicate.language import catalogue, period_in_words
from syndicate.language.catalogue import primary
from syndicate.model.article import Article
from syndicate.model.edition import Edition
from syndicate.model.errors import StoreError
from syndicate.model.section import Section, SectionTree
from syndicate.store import articles, documents, editions, facts, visible

#: How many editions the directory names.
SHOWN_EDITIONS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that a page may depend on: while it is the same, so is the page."""

    revision: int
    published: tuple[tuple[str, int], ...]
    editions: tuple[Edition, ...]


def mark(press: Press) -> Mark:
    with press.store.read() as connection:
        return Mark(
            revision=facts.revision(connection),
            published=tuple(
                (document.path, document.items)
                for document in documents.published(connection).values()
            ),
            editions=tuple(_shown_editions(connection, press.config)),
        )


def changed(press: Press, path: str, sha256: str) -> datetime | None:
    """When a document's bytes last changed, if these are the bytes on record.

    None too where the store is away: feeds are served without it.
    """
    try:
        with press.store.read() as connection:
            document = documents.find(connection, path)
    except StoreError:
        return None
    return document.changed if document is not None and document.sha256 == sha256 else None


def directory(press: Press, *, root: str) -> DirectoryView:
    """The directory; ``root`` leads from the page's folder to the site's, such as ``../``."""
    with press.store.read() as connection:
        return _Directory(press.config, connection, root).view()


def edition(press: Press, newsletter: str, label: str) -> Edition | None:
    """An edition that may be read; None where there is none."""
    if not may_be_read(press.config, newsletter):
        return None
    with press.store.read() as connection:
        found = editions.called(connection, newsletter, label)
    return found if found is not None and found.state == "open" else None


def may_be_read(config: Config, newsletter: str) -> bool:
    """Whether the newsletter's editions are public. Those that wait for approval are not."""
    found = config.newsletter(newsletter)
    return found is not None and not found.approval


class _Directory:
    def __init__(self, config: Config, connection: Connection, root: str) -> None:
        self._config, self._connection, self._root = config, connection, root
        self._words = catalogue(config.site.language)
        self._tree = public_tree(connection, config)
        self._withheld = hidden(self._tree, config)
        self._published = documents.published(connection)
        self._newest: dict[int, list[tuple[datetime, int]]] = {
            section.id: visible.newest_ids(connection, section.id, 1)
            for section in self._tree
            if section.id not in self._withheld
        }
        wanted = (article_id for found in self._newest.values() for _, article_id in found)
        self._articles = articles.by_ids(connection, wanted, body=False)

    def view(self) -> DirectoryView:
        site = self._config.site
        shown = [section for section in self._tree if section.id not in self._withheld]
        everything = self._entry(
            self._words.gettext("All articles"), "", self._latest(section.id for section in shown)
        )
        return DirectoryView(
            title=site.title,
            timezone=site.timezone,
            everything=everything,
            sections=tuple(self._section(section) for section in shown),
            editions=tuple(
                self._edition(edition)
                for edition in _shown_editions(self._connection, self._config)
            ),
        )

    def _section(self, section: Section) -> SectionEntry:
        return self._entry(
            section.name,
            f"{section.slug}/",
            self._latest(self._tree.subtree(section.id)),
            depth=_depth(self._tree, section, self._withheld),
            description=section.description,
        )

    def _entry(
        self,
        name: str,
        folder: str,
        latest: Article | None,
        *,
        depth: int = 0,
        description: str = "",
    ) -> SectionEntry:
        content = latest.content if latest else None
        return SectionEntry(
            name=name,
            feeds=tuple(
                self._link(feed, f"{folder}{FORMATS[feed].file_name}")
                for feed in self._config.feeds.formats
                if f"{folder}{FORMATS[feed].file_name}" in self._published
            ),
            depth=depth,
            description=description,
            latest=content.headline if content else "",
            latest_address=content.address if content else "",
            latest_language=_other(content.language, self._config.site.language) if content else "",
            updated=content.published if content else None,
        )

    def _link(self, feed: str, path: str) -> FeedLink:
        public = public_address(self._config.site.url, path)
        return FeedLink(feed, f"{self._root}feeds/{path}", public)

    def _latest(self, sections: Iterable[int]) -> Article | None:
        lists = (self._newest.get(section, []) for section in sections)
        for _, article_id in islice(heapq.merge(*lists, reverse=True), 1):
            return self._articles.get(article_id)
        return None

    def _edition(self, edition: Edition) -> EditionEntry:
        letter = self._config.newsletter(edition.newsletter)
        return EditionEntry(
            title=letter.title if letter else edition.newsletter,
            period=period_in_words(edition.period, self._words),
            address=f"{self._root}editions/{edition.newsletter}/{edition.period.label}",
        )


def _shown_editions(connection: Connection, config: Config) -> list[Edition]:
    found = (
        edition
        for letter in config.newsletters
        if may_be_read(config, letter.name)
        for edition in editions.listing(connection, letter.name, limit=SHOWN_EDITIONS)
        if edition.state == "open"
    )
    newest = sorted(found, key=lambda e: (e.period.end, e.newsletter), reverse=True)
    return newest[:SHOWN_EDITIONS]


def _depth(tree: SectionTree, section: Section, withheld: set[int]) -> int:
    """How deep it stands among the sections that are shown."""
    return sum(above.id not in withheld for above in tree.path(section.id)) - 1


def _other(language: str, sites: str) -> str:
    """The language, where it is not the site's own."""
    return "" if primary(language) == primary(sites) else language
