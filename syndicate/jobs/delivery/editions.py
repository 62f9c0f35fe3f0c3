"""Which editions are to be delivered, and what stands before the first mail of each.

An edition is young enough, approved where that is asked for, its recipients are
frozen, its mails pass the gates, and the store is not older than what is known
to have been sent. Whatever fails leaves a state and a reason, and no mail.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from syndicate.config.duration import format_duration
from syndicate.config.model import Newsletter
from syndicate.digests import period as periods
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.delivery.freeze import freeze
from syndicate.jobs.delivery.parts import Composer, Parts
from syndicate.jobs.edition import due_of, newsletter_of, period_of, schedule_of, way_to
from syndicate.jobs.press import Press
from syndicate.model.delivery import MailingState
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError, UsageError
from syndicate.store import editions, ledger, ledger_amends, mailings
from syndicate.store.mailings import Mailing

#: Why an edition is held that a restored store knows too little of.
RESTORED: Final = "this store is older than the last of its mails"


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition whose mailing stands where it can by itself; ``composers`` if it is sent."""

    newsletter: Newsletter
    edition: Edition
    mailing: Mailing
    composers: dict[int, Composer] | None = None


def folder_of(edition: Edition) -> str:
    """Where in the outbox an edition's mails go that stay here."""
    return f"{edition.newsletter}-{edition.period.label}"


def reconciling(edition: Edition) -> str:
    """The command that settles what nobody knows of an edition."""
    return f"syndicate mail reconcile {named(edition)} --log FILE"


def called(press: Press, name: str) -> tuple[Newsletter, Edition]:
    """The edition that a person means: ``weekly/2026-W04``, or ``weekly`` for the latest.

    Raises :class:`~syndicate.model.errors.UsageError` or :class:`DeliveryError`.
    """
    letter, _, label = name.partition("/")
    newsletter = newsletter_of(press, letter)
    with press.store.read() as connection:
        if label:
            found = editions.called(connection, newsletter.name, label)
        else:
            made = editions.listing(connection, newsletter.name)
            found = next((each for each in made if each.state == "open"), None)
    if found is not None and found.state == "open":
        return newsletter, found
    thing = f"edition {name}"
    if found is not None:
        raise DeliveryError(thing, "closed as empty")
    raise DeliveryError(thing, *_missing(press, newsletter, label))


def _missing(press: Press, newsletter: Newsletter, label: str) -> tuple[str, str]:
    """Why an edition is not there, and what makes it. Raises where there can't be one."""
    cause = "not made yet"
    if not label:
        return cause, f"make it first: syndicate digest make {newsletter.name}"
    period = periods.labelled(label, newsletter.zone)
    if period is None:
        like = period_of(press, newsletter, None).label
        raise UsageError(
            f"edition {newsletter.name}/{label}",
            "no period is called so",
            f"write one such as {newsletter.name}/{like}",
        )
    # Raises where the newsletter has none of that cadence.
    schedule = schedule_of(newsletter, period.cadence)
    if period.end > press.shown:
        end = period.end.astimezone(newsletter.zone)
        return "its period is not over yet", f"it can be made from {end:%Y-%m-%d %H:%M} on"
    way = f"make it first: syndicate digest make {way_to(press, newsletter, period)}"
    if press.shown - periods.due_at(period, schedule) > newsletter.expires:
        age = format_duration(newsletter.expires)
        way += f"; it is mailed only if [[newsletters]] expires is more than {age}"
    return cause, way


def restored(edition: Edition) -> str:
    """Why an edition is held whose mailing is behind what is known of it, and the way out."""
    return f"{RESTORED}; settle it by a mail server's log: {reconciling(edition)}"


def findings(
    press: Press,
    edition: Edition,
    parts: Parts,
    composers: Mapping[int, Composer],
    *,
    waived: Collection[str],
) -> str:
    """What the gates say that nobody has let pass: a line each. Empty where all is well."""
    found = parts.gates(press, edition, composers)
    return "\n".join(each for each in found if each.partition(":")[0] not in waived)


