"""The files of the output folder as they are served: found safely, hashed once, kept in memory.

The path of a request is never trusted: it is taken apart, and what it leads to
must lie in the folder, links followed.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

#: Files up to this many bytes are kept in memory; larger ones are streamed.
KEPT: Final = 2 * 1024 * 1024
#: All files in memory together, in bytes.
MEMORY: Final = 64 * 1024 * 1024
#: How many files are remembered at most, the hashes of streamed ones included.
COUNT: Final = 10_000
CHUNK: Final = 64 * 1024

_PART: Final = re.compile(r"[^./\\\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]*")

Signature = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was when it had this signature. ``data`` is None for one too large to keep."""

    place: Path
    signature: Signature
    length: int
    sha256: str
    modified: datetime
    data: bytes | None

    @property
    def etag(self) -> str:
        """Strong, from the bytes alone (RFC 9110, 8.8.3)."""
        return f'"{self.sha256[:32]}"'

    def open(self) -> BinaryIO | None:
        """The file, if it is still the same one."""
        try:
            file = self.place.open("rb")
        except OSError:
            return None
        if _signature(os.fstat(file.fileno())) == self.signature:
            return file
        file.close()
        return None


class Shelf:
    """The files under one folder. Safe to use from several threads."""

    def __init__(self, folder: Path, *, memory: int = MEMORY, kept: int = KEPT) -> None:
        self._folder, self._memory, self._kept = folder, memory, kept
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._used = 0
        self._lock = threading.Lock()

    def held(self, name: str) -> StoredFile | None:
        """The file if it is known and has not changed: one ``stat``, nothing read."""
        with self._lock:
            file = self._files.get(name)
        if file is None:
            return None
        try:
            same = _signature(file.place.stat()) == file.signature
        except (OSError, ValueError):
            same = False
        if not same:
            return None
        with self._lock:
            if name in self._files:
                self._files.move_to_end(name)
        return file

    def fetch(self, name: str) -> StoredFile | None:
        """The file, read anew if need be; None where there is nothing to serve."""
        return self.held(name) or self._read(name)

    def _read(self, name: str) -> StoredFile | None:
        place = self._place(name)
        if place is None:
            return None
        try:
            with place.open("rb") as opened:
                found = os.fstat(opened.fileno())
                if found.st_size <= self._kept:
                    data: bytes | None = opened.read()
                    digest = hashlib.sha256(data or b"").hexdigest()
                else:
                    data = None
                    digest = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError:
            return None
        file = StoredFile(
            place=place,
            signature=_signature(found),
            length=found.st_size if data is None else len(data),
            sha256=digest,
            modified=datetime.fromtimestamp(found.st_mtime, UTC),
            data=data,
        )
        self._keep(name, file)
        return file

    def _place(self, name: str) -> Path | None:
        """Where the file lies; None for a name that no published file has."""
        if not all(_PART.fullmatch(part) for part in name.split("/")):
            return None
        place = self._folder / name
        try:
            leads_to = place.resolve(strict=True)
            inside = leads_to.is_relative_to(self._folder.resolve())
            return place if inside and leads_to.is_file() else None
        except (OSError, ValueError, RuntimeError):
            return None

    def _keep(self, name: str, file: StoredFile) -> None:
        with self._lock:
            old = self._files.pop(name, None)
            self._used -= len(old.data or b"") if old else 0
            self._files[name] = file
            self._used += len(file.data or b"")
            while self._used > self._memory or len(self._files) > COUNT:
                _, dropped = self._files.popitem(last=False)
                self._used -= len(dropped.data or b"")


def _signature(found: os.stat_result) -> Signature:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
