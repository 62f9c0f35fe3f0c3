"""Who a digest is from: an address as servers read it, whatever alphabet it is written in."""

from __future__ import annotations

import email
import email.policy

from syndicate.jobs.delivery.deliver import deliver_due
from tests.support.mailing import Newsroom, edition, readers, states
from tests.support.smtpd import Smtpd


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
