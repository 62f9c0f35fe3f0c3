"""The desk: where a process takes rows of one edition from the ledger and brings endings back.

Everything here is a transaction or two, and runs beside the event loop. Each
moves the edition's epoch on, in the store and then outside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from syndicate.config.model import Newsletter
from syndicate.jobs.delivery import aftermath
from syndicate.jobs.delivery.ending import Batch
from syndicate.jobs.delivery.epoch import Epochs
from syndicate.jobs.delivery.pacing import REST, Pacing
from syndicate.jobs.press import Press
from syndicate.mail.ledger import Objection, Rules, objection
from syndicate.model.delivery import DeliveryState
from syndicate.model.edition import Edition
from syndicate.store import claims, domains, ledger, mailings, variants
from syndicate.store.claims import Claimed

#: Why an edition pauses by itself; the articles follow.
WITHDRAWN: Final = "withdrawn meanwhile:"
#: The same, where no mail server wants any of it; what each of them said follows.
REFUSED: Final = "refused before any recipient was named:"


@dataclass(frozen=True, slots=True)
class Taken:
    """Rows to send. ``found`` says whether there were any at all, these or others;
    ``halted`` why nothing is to be sent any more; ``aside`` counts what was settled at
    once, by what it became."""

    rows: tuple[Claimed, ...] = ()
    found: bool = False
    halted: str = ""
    aside: Counter[DeliveryState] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Seen:
    """Rows in hand that must not go out now, and why all is to stop, if it is."""

    gone: tuple[Claimed, ...]
    halted: str


@dataclass(slots=True)
class Desk:
    """Of one edition, for one process known by its ``token``."""

    press: Press
    newsletter: Newsletter
    edition: Edition
    token: str
    epochs: Epochs
    rules: Rules = field(init=False)
    pacing: Pacing = field(init=False)
    #: When the recipients were fixed.
    frozen: datetime | None = field(init=False)
    _shown: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.rules = rules_of(self.press, self.newsletter, self.edition)
        self.pacing = Pacing(self.press.config.mail, self.rules, self.press.clock)
        with self.press.store.read() as connection:
            self._shown = variants.shown(connection, self.edition.id)
            mailing = mailings.find(connection, self.edition.id)
            self.frozen = mailing.frozen if mailing is not None else None

    def take(self, limit: int, waiting: Mapping[str, int]) -> Taken:
        """Claim rows, and settle at once those that are not to be mailed after all.

        ``waiting`` counts what is in hand already, by domain.
        """
        with self.press.store.write(durable=True) as connection:
            halted = self._halted(connection, pausing=True)
            if halted:
                return Taken(halted=halted)
            now = self.press.clock()
            found = claims.claim(
                connection,
                self.edition.id,
                self.newsletter.name,
                self.token,
                now=now,
                limit=limit,
                resend=self.rules.resend,
            )
            if not found:
                return Taken()
            kept, aside = self._without_objections(connection, found, now)
            kept = self.pacing.admit(connection, kept, waiting, now=now)
            epoch = mailings.advance(connection, self.edition.id)
        self.epochs.advance(self.edition, epoch)
        return Taken(tuple(kept), found=True, aside=aside)

    def look_again(self, rows: Sequence[int]) -> Seen:
        """What has become of rows in hand. Changes nothing: some may be on the wire by now."""
        now = self.press.clock()
        with self.press.store.read() as connection:
            halted = self._halted(connection)
            held = claims.look(connection, self.newsletter.name, rows)
            # Others may have been told to wait, or that a domain is free again.
            self.pacing.learned(domains.known(connection, {row.domain for row in held}))
        gone = tuple(
            row
            for row in held
            if objection(row, self.rules, now=now) or not self.pacing.room(row.domain)[0]
        )
        return Seen(gone, halted)

    def let_go(self, rows: Sequence[Claimed]) -> Counter[DeliveryState]:
        """Settle, put off or set free rows that are not going out now; counts those settled."""
        now = self.press.clock()
        with self.press.store.write() as connection:
            kept, aside = self._without_objections(connection, rows, now)
            resting = self.pacing.rest(connection, kept, now=now)
            left = [row.id for row in kept if row.id not in resting]
            claims.release(connection, self.token, left)
        return aside

    def halt(self) -> None:
        """Pause the edition where that is what it asks for."""
        with self.press.store.write() as connection:
            self._halted(connection, pausing=True)

    def pause(self, reason: str) -> None:
        """Send nothing more of the edition before somebody has looked."""
        with self.press.store.write() as connection:
            mailings.move(connection, self.edition.id, "paused", seen=["sending"], reason=reason)

    def fold(self, batch: Batch) -> None:
        """Let the database learn of endings."""
        now = self.press.clock()
        with self.press.store.write(durable=True) as connection:
            settled = [ending.settlement for ending in batch.unsettled]
            ledger.settle(connection, self.token, settled)
            known = aftermath.learn(connection, self.press, batch.endings, now=now)
            epoch = mailings.advance(connection, self.edition.id)
        self.epochs.advance(self.edition, epoch)
        self.pacing.learned(known, {each.domain for each in batch.endings if each.kind in REST})
        batch.forget()

    def release(self, rows: Sequence[int]) -> None:
        """Set free rows that never went to a connection."""
        with self.press.store.write() as connection:
            claims.release(connection, self.token, rows)

    def next_due(self) -> datetime | None:
        with self.press.store.read() as connection:
            return ledger.next_due(connection, self.edition.id, resend=self.rules.resend)

    def finish(self) -> bool:
        """Close the mailing if nothing more will go out by itself; whether it is closed."""
        with self.press.store.write(durable=True) as connection:
            mailings.find(connection, self.edition.id, lock=True)
            if ledger.has_pending(connection, self.edition.id, resend=self.rules.resend):
                return False
            return close(connection, self.edition.id, now=self.press.clock())

    def _halted(self, connection: Connection, *, pausing: bool = False) -> str:
        """Why nothing more of this edition is to be sent; empty to go on."""
        mailing = mailings.find(connection, self.edition.id, lock=pausing)
        if mailing is None or mailing.state != "sending":
            return mailing.state if mailing else "cancelled"
        gone = variants.withdrawn(connection, self._shown) - set(mailing.waived)
        if not gone:
            return ""
        reason = f"{WITHDRAWN} {', '.join(sorted(gone))}"
        if pausing:
            mailings.move(connection, self.edition.id, "paused", seen=["sending"], reason=reason)
        return reason

    def _without_objections(
        self, connection: Connection, rows: Sequence[Claimed], now: datetime
    ) -> tuple[list[Claimed], Counter[DeliveryState]]:
        """Those that may be mailed, and how many others became what."""
        kept: list[Claimed] = []
        left: dict[Objection, list[int]] = {}
        for row in rows:
            against = objection(row, self.rules, now=now)
            if against is None:
                kept.append(row)
            else:
                left.setdefault(against, []).append(row.id)
        aside: Counter[DeliveryState] = Counter()
        for against, ids in left.items():
            ledger.put_aside(connection, ids, against.state, against.reason, now=now)
            aside[against.state] += len(ids)
        return kept, aside


def rules_of(press: Press, newsletter: Newsletter, edition: Edition) -> Rules:
    """The rules for an edition's rows."""
    return Rules(
        cadence=edition.period.cadence,
        cadences=frozenset(schedule.cadence for schedule in newsletter.schedules),
        retry_for=press.config.mail.retry_for,
        resend=press.config.mail.in_doubt == "resend",
    )


def close(connection: Connection, edition_id: int, *, now: datetime) -> bool:
    """Mark a mailing that is being sent as done, with a word on what is in doubt."""
    doubtful = ledger.counts(connection, edition_id).get("in doubt", 0)
    reason = f"{doubtful} in doubt" if doubtful else ""
    return mailings.move(
        connection, edition_id, "done", seen=["sending"], reason=reason, finished=now
    )
