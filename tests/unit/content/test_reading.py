"""How long a text is."""

from __future__ import annotations

import pytest

from syndicate.content.reading import measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 1)),
        ("one two\nthree", (3, 1)),
        ("word " * 459 + "word", (460, 2)),
        ("渡轮恢复运行。", (7, 1)),
        ("字" * 1000, (1000, 2)),
        ("渡轮 MV Gull 恢复", (6, 1)),
        ("l’île d’en face", (3, 1)),
    ],
)
def test_words_and_minutes(text: str, expected: tuple[int, int]) -> None:
    assert measure(text) == expected
