"""Forgetting what is of no more use: unconfirmed sign-ups, closed letters, old counts, lines
of departures that later ones have replaced.
"""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final

from syndicate.jobs import names
from syndicate.jobs.audience import rights
from syndicate.jobs.departures import Departures
from syndicate.jobs.press import Press, job
from syndicate.store import (
    attempts,
    history,
    letters,
    runs,
    subscribers,
    subscriptions,
    suppressions,
)

#: How long after one tidying the next is due.
EVERY: Final = timedelta(days=1)

#: A letter may be on its way for as long as its confirmation is awaited, and then some.
_GRACE: Final = timedelta(days=1)
_LETTERS_KEPT: Final = timedelta(days=30)
_COUNTS_KEPT: Final = timedelta(days=35)
#: People in one transaction.
_BATCH: Final = 200

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tidied:
    """How many were forgotten: sign-ups, people of whom nothing else was known, letters, counts."""

    requests: int
    people: int
    letters: int
    counts: int


def tidy_due(press: Press) -> Tidied | None:
    """Forget what is of no more use, where that was last done a day ago or more."""
    with press.store.read() as connection:
        last = runs.latest(connection).get(names.TIDYING)
    if last is not None and press.clock() < last.started + EVERY:
        return None
    return tidy(press)


def tidy(press: Press) -> Tidied:
    """Forget what nobody has confirmed in time, and what lies too far back; record the run."""
    with job(press, names.TIDYING) as running:
        done = _tidy(press)
        running.note("ok", asdict(done))
    return done


def _tidy(press: Press) -> Tidied:
    now = press.clock()
    overdue = now - press.config.subscribers.confirm_within - _GRACE
    with press.store.write() as connection:
        letters.expire(connection, now=now)
        lapsed = subscriptions.lapse(connection, before=overdue, now=now)
        forgotten = letters.forget(connection, before=now - _LETTERS_KEPT)
        counts = attempts.forget(connection, before=now - _COUNTS_KEPT)
        standing = sum(suppressions.counts(connection).values())
    try:
        Departures(press.config).shorten(standing)
    except OSError as error:
        # It stays as it is, and long.
        _log.warning("departures: not shortened: %s", (error.strerror or str(error)).lower())
    return Tidied(
        requests=lapsed,
        people=_forget_people(press, overdue, now),
        letters=forgotten,
        counts=counts,
    )


def _forget_people(press: Press, overdue: datetime, now: datetime) -> int:
    """Forget those who never confirmed, as if they had asked for it, but bar nothing."""
    mails: set[str] = set()
    done, batch = 0, _BATCH
    while batch == _BATCH and not press.stopping():
        with press.store.write() as connection:
            some = subscribers.unconfirmed(connection, before=overdue, limit=_BATCH)
            for each in some:
                mails |= rights.clear(connection, each)
                history.add(connection, each.id, "erased", "program", at=now)
        batch = len(some)
        done += batch
    rights.wipe(press, mails)
    return done
