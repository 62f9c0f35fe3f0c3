"""No document, however broken or hostile, stops the check."""

from __future__ import annotations

import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.feeds.check import jsontext
from syndicate.feeds.check.document import check_document
from syndicate.feeds.check.markup import faults
from tests.unit.feeds.check.documents import DOCUMENTS

good = st.sampled_from([text.encode() for text in DOCUMENTS.values()])
pieces = st.sampled_from(
    [
        *(b"<", b">", b"&", b"]]>", b"<![CDATA[", b"&#0;", b"&#xD800;", b"&#99999999999;", b'"'),
        *(b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"<!DOCTYPE a [", b"<?xml ", b"xml:"),
        *(b"tag:", b"2026-01-01T00:00:00Z", b"-1", b"{", b"[", b"}", b"null", b"1e999", b"\\ud800"),
        *(b'xmlns="x"', b"<item>", b"<a:b>", b"<!--", b"-->", b"<x/>", b"http://[", b"https://:0"),
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good document with pieces put in and taken out."""
    data = draw(good)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 40))
        data = data[:start] + draw(pieces | st.binary(max_size=8)) + data[end:]
    return data


names = st.text(max_size=6) | st.sampled_from(
    ["version", "title", "items", "id", "url", "authors", "hubs", "attachments", "tags", "_x"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


@given(st.binary(max_size=400), st.text(max_size=30), st.text(max_size=40))
def test_any_bytes_are_checked(data: bytes, address: str, content_type: str):
    assert check_document(data, address=address, content_type=content_type)


@given(damaged())
def test_any_damage_is_checked(data: bytes):
    for finding in check_document(data, address="https://news.gazette.example/feeds/rss.xml"):
        assert finding.line is None or 1 <= finding.line <= data.count(b"\n") + 2


@given(st.dictionaries(names, values, max_size=8))
def test_any_object_is_checked(value: dict[str, object]):
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [value], **value})
    assert check_document(data.encode())


@given(st.text(max_size=200) | st.lists(pieces.map(lambda p: p.decode("latin-1"))).map("".join))
def test_any_markup_is_read(markup: str):
    assert all(fault.what for fault in faults(markup))


@given(values)
def test_lines_are_known_of_all_json(value: object):
    text = json.dumps({"a": value}, indent=1)
    source = jsontext.parse(text) if "NaN" not in text and "Infinity" not in text else None
    if source is not None:
        assert source.line(("a",)) == 2


def described(html: str, *, source: bool = False) -> bytes:
    """A feed of one item with this content."""
    named = '<source url="https://tidewire.example/">Tidewire</source>' if source else ""
    text = f"<description>{escape(html)}</description>{named}"
    return f'<rss version="2.0"><channel><item>{text}</item></channel></rss>'.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"items": ' + b"[" * 100_000,
        b"<rss><channel>" * 2_000,
        b'{"version": ' + b"9" * 10_000 + b', "items": []}',
        b"<a " * 20_000,
        b"<rss version='2.0'><channel><item><description>"
        + b"&lt;a href=" * 20_000
        + b"</description></item></channel></rss>",
        b"<rss version='2.0'><channel><item><description>"
        + b"&lt;" * 50_000
        + b"</description></item></channel></rss>",
        described("<a b=" + "/c" * 50_000),
        described("<!--" * 50_000),
        described("<script>" + "</script " * 50_000),
        described("<b>" * 50_000 + "<a></a>" * 50_000),
        described("<" * 50_000, source=True),
        b"<![CDATA[" * 20_000 + b"&#0;",
        b"<rss>" + b"&#0;" * 50_000,
        "<rss/>".encode("utf-16"),
        "<rss/>".encode("utf-32"),
        b"<?xml version='1.0' encoding='utf-7'?><rss/>",
        b"",
    ],
    ids=lambda data: repr(data[:24]),
)
def test_hostile_documents_are_refused_in_no_time(data: bytes):
    assert check_document(data)


def test_entities_are_not_expanded():
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    data = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{bomb}]><rss><channel>&a9;</channel></rss>'
    assert [finding.rule for finding in check_document(data.encode())] == ["0.4"]


def test_no_file_is_read_through_an_entity(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("harbour")
    data = (
        f'<!DOCTYPE rss [<!ENTITY s SYSTEM "{secret.as_uri()}">]><rss><channel>&s;</channel></rss>'
    )
    assert "harbour" not in repr(check_document(data.encode()))
