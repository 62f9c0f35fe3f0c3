"""One report into the store, and what follows: a suppression, a count, a domain that is held.

What a report says of the sender's own fault holds the whole domain, and every
reader with a mailbox there could send such a report. So it takes several
readers within a day, the more the domain has, before anything is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil
from typing import Final, Literal

from sqlalchemy import Connection

from syndicate.audience import address as addresses
from syndicate.jobs.press import Press
from syndicate.jobs.variants import verp_of
from syndicate.mail.bounces.finding import Finding, Kind, Reads, Report, line
from syndicate.mail.verp import Returned
from syndicate.model.errors import SubscriberError
from syndicate.model.subscriber import EVERY, Subscriber, SuppressionReason
from syndicate.store import bounces, domains, history, letters, subscribers, suppressions
from syndicate.store.bounces import Bounce, Mailed
from syndicate.store.domains import Domain

#: How long after a mail a report on it is believed. Servers give up within five days.
RECENT: Final = timedelta(days=30)
#: Within how long several readers must have met a refusal of ours.
WITHIN: Final = timedelta(days=1)

_SHARE: Final = 0.05
_MOST_READERS: Final = 200

#: * suppressed: the address gets nothing more
#: * counted: noted; enough of the same kind will suppress
#: * held: nothing goes to the whole domain until an operator releases it
#: * ignored: it changes nothing (an automatic answer, a delay, a reader who has gone)
#: * known: it was counted before
#: * unbelieved: nothing bears it out
Effect = Literal["suppressed", "counted", "held", "ignored", "known", "unbelieved"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one finding of a report. ``domain`` is the address's."""

    kind: Kind
    effect: Effect
    found_by: str
    status: str = ""
    detail: str = ""
    subscriber_id: int | None = None
    domain: str = ""


def reads_of(press: Press) -> Reads:
    """What reads our envelope senders."""
    return verp_of(press).read


def take(press: Press, connection: Connection, report: Report) -> tuple[Taken, ...]:
    """Take a report into the store. Needs a writing transaction."""
    return tuple(_each(press, connection, report))


def take_refusal(
    press: Press, connection: Connection, delivery_id: int, *, status: str, reply: str
) -> Taken:
    """A soft refusal that a server gave us itself: counts by days like one that came back.

    To be called once the attempt is in the ledger; one mail counts once.
    """
    finding = Finding(
        "soft", bounces.REFUSED, status, line(reply), Returned("delivery", delivery_id)
    )
    name = sha256(f"refusal {delivery_id}".encode()).hexdigest()
    return _Taking(press, connection, finding, name, genuine=True).run()


def _each(press: Press, connection: Connection, report: Report) -> Iterator[Taken]:
    for place, finding in enumerate(report.findings):
        name = report.fingerprint
        if place:
            name = sha256(f"{name} {place}".encode()).hexdigest()
        yield _Taking(press, connection, finding, name, genuine=report.genuine).run()


