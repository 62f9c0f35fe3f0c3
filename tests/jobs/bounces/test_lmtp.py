"""The server that mail servers hand reports to (RFC 2033)."""

from __future__ import annotations

import asyncio
import smtplib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from syndicate.jobs.bounces.lmtp import Answer, Lmtp, Takes
from syndicate.mail.bounces.message import LIMIT


class Taking:
    """Notes what it is given; says ``answer`` to everything."""

    def __init__(self, answer: Answer = "taken") -> None:
        self.answer: Answer = answer
        self.mails: list[tuple[bytes, tuple[str, ...]]] = []

    def __call__(self, data: bytes, recipients: tuple[str, ...]) -> Answer:
        self.mails.append((data, recipients))
        return self.answer


@contextmanager
def serving(taking: Takes, **settings: int) -> Iterator[int]:
    """The server in a thread of its own; its port."""
    loop = asyncio.new_event_loop()
    server = Lmtp(taking, **settings)
    _, port = loop.run_until_complete(server.start("127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield port
    finally:
        asyncio.run_coroutine_threadsafe(server.stop(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


def said(port: int, *lines: bytes) -> list[str]:
    """What comes back to all of it sent at once, as pipelining does."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as wire:
        wire.sendall(b"".join(lines))
        with wire.makefile("rb") as answers:
            return [line.decode().rstrip() for line in answers]


OPENING = (b"LHLO mx.example\r\n", b"MAIL FROM:<>\r\n", b"RCPT TO:<bounce+t@a.example>\r\n")


def test_a_mail_server_s_client_can_hand_over_a_report() -> None:
    taking = Taking()
    with serving(taking) as port, smtplib.LMTP("127.0.0.1", port) as client:
        client.sendmail("", ["bounce+t@a.example"], "From: x\r\n\r\n.dots\r\n")
    ((data, recipients),) = taking.mails
    assert data == b"From: x\r\n\r\n.dots\r\n"
    assert recipients == ("bounce+t@a.example",)


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("taken", "250 2.0.0 taken"),
        ("no report", "550 5.6.0 this address takes reports of bounces and complaints only"),
        ("later", "451 4.3.0 the store is away; keep it and try again"),
    ],
)
def test_each_recipient_gets_the_answer(answer: Answer, reply: str) -> None:
    second = b"RCPT TO:<c@a.example>\r\n"
    with serving(Taking(answer)) as port:
        found = said(port, *OPENING, second, b"DATA\r\n", b"x\r\n.\r\n", b"QUIT\r\n")
    assert found[-3:] == [reply, reply, "221 2.0.0 bye"]


def test_whatever_ails_it_the_mail_server_is_to_keep_the_report(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def takes(*_: object) -> Answer:
        raise RuntimeError("no more threads")

    with serving(takes) as port:
        found = said(port, *OPENING, b"DATA\r\n", b"x\r\n.\r\n", b"QUIT\r\n")
    assert found[-2:] == [
        "451 4.3.0 the store is away; keep it and try again",
        "221 2.0.0 bye",
    ]
    assert "a report can't be taken: RuntimeError: no more threads" in caplog.text


def test_the_greeting_offers_what_rfc_2033_requires() -> None:
    with serving(Taking()) as port:
        found = said(port, b"LHLO mx.example\r\nQUIT\r\n")
    assert found[0].startswith("220 ")
    assert {"250-PIPELINING", "250-ENHANCEDSTATUSCODES"} <= set(found)


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        (b"EHLO mx.example", "500 5.5.1"),
        (b"MAIL FROM:<a@b.example>", "503 5.5.1"),
        (b"MAIL a@b.example", "501 5.5.4"),
        (b"RCPT TO:<a@b.example>", "503 5.5.1"),
        (b"RCPT TO:<>", "501 5.5.4"),
        (b"DATA", "503 5.5.1"),
        (b"STARTTLS", "502 5.5.1"),
        (b"VRFY a", "252 2.5.0"),
        (b"NOOP", "250 2.0.0"),
        (b"RSET", "250 2.0.0"),
    ],
)
def test_commands_out_of_place_are_answered(line: bytes, reply: str) -> None:
    with serving(Taking()) as port:
        assert said(port, line + b"\r\nQUIT\r\n")[1].startswith(reply)


def test_a_dot_after_a_bare_line_feed_ends_no_mail() -> None:
    taking = Taking()
    smuggled = b"x\n.\nMAIL FROM:<>\r\n.\n\n.\r\n" + b"y" * 5000 + b".\r\n..\r\n.\r\n"
    with serving(taking) as port:
        said(port, *OPENING, b"DATA\r\n", smuggled, b"QUIT\r\n")
    ((data, _),) = taking.mails
    assert data == b"x\n.\nMAIL FROM:<>\r\n\n\n.\r\n" + b"y" * 5000 + b".\r\n.\r\n"


def test_of_a_long_mail_only_the_beginning_is_kept() -> None:
    taking = Taking()
    with serving(taking) as port:
        found = said(port, *OPENING, b"DATA\r\n", b"x" * 998 * 600 + b"\r\n.\r\n", b"QUIT\r\n")
    assert found[-2] == "250 2.0.0 taken"
    assert len(taking.mails[0][0]) == LIMIT


def test_a_mail_beyond_all_measure_is_refused() -> None:
    taking = Taking()
    with serving(taking, largest=1000) as port:
        found = said(port, *OPENING, b"DATA\r\n", b"x\r\n" * 500 + b".\r\n", b"QUIT\r\n")
    assert (found[-2], taking.mails) == ("552 5.3.4 too large for a report", [])


def test_a_line_without_end_is_cut_off() -> None:
    with serving(Taking()) as port:
        assert said(port, b"x" * 10_000)[-1] == "500 5.5.2 line too long"


def test_a_client_that_hangs_up_in_the_middle_is_no_report() -> None:
    taking = Taking()
    with serving(taking) as port:
        with socket.create_connection(("127.0.0.1", port)) as wire:
            wire.sendall(b"".join(OPENING) + b"DATA\r\nhalf")
        said(port, b"QUIT\r\n")
    assert taking.mails == []
