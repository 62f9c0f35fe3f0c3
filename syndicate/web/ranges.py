"""Byte ranges (RFC 9110, 14): players of audio and video seek by them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from syndicate.web.conditional import parse_http_date

_RANGE: Final = re.compile(r"bytes[ \t]*=[ \t]*(\d{0,18})-(\d{0,18})[ \t]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of ``whole`` bytes: ``length`` of them from ``start``."""

    start: int
    length: int
    whole: int

    @property
    def said(self) -> str:
        """The value of Content-Range (14.4)."""
        return f"bytes {self.start}-{self.start + self.length - 1}/{self.whole}"


class UnsatisfiableError(ValueError):
    """A range that begins behind the end (15.5.17)."""


def part(field: str, whole: int) -> Part | None:
    """The part that a Range field asks for; None where the whole is to be sent.

    Several ranges, other units and what can't be read get the whole (14.2).
    Raises ``UnsatisfiableError``.
    """
    asked = _RANGE.fullmatch(field.strip(" \t"))
    if asked is None or asked[1] == asked[2] == "":
        return None
    if not asked[1]:
        start, length = max(0, whole - int(asked[2])), min(int(asked[2]), whole)
    else:
        start = int(asked[1])
        last = int(asked[2]) if asked[2] else whole - 1
        if asked[2] and last < start:
            return None  # not a range at all (14.1.1)
        length = min(last, whole - 1) - start + 1
    if length <= 0:
        raise UnsatisfiableError(field)
    return Part(start, length, whole)


def still_holds(
    if_range: str | None, *, etag: str, last_modified: datetime | None, now: datetime
) -> bool:
    """Whether a part may be sent to who has another part already (13.1.5).

    By the very tag, compared strongly, or the very date.
    """
    if if_range is None:
        return True
    said = if_range.strip(" \t")
    if said.startswith(('"', "W/")):
        return said == etag
    if last_modified is None:
        return False
    return parse_http_date(said, now=now) == last_modified.replace(microsecond=0)
