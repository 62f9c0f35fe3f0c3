"""What operators ask of a delivery, and decide: how it stands, pause, resume, cancel, retry."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from syndicate.config.duration import format_duration
from syndicate.config.model import Newsletter
from syndicate.jobs import names
from syndicate.jobs.delivery import recovery
from syndicate.jobs.delivery.desk import WITHDRAWN
from syndicate.jobs.delivery.editions import RESTORED, called, reconciling
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.press import Press
from syndicate.mail import pace
from syndicate.model.delivery import DeliveryState, MailingState
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError
from syndicate.store import (
    claims,
    domains,
    ledger,
    ledger_amends,
    ledger_view,
    mailings,
    runs,
    variants,
)
from syndicate.store.domains import Domain
from syndicate.store.ledger_view import Delivery, Pace, Queue
from syndicate.store.mailings import Mailing

#: The rate is that of the last minutes.
RECENT: Final = timedelta(minutes=5)
#: Among how many runs the last of an edition is looked for: each edition has its own.
_LOOKED_BACK: Final = 50


@dataclass(frozen=True, slots=True)
class Standing:
    """How the delivery of an edition stands.

    ``counts`` is of rows, by state. ``queue`` says which of them can go now and
    which wait. ``rate`` is in mails a minute, ``left`` how long those that can
    go now take at that rate; None where nothing moves. ``due`` is when the next
    goes out. ``at_work`` counts the living processes that have rows of it in hand.
    ``reasons`` are (state, reason, rows). With ``resend`` those ``doubtful`` go
    out again by themselves, as long as they are due ever. ``trouble`` is what
    the last run for it ended with, where that was an error.
    """

    edition: str
    mailing: Mailing | None
    counts: dict[DeliveryState, int]
    queue: Queue
    rate: float
    left: timedelta | None
    due: datetime | None
    at_work: int
    reasons: list[tuple[DeliveryState, str, int]]
    doubtful: list[Delivery]
    resend: bool
    domains: list[Domain]
    trouble: str = ""

    def goes_again(self, doubtful: Delivery) -> bool:
        """Whether a mail in doubt is sent again by itself."""
        closed = self.mailing is not None and self.mailing.state in mailings.CLOSED
        return self.resend and doubtful.due < ledger.NEVER and not closed


@dataclass(frozen=True, slots=True)
class Overview:
    """``editions`` are (name, mailing, rows by state), the latest first."""

    editions: list[tuple[str, Mailing | None, dict[DeliveryState, int]]]
    domains: list[Domain]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A mailing that nothing more is sent of, and what became of its people.

    ``accepted`` got it, ``left`` will not any more, of ``doubtful`` nobody knows,
    and ``under_way`` are in the hands of processes, which finish what is on the
    wire. Before its recipients are ``frozen`` there are none to count, and a
    ``restored`` store may know too little of all of them.
    """

    mailing: Mailing
    frozen: bool
    accepted: int
    left: int
    doubtful: int
    under_way: int
    restored: bool


def status(press: Press, name: str) -> Standing:
    """How an edition's delivery stands; changes nothing, not even after a death."""
    _, edition = called(press, name)
    now, resend = press.clock(), press.config.mail.in_doubt == "resend"
    with press.store.read() as connection:
        counts = ledger.counts(connection, edition.id)
        settled = ledger_view.pace(connection, edition.id, now - RECENT, now=now)
        mailing = mailings.find(connection, edition.id)
        standing = Standing(
            edition=named(edition),
            mailing=mailing,
            counts=counts,
            queue=ledger_view.queue(connection, edition.id, now=now, resend=resend),
            rate=0.0,
            left=None,
            due=ledger.next_due(connection, edition.id, resend=resend),
            at_work=len(
                claims.claimants(connection, edition.id) & recovery.living(press, connection)
            ),
            reasons=ledger_view.reasons(connection, edition.id),
            doubtful=ledger_view.listing(connection, edition.id, "in doubt"),
            resend=resend,
            domains=domains.resting(connection, now=now),
            trouble=_trouble(connection, named(edition)),
        )
    return _with_rate(standing, settled, now)


def _trouble(connection: Connection, name: str) -> str:
    said = (run.summary for run in runs.recent(connection, names.DELIVERY, limit=_LOOKED_BACK))
    return next((str(each.get("error", "")) for each in said if each.get("edition") == name), "")


