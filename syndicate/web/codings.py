"""Content codings: which one a request takes best, and how each is undone.

Pure. What is compressed, and when, is publishing's affair; here a copy is only
undone once, to see that it is what it says.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import brotli
import zstandard

IDENTITY: Final = "identity"

_MEMBER: Final = re.compile(
    r"[ \t]*(?P<coding>[!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*"
    r"(?:;[ \t]*[qQ]=(?P<q>0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*)?"
)
#: What a coding that a request does not name at all is worth: less than any it names.
_UNNAMED: Final = 0.0001


@dataclass(frozen=True, slots=True)
class Coding:
    """A coding's name in HTTP, the ending of its files, and how it is undone.

    ``undo`` gives up after as many bytes as it is told, one more at most.
    """

    name: str
    ending: str
    undo: Callable[[bytes, int], bytes]


@lru_cache(maxsize=256)
def weights(field: str) -> Mapping[str, float]:
    """What Accept-Encoding says of each coding it names (RFC 9110, 12.5.3).

    0 is not acceptable; a member that can't be read is passed over.
    """
    found: dict[str, float] = {}
    for member in field.split(","):
        read = _MEMBER.fullmatch(member)
        if read:
            name = read["coding"].lower().removeprefix("x-")
            found[name] = float(read["q"]) if read["q"] is not None else 1.0
    return found


def acceptable(field: str | None, sizes: Mapping[str, int]) -> Sequence[str]:
    """Those of the available codings that a request takes, the best first.

    ``sizes`` are the available codings, ``identity`` among them, and how many
    bytes each takes: what the request values alike, the smallest goes first.
    Without the field anything may be sent, so nothing is encoded.
    """
    if field is None:
        return (IDENTITY,)
    said = weights(field)
    worth = {name: _worth(name, said) for name in sizes}
    taken = [name for name, weight in worth.items() if weight > 0]
    return sorted(taken, key=lambda name: (-worth[name], sizes[name]))


def _worth(name: str, said: Mapping[str, float]) -> float:
    unnamed = _UNNAMED if name == IDENTITY else 0.0
    return said.get(name, said.get("*", unnamed))


def _gunzip(data: bytes, limit: int) -> bytes:
    reading = zlib.decompressobj(wbits=31)
    undone = reading.decompress(data, limit + 1)
    if not reading.eof or reading.unused_data:
        raise EOFError
    return undone


def _unbrotli(data: bytes, limit: int) -> bytes:
    undone: bytes = brotli.decompress(data)
    return undone


def _unzstd(data: bytes, limit: int) -> bytes:
    with zstandard.ZstdDecompressor().stream_reader(data) as reader:
        return reader.read(limit + 1)


CODINGS: Final = (
    Coding("gzip", ".gz", _gunzip),
    Coding("br", ".br", _unbrotli),
    Coding("zstd", ".zst", _unzstd),
)


def holds(coding: Coding, copy: bytes, data: bytes) -> bool:
    """Whether a compressed copy is one of these very bytes."""
    try:
        return coding.undo(copy, len(data)) == data
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError):
        return False
