"""Told to stop: from then on nobody at the other end of a connection is waited for long.

A mail server may take minutes for an answer, and mostly that is worth it. Who
is told to stop has less: a service manager kills after a minute or two.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, TypeVar

#: How long what is on the wire may take to be answered once we are told to stop, in seconds.
GRACE: Final = 20.0
#: How often we ask whether we are, in seconds.
_EVERY: Final = 0.2

Result = TypeVar("Result")


class Stop:
    """What waits for others, each with the time that it has once we are told to stop."""

    def __init__(self) -> None:
        self._told: float | None = None
        self._limits: dict[asyncio.Timeout, float] = {}

    async def within(self, seconds: float, work: Awaitable[Result]) -> Result | None:
        """What comes of it; None where that had to be cancelled so long after we were told."""
        limit = asyncio.timeout_at(None if self._told is None else self._told + seconds)
        self._limits[limit] = seconds
        try:
            async with limit:
                return await work
        except TimeoutError:
            if not limit.expired():
                raise
            return None
        finally:
            del self._limits[limit]

    async def heed(self, stopping: Callable[[], bool]) -> None:
        """Ask until the answer is yes, and set the limits then."""
        while not stopping():
            await asyncio.sleep(_EVERY)
        self._told = asyncio.get_running_loop().time()
        for limit, seconds in self._limits.items():
            limit.reschedule(self._told + seconds)


@asynccontextmanager
async def heeding(stopping: Callable[[], bool]) -> AsyncIterator[Stop]:
    """Watch for a stop as long as this lasts."""
    stop = Stop()
    watching = asyncio.create_task(stop.heed(stopping))
    try:
        yield stop
    finally:
        watching.cancel()
