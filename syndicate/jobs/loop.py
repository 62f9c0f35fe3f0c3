"""The event loop that connections are served by: uvloop's where it is installed, else Python's."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, TypeVar

Result = TypeVar("Result")


def factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes a loop; None for Python's own."""
    try:
        import uvloop
    except ImportError:
        return None
    made: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return made


def run(main: Coroutine[Any, Any, Result]) -> Result:
    """Do what ``asyncio.run`` does, on such a loop. Raises ``KeyboardInterrupt`` where
    :func:`interrupt` ended it."""
    with asyncio.Runner(loop_factory=factory()) as runner:
        under_way = _UnderWay(runner.get_loop(), threading.get_ident())
        _under_way.append(under_way)
        try:
            return runner.run(under_way.do(main))
        except asyncio.CancelledError:
            if under_way.interrupted:
                raise KeyboardInterrupt from None
            raise
        finally:
            _under_way.remove(under_way)


def interrupt() -> bool:
    """End what this thread runs on a loop as Ctrl-C does by itself: what is awaited is cancelled,
    so that it settles what it has in hand. For a signal's handler. False where there is nothing
    to end, or where that was said already."""
    thread = threading.get_ident()
    for each in _under_way[::-1]:
        if each.thread == thread and each.task is not None and not each.interrupted:
            each.interrupted = True
            each.task.cancel()
            # It may be asleep until something comes.
            each.loop.call_soon_threadsafe(lambda: None)
            return True
    return False


@dataclass(eq=False)
class _UnderWay:
    loop: asyncio.AbstractEventLoop
    thread: int
    task: asyncio.Task[Any] | None = None
    interrupted: bool = False

    async def do(self, main: Coroutine[Any, Any, Result]) -> Result:
        self.task = asyncio.current_task()
        return await main


_under_way: Final[list[_UnderWay]] = []
