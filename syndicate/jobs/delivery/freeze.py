"""Freezing: who gets an edition is fixed, and counted, before the first mail.

Everybody who might get it has a row afterwards: ``queued``, or ``excluded``
with the reason. It goes in batches, so that a million rows hold up nobody who
writes, and one that was stopped goes on behind the last subscriber it wrote.
Only the closing mark makes it count; until then nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from syndicate.config.model import Newsletter
from syndicate.jobs.delivery.parts import Pair, Parts
from syndicate.jobs.edition import due_of
from syndicate.jobs.press import Press
from syndicate.jobs.process import is_alive, this_process
from syndicate.mail.delivery import message_id, wanted_at
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError
from syndicate.model.progress import Progress
from syndicate.store import leases, ledger, mailings, recipients
from syndicate.store import variants as listed
from syndicate.store.ledger import NewDelivery
from syndicate.store.mailings import Mailing
from syndicate.store.recipients import Recipient

_BATCH: Final = 5000

#: Why somebody is left out. The word of a suppression follows the first.
SUPPRESSED: Final = "suppressed"
NOTHING_NEW: Final = "nothing new in the chosen sections"


def lease_of(edition_id: int) -> str:
    """The lease of whoever fixes an edition's recipients, or takes them back."""
    return f"freeze:{edition_id}"


def freeze(press: Press, newsletter: Newsletter, edition: Edition, parts: Parts) -> Mailing:
    """Fix an edition's recipients, if they are not fixed yet; its mailing as it is then.

    Raises :class:`~syndicate.model.errors.LeaseHeldError` while another process is at it.
    """
    kind, holder = lease_of(edition.id), this_process()
    with press.store.write() as connection:
        leases.take(connection, kind, holder, now=press.clock(), is_alive=is_alive)
    try:
        with press.store.read() as connection:
            mailing = mailings.find(connection, edition.id)
        if mailing is not None and mailing.frozen is not None:
            return mailing
        return _Freezing(press, newsletter, edition, parts).run(kind, holder)
    finally:
        with press.store.write() as connection:
            leases.release(connection, kind, holder)


class _Freezing:
    def __init__(
        self, press: Press, newsletter: Newsletter, edition: Edition, parts: Parts
    ) -> None:
        self.press, self.newsletter, self.edition, self.parts = press, newsletter, edition, parts
        self.begun = press.clock()
        self.opened = self.begun
        if press.config.site.clock is None:
            # Under a clock that stands still nothing is ever late.
            self.opened = min(due_of(newsletter, edition), self.begun)
        self.domain = press.config.mail.sender_address.rpartition("@")[2]
        self.zones: dict[str, ZoneInfo] = {}

    def run(self, kind: str, holder: leases.Holder) -> Mailing:
        press, edition, letter = self.press, self.edition, self.newsletter
        cadence = edition.period.cadence
        offered: dict[str, Any] = {"cadences": [each.cadence for each in letter.schedules]}
        progress = press.progress(f"recipients of {letter.name} {edition.period.label}")
        with press.store.write() as connection:
            mailings.ensure(connection, edition.id, "ready")
            done = ledger.last_subscriber(connection, edition.id)
        with press.store.snapshot() as reading:
            number = recipients.number(reading, letter.name, cadence, **offered, after=done)
            offered["languages"] = letter.tongues
            pairs = recipients.pairs(reading, letter.name, cadence, **offered)
            with press.store.write() as connection:
                if not done:
                    # Planned by a process that died, and perhaps edited since.
                    listed.forget(connection, edition.id)
                variants = dict(self.parts.plan(press, connection, edition, pairs))
            found = recipients.recipients(reading, letter.name, cadence, **offered, after=done)
            written = self._write(found, variants, kind, holder, progress, number)
        if written != number:
            raise self._miscounted(number, written)
        return self._close()

    def _write(
        self,
        found: Iterator[Recipient],
        variants: Mapping[Pair, int | None],
        kind: str,
        holder: leases.Holder,
        progress: Progress,
        number: int,
    ) -> int:
        written = 0
        while batch := [self._row(each, variants) for each in islice(found, _BATCH)]:
            with self.press.store.write() as connection:
                leases.renew(connection, kind, holder, now=self.press.clock())
                ledger.add(connection, batch)
                mailings.count(connection, self.edition.id, candidates=len(batch))
            written += len(batch)
            progress(written, max(number, written))
        return written

    def _row(self, each: Recipient, variants: Mapping[Pair, int | None]) -> NewDelivery:
        variant = variants.get((each.choice_id, each.language))
        reason = ""
        if each.suppressed:
            reason = f"{SUPPRESSED}: {each.suppressed}"
        elif variant is None:
            reason = NOTHING_NEW
        due = wanted_at(self.opened, self.begun, each.hour, self._zone(each.timezone))
        return NewDelivery(
            edition_id=self.edition.id,
            subscriber_id=each.subscriber_id,
            variant_id=None if reason else variant,
            domain=each.domain,
            state="excluded" if reason else "queued",
            reason=reason,
            due=due,
            expires=due + self.newsletter.expires,
            message_id=message_id(
                self.newsletter.name, self.edition.period.label, each.key, self.domain
            ),
        )

    def _zone(self, name: str) -> ZoneInfo:
        """A subscriber's zone; the newsletter's where this system no longer knows it."""
        found = self.zones.get(name)
        if found is None:
            try:
                found = ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError):
                found = self.newsletter.zone
            self.zones[name] = found
        return found

    def _close(self) -> Mailing:
        """The closing mark, if everybody who might get the edition has a row."""
        edition_id, now = self.edition.id, self.press.clock()
        with self.press.store.write() as connection:
            mailing = mailings.ensure(connection, edition_id, "ready")
            rows = ledger.counts(connection, edition_id)
            counted = sum(rows.values()) == mailing.candidates
            if counted:
                queued = rows.get("queued", 0)
                mailings.note(connection, edition_id, frozen=now, recipients=queued)
                if not queued:
                    why: dict[str, Any] = {"reason": "no recipients", "finished": now}
                    mailings.move(connection, edition_id, "empty", seen=[mailing.state], **why)
                mailing = mailings.find(connection, edition_id) or mailing
        if not counted:
            raise self._miscounted(mailing.candidates, sum(rows.values()))
        return mailing

    def _miscounted(self, candidates: int, rows: int) -> DeliveryError:
        """Hold the edition: somebody may be missing, and nobody must find out by its absence."""
        cause = f"{candidates} people might get it and {rows} rows were written"
        with self.press.store.write() as connection:
            mailings.move(connection, self.edition.id, "held", seen=["ready"], reason=cause)
        return DeliveryError(
            f"edition {self.newsletter.name} {self.edition.period.label}",
            cause,
            "nothing was sent; report this, with the log",
        )