@dataclass(frozen=True, slots=True)
class _Taking:
    press: Press
    connection: Connection
    finding: Finding
    report: str
    genuine: bool

    def run(self) -> Taken:
        if self.finding.kind in ("autoreply", "other"):
            return self._said("ignored")
        if bounces.is_known(self.connection, self.report):
            return self._said("known")
        mailed = self._mailed()
        if mailed is None:
            return self._said("unbelieved")
        # Held, so that of two reports at once the second counts the first as well.
        reader = subscribers.by_id(self.connection, mailed.subscriber_id, hold=True)
        if reader is None:
            return self._said("ignored", mailed.subscriber_id)
        fresh = bounces.record(
            self.connection,
            Bounce(
                report=self.report,
                subscriber_id=reader.id,
                delivery_id=mailed.delivery_id,
                at=min(self.finding.at or self._now, self._now),
                kind=self.finding.kind,
                found_by=self.finding.found_by,
                status=self.finding.status,
                detail=self.finding.detail,
            ),
        )
        if not fresh:
            return self._said("known", reader.id, reader.domain)
        effect = self._follow(reader, mailed)
        return self._said(effect, reader.id, reader.domain)

    @property
    def _now(self) -> datetime:
        return self.press.clock()

    def _said(self, effect: Effect, subscriber_id: int | None = None, domain: str = "") -> Taken:
        found = self.finding
        return Taken(
            found.kind, effect, found.found_by, found.status, found.detail, subscriber_id, domain
        )

    def _mailed(self) -> Mailed | None:
        """The mail that the report is about, if anything but the report itself says so."""
        since = self._now - RECENT
        if self.finding.returned is not None:
            mailed = self._returned(self.finding.returned)
            if mailed is not None and not self._is_another(mailed):
                return mailed if mailed.at is None or mailed.at >= since else None
            if not self.finding.message_id:
                return None
        reader = self._addressee()
        if reader is None:
            return None
        if self.finding.message_id:
            found = bounces.claimed(
                self.connection, reader.id, self.finding.message_id, since=since
            )
            if found is not None or not self.genuine:
                return found
        # A provider's own word on an address that was mailed needs no Message-ID.
        return bounces.latest(self.connection, reader.id, since=since) if self.genuine else None

    def _returned(self, returned: Returned) -> Mailed | None:
        if returned.kind == "letter":
            return bounces.letter(self.connection, returned.id)
        return bounces.delivery(self.connection, returned.id)

    def _is_another(self, mailed: Mailed) -> bool:
        """Whether the report is about another mail of ours than the one that has its number now.

        A store that was restored gives numbers again that mails after the backup had.
        A relay that writes a ``Message-ID`` of its own writes it with a domain of its own.
        """
        said, ours = self.finding.message_id, mailed.message_id
        same_domain = said.rpartition("@")[2].lower() == ours.rpartition("@")[2].lower()
        return bool(said) and said != ours and same_domain

    def _addressee(self) -> Subscriber | None:
        try:
            address = addresses.parse(self.finding.address)
        except SubscriberError:
            return None
        return subscribers.by_canonical(self.connection, address.canonical)

    def _follow(self, reader: Subscriber, mailed: Mailed) -> Effect:
        kind, limit = self.finding.kind, self.press.config.mail.bounces.soft_limit
        self._note(reader, mailed)
        if kind == "complaint":
            return self._suppress(reader, mailed, "complained", self.finding.detail)
        if kind == "hard":
            return self._suppress(reader, mailed, "bounced", self.finding.status)
        if kind == "soft":
            days = bounces.soft_days(self.connection, reader.id)
            if days >= limit:
                return self._suppress(reader, mailed, "bounced", f"bounced on {days} days")
        if kind == "ours" and self._hold(reader.domain):
            return "held"
        return "counted"

    def _note(self, reader: Subscriber, mailed: Mailed) -> None:
        complained = self.finding.kind == "complaint"
        history.add(
            self.connection,
            reader.id,
            "complained" if complained else "bounced",
            "mailbox",
            at=self._now,
            newsletter=mailed.newsletter,
            details={
                name: value
                for name, value in (
                    ("kind", self.finding.kind),
                    ("status", self.finding.status),
                    ("found_by", self.finding.found_by),
                    ("delivery", mailed.delivery_id),
                )
                if value
            },
        )

    def _suppress(
        self, reader: Subscriber, mailed: Mailed, reason: SuppressionReason, detail: str
    ) -> Effect:
        now = self._now
        fresh = suppressions.add(
            self.connection, reader.fingerprint, EVERY, reason, since=now, detail=detail
        )
        if not fresh:
            return "counted"
        letters.withdraw(self.connection, reader.id, now=now)
        history.add(
            self.connection,
            reader.id,
            "suppressed",
            "program",
            at=now,
            newsletter=EVERY,
            details={"reason": reason},
        )
        return "suppressed"

    def _hold(self, domain: str) -> bool:
        readers = bounces.readers(self.connection, domain, most=_MOST_READERS)
        needed = max(1 if readers < 2 else 2, ceil(readers * _SHARE))
        blamed = bounces.blamed(self.connection, domain, since=self._now - WITHIN)
        if blamed < needed:
            return False
        known = domains.known(self.connection, [domain], lock=True).get(domain, Domain(domain))
        if known.held is not None:
            return False
        status = f" {self.finding.status}" if self.finding.status else ""
        reason = f"reports of{status} from {blamed} readers: {self.finding.detail}"
        domains.write(
            self.connection, [replace(known, held=self._now, reason=reason)], now=self._now
        )
        return True