def waiting(press: Press, newsletter: str | None = None) -> list[tuple[Newsletter, Edition]]:
    """The editions that a delivery has something to do for now, the oldest first."""
    now, resend = press.clock(), press.config.mail.in_doubt == "resend"
    found: list[tuple[Newsletter, Edition]] = []
    with press.store.read() as connection:
        for edition, mailing in mailings.open_editions(connection, newsletter):
            letter = press.config.newsletter(edition.newsletter)
            if letter is None:
                continue
            if mailing is not None and mailing.state == "sending":
                due = ledger.next_due(connection, edition.id, resend=resend)
                pending = ledger.has_pending(connection, edition.id, resend=resend)
                if pending and (due is None or due > now):
                    continue
            elif not moves(letter, edition, mailing, shown=press.shown):
                continue
            found.append((letter, edition))
    return found


def prepare(
    press: Press, newsletter: Newsletter, edition: Edition, parts: Parts, epochs: Epochs
) -> Prepared:
    """Bring an edition's mailing as far as it comes before its mails go out."""
    # Read before the store is: another process may move both on at any time.
    known = epochs.of(edition)
    mailing = _admitted(press, newsletter, edition)
    if mailing.state == "ready" and mailing.frozen is None:
        mailing = freeze(press, newsletter, edition, parts)
    if mailing.state in ("ready", "sending") and mailing.epoch < known:
        mailing = _moved(press, mailing, "held", restored(edition))
    if mailing.state not in ("ready", "sending"):
        return Prepared(newsletter, edition, mailing)
    with press.store.read() as connection:
        composers = parts.composers(press, connection, edition)
    if mailing.state == "ready":
        if found := findings(press, edition, parts, composers, waived=mailing.waived):
            mailing = _moved(press, mailing, "held", found)
        else:
            mailing = _moved(press, mailing, "sending", "", started=press.clock())
    if mailing.state != "sending":
        return Prepared(newsletter, edition, mailing)
    return Prepared(newsletter, edition, mailing, dict(composers))


def _admitted(press: Press, newsletter: Newsletter, edition: Edition) -> Mailing:
    """The mailing, where age and approval put it."""
    with press.store.write() as connection:
        mailing = mailings.ensure(
            connection, edition.id, "awaiting" if newsletter.approval else "ready"
        )
        state = _state(newsletter, edition, mailing, press.shown)
        if state == mailing.state:
            return mailing
        now = press.clock()
        age = format_duration(newsletter.expires)
        reason = {
            "lapsed": "nobody approved it in time",
            "expired": f"due more than {age} before its delivery could begin",
        }.get(state, "")
        finished = now if state in mailings.CLOSED else None
        mailings.move(
            connection, edition.id, state, seen=[mailing.state], reason=reason, finished=finished
        )
        if finished is not None:
            ledger_amends.close(connection, edition.id, reason, now=now)
        return mailings.find(connection, edition.id) or mailing


def _state(
    newsletter: Newsletter, edition: Edition, mailing: Mailing, shown: datetime
) -> MailingState:
    if mailing.frozen is not None or mailing.state not in ("awaiting", "ready"):
        return mailing.state
    old = is_old(newsletter, edition, shown)
    if newsletter.approval and mailing.approved is None:
        return "lapsed" if old else "awaiting"
    return "expired" if old else "ready"


def is_old(newsletter: Newsletter, edition: Edition, shown: datetime) -> bool:
    """Whether an edition has been due for too long for its delivery to begin at ``shown``."""
    return shown - due_of(newsletter, edition) > newsletter.expires


def would_be(
    newsletter: Newsletter, edition: Edition, mailing: Mailing | None, *, shown: datetime
) -> MailingState:
    """The state that a delivery would find an edition in, before it looks at its mails."""
    if mailing is None:
        mailing = Mailing(edition.id, "awaiting" if newsletter.approval else "ready")
    return _state(newsletter, edition, mailing, shown)


def moves(
    newsletter: Newsletter, edition: Edition, mailing: Mailing | None, *, shown: datetime
) -> bool:
    """Whether a mailing that is not being sent has somewhere to go by itself."""
    if mailing is None or mailing.state == "ready":
        return True
    return _state(newsletter, edition, mailing, shown) != mailing.state


def _moved(
    press: Press, mailing: Mailing, state: MailingState, reason: str, **more: object
) -> Mailing:
    """Move a mailing on, unless somebody has moved it, or taken its recipients back, meanwhile."""
    with press.store.write() as connection:
        current = mailings.find(connection, mailing.edition_id, lock=True)
        if current is not None and current.frozen == mailing.frozen:
            mailings.move(
                connection, mailing.edition_id, state, seen=[mailing.state], reason=reason, **more
            )
        return mailings.find(connection, mailing.edition_id) or mailing
