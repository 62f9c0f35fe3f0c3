"""The published files over HTTP: feeds, and the pictures beside them.

An ASGI application of its own before the router: most requests are a reader
that asks whether a feed has changed, and are answered from memory. The
database is asked only when a feed's bytes are new, so feeds are served while
it is away.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from syndicate.feeds import media
from syndicate.feeds.formats import FORMATS
from syndicate.web.answer import READING, conditions, only, send_head, send_part, send_whole
from syndicate.web.conditional import evaluate, http_date
from syndicate.web.files import CHUNK, Shelf, StoredFile

#: When a document's bytes, of this hash, last changed; None if they are not on record.
Changed = Callable[[str, str], datetime | None]

_FOREVER: Final = "public, max-age=31536000, immutable"
_FEED_TYPES: Final[Mapping[str, str]] = {
    format.file_name: format.content_type for format in FORMATS.values()
}
_MEDIA_TYPES: Final[Mapping[str, str]] = {
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
}


def content_type(name: str) -> str | None:
    """The type of a published file, by its name below the output folder; None if it is not one."""
    folder, _, file = name.rpartition("/")
    if folder == media.FOLDER:
        return _MEDIA_TYPES.get(file.rpartition(".")[2])
    return _FEED_TYPES.get(file)


class Feeds:
    """Answers what is below ``prefix`` and hands everything else to ``app``.

    The folder itself, ``prefix`` with nothing behind it, is a page and the
    app's.
    """

    def __init__(
        self,
        app: ASGIApp,
        folder: Path,
        *,
        ttl: timedelta,
        changed: Changed,
        clock: Callable[[], datetime],
        prefix: str = "/feeds/",
    ) -> None:
        self._app, self._prefix = app, prefix
        self._shelf = Shelf(folder)
        self._changed, self._clock = changed, clock
        self._fresh = f"public, max-age={int(ttl.total_seconds())}"
        self._dated: dict[str, tuple[str, datetime]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope.get("path", "")
        name = path.removeprefix(self._prefix)
        if scope["type"] != "http" or name in ("", path) or (kind := content_type(name)) is None:
            await self._app(scope, receive, send)
        elif scope["method"] not in READING:
            await send_whole(scope, send, 405, {"Allow": "GET, HEAD"})
        elif (file := await self._find(name)) is None:
            await self._app(scope, receive, send)
        else:
            await self._answer(scope, send, name, kind, file)

    async def _find(self, name: str) -> StoredFile | None:
        return self._shelf.held(name) or await asyncio.to_thread(self._shelf.fetch, name)

    async def _answer(
        self, scope: Scope, send: Send, name: str, kind: str, file: StoredFile
    ) -> None:
        is_feed = kind in _FEED_TYPES.values()
        now = self._clock()
        # RFC 9110, 8.8.2.1: never later than the answer itself.
        modified = min(await self._modified(name, file) if is_feed else file.modified, now)
        headers = {
            "Content-Type": kind,
            "Cache-Control": self._fresh if is_feed else _FOREVER,
            "ETag": file.etag,
            "Last-Modified": http_date(modified),
            "Access-Control-Allow-Origin": "*",
            "X-Content-Type-Options": "nosniff",
        }
        status = evaluate(
            conditions(scope),
            method=scope["method"],
            etag=file.etag,
            last_modified=modified,
            now=now,
        )
        if status == 200 and file.data is None:
            await self._stream(scope, send, headers, file)
        elif status == 200:
            await send_whole(scope, send, 200, headers, file.data or b"")
        else:
            # RFC 9110, 15.4.5: what a cache needs, and no metadata of a body that is not sent.
            kept = ("Cache-Control", "ETag", "Access-Control-Allow-Origin")
            await send_whole(scope, send, status, only(headers, kept))

    async def _modified(self, name: str, file: StoredFile) -> datetime:
        """When the bytes last changed: the store's word, else the file's own time."""
        dated = self._dated.get(name)
        if dated is not None and dated[0] == file.sha256:
            return dated[1]
        recorded = await asyncio.to_thread(self._changed, name, file.sha256)
        if recorded is None:
            return file.modified
        self._dated[name] = (file.sha256, recorded)
        return recorded

    async def _stream(
        self, scope: Scope, send: Send, headers: Mapping[str, str], file: StoredFile
    ) -> None:
        opened = await asyncio.to_thread(file.open)
        if opened is None:  # replaced this very moment: the next request finds the new one
            await send_whole(scope, send, 503, {"Retry-After": "1"})
            return
        try:
            await send_head(send, 200, {**headers, "Content-Length": str(file.length)})
            left = 0 if scope["method"] == "HEAD" else file.length
            while left:
                part = await asyncio.to_thread(opened.read, min(CHUNK, left))
                if not part:
                    break
                left -= len(part)
                await send_part(send, part, more=left > 0)
            if scope["method"] == "HEAD":
                await send_part(send, b"", more=False)
        finally:
            opened.close()
