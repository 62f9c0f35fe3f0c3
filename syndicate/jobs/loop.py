"""The event loop that connections are served by: uvloop's where it is installed, else Python's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

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
    """Do what ``asyncio.run`` does, on such a loop."""
    with asyncio.Runner(loop_factory=factory()) as runner:
        return runner.run(main)
