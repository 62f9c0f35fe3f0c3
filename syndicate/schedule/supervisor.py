"""The worker process: one at a time, watched, and never in the way of a reader.

Jobs run in a child, since reading ten thousand pages keeps a processor busy
and feeds must be answered meanwhile. The child is in a session of its own:
what interrupts us at a terminal is not meant for it.
"""

from __future__ import annotations

import asyncio
import os
import signal
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final

from syndicate.model.errors import ExitCode

_FIRST_PAUSE: Final = timedelta(seconds=30)
_LONGEST_PAUSE: Final = timedelta(minutes=10)
_DONE: Final = frozenset({ExitCode.OK, ExitCode.PARTLY})


def pause(failures: int) -> timedelta:
    """How long to wait after this many failures in a row."""
    if failures < 1:
        return timedelta()
    doubled: int = 2 ** min(failures - 1, 10)
    return min(_FIRST_PAUSE * doubled, _LONGEST_PAUSE)


class Supervisor:
    """Starts workers with ``command`` and looks after them.

    ``monotonic`` counts seconds. ``log`` is told how each one ends.
    """

    def __init__(self, command: Sequence[str], *, log: Any, monotonic: Callable[[], float]) -> None:
        self._command = tuple(command)
        self._log, self._monotonic = log, monotonic
        self._process: Process | None = None
        self._watching: asyncio.Task[None] | None = None
        self._failures = 0
        self._free_at = 0.0
        self._work: Mapping[str, datetime | None] = {}
        self._stopping = False

    @property
    def is_ready(self) -> bool:
        """Whether a worker may be started: none is running, and none has just failed."""
        idle = self._watching is None or self._watching.done()
        return idle and not self._stopping and self._monotonic() >= self._free_at

    async def start(self, arguments: Sequence[str], *, work: Mapping[str, datetime | None]) -> None:
        """Start a worker.

        ``work`` names the jobs it is to get done, and when each ran last: a
        worker that ends well and leaves all of that as it was can't do it, and
        the next one has to wait like after a failure.
        """
        if work and work == self._work:
            self._failed("the last worker left its work undone", ", ".join(sorted(work)))
            return
        self._work = work
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, *arguments, stdin=DEVNULL, stdout=DEVNULL, start_new_session=True
            )
        except OSError as error:
            self._failed("the worker could not be started", str(error))
            return
        self._log.debug("worker started", pid=self._process.pid, work=sorted(work))
        self._watching = asyncio.create_task(self._watch(self._process))
        if self._stopping:
            self._tell(signal.SIGTERM)

    async def stop(self) -> None:
        """Ask the worker to finish its step and end, and wait until it has."""
        self._stopping = True
        self._tell(signal.SIGTERM)
        if self._watching is not None:
            await self._watching

    def kill(self) -> None:
        """End the worker at once, with whatever it has started."""
        self._stopping = True
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _tell(self, what: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.send_signal(what)

    async def _watch(self, process: Process) -> None:
        code = await process.wait()
        if code in _DONE or self._stopping:
            self._failures, self._free_at = 0, 0.0
            self._log.debug("worker ended", code=code)
            if code == ExitCode.PARTLY:
                self._log.warning("the worker met errors; what could be done is done")
        elif code < 0:
            self._failed("the worker was killed", signal.Signals(-code).name)
        else:
            self._failed("the worker failed", f"exit code {code}")

    def _failed(self, event: str, why: object) -> None:
        self._failures += 1
        wait = pause(self._failures)
        self._free_at = self._monotonic() + wait.total_seconds()
        self._work = {}
        self._log.error(event, why=why, again_in=f"{int(wait.total_seconds())}s")
