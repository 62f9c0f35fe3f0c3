"""What the pages show, read from the store.

Addresses are relative to the page they stand on: the directory also works
where the public address is not (on this machine, behind another name).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from syndicate.config.model import Config, Newsletter
from syndicate.digests.archive import cadence_in_words
from syndicate.feeds.directory import DirectoryView, EditionEntry, FeedLink
from syndicate.jobs.press import Press
from syndicate.jobs.publishing import viewed
from syndicate.jobs.publishing.catalog import Catalog
from syndicate.jobs.publishing.directory import directory_view, links, page_of
from syndicate.jobs.reading import series_of
from syndicate.jobs.sections import hidden, public_tree
from syndicate.language import catalogue, period_in_words
from syndicate.model.edition import Edition
from syndicate.model.errors import StoreError
from syndicate.model.section import SectionTree
from syndicate.store import documents, facts, readable
from syndicate.web.alternates import Alternate

#: How many editions the front page and the directory name.
SHOWN_EDITIONS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that a page may depend on: while it is the same, so is the page."""

    revision: int
    published: tuple[int, datetime | None]
    read: datetime | None
    editions: tuple[Edition, ...]


def mark(press: Press) -> Mark:
    with press.store.read() as connection:
        return Mark(
            revision=facts.revision(connection),
            published=documents.state(connection),
            read=viewed.hour(connection),
            editions=tuple(_latest(connection, press.config)),
        )


def all_editions(press: Press, newsletter: Newsletter) -> tuple[Edition, ...]:
    """Every edition of a newsletter that anybody may read."""
    with press.store.read() as connection:
        found = readable.listing(connection, newsletter.name, approval=newsletter.approval)
    return tuple(found)


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
            editions=latest_editions(connection, config, root=root),
        )


def latest_editions(
    connection: Connection, config: Config, *, root: str, most: int = SHOWN_EDITIONS
) -> tuple[EditionEntry, ...]:
    """The newest editions of all newsletters."""
    return tuple(_entry(config, each, root) for each in _latest(connection, config)[:most])


def feeds_of_site(
    connection: Connection, config: Config, tree: SectionTree, *, root: str
) -> tuple[Alternate, ...]:
    """The feeds that hold every article, and the newsletters' own."""
    published = documents.published(connection)
    whole = next(Catalog(config, connection, tree, hidden(tree, config)).feeds())
    found = [
        Alternate(config.site.title, link)
        for link in links(config, whole, f"{root}feeds/", published)
    ]
    if facts.tag_authority(connection) is not None:
        for letter in config.newsletters:
            found += feeds_of_newsletter(config, letter, root)
    return tuple(found)


def feeds_of_newsletter(config: Config, newsletter: Newsletter, root: str) -> tuple[Alternate, ...]:
    """A newsletter's own feeds: one for each cadence, the usual one first."""
    words = catalogue(config.site.language)
    found = []
    for schedule in newsletter.schedules:
        series = series_of(newsletter, schedule.cadence)
        path = f"editions/{newsletter.name}/{series.file_name}"
        named = newsletter.title
        if len(newsletter.schedules) > 1:
            named += words.pgettext("between names", ", ")
            named += cadence_in_words(schedule.cadence, words)
        found.append(Alternate(named, FeedLink("atom", root + path, f"{config.site.url}{path}")))
    return tuple(found)


def _latest(connection: Connection, config: Config) -> list[Edition]:
    found = [
        edition
        for letter in config.newsletters
        for edition in readable.listing(
            connection, letter.name, approval=letter.approval, limit=SHOWN_EDITIONS
        )
    ]
    # Stable: of one moment, in the order of the configuration.
    newest = sorted(found, key=lambda each: each.period.end, reverse=True)
    return newest[:SHOWN_EDITIONS]


def _entry(config: Config, edition: Edition, root: str) -> EditionEntry:
    letter = config.newsletter(edition.newsletter)
    return EditionEntry(
        title=letter.title if letter else edition.newsletter,
        period=period_in_words(edition.period, catalogue(config.site.language)),
        address=f"{root}editions/{edition.newsletter}/{edition.period.label}",
    )
