"""A real mail server's reports: mails that it took and could not deliver come back to us."""

from __future__ import annotations

import smtplib

from sqlalchemy import select

from syndicate.jobs.bounces.collect import collect_from
from syndicate.jobs.press import Press
from syndicate.jobs.variants import verp_of
from syndicate.store.schema import deliveries
from tests.conftest import missing
from tests.support import postfix, smtpd
from tests.support.mailed import mailed, reader

# What the servers of three domains say to each mail for them.
_REFUSALS = {
    "gone": "550 5.1.1 no such user here",
    "full": "552 5.2.2 mailbox full",
    "policy": "550 5.7.1 not from you",
}


def test_what_postfix_sends_back_finds_its_reader(press: Press) -> None:
    if why := postfix.why_not():
        missing("postfix", why)
    verp = verp_of(press)
    people = [reader(press, f"ida@{name}.example") for name in _REFUSALS]
    orders = [
        smtpd.at("rcpt", smtpd.Say(said), recipient=who.address)
        for who, said in zip(people, _REFUSALS.values(), strict=True)
    ]
    with (
        smtpd.running(*orders) as theirs,
        postfix.running("gazette.example", more=relaying_to(theirs.port)) as server,
    ):
        with smtplib.SMTP("127.0.0.1", server.port) as client:
            for who in people:
                number = mailed(press, who, press.clock())
                client.sendmail(verp.sender(number), [who.address], letter(press, number))
        assert len(server.arrived(3)) == 3
        found = collect_from(press, server.maildir)
        left = list((server.maildir / "new").iterdir())
    effects = {each.domain: (each.kind, each.effect, each.status) for each in found.taken}
    assert effects == {
        "gone.example": ("hard", "suppressed", "5.1.1"),
        "full.example": ("soft", "counted", "5.2.2"),
        "policy.example": ("ours", "held", "5.7.1"),
    }
    assert {each.found_by for each in found.taken} == {"verp"}
    assert left == []


def relaying_to(port: int) -> str:
    domains = " ".join(f"{name}.example" for name in _REFUSALS)
    return f"relay_domains = {domains}\nrelay_transport = smtp:[127.0.0.1]:{port}\n"


def letter(press: Press, number: int) -> str:
    """A mail as it would go out, as far as a report repeats it."""
    with press.store.read() as connection:
        named = connection.execute(
            select(deliveries.c.message_id).where(deliveries.c.id == number)
        ).scalar_one()
    return f"From: digest@gazette.example\r\nMessage-ID: {named}\r\nSubject: x\r\n\r\nNews.\r\n"
