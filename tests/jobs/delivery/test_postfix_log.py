"""What Postfix writes in its log of mails that never ended: they are not taken for accepted."""

from __future__ import annotations

import socket

import pytest

from syndicate.mail.maillog import read
from tests.conftest import missing
from tests.support import postfix


@pytest.mark.parametrize("verb", ["data", "bdat"])
def test_a_mail_that_broke_off_is_not_accepted_by_its_log(verb: str) -> None:
    if why := postfix.why_not():
        missing("postfix", why)
    whole, half = (f"<2026-W04.{name}@gazette.example>" for name in ("whole", "half"))
    body = "The ferry sails.\r\n" * 3_000
    with postfix.running() as started:
        for name in (whole, half):
            data = f"Message-ID: {name}\r\n\r\n{body}".encode()
            _hand_over(started.port, data, verb, to=len(data) if name == whole else 30_000)
        assert len(started.arrived(1)) == 1
        log = started.logged(f"lost connection after {verb.upper()}")
    assert half in log
    assert {each.message_id for each in read(log.splitlines(), label="2026-W04")} == {whole}


def _hand_over(port: int, data: bytes, verb: str, *, to: int) -> None:
    """Send a mail up to this octet, and go."""
    with socket.create_connection(("127.0.0.1", port)) as server:
        replies = server.makefile("rb")

        def say(words: bytes) -> None:
            server.sendall(words)
            while replies.readline()[3:4] == b"-":
                pass

        say(b"")
        say(b"EHLO gazette.example\r\n")
        say(b"MAIL FROM:<digest@gazette.example>\r\n")
        say(b"RCPT TO:<nell@tide.example>\r\n")
        if verb == "data":
            say(b"DATA\r\n")
        else:
            server.sendall(b"BDAT %d LAST\r\n" % len(data))
        server.sendall(data[:to])
        if to == len(data):
            say(b".\r\n" if verb == "data" else b"")
