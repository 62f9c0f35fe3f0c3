"""The journal: what a process is sending and what became of it, beside a SQLite database.

A line is written with one ``pwrite``, which puts it into the kernel's hands:
it outlives the process at once, at a few microseconds a line, where a commit
takes a hundred times as long. The database learns of endings in batches; then
the file they stood in goes. So a file that is there tells what the database
does not know yet.

Its space is taken when it is made: a disk that fills up can't keep an ending
from being written once its mail is on the wire.

Beside its files a process has one that it keeps locked as long as it lives, and
the kernel lets go of the lock when that dies, however it dies: no clock and no
process number is asked. That one is made before all others and goes after
them, and only by whoever holds its lock: so that it is found, or the process is
known to be dead, while its other files come and go.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
_LIFE: Final = ".life"


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
        self._life = self._begin()
        try:
            self._file = self._make()
        except DeliveryError:
            self._life.remove()
            raise

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
            self._life.remove()
            return
        for file in (*left, self._file, self._life):
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

    def _begin(self) -> _File:
        """Say that this process lives: locked before it has its name, so never found unlocked."""
        path = self._folder / f"{self._token}{_LIFE}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _named_when_ready(path) as descriptor:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise self._trouble(error) from error
        return _File(path, descriptor)

    def _make(self) -> _File:
        path = self._folder / f"{self._token}.{self._number:06}"
        self._number += 1
        try:
            with _named_when_ready(path) as descriptor:
                os.posix_fallocate(descriptor, 0, SIZE)
        except OSError as error:
            raise self._trouble(error) from error
        return _File(path, descriptor)

    def _trouble(self, error: OSError) -> DeliveryError:
        return DeliveryError(
            f"journal {self._folder}",
            (error.strerror or str(error)).lower(),
            "free some space on its disk, or let this user write there, and deliver again",
        )


@contextmanager
def _named_when_ready(path: Path) -> Iterator[int]:
    """A new file, which gets its name once the block is through."""
    hidden = path.with_name(f".{path.name}")
    descriptor = os.open(hidden, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        yield descriptor
        hidden.rename(path)
    except OSError:
        os.close(descriptor)
        hidden.unlink(missing_ok=True)
        raise


@dataclass(frozen=True, slots=True)
class Abandoned:
    """What a process that died has left: the rows it was sending, and endings not yet known."""

    token: str
    sending: tuple[int, ...]
    endings: tuple[Ending, ...]
    files: tuple[Path, ...]

    def remove(self) -> None:
        """Forget it, now that the database knows. Only while :func:`abandoned` stands at it."""
        for path in self.files:
            path.unlink(missing_ok=True)


def known(folder: Path) -> set[str]:
    """The tokens of all that have a journal here, dead or alive."""
    with suppress(FileNotFoundError):
        return {path.name.partition(".")[0] for path in folder.iterdir()} - {""}
    return set()


def abandoned(folder: Path) -> Iterator[Abandoned]:
    """The journals whose process is dead, each held by us until the next is asked for."""
    for token in sorted(known(folder)):
        life = folder / f"{token}{_LIFE}"
        held = _held(life)
        if held is None:
            continue
        try:
            # Looked for under the lock: nothing comes or goes any more.
            files = sorted(path for path in folder.glob(f"{token}.*") if path != life)
            sending: dict[int, None] = {}
            endings: list[Ending] = []
            for path in files:
                _read(path.read_bytes(), sending, endings)
            unnamed = folder.glob(f".{token}.*")
            yield Abandoned(token, tuple(sending), tuple(endings), (*files, *unnamed, life))
        finally:
            os.close(held)


def _held(life: Path) -> int | None:
    """The lock of a dead process, now ours; None where it lives, or somebody else is at it."""
    try:
        descriptor = os.open(life, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever held it until now may have been through with it.
        if os.path.samestat(os.fstat(descriptor), life.stat()):
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None


def _read(data: bytes, sending: dict[int, None], endings: list[Ending]) -> None:
    """What a file says; a last line that was cut off says nothing: its write never returned."""
    text, _, _ = data.partition(b"\0")
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
