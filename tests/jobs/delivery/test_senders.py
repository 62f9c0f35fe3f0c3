"""Who a digest is from: an address as servers read it, whatever alphabet it is written in."""

from __future__ import annotations

import email
import email.policy
from email.utils import parsedate_to_datetime
from pathlib import Path

from syndicate.jobs.delivery.deliver import deliver_due
from tests.support import smtpd
from tests.support.articles import at
from tests.support.mailing import Newsroom, edition, mailing, newsroom, readers, states
from tests.support.smtpd import Smtpd

LATE = "late@quayside.example"


def test_a_domain_outside_ascii_goes_out_in_its_form_for_servers(
    room: Newsroom, server: Smtpd
) -> None:
    sender = "mail.sender=Die Woche <digest@märz.example>"
    signed, hello = "mail.dkim.domain=märz.example", "mail.smtp.hello=märz.example"
    with room.press(sender, signed, hello) as press:
        readers(press, 1)
        edition(press)
        report = deliver_due(press)
        assert report.errors == ()
        assert states(press) == {"accepted": 1}
    assert server.commands[0] == "EHLO xn--mrz-qla.example"
    (mail,) = server.accepted
    message = email.message_from_bytes(mail.data, policy=email.policy.default)
    assert message["From"] == "Die Woche <digest@xn--mrz-qla.example>"
    assert message["Message-ID"].endswith("@xn--mrz-qla.example>")
    assert "d=xn--mrz-qla.example;" in message["DKIM-Signature"]


def test_a_mail_for_a_readers_hour_is_dated_then_and_so_at_each_try(
    store_url: str, tmp_path: Path
) -> None:
    busy = smtpd.at("dot", smtpd.Say("451 4.3.0 Busy"), recipient=LATE, times=[1])
    with smtpd.running(busy) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            readers(press, ["soon@harbour.example"])
            readers(press, [LATE], hour=18)
            edition(press)
            deliver_due(press)
            frozen = mailing(press).frozen
            room.later(hours=17, minutes=3)
            deliver_due(press)
            room.later(hours=1)
            deliver_due(press)
            assert states(press) == {"accepted": 2}
        dated = {mail.recipient: parsedate_to_datetime(date(mail.data)) for mail in server.accepted}
    assert frozen is not None
    assert dated == {"soon@harbour.example": frozen, LATE: at("2026-01-26T18:00")}


def date(data: bytes) -> str:
    return str(email.message_from_bytes(data, policy=email.policy.default)["Date"])
