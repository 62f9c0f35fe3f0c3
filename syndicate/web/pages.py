"""Pages as they are kept and sent: made once for as long as nothing they show has changed.

Whether anything has changed is looked at a second after the last look; in
between a page is answered from memory like a published file (``at_hand``), in
the same bytes, tags and codings.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import brotli
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from syndicate.feeds.policy import content_security_policy
from syndicate.web.answer import Answer, asked, conditions, field, only, send_made, send_whole
from syndicate.web.conditional import evaluate
from syndicate.web.files import StoredFile
from syndicate.web.headers import SECURITY
from syndicate.web.kinds import Kind
from syndicate.web.resource import KEPT_BY_304, Resource

#: For how long a page is taken for current without a look, in seconds.
UNSEEN: Final = 1.0
#: How many pages are held at most.
_KEPT: Final = 256
#: Less is not worth compressing: it fits into a packet as it is.
_WORTH_IT: Final = 1_000
_PAGE: Final = Kind("page", "text/html; charset=utf-8")
_NOWHERE: Final = Path()


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be kept: its bytes, what they are, and what is said with them."""

    data: bytes
    headers: Mapping[str, str]
    kind: Kind = _PAGE


def page(html: str, *, pictures: str = "'self'", forms: bool = False) -> Made:
    """A page that may be kept by everybody. With ``forms`` it may send forms to us."""
    return Made(
        html.encode(),
        {
            **SECURITY,
            "Content-Security-Policy": policy(html, pictures=pictures, forms=forms),
            "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding",
        },
    )


def policy(html: str, *, pictures: str = "'self'", forms: bool = False) -> str:
    return content_security_policy(html, pictures=pictures, forms="'self'" if forms else "'none'")


@dataclass(slots=True)
class _Held:
    mark: Hashable
    resource: Resource
    until: float


class Pages:
    """The latest version of each page, by its path. Safe to use from several threads.

    ``monotonic`` counts seconds, ``clock`` tells the time.
    """

    def __init__(self, *, monotonic: Callable[[], float], clock: Callable[[], datetime]) -> None:
        self._monotonic, self._clock = monotonic, clock
        self._held: dict[str, _Held] = {}
        self._lock = threading.Lock()

    def at_hand(
        self, method: str, path: str, headers: Sequence[tuple[bytes, bytes]]
    ) -> Answer | None:
        """The answer to a request for a page, if it was made within the last second or so."""
        held = self._held.get(path)
        if held is None or self._monotonic() >= held.until:
            return None
        told = asked(headers)
        return None if told is None else held.resource.at_hand(method, told)

    def answer(
        self,
        request: Request,
        *,
        mark: Callable[[], Hashable],
        make: Callable[[], Made],
    ) -> Response:
        """The page at the request's path, made anew if ``mark`` is not what it was made at."""
        return Kept(self.get(request.scope["path"], mark, make), self._clock())

    def get(self, path: str, mark: Callable[[], Hashable], make: Callable[[], Made]) -> Resource:
        looked = self._monotonic()
        now = mark()
        with self._lock:
            held = self._held.pop(path, None)
            if held is None or held.mark != now:
                held = _Held(now, _resource(path, make()), 0.0)
            held.until = looked + UNSEEN
            self._held[path] = held
            if len(self._held) > _KEPT:
                del self._held[next(iter(self._held))]
            return held.resource


class Kept(Response):
    """200 with what is held, in the coding that the request takes best, or 304."""

    def __init__(self, resource: Resource, now: datetime) -> None:
        self.status_code, self.background = 200, None
        self._resource, self._now = resource, now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        named = conditions(scope)
        said = field(scope, b"accept-encoding")
        accept = None if said is None else said.encode("latin-1")
        variant = self._resource.selected(accept, named)
        if variant is None:
            refused = {"Vary": "Accept-Encoding", "Cache-Control": "no-store"}
            await send_whole(scope, send, 406, refused)
            return
        status = evaluate(
            named, method=scope["method"], etag=variant.etag, last_modified=None, now=self._now
        )
        if status == 304:
            await send_made(send, variant.unchanged)
        elif status == 412:
            await send_whole(scope, send, 412, only(variant.headers, KEPT_BY_304))
        else:
            await send_made(send, variant.get if scope["method"] == "GET" else variant.head)


def _resource(path: str, made: Made) -> Resource:
    data = made.data
    encoded = {}
    if len(data) >= _WORTH_IT:
        encoded["gzip"] = gzip.compress(data, 6, mtime=0)
        encoded["br"] = brotli.compress(data, mode=brotli.MODE_TEXT, quality=5)
    file = StoredFile(
        place=_NOWHERE,
        signature=(0, 0, 0, 0),
        length=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        modified=datetime.fromtimestamp(0, UTC),
        data=data,
        encoded=encoded,
    )
    return Resource(path, made.kind, file, modified=None, common=made.headers)


def refusal(html: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """A page that stands for something that can't be had; never kept by anybody."""
    return Response(
        html.encode(),
        status_code=status,
        media_type="text/html",
        headers={
            **SECURITY,
            "Content-Security-Policy": policy(html),
            "Cache-Control": "no-store",
            **(headers or {}),
        },
    )
