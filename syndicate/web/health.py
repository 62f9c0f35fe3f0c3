"""For machines that look after us: alive, ready, and how much of what.

``/healthz`` says that this process answers, ``/readyz`` that it can do its
work too. ``/metrics`` tells of the business, so only this machine and the
proxies of [web] trusted_proxies are told, and nobody behind them.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from ipaddress import ip_address, ip_network
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from syndicate.jobs.press import Press
from syndicate.model.errors import StoreError
from syndicate.store import census
from syndicate.store.census import Census
from syndicate.store.engine import HEAD, revision
from syndicate.web.access import Networks, client_address
from syndicate.web.answer import field

#: How long an answer is good for, in seconds: several may ask, one reads.
KEPT: Final = 5.0

_NOT_KEPT: Final = {"Cache-Control": "no-store"}
_THIS_MACHINE: Final = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


def routes(
    press: Press, log: Any, *, monotonic: Callable[[], float] = time.monotonic
) -> list[BaseRoute]:
    health = _Health(press, log, monotonic)
    return [
        Route("/healthz", health.alive),
        Route("/readyz", health.ready),
        *([Route("/metrics", health.metrics)] if press.config.web.metrics else []),
    ]


class _Health:
    def __init__(self, press: Press, log: Any, monotonic: Callable[[], float]) -> None:
        self._press, self._log, self._monotonic = press, log, monotonic
        self._told: Networks = (*_THIS_MACHINE, *press.config.web.trusted_proxies)
        self._lock = threading.Lock()
        self._census: tuple[float, Census] | None = None

    async def alive(self, request: Request) -> Response:
        return PlainTextResponse("ok", headers=_NOT_KEPT)

    async def ready(self, request: Request) -> Response:
        fault = await run_in_threadpool(self._fault)
        if fault:
            self._log.warning("not ready", why=fault)
            return PlainTextResponse("the store is not ready", 503, headers=_NOT_KEPT)
        return PlainTextResponse("ready", headers=_NOT_KEPT)

    async def metrics(self, request: Request) -> Response:
        if not self._may_know(request):
            raise HTTPException(404)
        try:
            found = await run_in_threadpool(self._counted)
        except StoreError as error:
            self._log.warning("no metrics", why=str(error))
            return PlainTextResponse("the store is not ready", 503, headers=_NOT_KEPT)
        # Imported where somebody asks for it.
        from syndicate.web.metrics import exposition

        body, media_type = exposition(
            found, now=self._press.clock(), accept=request.headers.get("accept", "")
        )
        return Response(body, headers={**_NOT_KEPT, "Content-Type": media_type})

    def _fault(self) -> str:
        try:
            found = revision(self._press.store)
        except StoreError as error:
            return str(error)
        return "" if found == HEAD else f"the store is at version {found}, not {HEAD}"

    def _may_know(self, request: Request) -> bool:
        """Whether the one who asks is this machine or a proxy itself.

        A proxy on this machine that nobody has named still gives itself away
        by whom it forwards for.
        """
        peer = (request.scope.get("client") or ("", 0))[0]
        asking = client_address(peer, field(request.scope, b"x-forwarded-for"), self._told)
        # What an unnamed proxy says in the newer field can't be read without trust.
        if field(request.scope, b"forwarded") is not None:
            return False
        try:
            address = ip_address(asking)
        except ValueError:  # a socket file has no address, and a proxy before it
            return False
        return any(address in network for network in self._told)

    def _counted(self) -> Census:
        with self._lock:
            now = self._monotonic()
            if self._census is None or now - self._census[0] >= KEPT:
                with self._press.store.read() as connection:
                    counted = census.read(connection, now=self._press.clock())
                self._census = (now, counted)
            return self._census[1]
