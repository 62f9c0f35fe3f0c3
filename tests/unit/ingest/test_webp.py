"""The size of a WebP picture whose rest is missing."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from syndicate.ingest import webp

_SIDES = st.integers(1, 300)


def drawn(width: int, height: int, mode: str = "RGB", **choices) -> bytes:
    made = BytesIO()
    Image.new(mode, (width, height), "teal").save(made, "WEBP", **choices)
    return made.getvalue()


@given(_SIDES, _SIDES, st.booleans(), st.sampled_from(["RGB", "RGBA"]))
def test_thirty_bytes_are_enough(width: int, height: int, lossless: bool, mode: str) -> None:
    assert webp.size(drawn(width, height, mode, lossless=lossless)[:30]) == (width, height)


def test_an_extended_file_says_its_own() -> None:
    data = drawn(200, 90, xmp=b"<x/>")
    assert data[12:16] == b"VP8X"
    assert webp.size(data[:30]) == (200, 90)


@pytest.mark.parametrize("data", [b"", b"RIFF", drawn(9, 9)[:29], b"GIF89a" + bytes(40)])
def test_anything_else_has_none(data: bytes) -> None:
    assert webp.size(data) is None


@given(st.binary(max_size=60))
def test_no_bytes_upset_it(data: bytes) -> None:
    found = webp.size(b"RIFF\0\0\0\0WEBP" + data)
    assert found is None or min(found) > 0
