"""How fast mail goes to each receiving domain: what a process knows of it, and holds it to.

What a domain wants is in the store, for all processes and the next ones; each
of several at work takes its share. Rows that may not go yet go back into the
ledger with the moment they may, so that they keep no others waiting.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from syndicate.config.mail import Mail
from syndicate.mail import pace
from syndicate.mail.ledger import Rules
from syndicate.mail.replies import Kind
from syndicate.store import claims, domains, ledger
from syndicate.store.claims import Claimed
from syndicate.store.domains import Domain

#: How long ahead mails for a domain that wants a pause between them are kept in hand.
AHEAD: Final = timedelta(seconds=10)

#: The verdicts after which nothing goes to a domain for now.
REST: Final[Collection[Kind]] = ("slow", "hold")

#: Why rows wait that only wait for their turn.
TURN: Final = "waits for its turn"
WARMING: Final = "waits for tomorrow: the domain is being warmed up"


class Pacing:
    """What one process knows of the domains that it mails to. ``clock`` tells the time."""

    def __init__(self, mail: Mail, rules: Rules, clock: Callable[[], datetime]) -> None:
        self._bounds = pace.bounds(mail)
        self._rules = rules
        self._clock = clock
        self._known: dict[str, Domain] = {}
        #: What servers have said that the store does not know yet.
        self._heard: dict[str, Domain] = {}
        self._tails: dict[str, datetime] = {}
        self._share = 1

    def room(self, name: str) -> tuple[int, float]:
        """How many connections may go to a domain now, and the seconds between two mails."""
        known = self._latest(name)
        if known is None:
            if not self._bounds.rate:
                return self._bounds.connections, 0.0
            known = Domain(name)
        if pace.resting(known, now=self._clock()):
            return 0, 0.0
        most, pause = pace.room(known, self._bounds)
        return most, pause * self._share

    def heard(self, name: str, kind: Kind, reason: str) -> bool:
        """Act on a verdict before the store knows of it; whether the domain now rests."""
        if kind in REST:
            before = self._latest(name) or Domain(name)
            now = self._clock()
            self._heard[name] = pace.after(before, kind, self._bounds, now=now, reason=reason)
            return True
        return False

    def learned(self, known: Mapping[str, Domain], told: Collection[str] = ()) -> None:
        """What the store knows of domains now; it has been ``told`` what was heard of those."""
        self._known.update(known)
        for name in told:
            self._heard.pop(name, None)

    def admit(
        self,
        connection: Connection,
        rows: Sequence[Claimed],
        waiting: Mapping[str, int],
        *,
        now: datetime,
    ) -> list[Claimed]:
        """Those of the rows just claimed that may go now; the others are put off.

        ``waiting`` counts those that this process has in hand already, by domain.
        """
        by_domain: dict[str, list[Claimed]] = {}
        for row in rows:
            by_domain.setdefault(row.domain, []).append(row)
        known = domains.known(connection, by_domain.keys())
        for name in by_domain:
            if name not in known:
                self._known.pop(name, None)
        self._known.update(known)
        if self._bounds.rate or any(domain.pause for domain in known.values()):
            self._share = max(1, len(claims.claimants(connection)))
        allowed: set[int] = set()
        for name, some in by_domain.items():
            domain = self._latest(name) or Domain(name)
            ready = self._awake(connection, domain, some, now)
            ready = self._within_the_day(connection, domain, ready, len(some), now)
            ready = self._in_turn(connection, domain, ready, waiting.get(name, 0), now)
            allowed.update(row.id for row in ready)
        return [row for row in rows if row.id in allowed]

    def rest(self, connection: Connection, rows: Sequence[Claimed], *, now: datetime) -> set[int]:
        """Put off rows in hand whose domain wants a rest meanwhile; which ones those are."""
        put_off: set[int] = set()
        for name in {row.domain for row in rows}:
            domain = self._latest(name)
            if domain is not None and pace.resting(domain, now=now):
                some = [row for row in rows if row.domain == name]
                self._awake(connection, domain, some, now)
                put_off.update(row.id for row in some)
        return put_off

    def _latest(self, name: str) -> Domain | None:
        return self._heard.get(name) or self._known.get(name)

    def _awake(
        self, connection: Connection, domain: Domain, rows: list[Claimed], now: datetime
    ) -> list[Claimed]:
        if not pace.resting(domain, now=now):
            return rows
        if domain.held is not None:
            reason = f"{domain.domain} is held: {domain.reason}"
            # Until the moment that each would be given up at.
            last = [(row.id, self._last(row)) for row in rows]
            ledger.put_off(connection, last, reason=reason)
        elif domain.until is not None:
            until = [(row.id, domain.until) for row in rows]
            ledger.put_off(
                connection, until, reason=f"{domain.domain} wants a rest: {domain.reason}"
            )
        return []

    def _last(self, row: Claimed) -> datetime:
        moment = row.expires if row.first is None else row.first + self._rules.retry_for
        return moment + timedelta(seconds=1)

    def _within_the_day(
        self,
        connection: Connection,
        domain: Domain,
        rows: list[Claimed],
        claimed: int,
        now: datetime,
    ) -> list[Claimed]:
        left = pace.allowance(domain, self._bounds, now=now) if rows else None
        if left is None:
            return rows
        # What anybody has in hand may still be accepted today; these rows are among it.
        left = max(0, left - (claims.in_hand(connection, domain.domain) - claimed))
        tomorrow = pace.next_day(now)
        ledger.put_off(connection, [(row.id, tomorrow) for row in rows[left:]], reason=WARMING)
        return rows[:left]

    def _in_turn(
        self,
        connection: Connection,
        domain: Domain,
        rows: list[Claimed],
        waiting: int,
        now: datetime,
    ) -> list[Claimed]:
        """As many as go within the next seconds; each of the others gets its moment."""
        pause = pace.room(domain, self._bounds)[1] * self._share
        if not pause or not rows:
            return rows
        room = max(math.ceil(AHEAD.total_seconds() / pause) - waiting, 0)
        kept, rest = rows[:room], rows[room:]
        if rest:
            step = timedelta(seconds=pause)
            tail = max(self._tails.get(domain.domain, now), now + AHEAD)
            moments = [(row.id, tail + step * place) for place, row in enumerate(rest)]
            self._tails[domain.domain] = tail + step * len(rest)
            ledger.put_off(connection, moments, reason=TURN)
        return kept
