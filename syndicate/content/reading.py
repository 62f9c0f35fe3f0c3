"""How long an article is, and how long it takes to read."""

from __future__ import annotations

from syndicate.content.language import IDEOGRAPH, beyond_ascii, is_east_asian

WORDS_A_MINUTE = 230
CHARACTERS_A_MINUTE = 400


def measure(text: str, language: str) -> tuple[int, int]:
    """Words (characters, where the language has no spaces) and minutes, at least 1."""
    if text.isascii():
        words = len(text.split())
        return words, max(1, round(words / WORDS_A_MINUTE))
    characters = len(IDEOGRAPH.findall(beyond_ascii(text)))
    words = len((IDEOGRAPH.sub(" ", text) if characters else text).split())
    minutes = max(1, round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))
    if is_east_asian(language):
        return characters + words, minutes
    return words + characters, minutes
