"""Files of the source's own folder that its pages point to by address.

An address under the CMS's root is a path in the folder. Nothing outside the
folder is ever looked at, whatever dots and symbolic links say.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from syndicate.ingest.origin import Origin

_READING = re.compile(r"(?:.*/)?\d{4}-\d\d-\d\dT[^/]*(?=/)")
_MEDIA_TYPES = {
    "7z": "application/x-7z-compressed",
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rar": "application/vnd.rar",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "wav": "audio/wav",
    "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class LocalFile:
    """``path`` is relative to the folder, with ``/``; ``size`` is in bytes."""

    path: str
    full: str
    size: int
    mtime_ns: int


def locate(address: str, origin: Origin, *, page: str) -> LocalFile | None:
    """The file behind ``address``, if the folder has it.

    A page in a dated folder may have its files in that folder as well.
    """
    root = origin.root
    if origin.folder is None or not address.startswith(root):
        return None
    relative = unquote(address[len(root) :].partition("?")[0].partition("#")[0])
    if not relative or "\0" in relative or "\\" in relative:
        return None
    found = _inside(origin.folder, relative)
    if found is None and (reading := _READING.match(page)):
        found = _inside(origin.folder, f"{reading[0]}/{relative}")
    return found


def _inside(folder: Path, relative: str) -> LocalFile | None:
    full = f"{folder}/{relative}"
    try:
        found = os.stat(full)  # noqa: PTH116 - once for every picture of every page
    except (OSError, ValueError):
        return None
    real, top = os.path.realpath(full), _real(folder)
    if not stat.S_ISREG(found.st_mode) or not real.startswith(f"{top}{os.sep}"):
        return None
    path = (
        os.path.normpath(relative) if os.path.normpath(relative)[0] != "." else real[len(top) + 1 :]
    )
    return LocalFile(path.replace(os.sep, "/"), real, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=64)
def _real(folder: Path) -> str:
    return os.path.realpath(folder)


def media_type(address: str) -> str:
    """The media type that an address's ending tells; empty if it is none we know."""
    name = address.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return _MEDIA_TYPES.get(name.rpartition(".")[2].lower(), "")
