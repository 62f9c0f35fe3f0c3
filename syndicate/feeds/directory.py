"""The directory: which feeds there are, for a person who has never heard of feeds.

A pure view and its template. Where the page is kept or served is not known
here, so every address comes in with the view: relative ones to follow, so that
the page works on any host and from a folder, and the public ones to copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup

from syndicate.feeds.characters import block
from syndicate.feeds.formats import FORMATS
from syndicate.feeds.parts import filled
from syndicate.feeds.policy import with_policy
from syndicate.language import Catalogue, catalogue, moment_in_words
from syndicate.templating import fill

Kind = Literal["site", "source", "author", "tag", "language"]

#: A group of more feeds than this is folded up at first.
UNFOLDED = 24


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One feed in one format (a name of ``FORMATS``).

    ``address`` is where it is from the page, ``public`` where it is for
    everybody: what a reader is given.
    """

    format: str
    address: str
    public: str

    @property
    def name(self) -> str:
        return FORMATS[self.format].label

    @property
    def media_type(self) -> str:
        return FORMATS[self.format].media_type


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section, its newest article and its feeds. ``depth`` is 0 for a top section.

    ``page`` is the readable view of its feed, as seen from the directory;
    ``site_page`` its public page on the site. ``latest_language`` is set where
    the headline is not in the site's language. ``weekly`` is the number of
    articles in a week.
    """

    name: str
    feeds: tuple[FeedLink, ...]
    depth: int = 0
    description: str = ""
    page: str = ""
    site_page: str = ""
    latest: str = ""
    latest_address: str = ""
    latest_language: str = ""
    updated: datetime | None = None
    weekly: int | None = None


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A further feed, in brief: all articles of one author, say. ``page`` as in a section."""

    name: str
    feeds: tuple[FeedLink, ...]
    page: str = ""
    site_page: str = ""


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Further feeds of one kind; ``site`` stands for those of the whole site."""

    kind: Kind
    feeds: tuple[ListedFeed, ...]


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
    a ``SectionTree`` walks. Times are shown in ``timezone``. ``outline`` is the
    address of the OPML file, ``home`` that of the site; both may be empty.
    """

    title: str
    timezone: str
    everything: SectionEntry
    sections: tuple[SectionEntry, ...] = ()
    groups: tuple[FeedGroup, ...] = ()
    editions: tuple[EditionEntry, ...] = ()
    outline: str = ""
    home: str = ""


@dataclass(slots=True)
class Node:
    """A section among its neighbours, and what lies below it."""

    section: SectionEntry
    children: list[Node] = field(default_factory=list)


def render_directory(view: DirectoryView, environment: Environment, language: str) -> str:
    """The directory page, its policy in it. Raises ``TemplateError``."""
    words = catalogue(language)

    def parts(name: str, sections: Sequence[SectionEntry]) -> list[Markup]:
        return filled(
            environment,
            name,
            language,
            sections,
            lambda each: {"section": _section(each, view.timezone, words)},
            beside=lambda _: view.timezone,
        )

    # Sections come as the tree is walked.
    entries = iter(parts("page/directory-entry.html", view.sections))

    def shown(node: Node) -> dict[str, Any]:
        return {"entry": next(entries), "children": [shown(child) for child in node.children]}

    def group(found: FeedGroup) -> dict[str, Any]:
        listed = filled(
            environment,
            "page/directory-group.html",
            language,
            [found],
            lambda each: {"feeds": [_listed(feed, words) for feed in each.feeds]},
        )
        title = group_title(found.kind, words)
        return {"title": title, "feeds": listed[0], "count": len(found.feeds)}

    everywhere = (view.everything, *view.sections)
    page = fill(
        environment,
        "page/directory.html",
        language,
        directory=view,
        everything=_section(view.everything, view.timezone, words),
        discovery=Markup().join(parts("page/directory-links.html", everywhere)),
        tree=[shown(node) for node in nested(view.sections)],
        groups=[group(each) for each in view.groups if each.feeds],
        unfolded=UNFOLDED,
    )
    return with_policy(block(page), pictures="'none'")


def nested(sections: Iterable[SectionEntry]) -> list[Node]:
    """The tree that the depths of a depth-first list describe."""
    roots: list[Node] = []
    above: list[Node] = []
    for section in sections:
        del above[section.depth :]
        node = Node(section)
        (above[-1].children if above else roots).append(node)
        above.append(node)
    return roots


def group_title(kind: Kind, words: Catalogue) -> str:
    return {
        "site": words.gettext("Across the site"),
        "source": words.gettext("By source"),
        "author": words.gettext("By author"),
        "tag": words.gettext("By tag"),
        "language": words.gettext("By language"),
    }[kind]


def offered(feeds: Iterable[FeedLink], about: str, words: Catalogue) -> list[dict[str, str]]:
    """Feeds as templates show them; ``label`` tells those of one name apart for who hears them.

    What there may be thousands of goes to templates as mappings: their sandbox
    looks into objects at several microseconds a glance.
    """
    between = words.pgettext("between names", ", ")
    return [
        {
            "name": feed.name,
            "address": feed.address,
            "public": feed.public,
            "type": feed.media_type,
            "label": f"{feed.name}{between}{about}",
        }
        for feed in feeds
    ]


def _listed(listed: ListedFeed, words: Catalogue) -> dict[str, Any]:
    feeds = offered(listed.feeds, listed.name, words)
    return {"name": listed.name, "page": listed.page, "feeds": feeds}


def _section(section: SectionEntry, timezone: str, words: Catalogue) -> dict[str, Any]:
    return {
        "name": section.name,
        "page": section.page,
        "description": section.description,
        "latest": section.latest,
        "address": section.latest_address,
        "language": section.latest_language,
        "updated": section.updated.isoformat() if section.updated else "",
        "moment": moment_in_words(section.updated, timezone, words) if section.updated else "",
        "weekly": _weekly(section.weekly, words),
        "feeds": offered(section.feeds, section.name, words),
    }


def _weekly(count: int | None, words: Catalogue) -> str:
    if count is None:
        return ""
    if not count:
        return words.gettext("no article in the last week")
    said = words.ngettext("%(count)s article a week", "%(count)s articles a week", count)
    return said % {"count": words.number(count)}
