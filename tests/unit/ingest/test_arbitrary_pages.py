"""Whatever lies in a source's folder: a page, or an error that names the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndicate.content.characters import is_clean
from syndicate.ingest.cms_page import read_page
from syndicate.model.errors import PageError
from tests.unit.ingest.pages import ORIGIN, page

_SOUND = page("<p>The ferry runs again.</p><p>Translated by Bo Chu</p>", byline="Ann Bly").encode()
_places = st.integers(0, len(_SOUND))


def attempt(data: bytes) -> None:
    refused, content = None, None
    try:
        content = read_page(data, name="x.aspx", origin=ORIGIN).content
    except PageError as error:
        refused = error
    if content is None:
        assert refused is not None
        assert refused.thing == "x.aspx"
        return
    assert content.headline
    assert content.updated >= content.published
    assert all(map(is_clean, (content.headline, content.body, content.summary, content.subtitle)))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    attempt(data)


@settings(max_examples=300, deadline=None)
@given(_places, _places, st.binary(max_size=8))
def test_a_page_with_a_piece_torn_out(start: int, length: int, patch: bytes) -> None:
    attempt(_SOUND[:start] + patch + _SOUND[start + length :])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(_places, st.sampled_from([*b"<>&\"'/]![\0\x1f\x80\xff "])), max_size=4))
def test_a_page_with_bytes_flipped(flips: list[tuple[int, int]]) -> None:
    data = bytearray(_SOUND)
    for place, byte in flips:
        data[place : place + 1] = bytes((byte,))
    attempt(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(_SOUND) - len("</html>")))
def test_no_part_of_a_page_passes_for_the_whole(length: int) -> None:
    with pytest.raises(PageError):
        read_page(_SOUND[:length], name="x.aspx", origin=ORIGIN)
