"""After a restored backup: those who left since it was made have left again.

Looked at before each delivery, and by ``restore``. The store keeps how far it
has read the file of departures: one that was restored has read it as far as it
had when the backup was made, whatever was written since. So it costs a look at
what is new in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection

from syndicate.jobs.audience import leaving, rights
from syndicate.jobs.departures import Departures
from syndicate.jobs.press import Press
from syndicate.model.subscriber import EVERY, Event, Subscriber
from syndicate.store import (
    departures,
    facts,
    history,
    letters,
    subscribers,
    subscriptions,
    suppressions,
)
from syndicate.store.departures import ERASURE, Departure

_BATCH = 500

#: How far the store has read the departures.
_READ = "departures-read"


def catch_up(press: Press) -> int:
    """Bar those again of whom the store has forgotten that they left; how many that were."""
    with press.store.read() as connection:
        before = facts.read(connection, _READ) or ""
    told, mark = Departures(press.config).since(before)
    if mark == before:
        return 0
    again, mails = 0, set[str]()
    while batch := list(islice(told, _BATCH)):
        with press.store.write() as connection:
            for each in _forgotten(connection, batch):
                done = _bar(connection, press, each)
                mails |= done or set()
                again += done is not None
            # Told again it would be later than it was, and of somebody who came back since.
            departures.know(connection)
    with press.store.write() as connection:
        facts.write(connection, _READ, mark)
    if again:
        # Some may have been erased.
        rights.wipe(press, mails)
    return again


def _forgotten(connection: Connection, batch: Sequence[Departure]) -> list[Departure]:
    """Those of which the store knows nothing, or less."""
    marks = {each.fingerprint for each in batch}
    known = suppressions.known(connection, marks)
    there = subscribers.by_fingerprints(connection, marks)
    return [
        each
        for each in batch
        if each.reason is not None
        and (
            _is_left_over(there.get(each.fingerprint), each)
            if each.newsletter == ERASURE
            else suppressions.is_weaker(known.get((each.fingerprint, each.newsletter)), each.reason)
        )
    ]


def _is_left_over(person: Subscriber | None, erasure: Departure) -> bool:
    """Whether somebody is there who was erased since. Who came back is somebody new."""
    return person is not None and erasure.at is not None and person.created < erasure.at


def _bar(connection: Connection, press: Press, each: Departure) -> set[str] | None:
    """Let somebody leave as they had; ``None`` where there is nothing left to do.

    Who was erased is so again, and their mails are named.
    """
    now, reason = press.clock(), each.reason
    person = subscribers.by_fingerprint(connection, each.fingerprint, hold=True)
    if reason is None or (person is None and each.newsletter == ERASURE):
        return None
    if person is not None and reason == "erased":
        return rights.forget(connection, person, actor="program", now=now)
    since = each.at or now
    suppressions.add(connection, each.fingerprint, each.newsletter, reason, since=since)
    mails = set[str]()
    if person is None:
        return mails
    if each.newsletter == EVERY:
        letters.withdraw(connection, person.id, now=now)
    if reason == "unsubscribed":
        for name in _left(connection, person, each.newsletter):
            leaving.leave_one(connection, person, name, actor="program", how="restored", now=now)
        return mails
    details = {"reason": reason}
    history.add_many(
        connection,
        [Event(person.id, now, "suppressed", "program", each.newsletter, details=details)],
    )
    return mails


def _left(connection: Connection, person: Subscriber, newsletter: str) -> Iterator[str]:
    if newsletter != EVERY:
        yield newsletter
        return
    for held in subscriptions.of(connection, person.id):
        yield held.newsletter
