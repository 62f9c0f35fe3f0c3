"""Pictures of a local store: size, type and length, read from their first bytes.

Only formats that every reader shows, and only the header: a picture is never
decoded here.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import BinaryIO

from syndicate.ingest.local_files import locate
from syndicate.ingest.origin import Origin
from syndicate.model.article import Image

LARGEST_FILE = 50_000_000
LARGEST_PICTURE = 100_000_000
"""Pixels; a picture of more is left to its address."""

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture file says of itself, or why it can't be read."""

    width: int = 0
    height: int = 0
    media_type: str = ""
    fault: str = ""


def measure(image: Image, origin: Origin, *, page: str) -> tuple[Image, str]:
    """``image`` with what its local file says; and a warning, empty if there is none."""
    file = locate(image.url, origin, page=page)
    if file is None:
        return image, ""
    if file.size > LARGEST_FILE:
        return image, f"picture {file.path}: larger than {LARGEST_FILE // 10**6} MB, not copied"
    header = _read_header(file.full, file.mtime_ns, file.size)
    if header.fault:
        return image, f"picture {file.path}: {header.fault}"
    measured = replace(
        image,
        width=header.width,
        height=header.height,
        media_type=header.media_type,
        length=file.size,
        path=file.path,
    )
    return measured, ""


@lru_cache(maxsize=4096)
def _read_header(path: str, mtime_ns: int, size: int) -> Header:
    """Remembered by time and size too, so that a new file under an old name is read anew."""
    return header_of(path)


def header_of(file: str | BinaryIO) -> Header:
    """What a picture's first bytes say."""
    from PIL import Image as Pillow  # only sources with pictures pay for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            with Pillow.open(file, formats=_FORMATS) as picture:
                width, height = picture.size
                kind = picture.format or ""
                turned = kind == "JPEG" and picture.getexif().get(_ORIENTATION) in _TURNED
    except Pillow.DecompressionBombError:
        return Header(fault="has too many pixels, not copied")
    except Exception:
        return Header(fault="is not a JPEG, PNG, GIF or WebP that can be read")
    if not 0 < width * height <= LARGEST_PICTURE:
        return Header(fault="has too many pixels, not copied")
    if turned:
        width, height = height, width
    return Header(width, height, Pillow.MIME[kind])