def overview(press: Press, *, limit: int = 20) -> Overview:
    """How the latest editions stand, and which domains rest."""
    with press.store.read() as connection:
        return Overview(
            editions=[
                (named(edition), mailing, ledger.counts(connection, edition.id))
                for edition, mailing in mailings.latest(connection, limit=limit)
            ],
            domains=domains.resting(connection, now=press.clock()),
        )


def full_name(press: Press, name: str) -> str:
    """The edition that a person means, with its period: ``weekly/2026-W04``."""
    return named(called(press, name)[1])


def pause(press: Press, name: str, *, dry_run: bool = False) -> Mailing:
    """Send nothing more of an edition until somebody resumes it."""
    _, edition = called(press, name)
    with press.store.write(dry_run=dry_run) as connection:
        mailing = mailings.ensure(connection, edition.id, "ready")
        seen: list[MailingState] = ["ready", "sending"]
        _found(connection, edition, seen)
        mailings.move(connection, edition.id, "paused", seen=seen, reason=mailings.OPERATOR)
        return mailings.find(connection, edition.id) or mailing


def resume(press: Press, name: str, *, dry_run: bool = False) -> Mailing:
    """Go on with a paused edition, without the articles that it was paused for."""
    _, edition = called(press, name)
    with press.store.write(dry_run=dry_run) as connection:
        mailing = _found(connection, edition, ["paused"])
        if mailing.reason.startswith(WITHDRAWN):
            shown = variants.shown(connection, edition.id)
            mailings.waive(connection, mailing, variants.withdrawn(connection, shown))
        state: MailingState = "sending" if mailing.started else "ready"
        mailings.move(connection, edition.id, state, seen=["paused"])
        return mailings.find(connection, edition.id) or mailing


def cancel(press: Press, name: str, *, dry_run: bool = False) -> Cancelled:
    """Send nothing more of an edition, ever. What is on the wire goes out."""
    _, edition = called(press, name)
    if not dry_run:
        recovery.recover(press)
    open_states: list[MailingState] = ["awaiting", "held", "ready", "sending", "paused"]
    reason = f"cancelled {mailings.OPERATOR}"
    with press.store.write(dry_run=dry_run) as connection:
        if dry_run:
            recovery.rehearse(press, connection)
        return _shut(press, connection, edition, open_states, reason)


def approve(press: Press, name: str, *, dry_run: bool = False) -> Mailing:
    """Let an edition that waits for approval be sent."""
    newsletter, edition = called(press, name)
    with press.store.write(dry_run=dry_run) as connection:
        _begun(connection, newsletter, edition)
        mailing = _found(connection, edition, ["awaiting"])
        if press.shown - edition.made > newsletter.expires:
            age = format_duration(newsletter.expires)
            raise DeliveryError(
                f"edition {named(edition)}",
                f"it was made more than {age} ago and is not sent any more",
                "raise [[newsletters]] expires if it is to go out all the same",
            )
        now = press.clock()
        mailings.move(connection, edition.id, "ready", seen=["awaiting"], approved=now)
        return mailings.find(connection, edition.id) or mailing


def reject(press: Press, name: str, *, dry_run: bool = False) -> Cancelled:
    """Never send an edition that waits for approval."""
    newsletter, edition = called(press, name)
    with press.store.write(dry_run=dry_run) as connection:
        _begun(connection, newsletter, edition)
        return _shut(press, connection, edition, ["awaiting"], f"rejected {mailings.OPERATOR}")


def retry(press: Press, name: str, *, dry_run: bool = False) -> int:
    """Try all that failed once more, suppressed people excepted; how many rows."""
    newsletter, edition = called(press, name)
    with press.store.write(dry_run=dry_run) as connection:
        _found(connection, edition, ["sending", "paused", "done"])
        now = press.clock()
        expires = now + newsletter.expires
        number = ledger_amends.requeue(connection, edition.id, ["failed"], now=now, expires=expires)
        if number:
            mailings.move(connection, edition.id, "sending", seen=["done"], finished=None)
    return number


