"""The feed: rows in hand on their way to the connections, each domain within its bounds.

A stream of mails ends whenever nothing may go on *its* connection right now;
the connection stays open and is given another stream later. So a connection
never waits for a mail while it still has to finish one, and no two of them
can wait for each other.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from syndicate.model.delivery import Outgoing
from syndicate.store.claims import Claimed

#: How often a mail may come back unsent, for its connection's sake, before it is put off.
RETURNS: Final = 3

#: How many times as many rows as usual are taken where those in hand all wait for something.
_FAR: Final = 4


@dataclass(slots=True)
class InHand:
    """A row on its way, and its mail once that is composed. ``session`` is the connection
    it went to."""

    row: Claimed
    mail: Outgoing | None = None
    returns: int = 0
    session: int = -1


@dataclass(slots=True)
class Feed:
    """``room`` says how many connections a domain may have, and how many seconds
    it wants between two mails; ``time`` is a clock that never jumps. ``low`` is
    how many rows there should always be, ``most`` how many mails go out at all.
    """

    room: Callable[[str], tuple[int, float]]
    time: Callable[[], float]
    compose: Callable[[Claimed], Outgoing | None]
    stopping: Callable[[], bool]
    low: int
    most: int | None = None
    given: int = 0
    halted: bool = False
    #: Whether the ledger has nothing more for us.
    dry: bool = False
    #: What a connection without a mail waits for, and what whoever brings rows waits for.
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    thin: asyncio.Event = field(default_factory=asyncio.Event)
    _waiting: dict[str, deque[InHand]] = field(default_factory=dict)
    _number: int = 0
    _flying: dict[int, InHand] = field(default_factory=dict)
    _busy: dict[str, dict[int, int]] = field(default_factory=dict)
    _ready: dict[str, float] = field(default_factory=dict)

    @property
    def waiting(self) -> int:
        return self._number

    @property
    def wants_more(self) -> bool:
        """Whether so few wait that more should be on their way."""
        return not self.over and not self.dry and self.lacking > 0 and self._number < self.low

    @property
    def takes_more(self) -> bool:
        """Whether more would help where none of those that wait may go on some connection."""
        far = self._number < _FAR * self.low
        return not self.over and not self.dry and self.lacking > 0 and far

    @property
    def lacking(self) -> float:
        """How many rows it may still be given: those that wait here count as good as sent."""
        return math.inf if self.most is None else self.most - self.given - self._number

    @property
    def full(self) -> bool:
        """Whether as many mails have gone out as were asked for."""
        return self.most is not None and self.given >= self.most

    @property
    def over(self) -> bool:
        """Whether no connection will get anything any more."""
        if self.halted or self.full or self.stopping():
            return True
        return self.dry and not self._number and not self._flying

    def halt(self) -> None:
        """Give nothing more to anybody."""
        self.halted = True
        self.moved.set()
        self.thin.set()

    def rows(self) -> list[int]:
        """The rows that wait here."""
        return [each.row.id for queue in self._waiting.values() for each in queue]

    def by_domain(self) -> dict[str, int]:
        """How many rows wait here for each domain."""
        return {domain: len(queue) for domain, queue in self._waiting.items()}

    def soonest(self) -> float:
        """Seconds until a domain that wants a pause may have its next mail; else for ever."""
        now = self.time()
        ahead = [
            moment - now for each in self._waiting if (moment := self._ready.get(each, now)) > now
        ]
        return min(ahead, default=math.inf)

    def add(self, rows: Iterable[Claimed]) -> None:
        for row in rows:
            self._waiting.setdefault(row.domain, deque()).append(InHand(row))
            self._number += 1
        self.moved.set()

    def drop(self, rows: set[int]) -> set[int]:
        """Take rows out, if they still wait here; which ones did."""
        dropped: set[int] = set()
        for domain, queue in list(self._waiting.items()):
            kept = deque(each for each in queue if each.row.id not in rows)
            if len(kept) < len(queue):
                dropped.update(each.row.id for each in queue if each.row.id in rows)
            if kept:
                self._waiting[domain] = kept
            else:
                del self._waiting[domain]
        self._number -= len(dropped)
        self.moved.set()
        self.thin.set()
        return dropped

    def row(self, delivery_id: int) -> Claimed:
        """The row of a mail that is on a connection."""
        return self._flying[delivery_id].row

    def landed(self, delivery_id: int) -> None:
        """A mail's fate is known."""
        self._leave(self._flying.pop(delivery_id))

    def returned(self, delivery_id: int, *, keep: bool = False) -> bool:
        """A mail came back unsent: it goes first, unless it has come back too often.

        With ``keep`` it waits here even then. Whether it has not come back too often.
        """
        each = self._flying.pop(delivery_id)
        self._leave(each)
        self.given -= 1
        each.returns += 1
        spent = each.returns >= RETURNS
        if spent and not keep:
            return False
        self._waiting.setdefault(each.row.domain, deque()).appendleft(each)
        self._number += 1
        return not spent

    def flying(self, session: int) -> list[int]:
        """The mails that a connection was given and has said nothing of."""
        return [number for number, each in self._flying.items() if each.session == session]

    def can_give(self, session: int) -> bool:
        return not self.over and self._choose(session) is not None

    def next_for(self, session: int) -> Outgoing | None:
        """A mail that may go on this connection now."""
        while not self.over and (domain := self._choose(session)) is not None:
            queue = self._waiting.pop(domain)
            each = queue.popleft()
            self._number -= 1
            if queue:
                # To the back: the domains take turns.
                self._waiting[domain] = queue
            mail = self._composed(each)
            if self.wants_more:
                self.thin.set()
            if mail is None:
                continue
            each.session = session
            self._flying[each.row.id] = each
            busy = self._busy.setdefault(domain, {})
            busy[session] = busy.get(session, 0) + 1
            self.given += 1
            pause = self.room(domain)[1]
            if pause:
                self._ready[domain] = self.time() + pause
            return mail
        return None

    def stream(self, session: int) -> Iterator[Outgoing]:
        """What one connection is given at a time."""
        return iter(lambda: self.next_for(session), None)

    def _composed(self, each: InHand) -> Outgoing | None:
        """A row's mail, composed with the one behind it.

        Two in a row cost a twentieth less than each between two answers of a busy
        server; more would keep a fast one waiting.
        """
        if each.mail is None:
            each.mail = self.compose(each.row)
            if self._waiting:
                behind = next(iter(self._waiting.values()))[0]
                behind.mail = behind.mail or self.compose(behind.row)
                if behind.mail is None:
                    self.drop({behind.row.id})
        return each.mail

    def _choose(self, session: int) -> str | None:
        for domain in self._waiting:
            busy = self._busy.get(domain)
            most, pause = self.room(domain)
            if pause and self._ready.get(domain, 0.0) > self.time():
                continue
            if most and (busy is None or session in busy or len(busy) < most):
                return domain
        return None

    def _leave(self, each: InHand) -> None:
        busy = self._busy[each.row.domain]
        busy[each.session] -= 1
        if not busy[each.session]:
            del busy[each.session]
        if not busy:
            del self._busy[each.row.domain]
        self.moved.set()
