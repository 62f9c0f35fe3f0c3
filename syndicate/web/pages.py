"""Pages as they are kept and sent: made once for as long as nothing they show has changed."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from syndicate.feeds.policy import content_security_policy
from syndicate.web.answer import conditions
from syndicate.web.conditional import evaluate
from syndicate.web.headers import SECURITY

_KEPT: Final = 64


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its strong entity tag."""

    html: bytes
    etag: str
    policy: str


class PageCache:
    """The latest version of each page. Safe to use from several threads."""

    def __init__(self, *, pictures: str) -> None:
        self._pictures = pictures
        self._pages: OrderedDict[str, tuple[Hashable, Page]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: str, mark: Hashable, make: Callable[[], str]) -> Page:
        """The page called ``name``, made anew if ``mark`` is not the one it was made at."""
        with self._lock:
            held = self._pages.get(name)
            if held is not None and held[0] == mark:
                self._pages.move_to_end(name)
                return held[1]
            page = made(make(), pictures=self._pictures)
            self._pages[name] = (mark, page)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
            return page


def made(html: str, *, pictures: str = "'self'") -> Page:
    data = html.encode()
    return Page(
        html=data,
        etag=f'"{hashlib.sha256(data).hexdigest()[:32]}"',
        policy=content_security_policy(html, pictures=pictures),
    )


def answer(request: Request, page: Page, *, now: datetime) -> Response:
    """200 with the page, or 304 to who has it already."""
    headers = {
        **SECURITY,
        "Content-Security-Policy": page.policy,
        "Cache-Control": "no-cache",
        "ETag": page.etag,
    }
    status = evaluate(
        conditions(request.scope),
        method=request.method,
        etag=page.etag,
        last_modified=None,
        now=now,
    )
    if status != 200:
        return Response(status_code=status, headers=headers)
    return Response(page.html, media_type="text/html", headers=headers)


def refusal(html: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """A page that stands for something that can't be had; never kept by anybody."""
    page = made(html)
    return Response(
        page.html,
        status_code=status,
        media_type="text/html",
        headers={
            **SECURITY,
            "Content-Security-Policy": page.policy,
            "Cache-Control": "no-store",
            **(headers or {}),
        },
    )
