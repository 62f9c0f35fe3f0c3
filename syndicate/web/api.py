"""The JSON API, for sites that have a sign-up form of their own (``openapi.py``).

What holds for the form holds here: the same limits, the same answer for every
address, and nothing begins before the address's owner has confirmed. Without a
key in the configuration there is no API at all.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from syndicate.jobs.audience import signup
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.press import Press
from syndicate.model.errors import LimitError, SubscriberError
from syndicate.web.client import client_of
from syndicate.web.forms import read_body
from syndicate.web.headers import SECURITY
from syndicate.web.openapi import openapi
from syndicate.web.origin import is_cross_site

FORM: Final = "api"
_HEADERS: Final = {**SECURITY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
_PROBLEM: Final = "application/problem+json"
_LONGEST: Final = 320


class _ShapeError(Exception):
    """What came in has not the form that the document describes."""

    def __init__(self, field: str, message: str) -> None:
        self.field, self.message = field, message
        super().__init__(field, message)


def routes(press: Press) -> list[BaseRoute]:
    api = _Api(press)
    return [
        Route("/api/subscriptions", api.subscribe, methods=["POST"]),
        Route("/api/openapi.json", api.describe, methods=["GET"]),
    ]


class _Api:
    def __init__(self, press: Press) -> None:
        self._press, self._config = press, press.config

    async def describe(self, request: Request) -> Response:
        """What there is, for programs; only where there is anything."""
        if not self._key:
            return _problem(404, "There is no API here")
        return JSONResponse(openapi(self._config), headers=_HEADERS)

    async def subscribe(self, request: Request) -> Response:
        refused = self._refused(request)
        if refused is not None:
            return refused
        try:
            body = await read_body(request)
        except HTTPException as error:
            return _problem(error.status_code, "The body can't be taken", error.headers)
        return await run_in_threadpool(self._sign_up, request, body)

    @property
    def _key(self) -> str:
        return self._config.web.api_key.get_secret_value()

    def _refused(self, request: Request) -> Response | None:
        """The answer to a request that is not to be read."""
        if not self._key:
            return _problem(404, "There is no API here")
        if is_cross_site(request.scope, self._config.site.url):
            return _problem(403, "Sent by a page: call the API from your server")
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(given.strip().encode(), self._key.encode())
        if scheme.lower() != "bearer" or not right:
            return _problem(401, "The key is missing or wrong", {"WWW-Authenticate": "Bearer"})
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            return _problem(415, "Send application/json", {"Accept-Post": "application/json"})
        return None

    def _sign_up(self, request: Request, body: bytes) -> Response:
        peer = client_of(request.scope, self._config.web.trusted_proxies)
        try:
            signup.sign_up(self._press, _asked(_parsed(body), peer))
        except ValueError:
            return _problem(400, "Not JSON")
        except _ShapeError as error:
            return _invalid([(error.field, error.message)])
        except InvalidError as error:
            return _invalid(
                [(_field(each.field), f"{each.cause}; {each.way_out}") for each in error.problems]
            )
        except LimitError as error:
            wait = str(max(1, error.retry_after))
            return _problem(429, error.cause.capitalize(), {"Retry-After": wait})
        except SubscriberError as error:
            return _problem(404, error.cause.capitalize())
        return JSONResponse({"status": "accepted"}, 202, headers=_HEADERS)


def _parsed(body: bytes) -> Any:
    """The body's JSON. Raises ``ValueError``."""
    try:
        return json.loads(body.decode("utf-8"))
    except RecursionError as error:
        raise ValueError("too deep") from error


def _asked(data: Any, peer: str) -> signup.Request:
    """What the body asks for. Raises ``_ShapeError``."""
    fields = _object(data, "", {"email", "newsletters", "language", "client"})
    wishes = fields.get("newsletters")
    if not isinstance(wishes, list) or not wishes:
        raise _ShapeError("newsletters", "must be a list with at least one")
    return signup.Request(
        address=_text(fields, "email", "email", needed=True),
        choices=tuple(_choice(each, f"newsletters[{at}]") for at, each in enumerate(wishes)),
        client=_text(fields, "client", "client") or peer,
        form=FORM,
        language=_text(fields, "language", "language"),
    )


def _choice(data: Any, where: str) -> Choice:
    fields = _object(data, where, {"name", "cadence", "language", "sections"})
    sections = fields.get("sections")
    if sections is not None and not (
        isinstance(sections, list) and sections and all(isinstance(s, str) for s in sections)
    ):
        raise _ShapeError(f"{where}.sections", "must be a list of sections, or null for all")
    return Choice(
        newsletter=_text(fields, "name", f"{where}.name", needed=True),
        sections=None if sections is None else tuple(sections),
        cadence=_text(fields, "cadence", f"{where}.cadence"),
        language=_text(fields, "language", f"{where}.language"),
    )


def _object(data: Any, where: str, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise _ShapeError(where or "body", "must be an object")
    strange = sorted(data.keys() - known)
    if strange:
        name = f"{where}.{strange[0][:60]}" if where else strange[0][:60]
        raise _ShapeError(name, f"not known; there are {', '.join(sorted(known))}")
    return data


def _text(fields: Mapping[str, Any], name: str, where: str, *, needed: bool = False) -> str:
    found = fields.get(name, "")
    if isinstance(found, str) and len(found) > _LONGEST:
        raise _ShapeError(where, f"must have at most {_LONGEST} characters")
    if not isinstance(found, str) or (needed and not found.strip()):
        raise _ShapeError(where, "must be a text" + (" that is not empty" if needed else ""))
    return found.strip()


def _field(name: str) -> str:
    """A field of the form as the API calls it."""
    return "email" if name == "address" else name


def _invalid(errors: list[tuple[str, str]]) -> Response:
    told = [{"field": field, "message": message} for field, message in errors]
    return _problem(422, "Something in it can't be taken", errors=told)


def _problem(
    status: int, title: str, headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """Problem details (RFC 9457)."""
    return Response(
        # In ASCII: what is wrong may be a text that no encoding knows.
        json.dumps({"title": title, "status": status, **more}),
        status,
        headers={**_HEADERS, **(headers or {})},
        media_type=_PROBLEM,
    )
