"""Whose word on a visitor's address is believed."""

from __future__ import annotations

import asyncio
from ipaddress import ip_network

import pytest
import structlog
from structlog.testing import capture_logs

from syndicate.web.access import AccessLog, client_address, without_token
from syndicate.web.door import Door
from tests.web.serving import served

PROXIES = [ip_network("10.0.0.0/8"), ip_network("2001:db8::/32")]


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.7", None, "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1,10.0.0.2, 10.0.0.3", "198.51.100.1"),
        ("2001:db8::1", "2001:4860::1", "2001:4860::1"),
        ("10.0.0.1", "unknown", "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("", "198.51.100.1", ""),
        # As a socket that takes both kinds of address says it.
        ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("::ffff:10.0.0.1", "198.51.100.1, ::ffff:10.0.0.2", "198.51.100.1"),
        ("::ffff:203.0.113.7", "198.51.100.1", "203.0.113.7"),
    ],
)
def test_only_trusted_proxies_are_believed(peer, forwarded, expected):
    assert client_address(peer, forwarded, PROXIES) == expected


def test_without_trusted_proxies_nobody_is_believed():
    assert client_address("127.0.0.1", "198.51.100.1", []) == "127.0.0.1"


def test_each_answer_is_a_line_that_nobody_can_forge():
    lines = []

    class Log:
        def info(self, event, **facts):
            lines.append((event, facts))

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"four"})

    with served(AccessLog(app, log=Log(), trusted=[ip_network("127.0.0.1")])) as server:
        server.ask("/a%0ab", X_Forwarded_For="198.51.100.1")
    assert lines == [
        (
            "request",
            {
                "method": "GET",
                "path": "/a%0ab",
                "status": 200,
                "bytes": 4,
                "client": "198.51.100.1",
            },
        )
    ]


@pytest.mark.parametrize("kind", ["confirm", "preferences", "unsubscribe", "data", "erase"])
def test_a_personal_token_is_kept_by_no_log(kind):
    assert without_token(f"/news/{kind}/WzE3.h4x8-_b") == f"/news/{kind}/…"
    # As programs copy addresses, with what stands behind them.
    assert without_token(f"/news/{kind}/WzE3.h4x8-_b/") == f"/news/{kind}/…/"


def test_a_fault_on_a_personal_page_is_logged_without_the_token():
    class Broken:
        def at_hand(self, *_):
            return None

        async def __call__(self, *_):
            raise RuntimeError("of ours")

    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/preferences/WzE3.h4x8", "headers": []}
    with capture_logs() as lines:
        door = Door(Broken(), Broken(), Broken(), "/", structlog.get_logger())
        asyncio.run(door(scope, None, send))
    assert sent[0]["status"] == 500
    assert lines[0]["path"] == "/preferences/…"
    assert "h4x8" not in str(lines)


@pytest.mark.parametrize("path", ["/", "/preferences", "/preferences/sent", "/data/feed/rss.xml"])
def test_other_paths_are_logged_as_they_are(path):
    assert without_token(path) == path
