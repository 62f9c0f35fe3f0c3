"""What the pages show, read from the store.

Addresses are relative to the page they stand on: the directory also works
where the public address is not (on this machine, behind another name).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.feeds.directory import DirectoryView, EditionEntry
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.catalog import Catalog
from syndicate.jobs.publishing.directory import directory_view, page_of
from syndicate.jobs.sections import hidden, public_tree
from syndicate.language import catalogue, period_in_words
from syndicate.model.edition import Edition
from syndicate.model.errors import StoreError
from syndicate.store import documents, editions, facts

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
    config = press.config
    with press.store.read() as connection:
        tree = public_tree(connection, config)
        published = documents.published(connection)
        feeds = Catalog(config, connection, tree, hidden(tree, config)).feeds()
        return directory_view(
            config,
            connection,
            tree,
            [feed for feed in feeds if not feed.folder or page_of(feed) in published],
            root=f"{root}feeds/",
            published=published,
            editions=[
                _entry(config, edition, root) for edition in _shown_editions(connection, config)
            ],
        )


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


def _entry(config: Config, edition: Edition, root: str) -> EditionEntry:
    letter = config.newsletter(edition.newsletter)
    return EditionEntry(
        title=letter.title if letter else edition.newsletter,
        period=period_in_words(edition.period, catalogue(config.site.language)),
        address=f"{root}editions/{edition.newsletter}/{edition.period.label}",
    )
