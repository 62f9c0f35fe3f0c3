"""How long an article is, and how long it takes to read."""

from __future__ import annotations

from syndicate.content.language import part_ideographs

WORDS_A_MINUTE = 230
CHARACTERS_A_MINUTE = 400


def measure(text: str) -> tuple[int, int]:
    """Words (an ideograph counts as one) and minutes, at least 1.

    ``text`` has single blanks, as the lines of a clean body have.
    """
    characters, rest = part_ideographs(text)
    if characters:
        words = len(rest.split())
    else:
        words = text.count(" ") + text.count("\n") + 1 if text else 0
    minutes = max(1, round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))
    return words + characters, minutes
