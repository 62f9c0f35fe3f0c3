"""Pushing: tell the hubs which feeds have changed.

``note`` is called in the transaction that records the changed documents, and
``push`` sends what is noted: so a restart or a hub that is away loses no
ping. A hub that is away is a warning, never an error: the feeds are out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from syndicate import __version__
from syndicate.config.model import Config
from syndicate.feeds.discovery import hub_addresses, public_address
from syndicate.feeds.formats import FORMATS
from syndicate.jobs import hubs
from syndicate.jobs.press import Press, job
from syndicate.push import request
from syndicate.push.turn import Turn, turns
from syndicate.push.verdict import Reply, Verdict, given_up, is_given_up, judge, line
from syndicate.store import documents, pings
from syndicate.store.documents import Published
from syndicate.store.pings import Ping

#: How long one push goes on; the rest has its turn at the next. The same worker
#: reads the sources, which must not wait for slow hubs.
BUDGET: Final = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class PushReport:
    """What a push did.

    ``tried`` are the pings that were sent, as they are now; in a dry run those
    that would be, as they are. ``waiting`` and ``failed`` are all that hubs
    have not taken, whenever they were sent.
    """

    tried: tuple[Ping, ...] = ()
    waiting: tuple[Ping, ...] = ()
    failed: tuple[Ping, ...] = ()

    @property
    def done(self) -> int:
        return sum(ping.state == "done" for ping in self.tried)

    @property
    def warnings(self) -> tuple[str, ...]:
        """A line for each hub and way in which it has not taken pings so far."""
        refused = _grouped(self.failed, "will not be told again until they change")
        put_off = _grouped((p for p in self.waiting if p.attempts), "will be told later")
        return (*put_off, *refused)

    def summary(self) -> dict[str, Any]:
        return {
            "sent": len(self.tried),
            "done": self.done,
            "waiting": len(self.waiting),
            "failed": len(self.failed),
        }


def note(connection: Connection, press: Press, recorded: Iterable[Published]) -> None:
    """Note a ping for each document whose bytes are not those on record.

    To be called in the transaction that records the documents, before it does.
    """
    named = hub_addresses(press.config.feeds.hubs)
    if not named:
        return
    held = {path: last.sha256 for path, last in documents.published(connection).items()}
    changed = [new.path for new in recorded if held.get(new.path) != new.sha256]
    pings.note(connection, named, _topics(press.config, changed), now=press.clock())


def push(press: Press, *, early: bool = False, dry_run: bool = False) -> PushReport:
    """Send the pings that are due, or with ``early`` all that wait.

    Where none is, nothing is recorded and no lease taken.
    """
    now = press.clock()
    with press.store.read() as connection:
        first = pings.next_attempt(connection)
        report = _standing(connection, press.config)
    planned = turns(report.waiting, now=now, early=early)
    if dry_run:
        due = tuple(ping for turn in planned for ping in turn.due)
        return PushReport(due, report.waiting, report.failed)
    if first is None or (first > now and not early):
        return report
    with job(press, "push") as running:
        with press.store.write() as connection:
            pings.forget(connection, _abandoned(connection, press.config))
        with press.store.read() as connection:
            # Another process may have been at it until the lease was ours.
            waiting = _standing(connection, press.config).waiting
        pushing = _Pushing(press)
        pushing.run(turns(waiting, now=press.clock(), early=early))
        with press.store.read() as connection:
            left = _standing(connection, press.config)
        report = PushReport(tuple(pushing.tried), left.waiting, left.failed)
        running.note("ok", report.summary())
    return report


@dataclass(slots=True)
class _Pushing:
    """One push: each hub in turn sends one ping, so that a slow one holds up no other."""

    press: Press
    tried: list[Ping] = field(default_factory=list)

    def run(self, planned: Iterable[Turn]) -> None:
        ends = self.press.clock() + BUDGET
        ready: deque[_Queue] = deque()
        for turn in planned:
            if turn.holder is not None:
                self._put_off(turn.held, turn.holder)
            if turn.due:
                ready.append(_Queue(deque(turn.due), turn.waiting))
        while ready and not self.press.stopping() and self.press.clock() <= ends:
            queue = ready.popleft()
            self._send(queue)
            if queue.pings:
                ready.append(queue)

    def _send(self, queue: _Queue) -> None:
        with self.press.store.read() as connection:
            # The feed may have changed again since: this ping tells of that as well.
            ping = pings.find(connection, queue.pings.popleft())
        if ping is None or ping.state != "pending":
            return
        agent = f"syndicate/{__version__} (+{self.press.config.site.url})"
        reply = hubs.post(ping.hub, request.form(ping.topic), request.headers(agent=agent))
        now = self.press.clock()
        verdict = judge(ping, reply, now=now)
        said: dict[str, Any] = {"code": reply.code, "reason": verdict.reason, "now": now}
        with self.press.store.write() as connection:
            if verdict.state == "pending" and verdict.due is not None:
                pings.put_off(connection, ping, due=verdict.due, **said)
            elif verdict.state != "pending":
                pings.settle(connection, ping, verdict.state, **said)
            after = pings.find(connection, ping) or ping
        self.tried.append(after)
        if verdict.state == "done":
            queue.pings.extend(queue.waiting)
            queue.waiting = ()
        elif verdict.of_the_hub:
            # Given up or not, it has shown how the hub is.
            leader = replace(after, due=verdict.due, reason=line(reply.text))
            self._put_off(self._not_given_up(queue.pings, verdict, reply, now), leader)
            queue.pings.clear()

    def _not_given_up(
        self, others: Iterable[Ping], verdict: Verdict, reply: Reply, now: datetime
    ) -> list[Ping]:
        """Close those of the same hub whose time is up too; the others."""
        left = []
        with self.press.store.write() as connection:
            for ping in others:
                if verdict.due is not None and is_given_up(ping, verdict.due):
                    said: dict[str, Any] = {"code": reply.code, "reason": given_up(reply)}
                    pings.settle(connection, ping, "failed", **said, now=now)
                else:
                    left.append(ping)
        return left

    def _put_off(self, others: Iterable[Ping], leader: Ping) -> None:
        with self.press.store.write() as connection:
            pings.put_off_with(connection, others, leader)


@dataclass(slots=True)
class _Queue:
    """What one hub is to be told; ``waiting`` follows once it has answered."""

    pings: deque[Ping]
    waiting: tuple[Ping, ...]


def _standing(connection: Connection, config: Config) -> PushReport:
    """What is waiting and what has failed, without hubs and feeds that are no more."""
    found = pings.listing(connection, "pending", "failed")
    kept = _kept(connection, config, found)
    return PushReport(
        waiting=tuple(ping for ping in kept if ping.state == "pending"),
        failed=tuple(ping for ping in kept if ping.state == "failed"),
    )


def _abandoned(connection: Connection, config: Config) -> list[Ping]:
    """The pings of hubs no longer configured, and of feeds no longer published."""
    found = pings.listing(connection)
    kept = {(ping.hub, ping.topic) for ping in _kept(connection, config, found)}
    return [ping for ping in found if (ping.hub, ping.topic) not in kept]


def _kept(connection: Connection, config: Config, found: list[Ping]) -> list[Ping]:
    if not found:
        return []
    # Read after the pings: a ping that was seen is of a document on record by now.
    topics = set(_topics(config, documents.published(connection)))
    named = set(hub_addresses(config.feeds.hubs))
    return [ping for ping in found if ping.hub in named and ping.topic in topics]


def _topics(config: Config, paths: Iterable[str]) -> list[str]:
    """The public addresses of those that are feeds: pages and archives are no topics."""
    names = {made.file_name for made in FORMATS.values()}
    return [
        public_address(config.site.url, path) for path in paths if path.rpartition("/")[2] in names
    ]


def _grouped(found: Iterable[Ping], future: str) -> tuple[str, ...]:
    counts: dict[tuple[str, int | None, str], int] = {}
    for ping in found:
        key = (ping.hub, ping.code, ping.reason)
        counts[key] = counts.get(key, 0) + 1
    return tuple(
        f"hub {hub}: {' '.join(str(part) for part in (code, reason) if part)}; "
        f"{count} {'feed' if count == 1 else 'feeds'} {future}"
        for (hub, code, reason), count in counts.items()
    )
