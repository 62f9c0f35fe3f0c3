"""Deliver: all editions that are due, one of them, or one mail of one for a look."""

from __future__ import annotations

import gc
import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from syndicate.audience import address as addresses
from syndicate.config.model import Newsletter
from syndicate.jobs import loop, names
from syndicate.jobs.audience import returning
from syndicate.jobs.delivery import editions, recovery
from syndicate.jobs.delivery.desk import Desk
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.delivery.parts import Parts, usual
from syndicate.jobs.delivery.recovery import Recovered
from syndicate.jobs.delivery.run import Ended, Limits, Listener, Run, log_of
from syndicate.jobs.delivery.witness import Tally
from syndicate.jobs.press import Press, job
from syndicate.jobs.secrets import secrets_of
from syndicate.jobs.transports.single import send_one
from syndicate.mail.composer import Recipient
from syndicate.model.delivery import DeliveryState, MailingState, Outcome
from syndicate.model.edition import Edition
from syndicate.model.errors import (
    DeliveryError,
    LeaseHeldError,
    StoreError,
    SyndicateError,
)
from syndicate.store import domains, ledger, ledger_view, mailings, recipients, runs
from syndicate.store.domains import Domain
from syndicate.store.mailings import Mailing

#: How often a run that waits for another process looks again, in seconds.
_PAUSE: Final = 0.2


@dataclass(frozen=True, slots=True)
class EditionDelivery:
    """What a delivery did for one edition, and how that stands now.

    ``counts`` is of all rows, by state; ``due`` is when the next goes out, if
    any will by itself; ``unsettled`` are those in doubt that will not. ``waived``
    says that another process is preparing it, and that this one has not waited
    for that.
    """

    edition: str
    state: MailingState
    reason: str = ""
    done: Tally = field(default_factory=Tally)
    counts: dict[DeliveryState, int] = field(default_factory=dict)
    due: datetime | None = None
    unsettled: int = 0
    error: str = ""
    waived: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """``waiting`` are editions that nothing was done for: only a person can let them go on.
    ``held`` are the domains that nothing goes to until an operator releases them.
    ``left_again`` counts departures that a restored store had forgotten."""

    editions: tuple[EditionDelivery, ...] = ()
    waiting: tuple[EditionDelivery, ...] = ()
    recovered: Recovered = field(default_factory=Recovered)
    held: tuple[Domain, ...] = ()
    left_again: int = 0

    @property
    def errors(self) -> tuple[str, ...]:
        return tuple(each.error for each in self.editions if each.error)

    @property
    def stopped(self) -> tuple[EditionDelivery, ...]:
        """Those that stopped by themselves, now or before: somebody has to mend something."""
        each_one = (*self.editions, *self.waiting)
        return tuple(each for each in each_one if mailings.is_stuck(each.state, each.reason))

    @property
    def waits(self) -> bool:
        """Whether anything waits for a person: an edition, a domain, mails in doubt."""
        return bool(self.stopped or self.held or self.unsettled)

    @property
    def unsettled(self) -> tuple[EditionDelivery, ...]:
        """Those with mails in doubt that somebody has to settle."""
        return tuple(each for each in self.editions if each.unsettled)

    def summary(self) -> dict[str, Any]:
        return _summary([each.done for each in self.editions])


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


def _summary(done: Sequence[Tally]) -> dict[str, Any]:
    return {
        "accepted": sum(tally.accepted for tally in done),
        "deferred": sum(tally.deferred for tally in done),
        "failed": sum(tally.failed for tally in done),
        "in_doubt": sum(tally.doubtful for tally in done),
    }


def silent(_: Tally) -> None:
    """Nobody listens."""


def deliver_due(press: Press, *, parts: Parts | None = None) -> DeliveryReport:
    """Send all that is due now of every edition. Nothing due: nothing is recorded."""
    return deliver(press, parts=parts)


def deliver(
    press: Press,
    target: str = "",
    *,
    limit: int | None = None,
    linger: timedelta = timedelta(),
    listen: Listener = silent,
    parts: Parts | None = None,
) -> DeliveryReport:
    """Send what is due: of an edition, of a newsletter, or of all.

    ``limit`` is how many mails at most, ``linger`` how long to wait for those
    not due yet. Several processes may be at it: they share the rows. Raises
    for a target that does not exist; what goes wrong with one edition is in
    the report, and the others have their turn.
    """
    left_again = returning.catch_up(press)
    recovered = recovery.recover(press)
    chosen = _chosen(press, target)
    if chosen:
        # With another suppression key than the store knows nobody is mailed at all.
        secrets_of(press)
    done: list[EditionDelivery] = []
    with _at_rest():
        for newsletter, edition in chosen:
            if press.stopping():
                break
            sent = sum(each.done.tried for each in done)
            limits = Limits(None if limit is None else max(limit - sent, 0), linger)
            one = _One(press, newsletter, edition, parts or usual(), limits, listen)
            done.append(one.deliver())
    with press.store.read() as connection:
        resting = domains.resting(connection, now=press.clock())
    held = tuple(each for each in resting if each.held)
    seen = {each.edition for each in done}
    waiting = tuple(
        EditionDelivery(named(edition), mailing.state, mailing.reason)
        for edition, mailing in _waiting(press, target)
        if named(edition) not in seen
    )
    return DeliveryReport(tuple(done), waiting, recovered, held, left_again)


