"""What operators decide of a delivery: pause, resume, cancel, approve, retry, release."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from syndicate.config.duration import format_duration
from syndicate.config.model import Newsletter
from syndicate.jobs.delivery import recovery
from syndicate.jobs.delivery.desk import WITHDRAWN
from syndicate.jobs.delivery.editions import RESTORED, called, is_old, reconciling
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.delivery.freeze import lease_of
from syndicate.jobs.press import Press
from syndicate.jobs.process import is_alive, this_process
from syndicate.mail import pace
from syndicate.model.delivery import MailingState
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError
from syndicate.store import domains, leases, ledger, ledger_amends, mailings, variants
from syndicate.store.domains import Domain
from syndicate.store.mailings import Mailing


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


@dataclass(frozen=True, slots=True)
class Released:
    """What the release of a domain meant: ``freed`` mails go out with the next delivery.

    ``later`` wait all the same, each for a time that its server was given: the first
    until ``first``.
    """

    freed: int
    later: int
    first: datetime | None


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
        _thaw(press, connection, mailing)
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
        if is_old(newsletter, edition, press.shown):
            age = format_duration(newsletter.expires)
            raise DeliveryError(
                f"edition {named(edition)}",
                f"it was due more than {age} ago and is not sent any more",
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
        number = ledger_amends.requeue(
            connection,
            edition.id,
            ["failed"],
            now=now,
            expires=now + newsletter.expires,
            newsletter=newsletter.name,
        )
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
        _thaw(press, connection, mailing)
        return mailings.find(connection, edition.id) or mailing


def release_domain(press: Press, name: str, *, dry_run: bool = False) -> Released:
    """Mail a receiving domain again."""
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
        return _released(connection, known, now)


def release_domains(press: Press, *, dry_run: bool = False) -> dict[str, Released]:
    """Mail all held domains again."""
    with press.store.write(dry_run=dry_run) as connection:
        now = press.clock()
        held = [each.domain for each in domains.resting(connection, now=now) if each.held]
        known = domains.known(connection, held, lock=True)
        return {name: _released(connection, each, now) for name, each in known.items()}


def _released(connection: Connection, domain: Domain, now: datetime) -> Released:
    domains.write(connection, [pace.released(domain)], now=now)
    freed = ledger_amends.free_domain(connection, domain.domain, now=now)
    return Released(freed, *ledger_amends.put_off(connection, domain.domain, now=now))


def _thaw(press: Press, connection: Connection, mailing: Mailing) -> None:
    """Fix the recipients of an edition anew before its first mail: it may be edited until then.

    Raises :class:`~syndicate.model.errors.LeaseHeldError` while a process is fixing them.
    """
    if mailing.started is not None:
        return
    kind, holder = lease_of(mailing.edition_id), this_process()
    leases.take(connection, kind, holder, now=press.clock(), is_alive=is_alive)
    if ledger_amends.thaw(connection, mailing.edition_id):
        none: dict[str, Any] = {"frozen": None, "candidates": 0, "recipients": 0}
        mailings.note(connection, mailing.edition_id, **none)
    leases.release(connection, kind, holder)


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
