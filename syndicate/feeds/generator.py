"""The only door to feedgen, and the place where its flaws are mended.

feedgen 1.0.0 has had no release since 2023, so it is kept behind this module
and watched by golden files. What it gets wrong is not given to it, and put
into its finished elements by an extension instead:

* it writes an entry's Atom links without ``rel``, ``type`` and ``length``;
* its Atom ``source`` has neither id nor updated;
* it drops authors without an e-mail address from RSS, and links to hubs too;
* it formats RSS dates under ``locale.setlocale``, which is global to the process;
* it takes the last link given for the RSS channel's, and now for every time not given.

It makes the elements of every document anew, so it is given only the entries
that are not kept (``fragments``); a document is put together from its own head
and the entries' bytes. Those follow from the entry alone and from whether its
language is the document's: a test compares them with documents made whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from html import escape
from typing import Any, Final

from lxml.etree import SubElement, _Element

from syndicate.feeds.dates import rfc822
from syndicate.feeds.document import FeedDocument, FeedEntry
from syndicate.feeds.fragments import KEPT, Fragments

Extend = Callable[[_Element, FeedEntry], None]
"""Adds to an entry's element what feedgen can't say."""

_PROGRAM: Final = "syndicate"
_ATOM_LINK: Final = "{http://www.w3.org/2005/Atom}link"
_HISTORY: Final = "http://purl.org/syndication/history/1.0"
_RSS_DOCS: Final = "https://www.rssboard.org/rss-specification"


class _Unsaid(datetime):
    """A moment that counts as false, so that feedgen writes no ``lastBuildDate``.

    Left alone it would write the present moment, and any moment under a
    changed locale.
    """

    def __bool__(self) -> bool:
        return False


@cache
def _feedgen() -> tuple[Any, Any, Any]:
    """feedgen's generator, and our additions to a feed's own part and to an entry.

    Loaded when a feed is built: most publishes find nothing to build.
    """
    from feedgen.ext.base import BaseEntryExtension, BaseExtension
    from feedgen.feed import FeedGenerator

    class FeedMend(BaseExtension):  # type: ignore[misc]
        """Adds to a feed's own part, before the entries follow."""

        namespaces: Mapping[str, str]
        mend: Callable[[_Element], None]

        def extend_ns(self) -> dict[str, str]:
            return dict(self.namespaces)

        def extend_rss(self, feed: _Element) -> _Element:
            self.mend(feed[0])
            return feed

        def extend_atom(self, feed: _Element) -> _Element:
            self.mend(feed)
            return feed

    class EntryMend(BaseEntryExtension):  # type: ignore[misc]
        """Adds to an entry what its format's module knows."""

        entry: FeedEntry
        extend: Extend

        def extend_rss(self, feed: _Element) -> _Element:
            self.extend(feed, self.entry)
            return feed

        extend_atom = extend_rss

    return FeedGenerator, FeedMend, EntryMend


def rss(
    document: FeedDocument,
    *,
    file_name: str,
    media_type: str,
    namespaces: Mapping[str, str],
    image: str,
    extend: Extend,
    kept: Fragments = KEPT,
) -> bytes:
    """An RSS 2.0 document. ``image`` is the channel image's address, if it has one."""

    def mend(channel: _Element) -> None:
        for relation, address in document.links(file_name):
            SubElement(channel, _ATOM_LINK, rel=relation, href=address, type=media_type)
        for hub in document.hubs:
            SubElement(channel, _ATOM_LINK, rel="hub", href=hub)
        _say_it_is_an_archive(channel, document)
        SubElement(channel, "lastBuildDate").text = rfc822(document.updated)

    def item(element: _Element, entry: FeedEntry) -> None:
        SubElement(element, "pubDate").text = rfc822(entry.published)
        extend(element, entry)

    def made(entries: Sequence[FeedEntry]) -> bytes:
        feed = _feed(document, namespaces, mend)
        feed.updated(_Unsaid.fromtimestamp(0, document.updated.tzinfo))
        feed.link(href=document.address(file_name), rel="self", type=media_type)
        feed.link(href=document.page_url, rel="alternate")
        # Readers take both descriptions, this one and the entries', for HTML; ours are plain text.
        feed.subtitle(escape(document.description, quote=False))
        feed.docs(_RSS_DOCS)
        feed.ttl(document.ttl)
        if image:
            feed.image(image, title=document.title, link=document.page_url)
        if document.editor:
            feed.managingEditor(f"{document.editor} ({document.author})")
        for entry in entries:
            made = _entry(feed, entry, item)
            if entry.url:
                made.link(href=entry.url)
            made.summary(escape(entry.summary, quote=False))
            made.content(entry.html)
            for enclosure in entry.enclosures[:1]:
                made.enclosure(enclosure.url, enclosure.length, enclosure.media_type)
            if entry.attribution is not None and entry.attribution.url:
                made.source(entry.attribution.url, entry.attribution.name)
        xml: bytes = feed.rss_str(pretty=True)
        return xml

    return _whole(document, made, "rss", b"\n    <item", b"\n  </channel>\n</rss>\n", kept)


