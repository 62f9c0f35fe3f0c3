"""What an inline style says about meaning; how it says it is dropped.

A word processor writes bold, italic, centring and hiding as CSS. Only these
properties are read; the same few styles come again and again, so each is read once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PROPERTY = re.compile(
    r"(?:^|[;\s])(font-weight|font-style|text-align|text-decoration(?:-line)?|vertical-align"
    r"|display|visibility|mso-hide|opacity|width|height)\s*:\s*([^;]*)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)(px|pt|in|cm|mm)?")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_BOLD = ("bold", "bolder", "600", "700", "800", "900")
_LIGHT = ("normal", "lighter", "100", "200", "300", "400", "500")


@dataclass(frozen=True, slots=True)
class Style:
    """``None`` where the style says nothing about a property. Sizes in CSS pixels."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool = False
    raised: str = ""
    centred: bool | None = None
    hidden: bool = False
    width: int | None = None
    height: int | None = None
    plain: bool = True
    """Whether text that is not emphasised anyway stays as it is."""


@lru_cache(maxsize=4096)
def read(style: str) -> Style | None:
    """The meaning of ``style``, or None where it has none."""
    if len(style) > 4000:
        style = style[:4000]
    said = {
        name.lower(): value.partition("!")[0].strip().lower()
        for name, value in _PROPERTY.findall(style)
    }
    if not said:
        return None
    weight, slant = said.get("font-weight", ""), said.get("font-style", "")
    align, rise = said.get("text-align", ""), said.get("vertical-align", "")
    decoration = said.get("text-decoration", "") + said.get("text-decoration-line", "")
    raised = {"super": "sup", "sub": "sub"}.get(rise, "")
    struck = "line-through" in decoration
    bold = True if weight in _BOLD else False if weight in _LIGHT else None
    italic = slant.startswith(("italic", "oblique")) if slant else None
    hidden = (
        said.get("display") == "none"
        or said.get("visibility") in ("hidden", "collapse")
        or said.get("mso-hide") == "all"
        or said.get("opacity") in ("0", "0.0", "0%")
    )
    found = Style(
        bold=bold,
        italic=italic,
        struck=struck,
        raised=raised,
        centred=align == "center" if align else None,
        hidden=hidden,
        width=pixels(said.get("width", "")),
        height=pixels(said.get("height", "")),
        plain=not (bold or italic or struck or raised or hidden),
    )
    return None if found == Style() else found


def pixels(length: str) -> int | None:
    """A CSS or HTML length in pixels; None for percentages and anything else."""
    found = _LENGTH.fullmatch(length.strip().lower()) if len(length) < 24 else None
    return min(round(float(found[1]) * _PIXELS[found[2] or ""]), 100_000) if found else None
