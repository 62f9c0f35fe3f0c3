"""A feed before it has a format: everything that the three formats need.

All text in a document is clean (``characters``), every address absolute, every
time in UTC; the formats rely on it and check nothing again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from syndicate.feeds import discovery, identity
from syndicate.feeds.characters import language_tag, line, web_address
from syndicate.model.article import Attribution

_MAIL_ADDRESS: Final = re.compile(r"[!-~]+@[A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Category:
    """A section or tag. ``term`` has no commas: some readers split on them."""

    term: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or file of an entry.

    ``medium`` is ``image``, ``audio``, ``video`` or ``document``. Sizes are
    pixels, ``length`` is bytes.
    """

    url: str
    medium: str
    media_type: str = ""
    length: int | None = None
    width: int | None = None
    height: int | None = None
    title: str = ""
    credit: str = ""

    @property
    def complete(self) -> bool:
        """Whether it can be an enclosure: address, length and type are all known."""
        return bool(self.media_type and self.length)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article as feeds carry it.

    ``html`` is the full content with the visible attribution. ``publication``
    is the id of the publication in ``attribution``. ``sections`` are the names
    of the section's path, outermost first.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    language: str
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    attribution: Attribution | None = None
    publication: str = ""
    sections: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    images: tuple[Medium, ...] = ()
    files: tuple[Medium, ...] = ()
    minutes: int = 1

    def __hash__(self) -> int:
        # Asked for several times for each document: all text would take forty times as long.
        return hash(self.id)

    @property
    def contributors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.translators, *self.editors)))

    @property
    def lead(self) -> Medium | None:
        return self.images[0] if self.images else None

    @property
    def enclosures(self) -> tuple[Medium, ...]:
        """What can be enclosed, the best first: to hear or watch, the lead picture, the rest."""
        played = [file for file in self.files if file.medium in {"audio", "video"}]
        others = [file for file in self.files if file.medium not in {"audio", "video"}]
        return tuple(medium for medium in (*played, *self.images[:1], *others) if medium.complete)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What all feeds of a site share.

    ``url`` is the site's public root; feeds live in ``feeds/`` below it.
    ``authority`` and ``since`` mint ids (``identity``). ``editor`` is an e-mail
    address, ``ttl`` minutes; ``hubs`` are WebSub's (``discovery``).
    """

    title: str
    url: str
    authority: str
    since: date
    language: str = "en"
    owner: str = ""
    editor: str = ""
    rights: str = ""
    logo: str = ""
    icon: str = ""
    ttl: int = 60
    hubs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """What sets one feed apart: its slug (empty for the whole site), words and page."""

    slug: str
    title: str
    description: str = ""
    page_url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a document stands in its feed's archive (RFC 5005, 4).

    ``number`` counts archive documents from 1, the oldest; 0 is the
    subscription document. ``last`` is the newest archive document, 0 if there
    is none.
    """

    number: int = 0
    last: int = 0

    @property
    def older(self) -> int:
        """The document before this one; 0 if there is none."""
        return self.number - 1 if self.number else self.last

    @property
    def newer(self) -> int:
        """The archive document after this one; 0 if there is none."""
        return self.number + 1 if 0 < self.number < self.last else 0


def archive_name(file_name: str, number: int) -> str:
    """The path of an archive document in its feed's folder: ``archive/atom-12.xml``."""
    stem, _, ending = file_name.rpartition(".")
    return f"archive/{stem}-{number}.{ending}"


@dataclass(frozen=True, slots=True)
class Deletion:
    """An article that has left the feed, and when (RFC 6721)."""

    id: str
    when: datetime


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """One feed, ready for any format.

    ``page_url`` is the page for people; ``folder_url`` is where the formats'
    files lie, so that a file's own address is folder and file name.
    """

    id: str
    title: str
    description: str
    language: str
    updated: datetime
    page_url: str
    folder_url: str
    author: str
    entries: tuple[FeedEntry, ...] = ()
    editor: str = ""
    rights: str = ""
    logo: str = ""
    icon: str = ""
    ttl: int = 60
    hubs: tuple[str, ...] = ()
    pages: Pages = Pages()
    deletions: tuple[Deletion, ...] = ()

    def address(self, file_name: str, number: int | None = None) -> str:
        """Where the format with ``file_name`` lies: this document, or the archive's ``number``."""
        wanted = self.pages.number if number is None else number
        return self.folder_url + (archive_name(file_name, wanted) if wanted else file_name)

    def links(self, file_name: str) -> tuple[tuple[str, str], ...]:
        """(relation, address) of the archive documents beside this one (RFC 5005, 4)."""
        found = []
        if self.pages.number:
            found.append(("current", self.address(file_name, 0)))
        if self.pages.older:
            found.append(("prev-archive", self.address(file_name, self.pages.older)))
        if self.pages.newer:
            found.append(("next-archive", self.address(file_name, self.pages.newer)))
        return tuple(found)


def bound(
    masthead: Masthead,
    channel: Channel,
    entries: Iterable[FeedEntry],
    *,
    updated: datetime | None = None,
    pages: Pages = Pages(),
    deletions: Iterable[Deletion] = (),
) -> FeedDocument:
    """One feed of these entries in their order.

    ``updated`` is when the feed was last modified (``modified``); without it,
    that is when the newest of the entries was.
    """
    entries = tuple(entries)
    title = line(channel.title) or line(masthead.title) or masthead.authority
    folder = f"{channel.slug}/" if channel.slug else ""
    return FeedDocument(
        id=identity.feed_id(masthead.authority, masthead.since, channel.slug),
        title=title,
        description=line(channel.description) or title,
        language=_language(masthead, channel, entries),
        updated=updated or newest(entries, masthead.since),
        page_url=web_address(channel.page_url) or web_address(masthead.url),
        folder_url=discovery.public_address(masthead.url, folder),
        author=line(masthead.owner) or line(masthead.title) or masthead.authority,
        entries=entries,
        editor=masthead.editor if _MAIL_ADDRESS.fullmatch(masthead.editor) else "",
        rights=line(masthead.rights),
        logo=web_address(masthead.logo),
        icon=web_address(masthead.icon),
        ttl=masthead.ttl,
        # Hubs are told of feeds: whoever subscribed to an archive document would hear nothing.
        hubs=() if pages.number else discovery.hub_addresses(masthead.hubs),
        pages=pages,
        deletions=tuple(deletions),
    )


def newest(entries: Iterable[FeedEntry], since: date) -> datetime:
    """When the newest of the entries was updated; of none, the beginning of the day ``since``."""
    beginning = datetime.combine(since, time(), UTC)
    return max((each.updated for each in entries), default=beginning)


def _language(masthead: Masthead, channel: Channel, entries: Collection[FeedEntry]) -> str:
    """The channel's own; else that of all entries, if the site's is not a kind of it; else that."""
    site = language_tag(masthead.language)
    spoken = {each.language for each in entries}
    shared = spoken.pop() if len(spoken) == 1 else ""
    if site.lower().startswith(f"{shared.lower()}-"):
        shared = site
    return language_tag(channel.language, language_tag(shared, site))
