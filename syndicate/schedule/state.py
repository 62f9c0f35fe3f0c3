"""Reads from the store what ``due.py`` decides by."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.digests import period as periods
from syndicate.jobs import names
from syndicate.jobs.delivery.agenda import next_moment
from syndicate.jobs.press import Press
from syndicate.jobs.process import is_alive
from syndicate.schedule.due import State
from syndicate.store import editions, facts, leases, letters, pings, runs
from syndicate.store.leases import Lease
from syndicate.store.runs import Run


def read(press: Press) -> State:
    """The state of the store now, in one consistent view."""
    with press.store.read() as connection:
        return read_from(connection, press.config, now=press.clock(), shown=press.shown)


def read_from(connection: Connection, config: Config, *, now: datetime, shown: datetime) -> State:
    revision = facts.revision(connection)
    latest = runs.latest(connection)
    published = latest.get(names.PUBLISH)
    behind = published is not None and published.summary.get("revision") != revision
    return State(
        runs=latest,
        good=runs.good(connection),
        leased=frozenset(
            lease.kind for lease in leases.current(connection) if is_held(lease, now=now)
        ),
        editions=frozenset(
            (letter.name, period.cadence, period.label)
            for letter in config.newsletters
            for schedule in letter.schedules
            for period in [periods.last_due(schedule, shown, letter.zone)]
            if editions.find(connection, letter.name, period) is not None
        ),
        revision=revision,
        moved=_moved(runs.ended_since(connection, published.started))
        if published is not None and behind
        else None,
        ping=pings.next_attempt(connection),
        letter=letters.next_due(connection),
        delivery=next_moment(connection, config, now=now, shown=shown),
    )


def _moved(ended: Iterable[Run]) -> datetime | None:
    """When something changed: the end of the first reading that says so, else of the last run."""
    last = None
    for run in ended:
        last = run.finished
        if any(run.summary.get(count) for count in ("new", "changed", "removed")):
            break
    return last


def is_held(lease: Lease, *, now: datetime) -> bool:
    """Whether a living process has the lease; on another host, as far as its renewals tell."""
    if lease.expires <= now:
        return False
    return lease.holder.host != socket.gethostname() or is_alive(lease.holder)
