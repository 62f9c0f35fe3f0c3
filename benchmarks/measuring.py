"""Measures a piece of work in a process of its own, and prints what came of it.

Imports nothing but the standard library: on Linux a process starts with the
peak memory of the one that started it, so the one that starts them stays small.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")

_EVERY: Final = 0.1
"""Seconds between two looks at the memory of child processes."""
_MEGABYTE: Final = 1_000_000
_UNIT_OF_PEAK: Final = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Measured(Generic[T]):
    """What the work returned, and what it took besides time.

    ``peak`` is the memory of its process, ``child_peak`` that of its largest
    child, in megabytes; ``child_cpu`` is the processor time of all children, in
    seconds, as last seen (0 where the system does not tell).
    """

    value: T
    peak: float
    child_peak: float
    child_cpu: float


def apart(work: Callable[..., T], *arguments: object) -> Measured[T]:
    """Do the work in a fresh process; ``work`` is a function of a module."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, work, arguments))
    process.start()
    theirs.close()
    largest, spent = 0, dict[int, float]()
    while not ours.poll(_EVERY):
        for child in _below(process.pid):
            largest = max(largest, _peak_of(child))
            spent[child] = max(spent.get(child, 0), _cpu_of(child))
    try:
        value, peak = ours.recv()
    except EOFError:
        process.join()
        raise SystemExit(f"{work.__name__} failed, see above") from None
    process.join()
    return Measured(
        value,
        peak * _UNIT_OF_PEAK / _MEGABYTE,
        largest * 1024 / _MEGABYTE,
        sum(spent.values()),
    )


def _serve(answer: Connection, work: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    value = work(*arguments)
    answer.send((value, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    answer.close()


def _below(pid: int | None) -> Iterator[int]:
    """The processes that a process has started, and those that they have."""
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from _below(child)


def _peak_of(pid: int) -> int:
    """The most memory that a process has ever had, in kilobytes."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) if "VmHWM:" in status else 0


def _cpu_of(pid: int) -> float:
    """The processor time that a process has had, in seconds."""
    try:
        # The name in the second field may hold spaces and parentheses.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the outcome: ``ours`` against a ``peer``, or on its own.

    ``goal`` is the largest ratio that is good, or the largest value where
    there is no peer. ``unit`` is ``s`` or ``MB``.
    """

    articles: int
    what: str
    ours: float
    against: str = ""
    peer: float | None = None
    ratio: float | None = None
    goal: float | None = None
    unit: str = "s"


def compared(
    articles: int,
    what: str,
    ours: Sequence[float],
    against: str,
    peer: Sequence[float],
    goal: float | None = None,
) -> Figure:
    """Seconds of rounds that took turns: the ratio is the median of the rounds' ratios."""
    ratio = median(one / other for one, other in zip(ours, peer, strict=True))
    return Figure(articles, what, median(ours), against, median(peer), ratio, goal)


def memory(articles: int, what: str, peak: float, goal: float | None = None) -> Figure:
    return Figure(articles, what, peak, goal=goal, unit="MB")


def stated(purpose: str, *, repeat: int = 3) -> argparse.ArgumentParser:
    """What every benchmark can be told."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument(
        "--repeat", type=int, default=repeat, help="rounds to take medians of (default %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="figures for programs")
    return parser


def arguments(purpose: str) -> argparse.Namespace:
    """What is said to a benchmark that works on stores: ``sizes`` and ``keep`` besides."""
    parser = stated(purpose)
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=(1_000, 10_000),
        metavar="N,N",
        help="how many articles (default 1000,10000)",
    )
    parser.add_argument(
        "--full", action="store_true", help="1,000, 10,000 and 100,000: some minutes, 2 GB of disk"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the stores here and stay")
    given = parser.parse_args()
    if given.full:
        given.sizes = (1_000, 10_000, 100_000)
    return given


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(sorted(int(size) for size in text.split(",")))
    if not sizes or sizes[0] < 1:
        raise argparse.ArgumentTypeError("numbers of articles, such as 1000,10000")
    return sizes


@contextmanager
def workplace(keep: Path | None) -> Iterator[Path]:
    """The folder to work in: a temporary one, or one that stays."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with TemporaryDirectory(prefix="syndicate-benchmark-") as folder:
        yield Path(folder)


def tell(step: str) -> None:
    """Progress, for a person at a terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{step}", end="", file=sys.stderr, flush=True)


def show(figures: Iterable[Figure], *, as_json: bool, counted: str = "articles") -> None:
    """Print the outcome; ``counted`` is what the first column's numbers are of."""
    tell("")
    if as_json:
        print(json.dumps([asdict(figure) for figure in figures], indent=1))
        return
    rows = [(counted, "what", "ours", "against", "", "ratio", "goal"), *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.ljust(width) if column in (1, 3) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())


def _row(figure: Figure) -> tuple[str, ...]:
    goal = ""
    if figure.goal is not None:
        reached = figure.ours if figure.ratio is None else figure.ratio
        unit = f" {figure.unit}" if figure.ratio is None else ""
        goal = f"{'met' if reached <= figure.goal else 'MISSED'}: {figure.goal:g}{unit}"
    return (
        f"{figure.articles:,}" if figure.articles else "",
        figure.what,
        _amount(figure.ours, figure.unit),
        figure.against,
        "" if figure.peer is None else _amount(figure.peer, figure.unit),
        "" if figure.ratio is None else f"{figure.ratio:.{2 if figure.ratio >= 0.1 else 4}f}",
        goal,
    )


def _amount(amount: float, unit: str) -> str:
    if unit == "s" and amount < 1:
        return f"{amount * 1000:.1f} ms"
    return f"{amount:.1f} {unit}"
