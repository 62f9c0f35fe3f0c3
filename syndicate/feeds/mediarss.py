"""Media RSS: an entry's pictures and files with their sizes, captions and credits.

The namespace ends in a slash. Captions and credits stand inside ``media:content`` only:
beside it, readers built on feedparser take one for the entry's summary.
"""

from __future__ import annotations

from typing import Final

from lxml.etree import SubElement, _Element

from syndicate.feeds.document import FeedEntry, Medium

NAMESPACE: Final = "http://search.yahoo.com/mrss/"
_CONTENT: Final = f"{{{NAMESPACE}}}content"
_CREDIT: Final = f"{{{NAMESPACE}}}credit"
_DESCRIPTION: Final = f"{{{NAMESPACE}}}description"
_THUMBNAIL: Final = f"{{{NAMESPACE}}}thumbnail"


def add_media(element: _Element, entry: FeedEntry) -> None:
    """Every picture and file as ``media:content``, the lead picture as ``media:thumbnail``."""
    for medium in (*entry.images, *entry.files):
        content = SubElement(element, _CONTENT, url=medium.url, medium=medium.medium)
        if medium.media_type:
            content.set("type", medium.media_type)
        if medium.length:
            content.set("fileSize", str(medium.length))
        _set_size(content, medium)
        if medium.title:
            SubElement(content, _DESCRIPTION, type="plain").text = medium.title
        if medium.credit:
            # Without a role: a caption says whose it is, seldom what they did for it.
            SubElement(content, _CREDIT).text = medium.credit
    if entry.lead is not None:
        _set_size(SubElement(element, _THUMBNAIL, url=entry.lead.url), entry.lead)


def _set_size(element: _Element, medium: Medium) -> None:
    if medium.width and medium.height:
        element.set("width", str(medium.width))
        element.set("height", str(medium.height))
