"""Compressed copies beside a published file, for web servers that hand them out.

Reproducible: the same bytes give the same copies. Brotli stops at 7: 8 saves
another hundredth and takes 38 MB for a large feed, where 7 takes 17. Archives
are many and seldom asked for, and get gzip -6 alone.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import brotli
import zstandard

Compress = Callable[[bytes], bytes]


def _brotli(data: bytes) -> bytes:
    compressed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=7)
    return compressed


def _zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=9).compress(data)


#: By ending: what stands beside a feed or page.
ENCODINGS: Final[Mapping[str, Compress]] = {
    ".gz": partial(gzip.compress, compresslevel=9, mtime=0),
    ".br": _brotli,
    ".zst": _zstd,
}

#: What stands beside an archive document.
ARCHIVED: Final[Mapping[str, Compress]] = {".gz": partial(gzip.compress, compresslevel=6, mtime=0)}
