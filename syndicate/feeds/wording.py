"""The few words that a feed's content adds to an article, in the article's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """``{}`` takes the name; ``between`` stands between names, ``gap`` between sentences."""

    source: str
    translators: str
    attachments: str
    whole: str
    between: str
    gap: str


_ENGLISH: Final = Wording(
    "Source: {}.", "Translated by {}.", "Attachments", "Read the whole article", ", ", " "
)
_CHINESE: Final = Wording("来源：{}。", "翻译：{}。", "附件", "阅读全文", "、", "")


def wording(language: str) -> Wording:
    """By the tag's first part; English where we have no words of the language."""
    return _CHINESE if language.partition("-")[0].lower() == "zh" else _ENGLISH
