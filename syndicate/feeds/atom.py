"""Atom 1.0 (RFC 4287).

Elements carry no namespace in the tree: feedgen declares Atom's as the
document's default, and a second declaration would bring prefixes back.
"""

from __future__ import annotations

from typing import Final

from lxml.etree import SubElement, _Element

from syndicate.feeds import generator, mediarss
from syndicate.feeds.dates import rfc3339
from syndicate.feeds.document import FeedDocument, FeedEntry
from syndicate.feeds.fragments import KEPT, Fragments

FILE_NAME: Final = "atom.xml"
MEDIA_TYPE: Final = "application/atom+xml"

_NAMESPACES: Final = {"media": mediarss.NAMESPACE}
_TOMBSTONES: Final = "http://purl.org/atompub/tombstones/1.0"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def render(document: FeedDocument, *, file_name: str = FILE_NAME, kept: Fragments = KEPT) -> bytes:
    """The document as Atom 1.0, in UTF-8; ``file_name`` is its own in its folder."""

    def extend(element: _Element, entry: FeedEntry) -> None:
        if entry.language != document.language:
            element.set(_LANG, entry.language)
        _add_links(element, entry)
        _add_source(element, entry)
        mediarss.add_media(element, entry)

    return generator.atom(
        document,
        file_name=file_name,
        media_type=MEDIA_TYPE,
        namespaces={**_NAMESPACES, "at": _TOMBSTONES} if document.deletions else _NAMESPACES,
        extend=extend,
        extend_feed=lambda feed: _add_deletions(feed, document),
        kept=kept,
    )


def _add_deletions(feed: _Element, document: FeedDocument) -> None:
    """What has left the feed (RFC 6721, 3)."""
    for deletion in document.deletions:
        SubElement(
            feed,
            f"{{{_TOMBSTONES}}}deleted-entry",
            ref=deletion.id,
            when=rfc3339(deletion.when),
        )


def _add_links(element: _Element, entry: FeedEntry) -> None:
    if entry.url:
        SubElement(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.attribution is not None and entry.attribution.url:
        SubElement(
            element,
            "link",
            rel="via",
            href=entry.attribution.url,
            title=entry.attribution.name,
        )
    for medium in entry.enclosures:
        SubElement(
            element,
            "link",
            rel="enclosure",
            type=medium.media_type,
            length=str(medium.length),
            href=medium.url,
        )


def _add_source(element: _Element, entry: FeedEntry) -> None:
    """Where the article was taken from, if it has an address to point to.

    Without an alternate link readers take the id for one; an author in here
    would be added to the entry's own.
    """
    if entry.attribution is None or not entry.attribution.url:
        return
    source = SubElement(element, "source")
    SubElement(source, "id").text = entry.publication
    SubElement(source, "title", type="text").text = entry.attribution.name
    SubElement(source, "updated").text = rfc3339(entry.updated)
    SubElement(source, "link", rel="alternate", type="text/html", href=entry.attribution.site)
