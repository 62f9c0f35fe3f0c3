"""The clock ticks at once, again, and one tick at a time."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from syndicate.schedule.clock import ticking


def test_it_ticks_at_once_and_again():
    async def run() -> int:
        ticks = 0
        enough = asyncio.Event()

        async def tick() -> None:
            nonlocal ticks
            ticks += 1
            if ticks == 3:
                enough.set()

        with ticking(tick, every=timedelta(milliseconds=20)):
            await enough.wait()
        return ticks

    assert asyncio.run(run()) == 3


def test_the_first_tick_does_not_wait_for_the_interval():
    async def run() -> None:
        ticked = asyncio.Event()

        async def tick() -> None:
            ticked.set()

        with ticking(tick, every=timedelta(days=1)):
            await ticked.wait()

    asyncio.run(run())


def test_a_tick_that_fails_does_not_stop_the_clock():
    async def run() -> None:
        ticks: list[int] = []
        enough = asyncio.Event()

        async def tick() -> None:
            ticks.append(1)
            if len(ticks) == 2:
                enough.set()
            raise ValueError("not this time")

        with ticking(tick, every=timedelta(milliseconds=20)):
            await enough.wait()

    asyncio.run(run())


def test_nothing_ticks_afterwards():
    async def run() -> list[int]:
        ticks: list[int] = []
        first = asyncio.Event()

        async def tick() -> None:
            ticks.append(1)
            first.set()

        with ticking(tick, every=timedelta(milliseconds=30)):
            await first.wait()
        count = len(ticks)
        await asyncio.sleep(0.2)
        return ticks[count:]

    assert asyncio.run(run()) == []
