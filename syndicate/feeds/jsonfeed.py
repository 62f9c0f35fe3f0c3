"""JSON Feed 1.1, with what it has no words for under ``_syndicate``.

An item's ``_syndicate`` holds ``source`` (``name``, and ``url`` if known),
``translators``, ``editors``, ``subtitle``, ``sections`` (the path's names,
outermost first), ``minutes`` of reading and ``credits`` of pictures (``url``,
``name``). ``external_url`` is for blogs of links and stays unused. Empty members
are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from syndicate.feeds.dates import rfc3339
from syndicate.feeds.document import FeedDocument, FeedEntry, Medium
from syndicate.feeds.fragments import KEPT, Fragments

FILE_NAME: Final = "feed.json"
MEDIA_TYPE: Final = "application/feed+json"

_VERSION: Final = "https://jsonfeed.org/version/1.1"


def render(document: FeedDocument, *, kept: Fragments = KEPT) -> bytes:
    """The document as JSON Feed 1.1, in UTF-8, one item a line."""
    said = _filled(
        version=_VERSION,
        title=document.title,
        home_page_url=document.page_url,
        feed_url=document.address(FILE_NAME),
        next_url=document.address(FILE_NAME, document.pages.older) if document.pages.older else "",
        description=document.description,
        icon=document.logo,
        favicon=document.icon,
        authors=_people([document.author]),
        language=document.language,
        hubs=[{"type": "WebSub", "url": hub} for hub in document.hubs],
    )
    members = [f"{_encoded(name)}: {_encoded(value)}" for name, value in said.items()]
    head = ("{\n" + ",\n".join(members) + ",\n").encode()
    items = b",\n".join(
        kept.take(
            document.entries,
            lambda entry: (FILE_NAME, entry.language != document.language),
            lambda missing: [_encoded(_item(entry, document)).encode() for entry in missing],
        )
    )
    return head + (b'"items": [\n' + items + b"\n]" if items else b'"items": []') + b"\n}\n"


def _item(entry: FeedEntry, document: FeedDocument) -> dict[str, Any]:
    return _filled(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        content_html=entry.html,
        summary=entry.summary,
        image=entry.lead.url if entry.lead else "",
        date_published=rfc3339(entry.published),
        date_modified=rfc3339(entry.updated),
        authors=_people(entry.authors),
        tags=[category.term for category in entry.categories],
        language=entry.language if entry.language != document.language else "",
        attachments=[_attachment(file) for file in entry.files if file.media_type],
        _syndicate=_filled(
            source=_source(entry),
            translators=list(entry.translators),
            editors=list(entry.editors),
            subtitle=entry.subtitle,
            sections=list(entry.sections),
            minutes=entry.minutes,
            credits=[
                {"url": each.url, "name": each.credit} for each in entry.images if each.credit
            ],
        ),
    )


def _source(entry: FeedEntry) -> dict[str, Any]:
    if entry.attribution is None:
        return {}
    return _filled(name=entry.attribution.name, url=entry.attribution.url)


def _attachment(file: Medium) -> dict[str, Any]:
    return _filled(
        url=file.url, mime_type=file.media_type, title=file.title, size_in_bytes=file.length
    )


def _people(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"name": name} for name in names]


def _filled(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}


#: As ``json.dumps`` has it with ``ensure_ascii=False``, which makes an encoder at each call.
_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode
