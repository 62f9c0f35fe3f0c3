"""How a server hands a feed out: a good one breaks no rule, and each break is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syndicate.feeds.check import push
from syndicate.feeds.check.document import check
from syndicate.feeds.check.exchange import RULES, Exchange, check_exchange
from tests.unit.feeds.check.documents import DOCUMENTS, EXCHANGE, with_header

PLAIN = EXCHANGE.plain
UNMODIFIED = EXCHANGE.same_etag
COMPRESSED = EXCHANGE.compressed
assert UNMODIFIED is not None
assert COMPRESSED is not None


def plain(name: str, value: str = "") -> Exchange:
    """The good exchange with one header of GET and HEAD changed."""
    changed = with_header(PLAIN, name, value)
    return replace(EXCHANGE, plain=changed, head=replace(changed, body=b""))


BREAKS = [
    ("19.1", replace(plain("Last-Modified"), since=None, other_etag=None)),
    ("19.1", replace(plain("ETag"), same_etag=None)),
    ("19.2", replace(EXCHANGE, same_etag=PLAIN)),
    ("19.3", replace(EXCHANGE, since=PLAIN)),
    ("19.4", replace(EXCHANGE, other_etag=UNMODIFIED)),
    (
        "19.5",
        replace(plain("ETag", 'W/"5f"'), same_etag=with_header(UNMODIFIED, "ETag", 'W/"5f"')),
    ),
    ("19.6", plain("Vary")),
    ("19.6", replace(EXCHANGE, compressed=with_header(COMPRESSED, "Vary", "Origin"))),
    ("19.7", replace(EXCHANGE, compressed=with_header(COMPRESSED, "ETag", '"5f2b8a61"'))),
    ("19.8", replace(EXCHANGE, compressed=PLAIN)),
    ("19.9", plain("Cache-Control", "no-cache")),
    ("19.10", plain("Last-Modified", "Tue, 20 Jan 2026 09:15:00 +0000")),
    ("19.10", plain("Last-Modified", "Thu, 22 Jan 2026 09:15:00 GMT")),
    ("19.11", replace(EXCHANGE, head=replace(PLAIN, status=405, body=b""))),
    ("19.11", replace(EXCHANGE, head=with_header(replace(PLAIN, body=b""), "ETag"))),
    ("19.12", replace(EXCHANGE, same_etag=with_header(UNMODIFIED, "ETag"))),
    ("19.12", replace(EXCHANGE, same_etag=replace(UNMODIFIED, body=b"x"))),
    ("19.13", replace(EXCHANGE, redirects=(308,))),
    (
        "19.14",
        replace(plain("ETag", "5f2b"), same_etag=with_header(UNMODIFIED, "ETag", "5f2b")),
    ),
]


def test_a_good_server_breaks_no_rule():
    assert list(check_exchange(EXCHANGE)) == []


@pytest.mark.parametrize(("rule", "exchange"), BREAKS, ids=[rule for rule, _ in BREAKS])
def test_a_break_is_found_and_nothing_else(rule: str, exchange: Exchange):
    assert [finding.rule for finding in check_exchange(exchange)] == [rule]


@pytest.mark.parametrize("number", [rule.number for rule in RULES])
def test_every_rule_has_a_break(number: str):
    assert number in {rule for rule, _ in BREAKS}


def links(kind: str, *headers: str) -> list[str]:
    reading = check(DOCUMENTS[kind].encode()).reading
    assert reading is not None
    found = push.check_headers(*push.topics(reading), list(headers))  # type: ignore[arg-type]
    return [finding.rule for finding in found]


HUB = "<https://hub.example/>; rel=hub"


@pytest.mark.parametrize(
    ("kind", "name"), [("rss", "rss.xml"), ("atom", "atom.xml"), ("json", "feed.json")]
)
def test_link_headers_repeat_what_the_document_says(kind: str, name: str):
    own = f'<https://news.gazette.example/feeds/{name}>; rel="self"'
    assert links(kind, f"{HUB}, {own}") == []
    assert links(kind, HUB, own) == []


def test_a_hub_that_only_the_document_names_is_told():
    assert links("rss") == ["15.3"]
    assert links("rss", "<https://news.gazette.example/feeds/rss.xml>; rel=self") == ["15.3"]


def test_another_topic_in_the_header_is_told():
    assert links("atom", HUB, '<https://elsewhere.example/>; rel="self"') == ["15.4"]


def test_a_feed_without_hub_needs_no_header():
    assert links("archive") == []
