"""Pages on their way between processes: plain tuples, several times cheaper to pickle.

Frozen dataclasses with slots are pickled field by field in Python; a page has
two dozen of them, most of them links that its neighbours share.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from syndicate.model.article import Attachment, Attribution, Content, Image, Page, Person, Sighting

Packed = tuple[Any, ...]


def _getter(kind: type[Any]) -> attrgetter[Any]:
    return attrgetter(*(field.name for field in fields(kind)))


def _position(kind: type[Any], name: str) -> int:
    return [field.name for field in fields(kind)].index(name)


_page, _content = _getter(Page), _getter(Content)
_image, _attachment = _getter(Image), _getter(Attachment)
_person, _attribution, _sighting = _getter(Person), _getter(Attribution), _getter(Sighting)
_CONTENT = _position(Page, "content")
_NEWEST, _HOT = _position(Page, "newest"), _position(Page, "hot")
_PUBLISHED, _UPDATED = _position(Content, "published"), _position(Content, "updated")
_PEOPLE, _SOURCE = _position(Content, "people"), _position(Content, "attribution")
_IMAGES, _ATTACHMENTS = _position(Content, "images"), _position(Content, "attachments")


def pack(page: Page) -> Packed:
    outer, inner = list(_page(page)), list(_content(page.content))
    inner[_PUBLISHED] = inner[_PUBLISHED].timestamp()
    inner[_UPDATED] = inner[_UPDATED].timestamp()
    inner[_PEOPLE] = tuple(map(_person, inner[_PEOPLE]))
    inner[_SOURCE] = inner[_SOURCE] and _attribution(inner[_SOURCE])
    inner[_IMAGES] = tuple(map(_image, inner[_IMAGES]))
    inner[_ATTACHMENTS] = tuple(map(_attachment, inner[_ATTACHMENTS]))
    outer[_CONTENT] = inner
    outer[_NEWEST] = tuple(map(_packed_sighting, outer[_NEWEST]))
    outer[_HOT] = tuple(map(_packed_sighting, outer[_HOT]))
    return tuple(outer)


def unpack(packed: Packed) -> Page:
    outer = list(packed)
    inner = outer[_CONTENT]
    inner[_PUBLISHED] = datetime.fromtimestamp(inner[_PUBLISHED], UTC)
    inner[_UPDATED] = datetime.fromtimestamp(inner[_UPDATED], UTC)
    inner[_PEOPLE] = tuple(Person(*values) for values in inner[_PEOPLE])
    inner[_SOURCE] = inner[_SOURCE] and Attribution(*inner[_SOURCE])
    inner[_IMAGES] = tuple(Image(*values) for values in inner[_IMAGES])
    inner[_ATTACHMENTS] = tuple(Attachment(*values) for values in inner[_ATTACHMENTS])
    outer[_CONTENT] = Content(*inner)
    outer[_NEWEST] = tuple(map(_unpacked_sighting, outer[_NEWEST]))
    outer[_HOT] = tuple(map(_unpacked_sighting, outer[_HOT]))
    return Page(*outer)


@lru_cache(maxsize=8192)
def _packed_sighting(sighting: Sighting) -> Packed:
    """The same tuple for the same link, so that a pickle of many pages holds it once."""
    packed: Packed = _sighting(sighting)
    return packed


@lru_cache(maxsize=8192)
def _unpacked_sighting(packed: Packed) -> Sighting:
    return Sighting(*packed)
