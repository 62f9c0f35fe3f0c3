"""Verbs that work on the store: the press opened, told when to stop, its progress drawn."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from types import FrameType
from typing import TYPE_CHECKING

import click

from syndicate.cli.context import Context
from syndicate.cli.progress import Line, progress_bar
from syndicate.model.progress import Progress

if TYPE_CHECKING:
    from syndicate.jobs.press import Press


@contextmanager
def open_work(
    context: Context,
    *,
    quiet: bool = False,
    create: bool = True,
    scratch: bool = False,
    line: Line | None = None,
) -> Iterator[Press]:
    """The press of the configured site.

    SIGTERM makes a job finish its step and end. ``quiet`` draws no progress;
    others who draw some do so on the same ``line``. Without ``create`` a store that
    does not exist is an error. With ``scratch`` such a store is made up in memory,
    and so are secrets: for a look or a dry run.
    """
    from syndicate.jobs.press import open_press

    with (
        _termination() as stopping,
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
def _termination() -> Iterator[Callable[[], bool]]:
    told = threading.Event()

    def tell(_number: int, _frame: FrameType | None) -> None:
        told.set()

    if threading.current_thread() is not threading.main_thread():
        yield told.is_set
        return
    before = signal.signal(signal.SIGTERM, tell)
    try:
        yield told.is_set
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _bars(*, quiet: bool, line: Line | None) -> Iterator[Callable[[str], Progress]]:
    """Makes a bar for each piece of work; the one before is then done."""
    with ExitStack() as current:

        def begin(title: str) -> Progress:
            current.close()
            return current.enter_context(progress_bar(title, quiet=quiet, line=line))

        yield begin
