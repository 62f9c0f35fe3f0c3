"""Before an edition goes out: what a delivery would do, and one mail of it for a look."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from syndicate.audience import address as addresses
from syndicate.jobs.delivery import editions
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.delivery.parts import Parts, usual
from syndicate.jobs.delivery.targets import chosen, waiting
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.jobs.transports.single import send_one
from syndicate.mail.composer import Recipient
from syndicate.model.delivery import Outcome
from syndicate.model.errors import DeliveryError
from syndicate.store import ledger, mailings, recipients


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a delivery would do: how many might get an edition, and how many of them would.

    Until its recipients are frozen only suppressed people count as left out:
    whose sections have nothing new turns out then.
    """

    edition: str
    state: str
    candidates: int
    left_out: int
    due: int


def prospect(press: Press, target: str = "") -> list[Prospect]:
    """What :func:`~syndicate.jobs.delivery.deliver.deliver` would do. Changes nothing."""
    found, epochs = [], Epochs(press.config)
    going = chosen(press, target)
    for edition, _ in waiting(press, target):
        newsletter = press.config.newsletter(edition.newsletter)
        if newsletter is not None and edition not in [each for _, each in going]:
            going.append((newsletter, edition))
    for newsletter, edition in going:
        cadences = [schedule.cadence for schedule in newsletter.schedules]
        with press.store.read() as connection:
            mailing = mailings.find(connection, edition.id)
            if mailing is not None and mailing.frozen is not None:
                rows = ledger.counts(connection, edition.id)
                left = sum(rows.get(state, 0) for state in ledger.PENDING)
                candidates = mailing.candidates
                out = rows.get("excluded", 0)
            else:
                everybody = recipients.recipients(
                    connection,
                    newsletter.name,
                    edition.period.cadence,
                    cadences=cadences,
                    languages=newsletter.tongues,
                )
                candidates = out = 0
                for each in everybody:
                    candidates += 1
                    out += bool(each.suppressed)
                left = candidates - out
        state = editions.would_be(newsletter, edition, mailing, shown=press.shown)
        if state in ("ready", "sending") and epochs.of(edition) > (mailing.epoch if mailing else 0):
            state = "held"
        goes = state in ("ready", "sending")
        found.append(Prospect(named(edition), state, candidates, out, left if goes else 0))
    return found


def send_test(press: Press, target: str, address: str, *, parts: Parts | None = None) -> Outcome:
    """Send one mail of an edition to somebody, beside the ledger: its links open nothing."""
    parts = parts or usual()
    newsletter, edition = editions.called(press, target)
    given = addresses.parse(address)
    secrets_of(press)
    pair = (None, newsletter.language)
    with press.store.write() as connection:
        variant = parts.plan(press, connection, edition, [pair])[pair]
    with press.store.read() as connection:
        composers = parts.composers(press, connection, edition)
    if variant is None or variant not in composers:
        raise DeliveryError(
            f"edition {named(edition)}",
            "has nothing to show",
            f"see what is in it: syndicate digest show {newsletter.name}",
        )
    domain = press.config.mail.sender_address.rpartition("@")[2]
    mail = composers[variant].compose(
        Recipient(
            delivery_id=1 << 60,
            key="test",
            address=given.given,
            domain=given.domain,
            message_id=f"<test.{secrets.token_hex(16)}@{domain}>",
        )
    )
    return send_one(parts.transport(press.config, folder=editions.folder_of(edition)), mail)
