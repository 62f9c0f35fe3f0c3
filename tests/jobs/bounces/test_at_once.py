"""Reports that come back before the delivery has written down what it has sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from syndicate.jobs.bounces.calls import take_call
from syndicate.jobs.bounces.collect import take_mail
from syndicate.jobs.bounces.incoming import Incoming
from syndicate.jobs.bounces.taking import Taken, reads_of
from syndicate.jobs.delivery.deliver import deliver
from syndicate.jobs.press import Press
from syndicate.model.subscriber import EVERY
from syndicate.store import suppressions
from tests.support import reports, smtpd, webhooks
from tests.support.mailing import edition, newsroom, readers, states
from tests.support.reports import FORMS, Form, Wire
from tests.support.smtpd import Act, Moment


def reason(press: Press, address: str) -> list[tuple[str, str]]:
    with press.store.read() as connection:
        found = suppressions.of(connection, press.secrets.fingerprint(address))
    return [(each.newsletter, each.reason) for each in found]


def test_a_mail_that_comes_back_at_once_has_come_back(tmp_path: Path, store_url: str) -> None:
    """A mail server here knows within a moment that a domain is not there."""
    forms = FORMS["hard"]
    effects: list[str] = []
    with smtpd.running() as server:
        more = f'[mail.webhooks]\npostmark = "{webhooks.PASSWORD}"\n'
        room = newsroom(tmp_path, store_url, server.port, connections=1, more=more)
        with room.press() as press:

            def taken(form: Form, wire: Wire) -> Sequence[Taken]:
                if form == "postmark":
                    call = reports.call("hard", wire, 1, now=press.clock())
                    return take_call(press, "postmark", call)
                data = reports.mail("hard", form, wire, len(effects))
                return take_mail(press, Incoming("pipe", data), reads_of(press))

            def bounce(moment: Moment) -> Act | None:
                if moment.stage == "mail" and len(effects) < len(server.accepted) <= len(forms):
                    mail = server.accepted[-1]
                    wire = Wire(mail.sender, mail.recipient, mail.message_id)
                    effects.extend(each.effect for each in taken(forms[len(effects)], wire))
                return None

            everybody = readers(press, 6)
            edition(press)
            server.orders.append(bounce)
            deliver(press)
            assert effects == ["suppressed"] * len(forms)
            assert states(press) == {"accepted": len(everybody)}
            for name in server.recipients[: len(forms)]:
                assert reason(press, name) == [(EVERY, "bounced")]
