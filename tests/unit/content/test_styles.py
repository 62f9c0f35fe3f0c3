"""What is read out of an inline style."""

from __future__ import annotations

import pytest

from syndicate.content.styles import pixels, read


@pytest.mark.parametrize(
    ("style", "attribute", "value"),
    [
        ("font-weight:bold", "bold", True),
        ("color:red; FONT-WEIGHT : 700 !important", "bold", True),
        ("font-weight:400", "bold", False),
        ("font-style:oblique 10deg", "italic", True),
        ("text-align: center;", "centred", True),
        ("text-align:justify", "centred", False),
        ("display:none", "hidden", True),
        ("vertical-align:super", "raised", "sup"),
        ("width:2in;height:1cm", "width", 192),
    ],
)
def test_meaning(style: str, attribute: str, value: object) -> None:
    found = read(style)
    assert found is not None
    assert getattr(found, attribute) == value


@pytest.mark.parametrize(
    "style", ["", "margin:0pt; color:#000", "max-width:0", "x", ";;:;", "font-weight"]
)
def test_styles_without_meaning(style: str) -> None:
    assert read(style) is None


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("600", 600),
        ("12.4px", 12),
        ("72pt", 96),
        ("50%", None),
        ("auto", None),
        ("", None),
        ("9" * 99, None),
    ],
)
def test_lengths(length: str, expected: int | None) -> None:
    assert pixels(length) == expected
