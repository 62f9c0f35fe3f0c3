"""Progress bars: on stderr, for a person at a terminal, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from syndicate.model.progress import Progress, silent

if TYPE_CHECKING:
    from rich.progress import Progress as Bars


class Line:
    """The line that progress has on a terminal: two bars at a time would draw over each other."""

    def __init__(self) -> None:
        self._there: Bars | None = None

    def show(self, bars: Bars) -> None:
        """Put these where others stand."""
        if self._there is not bars:
            self.clear()
            bars.start()
            self._there = bars

    def clear(self, bars: Bars | None = None) -> None:
        """Take away what stands there, or these alone."""
        if self._there is not None and bars in (None, self._there):
            self._there.stop()
            self._there = None


@contextmanager
def progress_bar(
    title: str, *, quiet: bool = False, line: Line | None = None
) -> Iterator[Progress]:
    """A listener that draws a bar; silent in a pipe, or where ``quiet`` or JSON was asked for."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    bars = Bars(
        TextColumn("{task.description}"),
        BarColumn(bar_width=24, complete_style="cyan", finished_style="cyan"),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
    )
    line = line or Line()
    task = bars.add_task(title, total=None)

    def listen(done: int, total: int | None = None, /) -> None:
        bars.update(task, completed=done, total=total)
        line.show(bars)

    line.show(bars)
    try:
        yield listen
    finally:
        line.clear(bars)
