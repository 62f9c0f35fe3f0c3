"""The files of the output folder as they are served: found safely, hashed once.

The path of a request is never trusted: it is taken apart, and what it leads to
must lie in the folder, links followed. Compressed copies beside a file are used
only if they are of the very bytes that the file holds: a publish writes them
after it, and may be under way.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from syndicate.web.codings import CODINGS, Coding, holds

CHUNK: Final = 64 * 1024

_PART: Final = re.compile(r"[^./\\\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]*")
#: gzip's level where no copy was published: half the time of 9 for 2 % more bytes.
_LEVEL: Final = 6
#: Less is not worth compressing: it fits into a packet as it is.
_WORTH_IT: Final = 1_000

Signature = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was when it, and the copies beside it, had these signatures.

    ``data`` is None for one too large to keep; ``encoded`` are its bytes in
    each coding that there is.
    """

    place: Path
    signature: Signature
    length: int
    sha256: str
    modified: datetime
    data: bytes | None
    encoded: Mapping[str, bytes] = field(default_factory=dict)
    copies: Mapping[str, Signature | None] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return len(self.data or b"") + sum(map(len, self.encoded.values()))

    @property
    def is_current(self) -> bool:
        """Whether it and its copies are still the same: a ``stat`` each, nothing read."""
        if _look(self.place) != self.signature:
            return False
        return all(
            _look(_beside(self.place, ending)) == found for ending, found in self.copies.items()
        )

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


def read(folder: Path, name: str, *, kept: int, compressed: bool) -> StoredFile | None:
    """The file of this name in the folder; None where there is nothing to serve.

    Up to ``kept`` bytes are held in memory. With ``compressed``, so are its
    copies; where no gzip copy of these bytes lies beside it, one is made.
    """
    place = _place(folder, name)
    if place is None:
        return None
    try:
        with place.open("rb") as opened:
            found = os.fstat(opened.fileno())
            if found.st_size <= kept:
                data: bytes | None = opened.read()
                digest = hashlib.sha256(data or b"").hexdigest()
            else:
                data = None
                digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None
    encoded: dict[str, bytes] = {}
    copies: dict[str, Signature | None] = {}
    if compressed and data is not None:
        for coding in CODINGS:
            # Looked at before it is read: what comes in between shows at the next look.
            copies[coding.ending] = _look(_beside(place, coding.ending))
            copy = _copy(place, coding, data) if copies[coding.ending] else None
            if copy is not None:
                encoded[coding.name] = copy
        if "gzip" not in encoded and len(data) >= _WORTH_IT:
            encoded["gzip"] = gzip.compress(data, _LEVEL, mtime=0)
    return StoredFile(
        place=place,
        signature=_signature(found),
        length=found.st_size if data is None else len(data),
        sha256=digest,
        modified=datetime.fromtimestamp(found.st_mtime, UTC),
        data=data,
        encoded=encoded,
        copies=copies,
    )


def _copy(place: Path, coding: Coding, data: bytes) -> bytes | None:
    """The compressed copy, if it holds these bytes."""
    beside = _beside(place, coding.ending)
    try:
        if not beside.is_file() or beside.stat().st_size > len(data) + _WORTH_IT:
            return None
        copy = beside.read_bytes()
    except OSError:
        return None
    return copy if holds(coding, copy, data) else None


def _place(folder: Path, name: str) -> Path | None:
    """Where the file lies; None for a name that no published file has."""
    if not all(_PART.fullmatch(part) for part in name.split("/")):
        return None
    place = folder / name
    try:
        leads_to = place.resolve(strict=True)
        inside = leads_to.is_relative_to(folder.resolve())
        return place if inside and leads_to.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _beside(place: Path, ending: str) -> Path:
    return place.with_name(place.name + ending)


def _look(place: Path) -> Signature | None:
    try:
        return _signature(place.stat())
    except (OSError, ValueError):
        return None


def _signature(found: os.stat_result) -> Signature:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
