"""The archive's pages, read from the store and rendered: all newsletters, and one's editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from jinja2 import Environment
from sqlalchemy import Connection

from syndicate.config.model import Newsletter
from syndicate.digests.archive import Run, Shelf, line, runs
from syndicate.feeds.characters import block
from syndicate.jobs.offers import Offer, offers
from syndicate.jobs.press import Press
from syndicate.jobs.reading import told
from syndicate.jobs.sections import public_tree
from syndicate.store import facts, readable
from syndicate.templating import fill
from syndicate.web.alternates import Alternate
from syndicate.web.newsroom import feeds_of_newsletter
from syndicate.web.signup import Promise, SignUp, promise, signup

#: How many of each newsletter's editions the list of all newsletters names.
_LATEST: Final = 3
#: How far back a newsletter's first page goes: a year, and the days that round it up.
_REACH: Final = timedelta(days=370)


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """Every newsletter with its latest editions."""

    site: str
    root: str
    shelves: tuple[Shelf, ...]
    feeds: tuple[Alternate, ...] = ()
    signup: SignUp | None = None


@dataclass(frozen=True, slots=True)
class NewsletterView:
    """One newsletter's editions of a year, or the latest where ``year`` is empty.

    ``years`` are those that have a page, the latest first; none where all
    editions stand on this one.
    """

    promise: Promise
    site: str
    root: str
    runs: tuple[Run, ...]
    year: str = ""
    years: tuple[str, ...] = ()
    feeds: tuple[Alternate, ...] = ()
    signup: SignUp | None = None


def archive(press: Press, *, root: str, stamp: str | None) -> ArchiveView:
    """The page of all newsletters, as the store has it now."""
    config = press.config
    with press.store.read() as connection:
        tree = public_tree(connection, config)
        offered = {each.name: each for each in offers(connection, config)}
        shelves = []
        for newsletter in config.newsletters:
            latest = readable.listing(
                connection, newsletter.name, approval=newsletter.approval, limit=_LATEST
            )
            found = told(config, connection, newsletter, tree, latest)
            said = promise(config, offered[newsletter.name])
            base = f"{newsletter.name}/"
            shelves.append(
                Shelf(
                    title=said.title,
                    address=base,
                    description=said.description,
                    when=said.when,
                    language=said.language,
                    editions=tuple(
                        line(each, language=config.site.language, base=base) for each in found
                    ),
                )
            )
        return ArchiveView(
            site=config.site.title,
            root=root,
            shelves=tuple(shelves),
            feeds=_feeds(connection, press, config.newsletters, root),
            signup=signup(config, offered.values(), root=root, stamp=stamp),
        )


def newsletter_page(
    press: Press, newsletter: Newsletter, *, year: str, root: str, stamp: str | None
) -> NewsletterView | None:
    """One newsletter's page; None for a year without editions."""
    config, approval = press.config, newsletter.approval
    with press.store.read() as connection:
        known = readable.years(connection, newsletter.name, approval=approval)
        if year and year not in known:
            return None
        since = None
        if not year and known:
            newest = readable.listing(connection, newsletter.name, approval=approval, limit=1)
            since = newest[0].period.end - _REACH
        editions = readable.listing(
            connection, newsletter.name, approval=approval, since=since, year=year
        )
        first = min((edition.period.label for edition in editions), default="")
        tree = public_tree(connection, config)
        offer = _offer(connection, press, newsletter)
        return NewsletterView(
            promise=promise(config, offer),
            site=config.site.title,
            root=root,
            runs=runs(
                told(config, connection, newsletter, tree, editions),
                language=config.site.language,
                base="",
            ),
            year=year,
            years=tuple(known) if year or (known and known[-1] < first[:4]) else (),
            feeds=_feeds(connection, press, (newsletter,), root),
            signup=signup(config, (offer,), root=root, stamp=stamp),
        )


def render_archive(view: ArchiveView, environment: Environment, language: str) -> str:
    """The page of all newsletters. Raises ``TemplateError``."""
    return block(fill(environment, "page/archive.html", language, archive=view))


def render_newsletter(view: NewsletterView, environment: Environment, language: str) -> str:
    """The page of one newsletter's editions. Raises ``TemplateError``."""
    return block(fill(environment, "page/newsletter.html", language, newsletter=view))


def _offer(connection: Connection, press: Press, newsletter: Newsletter) -> Offer:
    found = offers(connection, press.config)
    return next(each for each in found if each.name == newsletter.name)


def _feeds(
    connection: Connection, press: Press, newsletters: tuple[Newsletter, ...], root: str
) -> tuple[Alternate, ...]:
    if facts.tag_authority(connection) is None:
        return ()
    return tuple(
        each for letter in newsletters for each in feeds_of_newsletter(press.config, letter, root)
    )
