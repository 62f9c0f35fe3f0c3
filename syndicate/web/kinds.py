"""What the files of the output folder are, by their names: nothing else is ever served."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from syndicate.feeds import media
from syndicate.feeds.formats import FORMATS

Form = Literal["feed", "archive", "page", "listing", "media"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A file's form, which decides how it is cached and who may use it, and its type."""

    form: Form
    content_type: str


_FEEDS: Final[Mapping[str, Kind]] = {
    made.file_name: Kind("feed", made.content_type) for made in FORMATS.values()
}
_ARCHIVED: Final[Mapping[str, Kind]] = {
    name: Kind("archive", kind.content_type) for name, kind in _FEEDS.items()
}
_PAGE: Final = Kind("page", "text/html; charset=utf-8")
#: What stands in the output folder itself and nowhere below.
_TOP: Final[Mapping[str, Kind]] = {
    "all.html": _PAGE,
    "feeds.opml": Kind("listing", "text/x-opml; charset=utf-8"),
    "manifest.json": Kind("listing", "application/json"),
    "sitemap-news.xml": Kind("listing", "application/xml; charset=utf-8"),
}
_NUMBERED: Final = re.compile(r"(?P<stem>[a-z]+)-[1-9]\d{0,8}(?P<ending>\.[a-z]+)")
_MEDIA: Final[Mapping[str, Kind]] = {
    ending: Kind("media", content_type)
    for ending, content_type in {
        "avif": "image/avif",
        "gif": "image/gif",
        "jpg": "image/jpeg",
        "png": "image/png",
        "webp": "image/webp",
        "m4a": "audio/mp4",
        "mp3": "audio/mpeg",
        "mp4": "video/mp4",
        "ogg": "audio/ogg",
        "wav": "audio/wav",
        "webm": "video/webm",
        "epub": "application/epub+zip",
        "pdf": "application/pdf",
        "txt": "text/plain; charset=utf-8",
        "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt": "application/vnd.oasis.opendocument.text",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }.items()
}


def kind_of(name: str) -> Kind | None:
    """The kind of a published file, by its name below the output folder; None if it is none."""
    folder, _, file = name.rpartition("/")
    if folder == media.FOLDER:
        return _MEDIA.get(file.rpartition(".")[2])
    if not folder and file in _TOP:
        return _TOP[file]
    if file == "index.html":
        return _PAGE
    if folder.endswith("/archive"):
        numbered = _NUMBERED.fullmatch(file)
        return _ARCHIVED.get(numbered["stem"] + numbered["ending"]) if numbered else None
    return _FEEDS.get(file)


def current(name: str) -> str:
    """The subscription document that an archive document belongs to."""
    folder, _, file = name.rpartition("/")
    numbered = _NUMBERED.fullmatch(file)
    stem = numbered["stem"] + numbered["ending"] if numbered else file
    return f"{folder.removesuffix('archive')}{stem}"
