"""Media and other large files: parts of them, and from the disk where they don't fit memory."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import BinaryIO

from starlette.types import Scope, Send

from syndicate.web.answer import field, send_head, send_part, send_whole
from syndicate.web.files import CHUNK
from syndicate.web.ranges import Part, UnsatisfiableError, part, still_holds
from syndicate.web.resource import Resource, Variant


async def answer(
    scope: Scope, send: Send, resource: Resource, variant: Variant, *, now: datetime
) -> None:
    """200 with the whole, 206 with the part that was asked for, or 416."""
    length = resource.file.length
    whole = Part(0, length, length)
    try:
        wanted = _wanted(scope, resource, variant, now) or whole
    except UnsatisfiableError:
        headers = {**variant.headers, "Content-Range": f"bytes */{length}"}
        headers.pop("Content-Type")
        await send_whole(scope, send, 416, headers)
        return
    status = 200 if wanted is whole else 206
    headers = {**variant.headers, "Content-Length": str(wanted.length)}
    if status == 206:
        headers["Content-Range"] = wanted.said
    if resource.file.data is not None:
        data = resource.file.data[wanted.start : wanted.start + wanted.length]
        await send_whole(scope, send, status, headers, data)
        return
    opened = await asyncio.to_thread(resource.file.open)
    if opened is None:  # replaced this very moment: the next request finds the new one
        await send_whole(scope, send, 503, {"Retry-After": "1"})
        return
    try:
        await send_head(send, status, headers)
        if scope["method"] == "HEAD":
            await send_part(send, b"", more=False)
        else:
            await _stream(send, opened, wanted)
    finally:
        opened.close()


def _wanted(scope: Scope, resource: Resource, variant: Variant, now: datetime) -> Part | None:
    """The part that is asked for. Only GET has parts (RFC 9110, 14.2), and only media here."""
    asked = field(scope, b"range")
    if asked is None or scope["method"] != "GET" or resource.kind.form != "media":
        return None
    if not still_holds(
        field(scope, b"if-range"), etag=variant.etag, last_modified=resource.modified, now=now
    ):
        return None
    return part(asked, resource.file.length)


async def _stream(send: Send, opened: BinaryIO, wanted: Part) -> None:
    opened.seek(wanted.start)
    left = wanted.length
    while True:
        data = await asyncio.to_thread(opened.read, min(CHUNK, left))
        left -= len(data)
        await send_part(send, data, more=left > 0 and bool(data))
        if not left or not data:
            return
