"""Names for the pictures and files that are published beside the feeds.

A name is made from the bytes, so a changed picture gets a new address and a
published one can be cached for ever. Only kinds of file that a browser shows
without running anything are published: a drawing with a script in it must
never be served from the site's own host.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from syndicate.model.article import Content

FOLDER: Final = "media"
_ENDINGS: Final[Mapping[str, str]] = {
    **{ending: ending for ending in ("avif", "gif", "jpg", "png", "webp")},
    **{ending: ending for ending in ("m4a", "mp3", "mp4", "ogg", "wav", "webm")},
    **{ending: ending for ending in ("docx", "epub", "odt", "pdf", "pptx", "txt", "xlsx", "zip")},
    "jpeg": "jpg",
}


def local_paths(content: Content) -> tuple[str, ...]:
    """The files of its source's folder that an article shows or offers, each once."""
    paths = [image.path for image in content.images]
    paths += [attachment.path for attachment in content.attachments]
    return tuple(dict.fromkeys(path for path in paths if publishable(path)))


def publishable(path: str) -> bool:
    return _ending(path) in _ENDINGS


def file_name(path: str, digest: str) -> str:
    """Where a file goes, relative to the output folder: ``media/{digest}.{ending}``.

    ``digest`` is the hash of its bytes in hexadecimal, at least 128 bits of it.
    """
    if not publishable(path):
        raise ValueError(f"{path}: not a kind of file that is published")
    return f"{FOLDER}/{digest[:32]}.{_ENDINGS[_ending(path)]}"


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.removeprefix(".").lower()