def release(
    press: Press, name: str, waived: Collection[str] = (), *, dry_run: bool = False
) -> Mailing:
    """Let a held edition go on: past the gates named, or to be looked at by all of them again."""
    _, edition = called(press, name)
    with press.store.write(dry_run=dry_run) as connection:
        mailing = _found(connection, edition, ["held"])
        if mailing.reason.startswith(RESTORED):
            raise DeliveryError(
                f"edition {named(edition)}",
                RESTORED,
                f"settle it first: {reconciling(edition)}",
            )
        holding = {line.partition(":")[0] for line in mailing.reason.splitlines()}
        if strange := sorted(set(waived) - holding):
            raise DeliveryError(
                f"gate {', '.join(strange)}",
                f"not one of those that hold {named(edition)}",
                f"name one of: {', '.join(sorted(holding))}",
            )
        mailings.waive(connection, mailing, waived)
        mailings.move(connection, edition.id, "ready", seen=["held"])
        return mailings.find(connection, edition.id) or mailing


def release_domain(press: Press, name: str, *, dry_run: bool = False) -> int:
    """Mail a receiving domain again; how many rows were waiting for that."""
    domain = name.strip().lower()
    with press.store.write(dry_run=dry_run) as connection:
        now = press.clock()
        known = domains.known(connection, [domain], lock=True).get(domain)
        if known is None or not pace.resting(known, now=now):
            raise DeliveryError(
                f"domain {domain}",
                "nothing keeps mail from it",
                "see which are held: syndicate mail status",
            )
        domains.write(connection, [pace.released(known)], now=now)
        return ledger_amends.free_domain(connection, domain, now=now)


def release_domains(press: Press, *, dry_run: bool = False) -> dict[str, int]:
    """Mail all held domains again; how many rows were waiting for each."""
    with press.store.write(dry_run=dry_run) as connection:
        now = press.clock()
        held = [each.domain for each in domains.resting(connection, now=now) if each.held]
        known = domains.known(connection, held, lock=True)
        domains.write(connection, [pace.released(each) for each in known.values()], now=now)
        return {name: ledger_amends.free_domain(connection, name, now=now) for name in known}


def _shut(
    press: Press,
    connection: Connection,
    edition: Edition,
    states: Collection[MailingState],
    reason: str,
) -> Cancelled:
    mailing = mailings.ensure(connection, edition.id, "ready")
    _found(connection, edition, states)
    now = press.clock()
    mailings.move(connection, edition.id, "cancelled", seen=states, reason=reason, finished=now)
    left = ledger_amends.close(connection, edition.id, reason, now=now)
    counts = ledger.counts(connection, edition.id)
    return Cancelled(
        mailings.find(connection, edition.id) or mailing,
        frozen=mailing.frozen is not None,
        accepted=counts.get("accepted", 0),
        left=left,
        doubtful=counts.get("in doubt", 0),
        under_way=sum(counts.get(state, 0) for state in ledger.PENDING),
        restored=_is_restored(press, edition, mailing),
    )


def _is_restored(press: Press, edition: Edition, mailing: Mailing) -> bool:
    """Whether more is known to have gone than the store knows; where nothing can be known, yes."""
    try:
        return Epochs(press.config).of(edition) > mailing.epoch
    except DeliveryError:
        return True


def _begun(connection: Connection, newsletter: Newsletter, edition: Edition) -> None:
    mailings.ensure(connection, edition.id, "awaiting" if newsletter.approval else "ready")


def _found(connection: Connection, edition: Edition, states: Collection[MailingState]) -> Mailing:
    mailing = mailings.find(connection, edition.id, lock=True)
    if mailing is None or mailing.state not in states:
        raise DeliveryError(
            f"edition {named(edition)}",
            f"it is {mailing.state}" if mailing else "its delivery has not begun",
            f"this can be done with one that is {_either(states)}",
        )
    return mailing


def _either(states: Collection[MailingState]) -> str:
    *others, last = states
    return f"{', '.join(others)} or {last}" if others else last


def _with_rate(standing: Standing, settled: Pace, now: datetime) -> Standing:
    """The rate since the first of the last minutes, and what it means for what can go now."""
    mailing = standing.mailing
    if mailing is None or settled.first is None or settled.last is None:
        return standing
    until = now if mailing.finished is None else settled.last
    span = max(until - settled.first, timedelta(seconds=1))
    rate = settled.mails / (span / timedelta(minutes=1))
    ready = standing.queue.ready
    return replace(standing, rate=rate, left=timedelta(minutes=ready / rate) if ready else None)
