"""The list of all feeds as OPML 2.0, which feed readers import in one go.

Sections nest as they do in the directory; further feeds stand in a group each.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    _feed(body, view.everything, format, view.home)
    _sections(body, nested(view.sections), format, view.home)
    for group in view.groups:
        if group.feeds:
            outline = SubElement(body, "outline", text=line(group_title(group.kind, words)))
            for feed in group.feeds:
                _feed(outline, feed, format, view.home)
    indent(root)
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _sections(parent: Element, nodes: Iterable[Node], format: str, home: str) -> None:
    for node in nodes:
        _sections(_feed(parent, node.section, format, home), node.children, format, home)


def _feed(parent: Element, entry: SectionEntry | ListedFeed, format: str, home: str) -> Element:
    link = _chosen(entry.feeds, format)
    text = line(entry.name) or (link.public if link else "?")
    if link is None:
        return SubElement(parent, "outline", text=text)
    outline = SubElement(parent, "outline", text=text, title=text, type="rss")
    outline.set("xmlUrl", web_address(link.public))
    outline.set("htmlUrl", web_address(entry.site_page) or web_address(home))
    if isinstance(entry, SectionEntry) and line(entry.description):
        outline.set("description", line(entry.description))
    return outline


def _chosen(feeds: Iterable[FeedLink], format: str) -> FeedLink | None:
    return min(feeds, key=lambda feed: feed.format != format, default=None)
