"""What a section's page shows, read from the store."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.feeds.directory import FeedLink
from syndicate.jobs.offers import offers
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.catalog import Catalog
from syndicate.jobs.publishing.directory import links
from syndicate.jobs.publishing.newest import Newest
from syndicate.jobs.sections import hidden, public_tree
from syndicate.language import catalogue
from syndicate.model.section import Section, SectionTree
from syndicate.store import articles, documents
from syndicate.web.section import Below, SectionView
from syndicate.web.signup import signup
from syndicate.web.stories import Storyteller, near

#: How many of its newest articles a section's page shows.
SHOWN: Final = 30
_THUMBNAIL: Final = 144


def section(press: Press, slug: str, *, root: str, stamp: str | None) -> SectionView | None:
    """The page of a section as the store has it now; None where no such section may be seen."""
    config = press.config
    with press.store.read() as connection:
        tree = public_tree(connection, config)
        withheld = hidden(tree, config)
        own = tree.by_slug(slug)
        if own is None or own.id in withheld:
            return None
        newest = Newest(connection, tree, withheld, most=SHOWN)
        below = [each for each in tree.children(own.id) if each.id not in withheld]
        latest = {each.id: newest.of_section(each.id, 1) for each in below}
        ids = newest.of_section(own.id, SHOWN)
        wanted = {*ids, *(number for found in latest.values() for number in found)}
        known = articles.by_ids(connection, wanted, body=False)
        teller = Storyteller(
            catalogue(config.site.language),
            config.site.timezone,
            near(press, connection, [known[number] for number in ids], root=root),
        )
        return SectionView(
            name=own.name,
            site=config.site.title,
            root=root,
            description=own.description,
            above=tuple((each.name, _page(each, root)) for each in tree.path(own.id)[:-1]),
            stories=tuple(teller.tell(known[number], picture=_THUMBNAIL) for number in ids),
            below=tuple(
                Below(
                    each.name,
                    _page(each, root),
                    teller.tell(known[latest[each.id][0]], summary=0) if latest[each.id] else None,
                )
                for each in below
            ),
            feeds=_feeds(connection, config, tree, withheld, own, root),
            signup=signup(
                config,
                offers(connection, config),
                root=root,
                stamp=stamp,
                section=f"{own.source}/{own.key}",
                about=own.name,
            ),
        )


def _page(section: Section, root: str) -> str:
    return f"{root}sections/{section.slug}"


def _feeds(
    connection: Connection,
    config: Config,
    tree: SectionTree,
    withheld: Collection[int],
    own: Section,
    root: str,
) -> tuple[FeedLink, ...]:
    """The section's published feeds, one in each format."""
    every = Catalog(config, connection, tree, withheld).feeds()
    feed = next(feed for feed in every if feed.section_id == own.id)
    return links(config, feed, f"{root}feeds/", documents.published(connection))
