"""Editions as everybody reads them: a page, a line in the archive, an entry of a feed.

Only what :mod:`syndicate.store.readable` lets through is ever shown. Nothing
here writes anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import Connection

from syndicate.config.model import Config, Newsletter
from syndicate.digests import select
from syndicate.digests.archive import Told
from syndicate.digests.entry import render_entry
from syndicate.digests.page import Around, Neighbour, render_page
from syndicate.feeds.document import Masthead
from syndicate.feeds.newsletter import FILE_NAME, Issue, Series, render_newsletter_feed
from syndicate.jobs.edition import addresses_of, pictures_of, shown, without_hidden
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.catalog import masthead_of
from syndicate.jobs.sections import public_tree
from syndicate.language import catalogue, period_in_words
from syndicate.model.article import Image
from syndicate.model.edition import Cadence, Edition
from syndicate.model.section import SectionTree
from syndicate.store import articles, facts, readable

#: How many editions a newsletter's feed holds.
ITEMS: Final = 20


def find(press: Press, name: str, label: str) -> Edition | None:
    """The edition, if there is such a newsletter and anybody may read it."""
    newsletter = press.config.newsletter(name)
    if newsletter is None:
        return None
    with press.store.read() as connection:
        return readable.find(connection, name, label, approval=newsletter.approval)


def neighbours(press: Press, edition: Edition) -> tuple[Edition | None, Edition | None]:
    """The edition before this one and the one after it, as far as anybody may read them."""
    newsletter = press.config.newsletter(edition.newsletter)
    if newsletter is None:
        return None, None
    with press.store.read() as connection:
        return readable.beside(connection, edition, approval=newsletter.approval)


def page(press: Press, edition: Edition) -> str | None:
    """The page of an edition, two folders below the site's.

    None without its newsletter, and where all of its stories have been withdrawn.
    """
    newsletter = press.config.newsletter(edition.newsletter)
    if newsletter is None:
        return None
    root = "../../"
    before, after = neighbours(press, edition)
    with press.store.read() as connection:
        tree = public_tree(connection, press.config)
        variant = shown(press, connection, tree, newsletter, edition.period, edition).variant
        if not variant.count:
            return None
        pictures = pictures_of(press, connection, variant, dry_run=True)
        has_feed = facts.tag_authority(connection) is not None
    public = addresses_of(variant, pictures)
    site = press.config.site.url

    def picture(image: Image) -> str:
        found = public.get(image.url)
        return root + found.removeprefix(site) if found else image.url

    words = catalogue(variant.language)

    def neighbour(other: Edition | None) -> Neighbour | None:
        if other is None:
            return None
        return Neighbour(period_in_words(other.period, words), other.period.label)

    usual = edition.period.cadence == newsletter.schedule.cadence
    return render_page(
        variant,
        environment=press.templates,
        picture=picture,
        around=Around(
            home=root,
            archive="./",
            feed=(FILE_NAME if usual else f"{edition.period.cadence}.xml") if has_feed else "",
            subscribe=f"{root}subscribe" if press.config.subscribers.signup else "",
            older=neighbour(before),
            newer=neighbour(after),
        ),
    )


def told(
    config: Config,
    connection: Connection,
    newsletter: Newsletter,
    tree: SectionTree,
    editions: Sequence[Edition],
) -> list[Told]:
    """Editions with their lead story and how many there are; an empty one is left out.

    The same selection as the edition's page, without reading any article's text.
    """
    pools = readable.pools(connection, [edition.id for edition in editions])
    wanted = {item.article_id for pool in pools.values() for item in pool}
    known = articles.by_ids(connection, wanted, body=False)
    found = []
    for edition in editions:
        chosen = select.select(
            select.stories(without_hidden(config, connection, tree, pools[edition.id]), known),
            tree,
            newest=newsletter.newest,
            viewed=newsletter.most_viewed,
            lead=edition.lead,
            left_out=edition.left_out,
        )
        first = chosen.lead or next(iter(chosen.most_viewed), None)
        if first is None:
            continue
        news = sum(len(group.stories) for group in chosen.groups) + (chosen.lead is not None)
        content = first.article.content
        found.append(
            Told(edition, content.headline, content.language, news + len(chosen.most_viewed))
        )
    return found


def feed(press: Press, newsletter: Newsletter, cadence: Cadence) -> bytes | None:
    """The Atom feed of a newsletter's editions of one cadence, newest first.

    None before the first publish has fixed the names that its ids are made of.
    """
    series = series_of(newsletter, cadence)
    with press.store.read() as connection:
        minted = facts.tag_authority(connection)
        if minted is None:
            return None
        tree = public_tree(connection, press.config)
        editions = readable.listing(
            connection,
            newsletter.name,
            approval=newsletter.approval,
            cadence=cadence,
            limit=ITEMS,
        )
        approved = readable.approvals(connection, [edition.id for edition in editions])
        issues, moved = [], []
        for edition in editions:
            out = max(edition.made, approved.get(edition.id, edition.made))
            moved.append(max(out, edition.changed or out))
            issue = _issue(press, connection, tree, newsletter, edition)
            if issue is None:
                continue
            issues.append(Issue(edition.period.label, *issue, made=out, changed=edition.changed))
    # Those that have nothing left to show moved the feed when they left it.
    return render_newsletter_feed(
        _masthead(press, *minted), series, issues, moved=max(moved, default=None)
    )


def series_of(newsletter: Newsletter, cadence: Cadence) -> Series:
    usual = cadence == newsletter.schedule.cadence
    return Series(
        newsletter=newsletter.name,
        title=newsletter.title,
        description=newsletter.description,
        language=newsletter.language,
        cadence="" if usual else cadence,
    )


def _issue(
    press: Press,
    connection: Connection,
    tree: SectionTree,
    newsletter: Newsletter,
    edition: Edition,
) -> tuple[str, str, str] | None:
    """Title, summary and content of an edition's entry; None where nothing is left of it."""
    variant = shown(press, connection, tree, newsletter, edition.period, edition).variant
    if not variant.count:
        return None
    public = addresses_of(variant, pictures_of(press, connection, variant, dry_run=True))
    entry = render_entry(
        variant,
        environment=press.templates,
        picture=lambda image: public.get(image.url, image.url),
    )
    return entry.title, entry.summary, entry.html


def _masthead(press: Press, authority: str, since: str) -> Masthead:
    return masthead_of(press.config, authority, date.fromisoformat(since), "")
