"""Servers that others wrote take our mail as we mean it: Postfix, and its smtp-sink for LMTP."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest

from syndicate.config.mail import Smtp
from syndicate.jobs.transports.relays import RelayTransport
from syndicate.mail.replies import classify
from syndicate.model.errors import TransportError
from tests.conftest import missing
from tests.support import postfix, sink
from tests.support.authority import Certified, certified
from tests.support.outgoing import QUICK, deliver, outgoing, several, transport
from tests.support.postfix import Postfix
from tests.support.smtpd import Smtpd


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return certified(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def server(known: Certified) -> Iterator[Postfix]:
    if why := postfix.why_not():
        missing("postfix", why)
    with postfix.running(tls=known) as started:
        yield started


def through(server: Postfix, **fields) -> RelayTransport:
    return transport(Smtpd(port=server.port), **fields)


def test_mail_arrives_in_a_maildir_as_it_was_sent(server: Postfix) -> None:
    body = "".join(f"{line}\r\n" for line in ("The ferry.", ".", "..", ".dot", "", "sails."))
    before = len(server.arrived(0))
    log = deliver(through(server), [*several(10), outgoing(11, body=body)])
    assert set(log.kinds.values()) == {"accepted"}
    arrived = server.arrived(before + 11)[-11:]
    read = {
        message["Message-ID"]: message
        for message in (email.message_from_bytes(text, policy=policy.default) for text in arrived)
    }
    assert len(read) == 11
    message = read["<11@gazette.example>"]
    assert message["Return-Path"] == "<digest@gazette.example>"
    assert message["Delivered-To"] == "reader11@tide.example"
    assert message.get_content() == body.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("more", "verbs"),
    [
        # What was sent ahead is looked for where most servers look for it.
        # The first piece of all is one octet, and goes ahead.
        ("smtpd_data_restrictions = reject_unauth_pipelining\n", "bdat=11"),
        ("smtpd_discard_ehlo_keywords = chunking\n", "data=10"),
    ],
)
def test_mail_comes_in_one_piece_where_it_offers_to_take_it(more: str, verbs: str) -> None:
    if why := postfix.why_not():
        missing("postfix", why)
    body = "".join(f"{line}\r\n" for line in (".", "..dot", "QUIT", "x" * 900)) * 60
    with postfix.running(more=more) as server:
        log = deliver(through(server), several(10, body=body))
        arrived = server.arrived(10)
        said = server.logged(f" {verbs} ")
    assert set(log.kinds.values()) == {"accepted"}
    assert {text.partition(b"\n\n")[2].decode() for text in arrived} == {body.replace("\r\n", "\n")}
    assert f" {verbs} " in said


def test_its_queue_id_is_kept_with_the_outcome(server: Postfix) -> None:
    log = deliver(through(server), several(1))
    queued = re.search(r"queued as (\w+)", log.outcomes[1].reply.text)
    assert queued is not None
    assert queued[1] in server.logged(queued[1])


@pytest.mark.parametrize(
    ("to", "code", "enhanced", "kind", "suppress"),
    [
        ("unknown@tide.example", 550, "5.1.1", "fail", True),
        ("later@tide.example", 450, "4.2.0", "retry", False),
        ("reader@elsewhere.example", 554, "5.7.1", "hold", False),
    ],
)
def test_its_refusals_mean_what_they_say(
    server: Postfix, to: str, code: int, enhanced: str, kind: str, suppress: bool
) -> None:
    log = deliver(through(server), [outgoing(1, to=to), outgoing(2)])
    reply = log.outcomes[1].reply
    assert (reply.code, reply.enhanced, log.outcomes[1].stage) == (code, enhanced, "rcpt")
    found = classify(log.outcomes[1])
    assert (found.kind, found.suppress) == (kind, suppress)
    assert log.kinds[2] == "accepted"


def test_a_mail_beyond_its_limit_is_refused_before_it_is_sent(server: Postfix) -> None:
    log = deliver(through(server), [outgoing(1, body=("x" * 76 + "\r\n") * 140_000)])
    assert log.outcomes[1].reply.enhanced == "5.3.4"


def test_an_address_outside_ascii_reaches_it(server: Postfix) -> None:
    mail = outgoing(1, to="josé@tide.example", international=True)
    outcome = deliver(through(server), [mail]).outcomes[1]
    # Debian's Postfix offers SMTPUTF8 where it was built with it; else we refuse.
    assert outcome.kind == "accepted" or outcome.reply.enhanced == "5.6.7"


def test_it_takes_mail_under_tls(server: Postfix, known: Certified) -> None:
    secure = through(server, security="starttls", authority=known.authority, host="localhost")
    log = deliver(secure, several(20))
    assert set(log.kinds.values()) == {"accepted"}


def test_it_is_not_believed_with_a_certificate_of_nobodys(server: Postfix) -> None:
    with pytest.raises(TransportError, match="certificate"):
        deliver(through(server, security="starttls", host="localhost"), several(1))


@pytest.mark.parametrize("more", ["", "smtpd_discard_ehlo_keywords = chunking\n"])
def test_a_postfix_that_dies_leaves_at_most_one_mail_in_doubt(more: str) -> None:
    """Every mail is accepted, or known not to be, but for the one on the wire."""
    if why := postfix.why_not():
        missing("postfix", why)
    with postfix.running(more=more) as server:

        def mails():
            for mail in several(200):
                if mail.delivery_id == 50:
                    server.stop()
                yield mail

        log = deliver(transport(Smtpd(port=server.port)), mails())
        sent = {number for number, kind in log.kinds.items() if kind == "accepted"}
        doubtful = {number for number, kind in log.kinds.items() if kind == "in doubt"}
        queued = set(map(int, re.findall(r"message-id=<(\d+)@gazette", server.log.read_text())))
    assert 0 < len(sent) < 200
    assert len(doubtful) <= 1
    assert sent <= queued <= sent | doubtful


@pytest.mark.parametrize("options", [(), ("-p",)], ids=["pipelining", "plain"])
def test_an_lmtp_server_takes_our_mail(tmp_path: Path, options: tuple[str, ...]) -> None:
    if sink.program() is None:
        missing("postfix", "install Debian's package postfix")
    dump, path = tmp_path / "mails", tmp_path / "lmtp"
    with sink.running("-L", *options, "-D", str(dump), path=path):
        lmtp = RelayTransport([Smtp(host=str(path))], lmtp=True, patience=QUICK)
        log = deliver(lmtp, several(20))
    assert set(log.kinds.values()) == {"accepted"}
    found = re.findall(r"(?m)^Message-ID: <(\d+)@gazette.example>", dump.read_text())
    assert found == [str(number) for number in range(1, 21)]
