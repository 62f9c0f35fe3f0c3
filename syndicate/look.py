"""The look: every colour, typeface and measure, once.

Mail clients know no variables and some invert colours by force, so templates
get these as literal values. Change a token here and the mail, the pages and
the directory change together; a test holds the contrasts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one scheme, as ``#RRGGBB``.

    ``paper`` is the background, ``sheet`` the column on it; ``quiet`` and
    ``accent`` keep a contrast of 4.5 or more on both.
    """

    paper: str
    sheet: str
    ink: str
    quiet: str
    rule: str
    accent: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a template sees as ``look``.

    ``sizes`` and ``spaces`` are the only steps there are, in pixels; ``column``
    and ``gutter`` are the width of a mail and the space at its sides.
    """

    light: Scheme
    dark: Scheme
    headline_font: str
    text_font: str
    sizes: tuple[int, ...]
    spaces: tuple[int, ...]
    column: int
    gutter: int

    @property
    def measure(self) -> int:
        """The width of the text in a mail, in pixels."""
        return self.column - 2 * self.gutter


LOOK: Final = Look(
    light=Scheme(
        paper="#FBFAF7",
        sheet="#FFFFFF",
        ink="#1B1D1F",
        quiet="#5B6066",
        rule="#DEDAD2",
        accent="#9B2C1F",
    ),
    dark=Scheme(
        paper="#15171A",
        sheet="#1D2024",
        ink="#ECEAE4",
        quiet="#A7ABB0",
        rule="#34383D",
        accent="#F0937F",
    ),
    headline_font='Georgia, "Songti SC", "Noto Serif CJK SC", serif',
    text_font=(
        '-apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", '
        '"Noto Sans CJK SC", sans-serif'
    ),
    sizes=(13, 15, 17, 20, 26, 34),
    spaces=(4, 8, 12, 16, 24, 40, 64),
    column=600,
    gutter=40,
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#RRGGBB`` colours (WCAG 2.2, 1.4.3), 1 to 21."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
