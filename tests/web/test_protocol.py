"""What is at hand is sent at once, and nothing else about a connection changes by it."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from syndicate.jobs.press import Press
from syndicate.web.app import application
from syndicate.web.protocol import Prompt
from tests.web.serving import Server, served_press, trusting

RSS = "/feeds/rss.xml"


@pytest.fixture
def server(press: Press) -> Iterator[Server]:
    with served_press(press, monotonic=trusting) as running:
        running.ask(RSS)
        running.ask(RSS)
        yield running


def say(server: Server, *requests: str) -> bytes:
    """Everything that comes back when these requests are sent in one go."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as line:
        line.sendall("".join(requests).encode())
        said = b""
        while part := line.recv(65536):
            said += part
    return said


def get(path: str = RSS, *fields: str, version: str = "1.1") -> str:
    lines = (f"GET {path} HTTP/{version}", "Host: x", *fields, "", "")
    return "\r\n".join(lines)


LAST = "Connection: close"


def test_the_site_is_asked_what_it_has_at_hand(press: Press):
    assert isinstance(application(press, None), Prompt)


def test_the_answer_is_the_same_to_the_letter(standing: Server):
    """At hand, and by the long way, which a query takes."""
    prompt = say(standing, get(), get(RSS, LAST))
    slow = say(standing, get(f"{RSS}?"), get(f"{RSS}?", LAST))

    def lines(said: bytes) -> list[bytes]:
        kept = (line for line in said.split(b"\r\n") if not line.lower().startswith(b"date:"))
        return sorted(kept)

    assert lines(prompt) == lines(slow)
    assert prompt.count(b"date: ") == 2


def test_requests_in_one_go_are_answered_in_their_order(standing: Server):
    tag = standing.ask(RSS).headers["ETag"]
    said = say(
        standing,
        get(RSS, f"If-None-Match: {tag}"),
        get("/healthz"),
        get(RSS, f"If-None-Match: {tag}"),
        get("/nothing"),
        get(RSS, f"If-None-Match: {tag}", LAST),
    )
    statuses = [part[:3] for part in said.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [b"304", b"200", b"304", b"404", b"304"]


def test_a_connection_goes_on_after_it(standing: Server):
    said = say(standing, get(), get(), get(), get("/healthz", LAST))
    assert said.count(b"HTTP/1.1 200 OK") == 4
    assert said.endswith(b"ok")


@pytest.mark.parametrize("last", [get(RSS, LAST), get(version="1.0")])
def test_a_connection_ends_where_that_is_asked(standing: Server, last):
    said = say(standing, last)
    assert said.startswith(b"HTTP/1.1 200 OK")
    assert b"connection: close" in said.lower()


def test_a_request_with_a_body_leaves_nothing_of_it_behind(standing: Server):
    body = f"GET {RSS} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody"
    said = say(standing, body, get("/healthz", LAST))
    assert said.count(b"HTTP/1.1 200 OK") == 2


def test_what_is_not_http_is_refused(standing: Server):
    assert say(standing, "NONSENSE\r\n\r\n").startswith(b"HTTP/1.1 400")


def test_no_upgrade_is_made(standing: Server):
    said = say(standing, get(RSS, "Connection: Upgrade, close", "Upgrade: h2c"))
    assert said.startswith(b"HTTP/1.1 200 OK")


def test_an_idle_connection_does_not_keep_the_server_from_stopping(press: Press):
    with served_press(press, monotonic=trusting) as server:
        server.ask(RSS)
        line = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        line.sendall(get(RSS).encode())
        assert line.recv(100)
    line.close()