def atom(
    document: FeedDocument,
    *,
    file_name: str,
    media_type: str,
    namespaces: Mapping[str, str],
    extend: Extend,
    extend_feed: Callable[[_Element], None],
    kept: Fragments = KEPT,
) -> bytes:
    """An Atom 1.0 document in its default namespace: some readers see nothing under a prefix."""

    def mended(element: _Element, entry: FeedEntry) -> None:
        _say_title_is_text(element)
        extend(element, entry)

    def mend(element: _Element) -> None:
        _say_title_is_text(element)
        _say_it_is_an_archive(element, document)
        extend_feed(element)

    def made(entries: Sequence[FeedEntry]) -> bytes:
        feed = _feed(document, namespaces, mend)
        feed.id(document.id)
        feed.updated(document.updated)
        feed.author(name=document.author)
        feed.link(href=document.address(file_name), rel="self", type=media_type)
        feed.link(href=document.page_url, rel="alternate", type="text/html")
        for relation, address in document.links(file_name):
            feed.link(href=address, rel=relation, type=media_type)
        for hub in document.hubs:
            feed.link(href=hub, rel="hub")
        if document.icon:
            feed.icon(document.icon)
        if document.logo:
            feed.logo(document.logo)
        for entry in entries:
            made = _entry(feed, entry, mended)
            made.updated(entry.updated)
            made.published(entry.published)
            made.content(entry.html, type="html")
            made.summary(entry.summary, type="text")
            made.author([{"name": name} for name in entry.authors])
            made.contributor([{"name": name} for name in entry.contributors])
        xml: bytes = feed.atom_str(pretty=True)
        return xml

    return _whole(document, made, "atom", b"\n  <entry", b"\n</feed>\n", kept)


def _whole(
    document: FeedDocument,
    made: Callable[[Sequence[FeedEntry]], bytes],
    format: str,
    opening: bytes,
    closing: bytes,
    kept: Fragments,
) -> bytes:
    """The document, of which ``made`` makes the head and the entries it is given.

    Text has no raw ``<``, so an entry's ``opening`` stands nowhere else.
    """
    head = b""

    def write(missing: Sequence[FeedEntry]) -> list[bytes]:
        nonlocal head
        head, *entries = made(missing).removesuffix(closing).split(opening)
        return entries

    found = kept.take(
        document.entries, lambda entry: (format, entry.language != document.language), write
    )
    head = head or made(()).removesuffix(closing)
    return opening.join((head, *found)) + closing


def _feed(
    document: FeedDocument, namespaces: Mapping[str, str], mend: Callable[[_Element], None]
) -> Any:
    if document.pages.number:
        namespaces = {**namespaces, "fh": _HISTORY}
    generator, feed_mend, entry_mend = _feedgen()
    feed = generator()
    feed.register_extension("mended", feed_mend, entry_mend)
    feed.mended.namespaces = namespaces
    feed.mended.mend = mend
    feed.title(document.title)
    feed.subtitle(document.description)
    feed.language(document.language)
    feed.generator(_PROGRAM)
    if document.rights:
        feed.rights(document.rights)
    return feed


def _entry(feed: Any, entry: FeedEntry, extend: Extend) -> Any:
    made = feed.add_entry(order="append")
    made.mended.entry = entry
    made.mended.extend = extend
    made.id(entry.id)
    made.title(entry.title)
    made.category([{"term": each.term, "scheme": each.scheme} for each in entry.categories])
    return made


def _say_title_is_text(parent: _Element) -> None:
    title = parent.find("title")
    if title is not None:
        title.set("type", "text")


def _say_it_is_an_archive(parent: _Element, document: FeedDocument) -> None:
    """Mark an archive document (RFC 5005, 4): aggregators need not ask for it again."""
    if document.pages.number:
        SubElement(parent, f"{{{_HISTORY}}}archive")
