"""The journal: what a process is sending and what became of it, beside a SQLite database.

A line is written with one ``pwrite``, which puts it into the kernel's hands:
it outlives the process at once, at a few microseconds a line, where a commit
takes a hundred times as long. The database learns of endings in batches; then
the file they stood in goes. So a file that is there tells what the database
does not know yet.

Its space is taken when it is made: a disk that fills up can't keep an ending
from being written once its mail is on the wire. Each file is locked as long as
its process lives, and the kernel lets go of the lock when that dies, however
it dies: no clock and no process number is asked.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from syndicate.jobs.delivery.ending import Batch, Ending
from syndicate.model.errors import DeliveryError

#: A file's size, and what an ending may take of it.
SIZE: Final = 1 << 20
LONGEST: Final = 4096

_SENDING, _ENDED, _UNSENT = b"S", b"E", b"U"


@dataclass(slots=True)
class _File:
    path: Path
    descriptor: int
    end: int = 0

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)
        os.close(self.descriptor)


class Journal:
    """The journal of this process. Raises :class:`DeliveryError` where it can't be written."""

    def __init__(self, folder: Path, token: str) -> None:
        self._folder, self._token, self._number = folder, token, 0
        self._open: dict[int, None] = {}
        self._endings: list[Ending] = []
        self._full: list[_File] = []
        self._taken: list[_File] = []
        self._file = self._make()

    @property
    def size(self) -> int:
        return len(self._endings)

    def sending(self, row: int, *, now: datetime) -> None:
        # Each mail on the wire has the room for its ending kept free.
        if self._file.end + LONGEST * (len(self._open) + 2) > SIZE:
            self._turn()
        self._write(_SENDING, str(row))
        self._open[row] = None

    def unsent(self, row: int, state: str) -> None:
        if row in self._open:
            self._write(_UNSENT, str(row))
            del self._open[row]

    def ended(self, ending: Ending) -> None:
        self._write(_ENDED, ending.line())
        self._open.pop(ending.settlement.delivery_id, None)
        self._endings.append(ending)

    def take(self) -> Batch | None:
        if not self._endings:
            return None
        self._turn()
        endings, files = tuple(self._endings), tuple(self._full)
        self._endings, self._full = [], []
        self._taken.extend(files)
        return Batch(endings, endings, partial(self._remove, files))

    def put_back(self, batch: Batch) -> None:
        self._endings[:0] = batch.endings
        self._full[:0] = self._taken
        self._taken.clear()

    def close(self) -> None:
        """Remove the file if nothing in it matters any more, else leave all to whoever finds it."""
        left = [*self._taken, *self._full]
        if not self._endings and not self._open and not left:
            self._file.remove()
            return
        for file in (*left, self._file):
            os.close(file.descriptor)

    def _remove(self, files: tuple[_File, ...]) -> None:
        for file in files:
            file.remove()
            self._taken.remove(file)

    def _turn(self) -> None:
        fresh = self._make()
        self._full.append(self._file)
        self._file = fresh
        for row in self._open:
            self._write(_SENDING, str(row))

    def _write(self, kind: bytes, text: str) -> None:
        line = kind + text.encode() + b"\n"
        try:
            done = os.pwrite(self._file.descriptor, line, self._file.end)
        except OSError as error:
            raise self._trouble(error) from error
        if done != len(line):
            raise self._trouble(OSError("it was cut off"))
        self._file.end += done

    def _make(self) -> _File:
        path = self._folder / f"{self._token}.{self._number:06}"
        hidden = path.with_name(f".{path.name}")
        self._number += 1
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Locked before it has its name: nobody finds it and takes it for a dead one's.
            descriptor = os.open(hidden, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.posix_fallocate(descriptor, 0, SIZE)
                hidden.rename(path)
            except OSError:
                os.close(descriptor)
                hidden.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise self._trouble(error) from error
        return _File(path, descriptor)

    def _trouble(self, error: OSError) -> DeliveryError:
        return DeliveryError(
            f"journal {self._folder}",
            (error.strerror or str(error)).lower(),
            "free some space on its disk, or let this user write there, and deliver again",
        )


@dataclass(frozen=True, slots=True)
class Abandoned:
    """What a process that died has left: the rows it was sending, and endings not yet known."""

    token: str
    sending: tuple[int, ...]
    endings: tuple[Ending, ...]
    files: tuple[_File, ...]

    def remove(self) -> None:
        for file in self.files:
            file.remove()


def living(folder: Path) -> set[str]:
    """The tokens of the processes that write a journal here."""
    alive = set()
    for token, paths in _named(folder).items():
        files = _locked(paths)
        if files is None:
            alive.add(token)
        for file in files or ():
            os.close(file.descriptor)
    return alive


def abandoned(folder: Path) -> Iterator[Abandoned]:
    """The journals whose process is dead, each held by us until it is removed."""
    for token, paths in _named(folder).items():
        files = _locked(paths)
        if files is None:
            continue
        sending: dict[int, None] = {}
        endings: list[Ending] = []
        for file in files:
            _read(file, sending, endings)
        yield Abandoned(token, tuple(sending), tuple(endings), tuple(files))


def _named(folder: Path) -> dict[str, list[Path]]:
    """Every journal's files in their order, by token."""
    found: dict[str, list[Path]] = {}
    with suppress(FileNotFoundError):
        for path in sorted(folder.iterdir()):
            if not path.name.startswith("."):
                found.setdefault(path.name.partition(".")[0], []).append(path)
    return found


def _locked(paths: Iterable[Path]) -> list[_File] | None:
    """The files under our lock; None where their process lives, or somebody else is at them."""
    files: list[_File] = []
    for path in paths:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            for file in files:
                os.close(file.descriptor)
            return None
        files.append(_File(path, descriptor))
    return files


def _read(file: _File, sending: dict[int, None], endings: list[Ending]) -> None:
    """What a file says; a last line that was cut off says nothing: its write never returned."""
    text, _, _ = os.pread(file.descriptor, SIZE, 0).partition(b"\0")
    for line in text.split(b"\n")[:-1]:
        kind, rest = line[:1], line[1:].decode()
        if kind == _SENDING:
            sending[int(rest)] = None
        elif kind == _UNSENT:
            sending.pop(int(rest), None)
        elif kind == _ENDED:
            ending = Ending.read(rest)
            sending.pop(ending.settlement.delivery_id, None)
            endings.append(ending)
