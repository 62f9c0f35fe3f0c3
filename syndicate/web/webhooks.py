"""Where providers that mail for us report what came back: POST /webhooks/NAME.

404 for one that is not configured, 403 for a call that the provider has not
made, 400 for one that can't be read. After 503 it will call again, and nothing
is counted twice.
"""

from __future__ import annotations

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from syndicate.jobs.bounces.calls import DOORS, Doors, configured, take_call
from syndicate.jobs.press import Press
from syndicate.mail.bounces.providers.call import Call, NotGenuineError
from syndicate.model.errors import BounceError, StoreError, SyndicateError, TransportError
from syndicate.web.forms import read_body

#: SendGrid puts up to 768 KB of events into one call; the others need far less.
LARGEST: Final = 1_000_000

_HEADERS: Final = {"Cache-Control": "no-store"}


def routes(press: Press, log: Any, *, doors: Doors = DOORS) -> list[BaseRoute]:
    known = configured(press)

    async def take(request: Request) -> Response:
        provider = request.path_params["provider"]
        if provider not in known:
            return _said(404, "no such webhook")
        call = Call(dict(request.headers), await read_body(request, largest=LARGEST))
        return await run_in_threadpool(_take, press, provider, call, doors, log)

    return [Route("/webhooks/{provider}", take, methods=["POST"])]


def _take(press: Press, provider: str, call: Call, doors: Doors, log: Any) -> Response:
    try:
        taken = take_call(press, provider, call, doors=doors)
    except NotGenuineError as error:
        log.warning("webhook refused", provider=provider, why=error.cause)
        return _said(403, "not genuine")
    except BounceError as error:
        log.warning("webhook not read", provider=provider, why=error.cause)
        return _said(400, "can't be read")
    except (StoreError, TransportError) as error:
        log.error("webhook put off", provider=provider, why=str(error))
        return _said(503, "try again later")
    except SyndicateError as error:
        log.error("webhook can't be taken", provider=provider, why=str(error))
        return _said(500, "can't be taken")
    for each in taken:
        log.info("report", provider=provider, kind=each.kind, effect=each.effect)
        if each.effect == "held":
            log.warning("domain held", domain=each.domain, why=each.detail)
    return _said(200, "ok")


def _said(status: int, text: str) -> Response:
    return PlainTextResponse(text, status, headers=_HEADERS)
