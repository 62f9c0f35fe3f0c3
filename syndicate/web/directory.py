"""The directory: which feeds there are, for a person who has never heard of feeds.

A pure view and its template; where the page is kept or served is not known
here, so every address comes in with the view.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from jinja2 import Environment

from syndicate.templating import fill

Format = Literal["rss", "atom", "json"]

_NAMES: dict[Format, tuple[str, str]] = {
    "rss": ("RSS", "application/rss+xml"),
    "atom": ("Atom", "application/atom+xml"),
    "json": ("JSON Feed", "application/feed+json"),
}


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One feed in one format, and where it is."""

    format: Format
    address: str

    @property
    def name(self) -> str:
        return _NAMES[self.format][0]

    @property
    def media_type(self) -> str:
        return _NAMES[self.format][1]


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section, its newest article and its feeds. ``depth`` is 0 for a top section.

    ``latest_language`` is set where the headline is not in the site's language.
    """

    name: str
    feeds: tuple[FeedLink, ...]
    depth: int = 0
    description: str = ""
    latest: str = ""
    latest_address: str = ""
    latest_language: str = ""
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """A digest that can be read: its newsletter's title, its period in words."""

    title: str
    period: str
    address: str


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """What the directory shows.

    ``everything`` stands for the whole site; ``sections`` come depth first, as
    a ``SectionTree`` walks. Times are shown in ``timezone``.
    """

    title: str
    timezone: str
    everything: SectionEntry
    sections: tuple[SectionEntry, ...] = ()
    editions: tuple[EditionEntry, ...] = ()


@dataclass(slots=True)
class _Node:
    section: SectionEntry
    children: list[_Node] = field(default_factory=list)


def render_directory(view: DirectoryView, environment: Environment, language: str) -> str:
    """The directory page. Raises ``TemplateError``."""
    return fill(
        environment, "page/directory.html", language, directory=view, tree=_nested(view.sections)
    )


def _nested(sections: Iterable[SectionEntry]) -> list[_Node]:
    """The tree that the depths of a depth-first list describe."""
    roots: list[_Node] = []
    above: list[_Node] = []
    for section in sections:
        del above[section.depth :]
        node = _Node(section)
        (above[-1].children if above else roots).append(node)
        above.append(node)
    return roots
