"""The list of all feeds as OPML 2.0, which feed readers import in one go.

Sections nest as they do in the directory; further feeds stand in a group each.
An outline is a feed or has others below it, never both: of an outline that is
both, some readers (Miniflux) take the feed and lose what is below. So a section
with subsections is a group, and its own feed the first in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from syndicate.feeds.characters import line, web_address
from syndicate.feeds.dates import rfc822
from syndicate.feeds.directory import (
    DirectoryView,
    FeedLink,
    ListedFeed,
    Node,
    SectionEntry,
    group_title,
    nested,
)
from syndicate.language import catalogue

FILE_NAME: Final = "feeds.opml"
MEDIA_TYPE: Final = "text/x-opml"

_SPECIFICATION: Final = "http://opml.org/spec2.opml"


def render(
    view: DirectoryView,
    language: str,
    *,
    format: str,
    created: datetime,
    modified: datetime,
    owner: str = "",
    owner_page: str = "",
) -> bytes:
    """The outline of a directory's feeds in one format, in UTF-8.

    A feed that lacks the format is listed in the first that it has. ``created``
    and ``modified`` come from the store: a build alone must not move them.
    """
    words = catalogue(language)
    root = Element("opml", version="2.0")
    head = SubElement(root, "head")
    title = words.gettext("Feeds of %(site)s") % {"site": view.title}
    for name, text in (
        ("title", line(title)),
        ("dateCreated", rfc822(created)),
        ("dateModified", rfc822(modified)),
        ("ownerName", line(owner)),
        ("ownerId", web_address(owner_page)),
        ("docs", _SPECIFICATION),
    ):
        if text:
            SubElement(head, name).text = text
    body = SubElement(root, "body")
    listing = _Listing(view, format)
    listing.feed(body, view.everything, title=view.title)
    listing.sections(body, nested(view.sections))
    for group in view.groups:
        if group.feeds:
            outline = SubElement(body, "outline", text=line(group_title(group.kind, words)))
            for feed in group.feeds:
                listing.feed(outline, feed)
    indent(root)
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


@dataclass(frozen=True, slots=True)
class _Listing:
    """How feeds are listed: of which site, in which format."""

    view: DirectoryView
    format: str

    def sections(self, parent: Element, nodes: Iterable[Node]) -> None:
        for node in nodes:
            place = parent
            if node.children:
                place = SubElement(parent, "outline", text=line(node.section.name) or "?")
            self.feed(place, node.section)
            self.sections(place, node.children)

    def feed(self, parent: Element, entry: SectionEntry | ListedFeed, *, title: str = "") -> None:
        """One feed. Among a reader's others it needs its site's name, so the title has it."""
        link = _chosen(entry.feeds, self.format)
        if link is None:
            return
        address = web_address(link.public)
        text = line(entry.name) or address
        outline = SubElement(parent, "outline", text=text, type="rss")
        outline.set("title", line(title) or line(f"{self.view.title}: {text}"))
        outline.set("xmlUrl", address)
        page = web_address(entry.site_page) or web_address(self.view.home)
        if page:
            outline.set("htmlUrl", page)
        if isinstance(entry, SectionEntry) and line(entry.description):
            outline.set("description", line(entry.description))


def _chosen(feeds: Iterable[FeedLink], format: str) -> FeedLink | None:
    return min(feeds, key=lambda feed: feed.format != format, default=None)
