"""The published files over HTTP: feeds, archives, pages, and the media beside them.

An ASGI application of its own before the router: most requests are a reader
that asks whether a feed has changed, and are answered from memory with what
was made before (``at_hand``). A file is looked at again a second after the
last look, so what is served is at most that much behind the folder. The
database is asked only when a file's bytes are new, so feeds are served while
it is away.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from syndicate.web import files, stream
from syndicate.web.answer import (
    READING,
    Answer,
    asked,
    conditions,
    field,
    only,
    send_made,
    send_whole,
)
from syndicate.web.conditional import evaluate
from syndicate.web.headers import PREFLIGHT, Publisher
from syndicate.web.kinds import Kind, kind_of
from syndicate.web.readers import Readers
from syndicate.web.resource import KEPT_BY_304, Resource
from syndicate.web.shelf import Held, Shelf

#: When a document's bytes, of this hash, last changed; None if they are not on record.
Changed = Callable[[str, str], datetime | None]

#: For how long a file is taken for current without a look, in seconds.
UNSEEN: Final = 1.0
#: A file that would take more of the memory than this part of it is streamed.
_LARGEST: Final = 8

_NO_ACCEPTABLE_CODING: Final = {"Vary": "Accept-Encoding", "Cache-Control": "no-store"}


class Feeds:
    """Answers what is below ``prefixes`` and hands everything else to ``app``.

    ``memory`` is what files may take of it, in bytes; ``monotonic`` counts
    seconds. The folder itself is the
    app's where it has no page of its own.
    """

    def __init__(
        self,
        app: ASGIApp,
        folder: Path,
        *,
        publisher: Publisher,
        changed: Changed,
        readers: Readers,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        memory: int,
        prefix: str = "/feeds/",
    ) -> None:
        self._app, self._folder, self._prefix = app, folder, prefix
        self._publisher, self._changed, self._readers = publisher, changed, readers
        self._clock, self._monotonic = clock, monotonic
        self._shelf, self._kept = Shelf(memory), memory // _LARGEST
        self._loading: dict[str, asyncio.Task[Resource | None]] = {}

    def at_hand(
        self, method: str, name: str, headers: Sequence[tuple[bytes, bytes]]
    ) -> Answer | None:
        """The answer to a request for a file, if it was made before and nothing is unusual.

        Everything else is for the application itself, which knows all the rules.
        """
        held = self._shelf.get(name)
        if held is None or self._monotonic() >= held.until:
            return None
        told = asked(headers)
        if told is None:
            return None
        answer = held.resource.at_hand(method, told)
        if answer is not None:
            self._count(held.resource, told.agent)
        return answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        name = path.removeprefix(self._prefix)
        if name == path:
            await self._app(scope, receive, send)
            return
        if name == "" or name.endswith("/"):
            name += "index.html"
        kind = kind_of(name)
        resource = await self._find(name, kind) if kind else None
        if kind is None or resource is None:
            await self._elsewhere(scope, receive, send, name)
        elif scope["method"] == "OPTIONS" and kind.form != "page":
            await send_whole(scope, send, 204, PREFLIGHT)
        elif scope["method"] not in READING:
            allowed = "GET, HEAD" if kind.form == "page" else "GET, HEAD, OPTIONS"
            await send_whole(scope, send, 405, {"Allow": allowed})
        else:
            await self._answer(scope, send, resource)

    async def _elsewhere(self, scope: Scope, receive: Receive, send: Send, name: str) -> None:
        """A folder with a page gets its slash; the rest is not ours."""
        last = name.rpartition("/")[2]
        if last and "." not in last:
            page = f"{name}/index.html"
            if await self._find(page, kind_of(page)) is not None:
                await send_whole(scope, send, 308, {"Location": f"{last}/"})
                return
        await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, send: Send, resource: Resource) -> None:
        agent = field(scope, b"user-agent")
        self._count(resource, None if agent is None else agent.encode("latin-1"))
        said = field(scope, b"accept-encoding")
        named = conditions(scope)
        accept = None if said is None else said.encode("latin-1")
        variant = resource.selected(accept, named)
        if variant is None:
            await send_whole(scope, send, 406, _NO_ACCEPTABLE_CODING)
            return
        now = self._clock()
        status = evaluate(
            named,
            method=scope["method"],
            etag=variant.etag,
            last_modified=resource.modified,
            now=now,
        )
        if status == 304:
            await send_made(send, variant.unchanged)
        elif status == 412:
            await send_whole(scope, send, 412, only(variant.headers, KEPT_BY_304))
        elif resource.kind.form == "media" or resource.is_streamed:
            await stream.answer(scope, send, resource, variant, now=now)
        else:
            await send_made(send, variant.get if scope["method"] == "GET" else variant.head)

    def _count(self, resource: Resource, agent: bytes | None) -> None:
        if agent is not None and b"ubscriber" in agent and resource.kind.form == "feed":
            self._readers.note(resource.name, agent)

    async def _find(self, name: str, kind: Kind | None) -> Resource | None:
        """The file, read anew if it or a copy of it has changed."""
        held = self._shelf.get(name)
        if held is not None:
            if self._monotonic() < held.until or held.resource.file.is_current:
                held.until = max(held.until, self._monotonic() + UNSEEN)
                self._shelf.touch(name)
                return held.resource
            self._shelf.drop(name)
        if kind is None:
            return None
        loading = self._loading.get(name)
        if loading is None:  # all who ask meanwhile wait for the same reading
            loading = asyncio.ensure_future(self._load(name, kind))
            self._loading[name] = loading
            loading.add_done_callback(lambda _: self._loading.pop(name, None))
        return await asyncio.shield(loading)

    async def _load(self, name: str, kind: Kind) -> Resource | None:
        looked = self._monotonic()
        resource = await asyncio.to_thread(self._read, name, kind)
        if resource is not None:
            self._shelf.put(name, Held(resource, looked + UNSEEN))
        return resource

    def _read(self, name: str, kind: Kind) -> Resource | None:
        """In a thread: it reads, hashes, looks into copies, and asks the store."""
        compressed = kind.form != "media"
        file = files.read(self._folder, name, kept=self._kept, compressed=compressed)
        if file is None:
            return None
        recorded = None if kind.form == "media" else self._changed(name, file.sha256)
        return Resource(
            name,
            kind,
            file,
            # RFC 9110, 8.8.2.1: never later than the answer itself.
            modified=min(recorded or file.modified, self._clock()),
            common=self._publisher.headers(name, kind, file.data),
        )
