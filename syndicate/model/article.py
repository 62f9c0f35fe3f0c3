"""An article, where it was taken from, and how often it has been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Role = Literal["author", "translator", "editor"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a byline."""

    name: str
    role: Role = "author"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The publication an article was taken from.

    ``name`` is never empty (the host stands in where the page names none);
    ``url`` is the article's absolute address there, or empty.
    """

    name: str
    url: str = ""

    @property
    def site(self) -> str:
        """The publication's own front page, derived from ``url``; empty if unknown."""
        scheme, separator, rest = self.url.partition("://")
        host = rest.split("/", 1)[0].split("?", 1)[0]
        return f"{scheme}://{host}/" if separator and host else ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in an article.

    ``url`` is absolute, under the CMS's root. ``path`` is set for pictures
    that lie in the source's own folder: relative to it, with ``/``.
    ``width`` and ``height`` are pixels and ``length`` is bytes, where known.
    ``credit`` names who made it; ``caption`` is without it, the body shows both.
    """

    url: str
    alt: str = ""
    caption: str = ""
    width: int | None = None
    height: int | None = None
    media_type: str = ""
    length: int | None = None
    path: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with an article. Same units as :class:`Image`."""

    url: str
    title: str = ""
    media_type: str = ""
    length: int | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What an article says, as its page gave it, made clean and complete.

    * ``headline``, ``subtitle``, ``note``: plain text, one line.
    * ``body``: clean HTML (see ``content.sanitise``), every address absolute.
    * ``summary``: plain text, whole sentences or whole words.
    * ``published`` and ``updated``: aware, UTC; never ``updated < published``.
    * ``language``: a BCP 47 tag. ``words``: words, or characters in Chinese,
      Japanese and Korean text. ``minutes``: reading time, at least 1.
    * ``images``: in the order of the body; the first is the lead image.
    """

    headline: str
    published: datetime
    updated: datetime
    body: str
    address: str
    subtitle: str = ""
    note: str = ""
    people: tuple[Person, ...] = ()
    attribution: Attribution | None = None
    summary: str = ""
    language: str = "en"
    words: int = 0
    minutes: int = 1
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tags: tuple[str, ...] = ()
    older: str = ""
    newer: str = ""

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(person.name for person in self.people if person.role == "author")

    @property
    def translators(self) -> tuple[str, ...]:
        return tuple(person.name for person in self.people if person.role == "translator")

    @property
    def lead(self) -> Image | None:
        return self.images[0] if self.images else None


@dataclass(frozen=True, slots=True)
class Sighting:
    """Another article as a page mentions it: in its newest, hot or neighbour list.

    ``views`` is the running total that a hot list gives, else ``None``.
    """

    key: str
    section: str
    headline: str
    views: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a source, read: an article and what the page knows of others.

    ``breadcrumb`` holds (section key, name) pairs, outermost first; its last
    pair is the article's own section. ``warnings`` say what had to be mended.
    """

    key: str
    site: str
    site_name: str
    breadcrumb: tuple[tuple[str, str], ...]
    content: Content
    views: int | None = None
    newest: tuple[Sighting, ...] = ()
    hot: tuple[Sighting, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article in the store.

    ``id`` is the store's row; ``public_id`` the permanent ``tag:`` URI
    (RFC 4151), empty until the first publish has fixed its authority.
    ``arrived`` is the moment of the reading that first brought it.
    ``views`` is the latest running total known, if any.
    """

    id: int
    source: str
    key: str
    section_id: int
    content: Content
    arrived: datetime
    public_id: str = ""
    views: int | None = None
    hidden: bool = False
