"""Accept-Encoding as RFC 9110 (12.5.3) has it, its own examples among them."""

from __future__ import annotations

import gzip

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from syndicate.web.codings import CODINGS, acceptable, holds

# Brotli's copy is the smallest here, then zstd's.
SIZES = {"identity": 60_000, "gzip": 9_000, "br": 7_000, "zstd": 8_000}


def best(field: str | None, *available: str) -> str:
    sizes = {name: SIZES[name] for name in ("identity", *(available or SIZES))}
    return next(iter(acceptable(field, sizes)), "nothing")


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("GZip", "gzip"),
        ("x-gzip", "gzip"),
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate, zstd", "zstd"),
        ("deflate", "identity"),
        ("compress, gzip", "gzip"),
        ("*", "br"),
        ("compress;q=0.5, gzip;q=1.0", "gzip"),
        ("gzip;q=1.0, identity; q=0.5, *;q=0", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0.001, gzip;q=0", "br"),
        ("gzip;q=0.5, identity", "identity"),
        ("gzip;q=0.5, identity;q=0.4", "gzip"),
        ("identity", "identity"),
        ("gzip;q=0", "identity"),
        ("gzip;q=0.000", "identity"),
        ("gzip;q=0, *", "br"),
        ("identity;q=0", "nothing"),
        ("*;q=0", "nothing"),
        ("*;q=0, identity", "identity"),
        ("identity;q=0, gzip", "gzip"),
        ("identity;q=0, *;q=0.5", "br"),
        (" gzip ;\tQ=0.3 ,br; q=0.2", "gzip"),
        (",, gzip ,", "gzip"),
        ("gzip;q=nonsense", "identity"),
        ("gzip;q=2", "identity"),
        ("gzip;level=9", "identity"),
        ("gzip br", "identity"),
    ],
)
def test_which_coding_a_request_gets(field, expected):
    assert best(field) == expected


def test_what_is_not_there_is_not_chosen():
    assert best("br, gzip;q=0.1", "gzip") == "gzip"
    assert best("br", "gzip") == "identity"
    assert best("identity;q=0, br", "gzip") == "nothing"


def test_the_smallest_goes_first_among_equals():
    assert acceptable("gzip, br, zstd", SIZES) == ["br", "zstd", "gzip", "identity"]


@given(st.text())
def test_any_field_at_all_has_an_answer(field):
    assert set(acceptable(field, SIZES)) <= SIZES.keys()


COPIES = {
    "gzip": gzip.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("coding", CODINGS, ids=lambda coding: coding.name)
def test_a_copy_is_known_by_the_bytes_in_it(coding):
    data = b"<rss>" * 1000
    copy = COPIES[coding.name](data)
    assert holds(coding, copy, data)
    assert not holds(coding, copy, data[:-1])
    assert not holds(coding, copy, data + b"x")
    assert not holds(coding, copy[:-5], data)
    assert not holds(coding, b"", data)
    assert not holds(coding, b"nonsense", data)
