"""Telling a caption from a paragraph.

Word processors know no captions: they centre a picture and centre a line below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LIMIT = 200
"""The longest caption, in characters."""

_OPENING = re.compile(
    r"(?:photo|picture|image|figure|fig\.|caption|credit)s?\s*(?:[\d:(:(]|by\b|courtesy\b)"
    r"|[▲△▼↑]|[图圖]\s*[\d一二三四五六七八九十::/]|.{0,24}[摄攝](?:影)?$|.{0,24}供[图圖]$"
    r"|(?:[图圖]片?(?:来源|來源|提供|源)|[摄攝]影[师師]?)\s*[:：/]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Framed:
    """A figure that may still get its caption; ``end`` is where it ends in the output."""

    end: int
    pictures: tuple[int, ...]
    centred: bool


def is_caption(text: str, pictures: Sequence[int], framed: Framed, *, centred: bool) -> bool:
    """Whether the paragraph ``text`` right after a figure is its caption."""
    if pictures or len(text) > LIMIT or "\n" in text:
        return False
    return centred or (framed.centred and _OPENING.match(text) is not None)
