"""The clock: it ticks, and knows nothing of what is done at a tick.

APScheduler has no jobs of ours in it: what is due follows from the store
(``due.py``), so that neither a restart nor a second scheduler can lose a job
or do it twice.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger


@contextmanager
def ticking(tick: Callable[[], Awaitable[None]], *, every: timedelta) -> Iterator[None]:
    """Call ``tick`` at once and then again and again, in the running event loop.

    One call at a time; a moment that passed while the machine slept is made
    up for once.
    """
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(
        tick,
        IntervalTrigger(seconds=every.total_seconds(), timezone=UTC),
        next_run_time=datetime.now(UTC),
        # Said out loud, because the defaults drop a call that is a second late.
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
