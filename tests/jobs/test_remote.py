"""The door to other hosts' pictures and files, against a real server and every inner address."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from time import monotonic

import pytest
from PIL import Image

from syndicate.jobs import outside, remote
from syndicate.jobs.remote import Allowance, Told
from tests.support import filehost
from tests.support.filehost import Host, file, moved, picture, saying


def allowance(seconds: float = 60, size: int = 32 * 1024 * 1024) -> Allowance:
    return Allowance(size, monotonic() + seconds)


def ask(url: str, **choices) -> Told:
    """Ask where every address may be asked."""
    given = {"picture": True, "refuses": lambda _: False, **choices}
    return remote.ask(url, given.pop("allowance", None) or allowance(), **given)


ask_file = partial(ask, picture=False)


@pytest.fixture
def host() -> Iterator[Host]:
    with filehost.running() as started:
        yield started


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_s_type_length_and_size_are_told(host: Host, kind: str) -> None:
    data = picture(120, 80, kind)
    host.paths["/p"] = file(data, "application/octet-stream")
    assert ask(host.url("/p")) == Told(f"image/{kind.lower()}", len(data), 120, 80)


def test_of_a_large_picture_only_the_beginning_is_read(host: Host) -> None:
    data = picture(120, 80, "JPEG") + bytes(900_000)
    host.paths["/p"] = file(data, "image/jpeg")
    given = allowance()
    before = given.bytes
    assert ask(host.url("/p"), allowance=given) == Told("image/jpeg", len(data), 120, 80)
    assert before - given.bytes == remote.HEADER


def test_a_webp_whose_rest_is_missing_has_its_size(host: Host) -> None:
    made = BytesIO()
    noise = Image.frombytes("RGB", (500, 400), random.Random(7).randbytes(500 * 400 * 3))
    noise.save(made, "WEBP", lossless=True)
    assert len(made.getvalue()) > remote.HEADER
    host.paths["/p"] = file(made.getvalue(), "image/webp")
    assert ask(host.url("/p")) == Told("image/webp", len(made.getvalue()), 500, 400)


def test_a_host_without_ranges_is_read_no_further(host: Host) -> None:
    data = picture(120, 80, "JPEG") + bytes(900_000)
    host.paths["/p"] = file(data, "image/jpeg", ranges=False)
    given = allowance()
    before = given.bytes
    assert ask(host.url("/p"), allowance=given).length == len(data)
    assert before - given.bytes == remote.HEADER


def test_a_file_is_not_fetched_where_head_tells_all(host: Host) -> None:
    host.paths["/a.pdf"] = file(b"%PDF" * 500, "application/pdf; charset=binary")
    assert ask_file(host.url("/a.pdf")) == Told("application/pdf", 2000)
    assert host.requests == [("HEAD", "/a.pdf")]


def test_a_host_that_knows_no_head_is_asked_with_get(host: Host) -> None:
    known = file(b"%PDF" * 500, "application/pdf")
    host.paths["/a.pdf"] = lambda handler: (
        known(handler) if handler.command == "GET" else saying(501)(handler)
    )
    assert ask_file(host.url("/a.pdf")) == Told("application/pdf", 2000)


def test_a_host_that_names_no_type_is_taken_by_the_address(host: Host) -> None:
    host.paths["/a.mp3"] = file(b"ID3" * 9, "application/octet-stream")
    assert ask_file(host.url("/a.mp3"), expected="audio/mpeg").media_type == "audio/mpeg"


@pytest.mark.parametrize("given", ["text/html", "image/png"])
def test_what_is_not_the_promised_kind_is_refused(host: Host, given: str) -> None:
    host.paths["/a.pdf"] = file(b"<p>Gone</p>", given)
    told = ask_file(host.url("/a.pdf"), expected="application/pdf")
    assert told.fault == f"is {given}, not application/pdf"


def test_a_page_is_no_picture(host: Host) -> None:
    host.paths["/p"] = file(b"<p>Gone</p>", "text/html")
    assert ask(host.url("/p")).fault == "is no picture but text/html"


def test_a_picture_that_can_t_be_read_has_no_size(host: Host) -> None:
    host.paths["/p"] = file(b"\0\0\0 ftypavif", "image/avif")
    assert ask(host.url("/p")) == Told("image/avif", 12)


def test_a_missing_picture_is_asked_once(host: Host) -> None:
    assert ask(host.url("/none")).fault == "answers 404"
    assert host.requests == [("HEAD", "/none")]


def test_three_redirects_are_followed_and_no_fourth(host: Host) -> None:
    host.paths["/p"] = file(picture(9, 9), "image/png")
    for number, there in ((1, "/p"), (2, "/1"), (3, "/2"), (4, "/3")):
        host.paths[f"/{number}"] = moved(there)
    assert ask(host.url("/3")).width == 9
    assert ask(host.url("/4")).fault == "redirects more than 3 times"


@pytest.mark.parametrize(
    "location",
    [
        "ftp://files.example/a",
        "file:///etc/hostname",
        "http://user@files.example/",
        "http://[",
    ],
)
def test_a_redirect_to_anything_else_is_not_followed(host: Host, location: str) -> None:
    host.paths["/p"] = moved(location)
    assert ask(host.url("/p")).fault
    assert host.requests == [("HEAD", "/p")]


def test_a_redirect_to_an_inner_address_is_refused(host: Host) -> None:
    with filehost.running() as inner:
        inner.paths["/p"] = file(picture(9, 9), "image/png")
        host.paths["/p"] = moved(inner.url("/p").replace("127.0.0.1", "127.0.0.2"))
        told = ask(host.url("/p"), refuses=lambda address: address == "127.0.0.2")
        assert told.fault == "127.0.0.2 is an inner address"
        assert inner.requests == []


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1",
        "[::1]",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]",
        "[::ffff:a00:1]",
        "[fe80::1]",
        "[fd00::1]",
        "[ff02::1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::1]",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "localhost",
    ],
)
def test_no_inner_address_is_asked(place: str, monkeypatch) -> None:
    monkeypatch.setattr(outside, "reach", lambda *_: pytest.fail("connected"))
    told = remote.ask(f"http://{place}/p.png", allowance(), picture=True)
    assert told.fault.endswith("is an inner address")


@pytest.mark.parametrize("inner", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1"])
def test_a_name_with_an_inner_address_among_its_own_is_refused(inner: str, monkeypatch) -> None:
    names = ["93.184.215.14", inner]

    def look_up(host, port, **_):
        kinds = [socket.AF_INET6 if ":" in name else socket.AF_INET for name in names]
        return [(kind, 1, 6, "", (name, port)) for kind, name in zip(kinds, names, strict=True)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(outside, "reach", lambda *_: pytest.fail("connected"))
    told = remote.ask("http://pictures.example/p.png", allowance(), picture=True)
    assert told.fault == "pictures.example is an inner address"


def test_the_connection_goes_to_the_address_that_was_judged(host: Host, monkeypatch) -> None:
    host.paths["/p"] = file(picture(9, 9), "image/png")
    answers = iter(["127.0.0.1", "127.0.0.1"])

    def look_up(*_, **__):
        # One look-up for each of the two requests; a third would find nothing left.
        return [(socket.AF_INET, 1, 6, "", (next(answers), host.port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert ask(f"http://pictures.example:{host.port}/p").width == 9


def test_a_host_that_dawdles_is_cut_off(host: Host) -> None:
    ended = threading.Event()
    host.paths["/p"] = lambda _: ended.wait(60)
    told = ask(host.url("/p"), seconds=0.2)
    ended.set()
    assert told == Told(fault="no answer within 0.2 seconds", silent=True)


def test_a_host_that_sends_drop_by_drop_is_cut_off(host: Host) -> None:
    ended = threading.Event()

    def drip(handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "image/png")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        while handler.command == "GET" and not ended.wait(0.01):
            handler.wfile.write(b"\x89")

    host.paths["/p"] = drip
    told = ask(host.url("/p"), seconds=0.3)
    ended.set()
    assert told.fault == "no answer within 0.3 seconds"
