"""The door to hubs, against a real server that misbehaves."""

from __future__ import annotations

import socket
import subprocess
import time
from functools import partial
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.jobs import hubs, outside
from tests.conftest import missing
from tests.support.hub import Hub, answering, closed_port, dropping, running

post = partial(hubs.post, body=b"hub.mode=publish&hub.topic=x", headers={"User-Agent": "test"})


@pytest.fixture
def hub():
    with running() as started:
        yield started


def address(monkeypatch, **names: str) -> None:
    """Let host names stand for addresses; connections all lead to this machine."""
    known = socket.getaddrinfo

    def look_up(host, port, *rest, **more):
        if host in names:
            family = socket.AF_INET6 if ":" in names[host] else socket.AF_INET
            return [(family, socket.SOCK_STREAM, 6, "", (names[host], port))]
        return known(host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_ping_arrives_whole(hub: Hub):
    reply = post(f"{hub.url}?site=7")
    (request,) = hub.requests
    assert (reply.code, request.path) == (204, "/hub?site=7")
    assert request.body == "hub.mode=publish&hub.topic=x"
    assert request.headers["User-Agent"] == "test"
    assert request.headers["Host"] == f"127.0.0.1:{hub.port}"


def test_what_a_hub_says_comes_back(hub: Hub):
    hub.behaviour = answering(429, "slow down", Retry_After="120")
    reply = post(hub.url)
    assert (reply.code, reply.text) == (429, "Too Many Requests: slow down")
    assert reply.retry_after == "120"


def test_a_page_for_people_is_left_out(hub: Hub):
    hub.behaviour = answering(500, "<!doctype html><title>Oops</title>")
    assert post(hub.url).text == "Internal Server Error"


def test_a_huge_reply_is_not_read_to_its_end(hub: Hub):
    written = []

    def flood(handler) -> None:
        handler.send_response(500)
        handler.end_headers()
        for _ in range(4096):
            handler.wfile.write(b"x" * 65536)
            written.append(65536)

    hub.behaviour = flood
    assert len(post(hub.url).text) <= hubs.LENGTH + 100
    assert sum(written) < 4096 * 65536


def test_a_port_that_refuses_is_no_reply():
    reply = post(f"http://127.0.0.1:{closed_port()}/")
    assert (reply.code, reply.text) == (None, "connection refused")


def test_a_name_that_leads_nowhere_is_no_reply(monkeypatch):
    def look_up(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert post("http://hub.example/").text == "name or service not known"


def test_a_hub_that_hangs_up_is_no_reply(hub: Hub):
    hub.behaviour = dropping
    assert post(hub.url).code is None


def test_what_is_not_http_is_no_reply(hub: Hub):
    hub.behaviour = lambda handler: handler.wfile.write(b"220 mail.example ESMTP\r\n\r\n")
    assert post(hub.url).code is None


def test_a_hub_that_never_answers_is_left(hub: Hub):
    hub.behaviour = lambda _: time.sleep(5)
    assert post(hub.url, seconds=0.2) == hubs.Reply(None, "no answer within 0.2 seconds")


def test_a_hub_that_answers_drop_by_drop_is_left_too(hub: Hub):
    def drip(handler) -> None:
        for character in b"HTTP/1.1 200 OK\r\n" * 20:
            handler.wfile.write(bytes([character]))
            time.sleep(0.02)

    hub.behaviour = drip
    assert post(hub.url, seconds=0.2) == hubs.Reply(None, "no answer within 0.2 seconds")


def test_a_status_counts_though_its_text_never_ends(hub: Hub):
    def stall(handler) -> None:
        handler.send_response(404)
        handler.end_headers()
        handler.wfile.flush()
        time.sleep(5)

    hub.behaviour = stall
    assert post(hub.url, seconds=0.2).code == 404


@pytest.mark.parametrize("code", [307, 308])
def test_a_redirect_that_keeps_the_method_is_followed(hub: Hub, code: int):
    def redirect(handler) -> None:
        moved = answering(code, Location="/new?a=1")
        (moved if handler.path == "/hub" else answering(202))(handler)

    hub.behaviour = redirect
    assert post(hub.url).code == 202
    assert [(r.path, r.body) for r in hub.requests] == [
        ("/hub", "hub.mode=publish&hub.topic=x"),
        ("/new?a=1", "hub.mode=publish&hub.topic=x"),
    ]


@pytest.mark.parametrize("code", [301, 302, 303])
def test_a_redirect_that_may_lose_the_body_is_not_followed(hub: Hub, code: int):
    hub.behaviour = answering(code, Location="https://hub.example/new")
    reply = post(hub.url)
    assert reply.code == code
    assert reply.text.endswith("redirects to https://hub.example/new")
    assert len(hub.requests) == 1


def test_redirects_come_to_an_end(hub: Hub):
    hub.behaviour = answering(308, Location="/hub")
    assert post(hub.url) == hubs.Reply(308, "redirects more than 3 times")
    assert len(hub.requests) == 4


@pytest.mark.parametrize(
    "target", ["ftp://hub.example/", "file:///etc/passwd", "http://a:b@hub.example/"]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(hub: Hub, target: str):
    hub.behaviour = answering(307, Location=target)
    reply = post(hub.url)
    assert reply.code == 307
    assert "no web address" in reply.text


INNER = [
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
]


@pytest.mark.parametrize("inner", INNER)
def test_an_outer_hub_may_not_send_one_inside(hub: Hub, monkeypatch, inner: str):
    # The hub has a public address by its name; its connection is led here.
    address(monkeypatch, **{"hub.example": "198.51.100.7", "intranet.example": inner})
    monkeypatch.setattr(outside, "is_inner", outer_first(outside.is_inner))
    monkeypatch.setattr(outside, "reach", lambda *_: socket.create_connection(here(hub)))
    hub.behaviour = answering(307, Location="http://intranet.example/admin")
    reply = post("http://hub.example/")
    assert reply.text == "redirects to http://intranet.example/admin, which is an inner address"
    assert len(hub.requests) == 1


def outer_first(known):
    """Addresses for documentation count as public here: no real host has them."""
    return lambda text: False if text == "198.51.100.7" else known(text)


def here(hub: Hub) -> tuple[str, int]:
    return "127.0.0.1", hub.port


def test_an_inner_hub_may_send_one_to_another_inner_one(hub: Hub):
    with running(answering(202)) as other:
        there = other.url.replace("127.0.0.1", "localhost")
        hub.behaviour = answering(307, Location=there)
        assert post(hub.url).code == 202
        assert len(other.requests) == 1


@given(st.text())
def test_no_address_of_a_redirect_upsets_the_door(target: str):
    place = outside.Place("hub.example", 80, ())
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 80))]
    with patch.object(socket, "getaddrinfo", return_value=found):
        try:
            there, _ = hubs._followed(urlsplit("http://hub.example/a"), target, place)
        except ValueError:
            return
    # Every other host there stands at an address for documentation: not public.
    assert there.hostname == "hub.example"


@pytest.fixture
def certificate(tmp_path):
    """A certificate for this machine, and its key."""
    made, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    place = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    try:
        subprocess.run(
            ["openssl", *words.split(), *place, "-keyout", key, "-out", made],
            check=True,
            capture_output=True,
        )
    except FileNotFoundError:
        missing("openssl", "install Debian's package openssl")
    return made, key


@pytest.fixture
def fresh_context():
    outside.context.cache_clear()
    yield
    outside.context.cache_clear()


@pytest.mark.usefixtures("fresh_context")
def test_a_hub_behind_tls_is_reached_if_its_certificate_is_known(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with running(tls=certificate) as hub:
        assert post(f"https://localhost:{hub.port}/hub").code == 204


@pytest.mark.usefixtures("fresh_context")
def test_a_hub_with_another_certificate_is_told_nothing(certificate):
    with running(tls=certificate) as hub:
        reply = post(f"https://localhost:{hub.port}/hub")
        assert reply.code is None
        assert reply.text.startswith("TLS: self-signed certificate")
        assert hub.requests == []
