"""Before an edition goes out: what a delivery would do, and one mail of it for a look."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from syndicate.audience import address as addresses
from syndicate.config.model import Newsletter
from syndicate.jobs.delivery import editions
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.delivery.parts import Composer, Parts, usual
from syndicate.jobs.delivery.targets import chosen, waiting
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.jobs.transports.single import send_one
from syndicate.mail.composer import Recipient
from syndicate.model.delivery import MailingState, Outcome
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError, SyndicateError
from syndicate.store import ledger, mailings, recipients
from syndicate.store.mailings import Mailing


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a delivery would do: how many might get an edition, and how many of them would.

    ``state`` is the one that the delivery would bring it to before its first mail, and
    ``reason`` why it would stay there; ``before`` is the one that it has. ``error`` is what
    the delivery would fail with.
    """

    edition: str
    state: MailingState
    candidates: int
    left_out: int
    due: int
    before: MailingState
    reason: str = ""
    error: str = ""

    @property
    def is_stuck(self) -> bool:
        """Whether somebody has to mend something first."""
        return bool(self.error) or mailings.is_stuck(self.state, self.reason)


def prospect(
    press: Press, target: str = "", *, limit: int | None = None, parts: Parts | None = None
) -> list[Prospect]:
    """What :func:`~syndicate.jobs.delivery.deliver.deliver` would do. Changes nothing.

    ``limit`` is how many mails at most. The gates are asked as a delivery asks them, of
    mails that are composed and thrown away.
    """
    going = chosen(press, target)
    for edition, _ in waiting(press, target):
        newsletter = press.config.newsletter(edition.newsletter)
        if newsletter is not None and edition not in [each for _, each in going]:
            going.append((newsletter, edition))
    epochs, parts = Epochs(press.config), parts or usual()
    found: list[Prospect] = []
    for newsletter, edition in going:
        each = _foreseen(press, newsletter, edition, parts, known=epochs.of(edition))
        if limit is not None:
            left = limit - sum(before.due for before in found)
            each = replace(each, due=min(each.due, left))
        found.append(each)
    return found


def _foreseen(
    press: Press, newsletter: Newsletter, edition: Edition, parts: Parts, *, known: int
) -> Prospect:
    with press.store.read() as connection:
        mailing = mailings.find(connection, edition.id)
        people = _people(press, connection, newsletter, edition, mailing, parts)
    state = editions.would_be(newsletter, edition, mailing, shown=press.shown)
    mailing = mailing or Mailing(edition.id, "awaiting" if newsletter.approval else "ready")
    reason, error = (mailing.reason if mailing.state == state else ""), ""
    if state in ("ready", "sending"):
        # With another suppression key than the store knows nobody is mailed at all.
        secrets_of(press)
    if state == "ready" and mailing.frozen is None and not people.due:
        state, reason = "empty", "no recipients"
    elif state in ("ready", "sending") and mailing.epoch < known:
        state, reason = "held", editions.restored(edition)
    elif state == "ready":
        try:
            with press.store.read() as connection:
                composers = people.composers(connection)
            found = editions.findings(press, edition, parts, composers, waived=mailing.waived)
            state, reason = ("held", found) if found else (state, reason)
        except SyndicateError as failed:
            error = str(failed)
    goes = state in ("ready", "sending") and not error
    return Prospect(
        named(edition),
        state,
        people.candidates,
        people.left_out,
        people.due if goes else 0,
        mailing.state,
        reason,
        error,
    )


@dataclass(frozen=True, slots=True)
class _People:
    """Whom an edition is for, and what makes the composers of their mails."""

    candidates: int
    left_out: int
    due: int
    composers: Callable[[Connection], Mapping[int, Composer]]


def _people(
    press: Press,
    connection: Connection,
    newsletter: Newsletter,
    edition: Edition,
    mailing: Mailing | None,
    parts: Parts,
) -> _People:
    """As the ledger has them; as freezing would find them, where it has not come to that."""
    if mailing is not None and mailing.frozen is not None:
        rows = ledger.counts(connection, edition.id)
        due = sum(rows.get(state, 0) for state in ledger.PENDING)
        return _People(
            mailing.candidates,
            rows.get("excluded", 0),
            due,
            lambda reading: parts.composers(press, reading, edition),
        )
    offered: dict[str, Any] = {
        "cadences": [schedule.cadence for schedule in newsletter.schedules],
        "languages": newsletter.tongues,
    }
    whose = (connection, newsletter.name, edition.period.cadence)
    pairs = recipients.pairs(*whose, **offered)
    variants, foreseen = parts.foreseen(press, connection, edition, pairs)
    candidates = due = 0
    for each in recipients.recipients(*whose, **offered):
        candidates += 1
        due += not each.suppressed and variants.get((each.choice_id, each.language)) is not None
    return _People(candidates, candidates - due, due, foreseen)


def send_test(press: Press, target: str, address: str, *, parts: Parts | None = None) -> Outcome:
    """Send one mail of an edition to somebody, beside the ledger: its links open nothing."""
    parts = parts or usual()
    newsletter, edition = editions.called(press, target)
    given = addresses.parse(address)
    secrets_of(press)
    pair = (None, newsletter.language)
    # Undone at its end: what is left out after a look must not stand before the gates.
    with press.store.write(dry_run=True) as connection:
        variant = parts.plan(press, connection, edition, [pair])[pair]
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
    transport = parts.transport(press.config, folder=editions.folder_of(edition))
    return send_one(transport, mail, stopping=press.stopping)
