"""Where requests come in: takes the public path off, and lets no fault out.

What is at hand is answered before anything else is looked at: published files
first, then pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import Message, Receive, Scope, Send

from syndicate.web.access import without_token
from syndicate.web.answer import Answer, send_made
from syndicate.web.feeds import Feeds
from syndicate.web.pages import Pages
from syndicate.web.readers import Readers


class Door:
    """The site under ``base``, the path of its public address, and at the root as well.

    The root is for whoever opens it on this machine, and for those behind a
    proxy that cuts the path off.
    """

    def __init__(self, feeds: Feeds, pages: Pages, readers: Readers, base: str, log: Any) -> None:
        self._feeds, self._pages, self._readers = feeds, pages, readers
        self._base, self._log = base, log
        self._prefixes = tuple(dict.fromkeys((f"{base}feeds/", "/feeds/")))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            found = self.at_hand(scope["method"], scope["path"], scope["headers"])
            if found is not None:
                await send_made(send, found)
            else:
                await self._guarded(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)

    def at_hand(
        self, method: str, path: str, headers: Sequence[tuple[bytes, bytes]]
    ) -> Answer | None:
        """The answer, if it was made before (``web/protocol.py``)."""
        for prefix in self._prefixes:
            if path.startswith(prefix):
                return self._feeds.at_hand(method, path[len(prefix) :], headers)
        inner = path if self._base == "/" else self._inner(path)
        return self._pages.at_hand(method, inner, headers)

    def _inner(self, path: str) -> str:
        base = self._base
        return path[len(base) - 1 :] if path.startswith(base) else path

    async def _live(self, receive: Receive, send: Send) -> None:
        """ASGI's lifespan: what readers have said is stored before the end."""
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self._readers.flush()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            if self._base != "/" and path == self._base.rstrip("/"):
                await RedirectResponse(self._base, 308)(scope, receive, watch)
                return
            await self._feeds({**scope, "path": self._inner(path)}, receive, watch)
        except Exception as error:  # the last door: told to us, not to the visitor
            self._log.error(
                "fault", path=without_token(path), error=f"{type(error).__name__}: {error}"
            )
            self._log.debug("fault", exc_info=True)
            if not started:
                await PlainTextResponse("Something went wrong", 500)(scope, receive, send)
