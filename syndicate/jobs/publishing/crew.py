"""Worker processes that write archives, where there are many to write.

Each reads the store for itself and writes documents; this process alone
records. What a worker sees may be newer than what this process does: then the
article counts as corrected since, and the next publish looks at it again. A
worker that dies loses nothing: its orders are carried out here, and a document
that it left half-written lies under a temporary name.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.util import Finalize
from typing import Final

from syndicate.config.model import Config
from syndicate.feeds import fragments
from syndicate.feeds.document import Masthead
from syndicate.feeds.entries import EntryBuilder
from syndicate.ingest.pool import prepare_worker
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.scribe import HELD, Done, Order, Scribe
from syndicate.model.section import SectionTree
from syndicate.store.documents import PublishedMedia
from syndicate.store.engine import connect

#: So many orders make a parcel: fewer, and what two documents share is built twice.
_LARGEST: Final = 120
_SMALLEST: Final = 20

#: What a worker keeps of written entries, in bytes: it has no feeds and pages to make beside them.
_KEPT: Final = 12_000_000

#: Parcels on their way for each worker.
_AHEAD: Final = 2


@dataclass(frozen=True, slots=True)
class Brief:
    """What a worker has to know."""

    config: Config
    store: str
    now: datetime
    masthead: Masthead
    tree: SectionTree
    withheld: frozenset[int]
    size: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """What came of some orders, and the media that were copied for them.

    ``lost`` says that a worker died with it, and may have left halves of files.
    """

    orders: int
    done: Done
    lost: bool = False
    fresh: tuple[PublishedMedia, ...] = ()
    warnings: tuple[str, ...] = ()


def count() -> int:
    """How many processes can work at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def write(
    orders: Sequence[Order],
    brief: Brief,
    *,
    workers: int,
    here: Callable[[Sequence[Order]], Done],
    stopping: Callable[[], bool],
) -> Iterator[Parcel]:
    """Have workers write all that is ordered, unless ``stopping``; ``here`` stands in for them."""
    each = min(_LARGEST, max(_SMALLEST, len(orders) // (workers * 4)))
    parcels = deque(orders[start : start + each] for start in range(0, len(orders), each))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "feedgen.feed"])
    executor = ProcessPoolExecutor(workers, context, initializer=_prepare, initargs=(brief,))
    flying: deque[tuple[Sequence[Order], Future[Parcel] | None]] = deque()
    try:
        while True:
            while parcels and len(flying) < workers * _AHEAD and not stopping():
                flying.append((parcels[0], _submitted(executor, parcels.popleft())))
            if not flying:
                return
            wanted, future = flying.popleft()
            try:
                if future is None:
                    raise BrokenProcessPool
                parcel = future.result()
            except BrokenProcessPool:
                if stopping():
                    return
                parcel = Parcel(len(wanted), here(wanted), lost=True)
            yield parcel
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _submitted(executor: ProcessPoolExecutor, orders: Sequence[Order]) -> Future[Parcel] | None:
    try:
        return executor.submit(_carried_out, orders)
    except BrokenProcessPool:
        return None


class _Worker:
    """What a worker process holds between two parcels."""

    def __init__(self, brief: Brief) -> None:
        self._open = ExitStack()
        store = connect(brief.store, root=brief.config.root)
        self._open.callback(store.close)
        connection = self._open.enter_context(store.read())
        press = Press(brief.config, store, clock=lambda: brief.now)
        self._pictures = Pictures(press, connection, dry_run=False)
        self._scribe = Scribe(
            connection,
            brief.config.feeds.output,
            brief.masthead,
            brief.tree,
            brief.withheld,
            self._pictures,
            {
                content: EntryBuilder(
                    brief.masthead,
                    brief.tree,
                    self._pictures.addresses,
                    remote=self._pictures.remote,
                    keep=HELD,
                    full=content == "full",
                )
                for content in ("full", "summary")
            },
            size=brief.size,
        )

    def write(self, orders: Sequence[Order]) -> Parcel:
        done = self._scribe.write(orders)
        fresh, self._pictures.fresh = tuple(self._pictures.fresh), []
        warnings, self._pictures.warnings = tuple(self._pictures.warnings), []
        return Parcel(len(orders), done, fresh=fresh, warnings=warnings)

    def close(self) -> None:
        self._open.close()


_worker: _Worker | None = None


def _prepare(brief: Brief) -> None:
    global _worker
    prepare_worker()
    fragments.KEPT.resize(_KEPT)
    _worker = _Worker(brief)
    Finalize(None, _worker.close, exitpriority=10)


def _carried_out(orders: Sequence[Order]) -> Parcel:
    if _worker is None:
        raise RuntimeError("a worker was given orders before it was prepared")
    return _worker.write(orders)
