"""Verbs that work on the store: the press opened, told when to stop, its progress drawn."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from types import FrameType
from typing import TYPE_CHECKING, Final

import click

from syndicate.cli.context import Context
from syndicate.cli.output import as_log
from syndicate.cli.progress import Line, progress_bar
from syndicate.model.progress import Progress

if TYPE_CHECKING:
    from syndicate.jobs.press import Press

_STDERR: Final = 2
_STOPPING: Final = "stopping: what is on the wire is finished first; Ctrl-C again ends it at once"
#: Signals within so many seconds are one word: `timeout` and some service managers tell a
#: process twice, by itself and as one of its group.
_ONE_WORD: Final = 1.0


@contextmanager
def open_work(
    context: Context,
    *,
    quiet: bool = False,
    create: bool = True,
    scratch: bool = False,
    line: Line | None = None,
    patient: bool = False,
) -> Iterator[Press]:
    """The press of the configured site.

    SIGTERM makes a job finish its step and end, another one ends it at once. With
    ``patient`` Ctrl-C does the same, for work that is better finished than broken off, and
    :attr:`Context.interrupted` says so afterwards. ``quiet`` draws no progress;
    others who draw some do so on the same ``line``. Without ``create`` a store that
    does not exist is an error. With ``scratch`` such a store is made up in memory,
    and so are secrets: for a look or a dry run.
    """
    from syndicate.jobs.press import open_press

    with (
        _termination(context, patient=patient) as stopping,
        _bars(quiet=quiet or context.quiet, line=line) as progress,
        open_press(
            context.config,
            clock=context.now,
            stopping=stopping,
            progress=progress,
            create=create,
            scratch=scratch,
        ) as press,
    ):
        yield press


def parse_at(context: Context, text: str | None) -> datetime | None:
    """A moment a person typed: ISO 8601, in the site's zone where it names none."""
    from syndicate.model.moment import from_local

    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is not a time; write one such as 2026-01-26T09:00", param_hint="--at"
        ) from None
    return from_local(moment, context.config.site.zone) if moment.tzinfo is None else moment


@contextmanager
def _termination(context: Context, *, patient: bool) -> Iterator[Callable[[], bool]]:
    """Says whether we were told to stop."""
    from syndicate.jobs import loop

    told, at = threading.Event(), 0.0

    def tell(number: int, _frame: FrameType | None) -> None:
        nonlocal at
        if told.is_set():
            insists = time.monotonic() - at >= _ONE_WORD
            if insists and not loop.interrupt():
                raise KeyboardInterrupt
            return
        told.set()
        at = time.monotonic()
        if number == signal.SIGINT:
            context.interrupted = True
            _say_so(context)

    if threading.current_thread() is not threading.main_thread():
        yield told.is_set
        return
    heard = (signal.SIGTERM, signal.SIGINT) if patient else (signal.SIGTERM,)
    before = [(each, signal.signal(each, tell)) for each in heard]
    try:
        yield told.is_set
    finally:
        for each, handler in before:
            signal.signal(each, handler)


def _say_so(context: Context) -> None:
    """Straight to the terminal: whatever was interrupted may be writing there itself."""
    if context.quiet:
        return
    said = _STOPPING
    if context.log_format == "json":
        said = as_log(said)
    # A bar may stand in this line.
    clear = "\r\x1b[K" if os.isatty(_STDERR) else ""
    with suppress(OSError):
        os.write(_STDERR, f"{clear}{said}\n".encode())


@contextmanager
def _bars(*, quiet: bool, line: Line | None) -> Iterator[Callable[[str], Progress]]:
    """Makes a bar for each piece of work; the one before is then done."""
    with ExitStack() as current:

        def begin(title: str) -> Progress:
            current.close()
            return current.enter_context(progress_bar(title, quiet=quiet, line=line))

        yield begin
