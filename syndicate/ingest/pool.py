"""Reads many files: in this process if they are few, else in worker processes.

Workers come from a fork server, which is safe in a process with threads and
starts them quickly. Results arrive in the order of the files, and only a few
chunks are on their way at a time, so memory does not grow with the source.
"""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from syndicate.ingest import wire
from syndicate.ingest.folder import File
from syndicate.ingest.markup import LARGEST
from syndicate.ingest.origin import Origin
from syndicate.ingest.registry import READERS
from syndicate.model.article import Page
from syndicate.model.errors import PageError

FEW = 200
"""Up to this many files are read in this process: starting workers costs more."""

_CHUNK = 50
_AHEAD = 2
"""Chunks on their way for each worker."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: its page, or why there is none."""

    file: File
    page: Page | None = None
    error: PageError | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """How the files of a source are read; ``root`` is the folder their paths start in."""

    kind: str
    root: str
    origin: Origin


_Answer = wire.Packed | PageError
_Flight = tuple[list[File], "Future[list[_Answer]] | None"]


def read_files(
    files: Sequence[File], origin: Origin, *, root: Path, kind: str, workers: int
) -> Iterator[Outcome]:
    """Read ``files`` under ``root`` with the reader of ``kind``, in their order.

    A file that can't be read, or that brings a worker down, gives an outcome
    with an error; the others are read all the same.
    """
    job = Job(kind, str(root), origin)
    if workers < 2 or len(files) <= FEW:
        for file in files:
            yield _outcome(file, _read(job, file.path))
        return
    with _Pool(job, workers) as pool:
        yield from pool.read(files)


def _outcome(file: File, answer: Page | PageError) -> Outcome:
    if isinstance(answer, PageError):
        return Outcome(file, error=answer)
    return Outcome(file, page=answer)


def _read(job: Job, path: str) -> Page | PageError:
    try:
        return READERS[job.kind](_bytes(f"{job.root}/{path}"), name=path, origin=job.origin)
    except PageError as error:
        return error
    except OSError as error:
        return PageError(path, "file", f"can't be read: {error.strerror}", "check its permissions")
    except Exception as error:
        return PageError(path, "page", f"{type(error).__name__}: {error}", "report this page")


def _bytes(path: str) -> bytes:
    """The whole file, but no more than a reader would take."""
    with open(path, "rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        return file.read(min(size, LARGEST) + 1)


def _answer_chunk(job: Job, paths: Sequence[str]) -> list[_Answer]:
    """In a worker: read a chunk and pack it for the way back."""
    answers: list[_Answer] = []
    for path in paths:
        answer = _read(job, path)
        answers.append(wire.pack(answer) if isinstance(answer, Page) else answer)
    return answers


def prepare_worker() -> None:
    """In a new worker: end with the parent, and leave what is loaded out of collections.

    An interrupt from the terminal is the parent's to handle.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel
        threading.Thread(target=_end_with, args=(sentinel,), daemon=True).start()
    gc.freeze()
    gc.set_threshold(50_000)


def _end_with(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


class _Pool:
    """Worker processes, replaced when one of them dies."""

    def __init__(self, job: Job, workers: int) -> None:
        self._job = job
        self._workers = workers
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([__name__])
        self._executor = self._start(workers)

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, self._context, initializer=prepare_worker)

    def read(self, files: Iterable[File]) -> Iterator[Outcome]:
        source = iter(files)
        chunks = iter(lambda: list(islice(source, _CHUNK)), [])
        flying: deque[_Flight] = deque()
        while True:
            while len(flying) < self._workers * _AHEAD and (chunk := next(chunks, None)):
                flying.append((chunk, self._submit(chunk)))
            if not flying:
                return
            chunk, future = flying.popleft()
            try:
                if future is None:
                    raise BrokenProcessPool
                answers = future.result()
            except BrokenProcessPool:
                yield from self._read_singly(chunk)
                self._executor.shutdown(wait=True, cancel_futures=True)
                self._executor = self._start(self._workers)
                flying = deque(map(self._again, flying))
                continue
            yield from self._outcomes(chunk, answers)

    def _submit(self, chunk: list[File]) -> Future[list[_Answer]] | None:
        try:
            return self._executor.submit(_answer_chunk, self._job, [file.path for file in chunk])
        except BrokenProcessPool:
            return None

    def _again(self, flight: _Flight) -> _Flight:
        """Submit a chunk anew unless it was done before the pool broke."""
        chunk, future = flight
        done = future is not None and future.done() and future.exception() is None
        return flight if done else (chunk, self._submit(chunk))

    def _outcomes(self, chunk: list[File], answers: list[_Answer]) -> Iterator[Outcome]:
        for file, answer in zip(chunk, answers, strict=True):
            if isinstance(answer, PageError):
                yield Outcome(file, error=answer)
            else:
                yield Outcome(file, page=wire.unpack(answer))

    def _read_singly(self, chunk: list[File]) -> Iterator[Outcome]:
        """A chunk that brought a worker down: one file at a time, so that only the guilty fails."""
        executor = self._start(1)
        for file in chunk:
            try:
                answers = executor.submit(_answer_chunk, self._job, [file.path]).result()
            except BrokenProcessPool:
                executor.shutdown(wait=True)
                executor = self._start(1)
                cause = "brings the process down that reads it"
                answers = [PageError(file.path, "page", cause, "report this page")]
            yield from self._outcomes([file], answers)
        executor.shutdown(wait=True)