@contextmanager
def _at_rest() -> Iterator[None]:
    """Spare Python the search of all that was there before: one takes as long as 300 mails."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def prospect(press: Press, target: str = "") -> list[Prospect]:
    """What :func:`deliver` would do. Changes nothing."""
    found, epochs = [], Epochs(press.config)
    chosen = _chosen(press, target)
    for edition, _ in _waiting(press, target):
        newsletter = press.config.newsletter(edition.newsletter)
        if newsletter is not None and edition not in [each for _, each in chosen]:
            chosen.append((newsletter, edition))
    for newsletter, edition in chosen:
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
    return send_one(parts.transport(press.config, folder=folder_of(edition)), mail)


def folder_of(edition: Edition) -> str:
    """Where in the outbox an edition's mails go that stay here."""
    return f"{edition.newsletter}-{edition.period.label}"


def _chosen(press: Press, target: str) -> list[tuple[Newsletter, Edition]]:
    if "/" in target:
        newsletter, edition = editions.called(press, target)
        with press.store.read() as connection:
            mailing = mailings.find(connection, edition.id)
        if mailing is not None and mailing.state in mailings.CLOSED:
            why = mailing.reason.removeprefix(f"{mailing.state} ")
            raise DeliveryError(
                f"edition {target}",
                f"{mailing.state} ({why})" if why else mailing.state,
                f"see how it went: syndicate mail status {target}",
            )
        return [(newsletter, edition)]
    if target:
        editions.called(press, target)
    return editions.waiting(press, target or None)


def _waiting(press: Press, target: str) -> list[tuple[Edition, Mailing]]:
    """The editions of a newsletter, or of all, that a person has to let go on."""
    if "/" in target:
        return []
    with press.store.read() as connection:
        found = mailings.waiting(connection, target or None)
    return [each for each in found if press.config.newsletter(each[0].newsletter)]


@dataclass(frozen=True, slots=True)
class _One:
    """The delivery of one edition by this process, known by a token of its own."""

    press: Press
    newsletter: Newsletter
    edition: Edition
    parts: Parts
    limits: Limits
    listen: Listener
    token: str = field(default_factory=lambda: secrets.token_hex(8))

    def deliver(self) -> EditionDelivery:
        """Do it, record it as a run, and say how it went; a failure is in the report."""
        tally, error, waived = Tally(), "", ""
        try:
            with job(self.press, names.DELIVERY, lease=f"{recovery.LEASE}{self.token}") as running:
                try:
                    ended = self._send()
                    tally, error = ended.tally, str(ended.error or "")
                except LeaseHeldError as held:
                    waived = str(held)
                except SyndicateError as failed:
                    error = str(failed)
                outcome: runs.Outcome = "partly" if tally.tried else "failed"
                said = {"edition": named(self.edition), **({"error": error} if error else {})}
                running.note(outcome if error else "ok", {**_summary([tally]), **said})
        except StoreError as failed:
            # Not even the run could be recorded.
            error = error or str(failed)
        return self._report(tally, error, waived)

    def _send(self) -> Ended:
        epochs = Epochs(self.press.config)
        ready = self._prepared(epochs)
        if ready.composers is None:
            return Ended(Tally())
        desk = Desk(self.press, self.newsletter, self.edition, self.token, epochs)
        transport = self.parts.transport(self.press.config, folder=folder_of(self.edition))
        log = log_of(self.press, self.token)
        try:
            run = Run(
                desk,
                log,
                ready.composers,
                transport,
                limits=self.limits,
                listen=self.listen,
                tally=self._to_do(),
            )
            ended = loop.run(run.run())
        finally:
            log.close()
        desk.finish()
        with self.press.store.write() as connection:
            recovery.close_over(connection, self.edition.id, now=self.press.clock())
        return ended

    def _prepared(self, epochs: Epochs) -> editions.Prepared:
        """The edition, ready to go; who may linger waits for a process that is fixing who gets it.

        Else of two that begin at once the second would leave all to the first.
        """
        while True:
            try:
                return editions.prepare(
                    self.press, self.newsletter, self.edition, self.parts, epochs
                )
            except LeaseHeldError:
                if not self.limits.linger or self.press.stopping():
                    raise
                time.sleep(_PAUSE)

    def _to_do(self) -> Tally:
        """Nothing done yet of what can go now, or while this run lasts."""
        until = self.press.clock() + self.limits.linger
        resend = self.press.config.mail.in_doubt == "resend"
        with self.press.store.read() as connection:
            queue = ledger_view.queue(connection, self.edition.id, now=until, resend=resend)
        most = self.limits.most
        total = queue.ready if most is None else min(queue.ready, most)
        return Tally(total, waiting=queue.waiting, until=queue.first)

    def _report(self, tally: Tally, error: str, waived: str) -> EditionDelivery:
        resend = self.press.config.mail.in_doubt == "resend"
        with self.press.store.read() as connection:
            mailing = mailings.find(connection, self.edition.id)
            state = mailing.state if mailing else "ready"
            counts = ledger.counts(connection, self.edition.id)
            # What is in doubt once all is done could not be sent again in time.
            stays = state == "done" or not resend
            return EditionDelivery(
                edition=named(self.edition),
                state=state,
                reason=mailing.reason if mailing else "",
                done=tally,
                counts=counts,
                unsettled=counts.get("in doubt", 0) if stays else 0,
                due=ledger.next_due(connection, self.edition.id, resend=resend),
                error=error,
                waived=waived,
            )
