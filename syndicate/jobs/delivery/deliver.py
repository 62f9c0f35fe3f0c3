"""Deliver: all editions that are due, or one of them."""

from __future__ import annotations

import gc
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from syndicate.config.model import Newsletter
from syndicate.jobs import loop, names
from syndicate.jobs.audience import returning
from syndicate.jobs.delivery import editions, recovery, targets
from syndicate.jobs.delivery.desk import Desk
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.delivery.parts import Parts, usual
from syndicate.jobs.delivery.report import DeliveryReport, EditionDelivery, summary
from syndicate.jobs.delivery.run import Ended, Limits, Listener, Run, log_of
from syndicate.jobs.delivery.witness import Tally
from syndicate.jobs.press import Press, job
from syndicate.jobs.secrets import secrets_of
from syndicate.model.edition import Edition
from syndicate.model.errors import (
    LeaseHeldError,
    StoreError,
    SyndicateError,
)
from syndicate.store import domains, ledger, ledger_view, mailings, runs

#: How often a run that waits for another process looks again, in seconds.
_PAUSE: Final = 0.2


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
    chosen = targets.chosen(press, target)
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
        for edition, mailing in targets.waiting(press, target)
        if named(edition) not in seen
    )
    done += [
        EditionDelivery(named(edition), mailing.state, mailing.reason, unsettled=number)
        for edition, mailing, number in targets.unsettled(press, target)
        if named(edition) not in seen
    ]
    return DeliveryReport(tuple(done), waiting, recovered, held, left_again)


@contextmanager
def _at_rest() -> Iterator[None]:
    """Spare Python the search of all that was there before: one takes as long as 300 mails."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


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
                running.note(outcome if error else "ok", {**summary([tally]), **said})
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
        transport = self.parts.transport(self.press.config, folder=editions.folder_of(self.edition))
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
                grace=self.parts.grace,
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
