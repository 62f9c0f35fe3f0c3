"""How an article's content lies in the store's columns, both ways."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sqlalchemy import Row

from syndicate.model.article import Attachment, Attribution, Content, Image, Person

#: The version of :func:`content_hash`. Another one makes every article look changed.
HASH_VERSION = 1


def columns_of(content: Content) -> dict[str, Any]:
    """The values of an article's content columns."""
    source = content.attribution
    return {
        "published": content.published,
        "updated": content.updated,
        "address": content.address,
        "headline": content.headline,
        "subtitle": content.subtitle,
        "note": content.note,
        "people": [[person.name, person.role] for person in content.people],
        "attribution_name": source.name if source else None,
        "attribution_url": source.url if source else None,
        "summary": content.summary,
        "language": content.language,
        "words": content.words,
        "minutes": content.minutes,
        "images": [_filled(image, Image.__slots__) for image in content.images],
        "attachments": [_filled(file, Attachment.__slots__) for file in content.attachments],
        "tags": list(content.tags),
        "older": content.older,
        "newer": content.newer,
        "body": content.body,
    }


def content_of(row: Row[Any], *, body: bool = True) -> Content:
    """The content of a row that holds :func:`columns_of`'s columns."""
    return Content(
        headline=row.headline,
        published=row.published,
        updated=row.updated,
        body=row.body if body else "",
        address=row.address,
        subtitle=row.subtitle,
        note=row.note,
        people=tuple(Person(name, role) for name, role in row.people),
        attribution=Attribution(row.attribution_name, row.attribution_url or "")
        if row.attribution_name
        else None,
        summary=row.summary,
        language=row.language,
        words=row.words,
        minutes=row.minutes,
        images=tuple(Image(**image) for image in row.images),
        attachments=tuple(Attachment(**file) for file in row.attachments),
        tags=tuple(row.tags),
        older=row.older,
        newer=row.newer,
    )


def content_hash(content: Content) -> str:
    """What makes an article another version of itself.

    Leaves out what other articles or our own derivations decide (neighbours,
    summary, language, reading time, picture sizes) and the times of editing,
    and skips what is empty, so that a new field marks nothing as changed.
    """
    source = content.attribution
    said = {
        "headline": content.headline,
        "subtitle": content.subtitle,
        "note": content.note,
        "published": content.published.isoformat(),
        "people": [(person.name, person.role) for person in content.people],
        "source": (source.name, source.url) if source else None,
        "body": content.body,
        "images": [(image.url, image.alt, image.caption) for image in content.images],
        "attachments": [(file.url, file.title) for file in content.attachments],
        "tags": content.tags,
        "address": content.address,
    }
    filled = {name: value for name, value in said.items() if value}
    text = json.dumps([HASH_VERSION, filled], ensure_ascii=False, sort_keys=True)
    return hashlib.sha1(text.encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()


def _filled(value: Any, names: tuple[str, ...]) -> dict[str, Any]:
    pairs = ((name, getattr(value, name)) for name in names)
    return {name: held for name, held in pairs if held not in (None, "")}
