"""RSS 2.0, with Dublin Core for people and sources and Media RSS for pictures.

``author`` would need an e-mail address, so names go into ``dc:creator``.
"""

from __future__ import annotations

from typing import Final

from lxml.etree import SubElement, _Element

from syndicate.feeds import generator, mediarss
from syndicate.feeds.document import FeedDocument, FeedEntry
from syndicate.feeds.fragments import KEPT, Fragments

FILE_NAME: Final = "rss.xml"
MEDIA_TYPE: Final = "application/rss+xml"

_DC: Final = "http://purl.org/dc/elements/1.1/"
_NAMESPACES: Final = {"dc": _DC, "media": mediarss.NAMESPACE}
_IMAGE_ENDINGS: Final = (".gif", ".jpg", ".jpeg", ".png")


def render(document: FeedDocument, *, kept: Fragments = KEPT) -> bytes:
    """The document as RSS 2.0, in UTF-8."""

    def extend(item: _Element, entry: FeedEntry) -> None:
        for name in entry.authors:
            _dublin_core(item, "creator", name)
        for name in entry.contributors:
            _dublin_core(item, "contributor", name)
        if entry.attribution is not None:
            _dublin_core(item, "source", entry.attribution.url or entry.attribution.name)
        if entry.language != document.language:
            _dublin_core(item, "language", entry.language)
        mediarss.add_media(item, entry)

    return generator.rss(
        document,
        file_name=FILE_NAME,
        media_type=MEDIA_TYPE,
        namespaces=_NAMESPACES,
        # RSS allows these kinds of picture alone.
        image=document.logo if document.logo.lower().endswith(_IMAGE_ENDINGS) else "",
        extend=extend,
        kept=kept,
    )


def _dublin_core(item: _Element, name: str, text: str) -> None:
    SubElement(item, f"{{{_DC}}}{name}").text = text
