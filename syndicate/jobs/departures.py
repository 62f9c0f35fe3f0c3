"""The departures: who has left, known outside the store as well.

A line for each suppression that is written or lifted, in a file beside the
site's secrets, written before the store's commit: so a store that was restored
from an older day can be told who has left since. It holds keyed hashes,
newsletters, reasons and times, and no address; the hashes say nothing to whoever
has not got the suppression key.

Of each only the last word matters, and that stays for good: any backup may be
restored, however old, so that the store knows somebody today says nothing. What
was said before it, and of whom it was lifted, is taken out now and then.

Hosts that share a database need the folder in common, as for the epochs.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Final

from syndicate.config.model import Config
from syndicate.model.errors import DeliveryError
from syndicate.store.departures import Departure

_NAME: Final = "departures.jsonl"
#: How much of what was read is looked at to see whether the file is still the same.
_TAIL: Final = 4 * 1024
_BLOCK: Final = 1 << 20
#: How many lines of no more use are put up with, besides as many as there are of use.
_SUPERFLUOUS: Final = 1_000

_log = logging.getLogger(__name__)

Known = dict[tuple[str, str], Departure]
"""By hash and newsletter, the last word on each, in the order in which they were said."""


class Departures:
    """The file of a site."""

    def __init__(self, config: Config) -> None:
        self.path: Path = config.subscribers.secrets / _NAME

    def tell(self, noted: Sequence[Departure]) -> None:
        """Write some down. Nobody is kept from leaving because this fails."""
        # A line that a full disk cut off ends with the next one's beginning.
        lines = "".join(f"\n{_line(each)}" for each in noted)
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
            with self._alone(must=False):
                descriptor = os.open(self.path, flags, 0o600)
                try:
                    os.write(descriptor, lines.encode())
                finally:
                    os.close(descriptor)
        except OSError as error:
            _log.warning(
                "file %s: %s; a store restored from a backup would not know who left",
                self.path,
                (error.strerror or str(error)).lower(),
            )

    def shorten(self, standing: int) -> int:
        """Take out what matters no more; how many octets that were.

        ``standing`` is about how many stand: where there are not more than twice as
        many lines, nothing is done. For one process at a time; others may tell
        meanwhile. The file is replaced as a whole, once the new one is on the disk.
        Raises ``OSError``, after which all is as it was.
        """
        if self._lines() <= 2 * standing + _SUPERFLUOUS:
            return 0
        fresh = self.path.with_name(f".{_NAME}.new")
        try:
            saved = self._rewrite(fresh)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        folder = os.open(self.path.parent, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return saved

    def _rewrite(self, fresh: Path) -> int:
        """Replace the file by what matters of it, written to ``fresh``; what is saved."""
        with self.path.open("rb") as old, fresh.open("wb") as new:
            os.fchmod(new.fileno(), 0o600)
            with self._alone(must=True):
                size = old.seek(0, os.SEEK_END)
            last = _last_words(old, size)
            for place, (line, each) in enumerate(_told(old, 0, size)):
                if each.reason and last[_key(each)] == place:
                    new.write(b"\n" + line.rstrip(b"\n"))
            new.flush()
            os.fsync(new.fileno())
            # What was told meanwhile is little: nobody is kept waiting for long.
            with self._alone(must=True):
                old.seek(size)
                new.write(b"\n" + old.read())
                new.flush()
                os.fsync(new.fileno())
                fresh.replace(self.path)
            return old.tell() - new.tell()

    def _lines(self) -> int:
        try:
            with self.path.open("rb") as file:
                return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
        except FileNotFoundError:
            return 0

    @contextmanager
    def _alone(self, *, must: bool) -> Iterator[None]:
        """One at a time; the kernel lets go for one that dies.

        Where there can be no lock, whoever ``must`` be alone is not let in, and others are.
        """
        descriptor = -1
        try:
            try:
                lock = self.path.with_name(f"{_NAME}.lock")
                descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            except OSError:
                if must:
                    raise
            yield
        finally:
            if descriptor >= 0:
                os.close(descriptor)

    def all(self) -> Iterator[Departure]:
        """Those that still hold, the earliest first."""
        return self.since("")[0]

    def since(self, mark: str) -> tuple[Iterator[Departure], str]:
        """Those told since a mark was given that still hold, the earliest first, and a new mark.

        A mark says how far the file was read, and is told from one of another
        file, or of what this one was before it was shortened: then, and with an
        empty one, all are given. Raises :class:`DeliveryError`.
        """
        found: Known = {}
        try:
            with self.path.open("rb") as file:
                # Not while somebody tells: a mark in the middle of a line would lose it.
                with self._alone(must=False):
                    size = file.seek(0, os.SEEK_END)
                begin = int(mark.partition(":")[0] or 0)
                if begin > size or _mark(file, begin) != mark:
                    begin = 0
                for _, each in _told(file, begin, size):
                    # Taken out first, so that the last word comes last.
                    found.pop((each.fingerprint, each.newsletter), None)
                    found[each.fingerprint, each.newsletter] = each
                mark = _mark(file, size)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise DeliveryError(
                f"file {self.path}",
                (error.strerror or str(error)).lower(),
                "mend it; without it those who left since a restored backup was made would be "
                "mailed again",
            ) from error
        return (each for each in found.values() if each.reason), mark


def _line(each: Departure) -> str:
    at = each.at and each.at.isoformat()
    return json.dumps([each.fingerprint, each.newsletter, each.reason, at], separators=(",", ":"))


def _mark(file: BinaryIO, end: int) -> str:
    """Says that a file was read to this octet, and what stood before it."""
    begin = max(end - _TAIL, 0)
    file.seek(begin)
    return f"{end}:{blake2b(file.read(end - begin), digest_size=8).hexdigest()}"


def _told(file: BinaryIO, begin: int, end: int) -> Iterator[tuple[bytes, Departure]]:
    """The lines between these octets, each with what it says."""
    file.seek(begin)
    while file.tell() < end:
        line = file.readline()
        yield from ((line, each) for each in _read([line]))


def _last_words(file: BinaryIO, size: int) -> dict[bytes, int]:
    """Which line, counted from 0, says the last word on each."""
    return {_key(each): place for place, (_, each) in enumerate(_told(file, 0, size))}


def _key(each: Departure) -> bytes:
    """Stands for hash and newsletter, in little room: there may be a million."""
    return blake2b(f"{each.fingerprint} {each.newsletter}".encode(), digest_size=16).digest()


def _read(lines: Iterable[bytes]) -> Iterator[Departure]:
    """What stands in lines; a line that was cut off says nothing."""
    for line in lines:
        try:
            fingerprint, newsletter, reason, at = json.loads(line)
            moment = datetime.fromisoformat(at) if at else None
        except (ValueError, TypeError):
            continue
        yield Departure(fingerprint, newsletter, reason, moment)
