"""How deliveries stand: what operators are shown of one edition, and of the latest ones.

Only looks. What they decide is in ``control.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from syndicate.jobs import names
from syndicate.jobs.delivery import outlook, recovery
from syndicate.jobs.delivery.editions import called
from syndicate.jobs.delivery.epoch import named
from syndicate.jobs.press import Press
from syndicate.model.delivery import DeliveryState
from syndicate.store import bounces, claims, domains, ledger, ledger_view, mailings, runs
from syndicate.store.domains import Domain
from syndicate.store.ledger_view import Delivery, Pace, Queue
from syndicate.store.mailings import Mailing

#: The rate is that of the last minutes.
RECENT: Final = timedelta(minutes=5)
#: Longer than a process at work is silent, unless a domain's rate or a server makes it wait.
_PAUSE: Final = timedelta(seconds=15)
#: Among how many runs the last of an edition is looked for: each edition has its own.
_LOOKED_BACK: Final = 50


@dataclass(frozen=True, slots=True)
class Standing:
    """How the delivery of an edition stands.

    ``counts`` is of rows, by state; ``came_back`` counts those of the accepted
    that were reported later not to have got there. ``queue`` says which of them
    can go now and which wait. ``rate`` is in mails a minute, ``left`` how long
    those that can go now take at that rate; None where nothing moves. ``due`` is
    when the next goes out. ``at_work`` counts the living processes that have rows of it in hand.
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
    came_back: int = 0

    def goes_again(self, doubtful: Delivery) -> bool:
        """Whether a mail in doubt is sent again by itself."""
        closed = self.mailing is not None and self.mailing.state in mailings.CLOSED
        return self.resend and doubtful.due < ledger.NEVER and not closed


@dataclass(frozen=True, slots=True)
class Overview:
    """``editions`` are (name, mailing, rows by state), the latest first."""

    editions: list[tuple[str, Mailing | None, dict[DeliveryState, int]]]
    domains: list[Domain]


def status(press: Press, name: str) -> Standing:
    """How an edition's delivery stands; changes nothing, not even after a death."""
    _, edition = called(press, name)
    now, resend = press.clock(), press.config.mail.in_doubt == "resend"
    # Read before the store is: another process may move both on at any time.
    outside = outlook.known_outside(press)
    with press.store.read() as connection:
        counts = ledger.counts(connection, edition.id)
        settled = ledger_view.pace(connection, edition.id, now - RECENT, now=now, pause=_PAUSE)
        mailing = mailings.find(connection, edition.id)
        mailing = outlook.in_truth(press, edition, mailing, outside)
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
            came_back=bounces.came_back(connection, edition.id),
        )
    return _with_rate(standing, settled, now)


def _trouble(connection: Connection, name: str) -> str:
    said = (run.summary for run in runs.recent(connection, names.DELIVERY, limit=_LOOKED_BACK))
    return next((str(each.get("error", "")) for each in said if each.get("edition") == name), "")


def overview(press: Press, *, limit: int = 20) -> Overview:
    """How the latest editions stand, and which domains rest."""
    outside = outlook.known_outside(press)
    with press.store.read() as connection:
        return Overview(
            editions=[
                (
                    named(edition),
                    outlook.in_truth(press, edition, mailing, outside),
                    ledger.counts(connection, edition.id),
                )
                for edition, mailing in mailings.latest(connection, limit=limit)
            ],
            domains=domains.resting(connection, now=press.clock()),
        )


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
