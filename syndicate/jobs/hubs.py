"""The only door to hubs: one POST, and what came back.

A hub is a stranger's program, so everything about it has a limit: ten seconds
for the whole exchange (only the look-up of its name has the system's own),
4 KB of its reply, three redirects. Redirects count only where they keep the
method (307 and 308; RFC 9110, 15.4). The operator names the hubs, so they may
lie at inner addresses; a hub may not send one on to another host's inner
address, unless it is at one itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from syndicate.jobs import outside
from syndicate.jobs.outside import Place
from syndicate.push.verdict import Reply

SECONDS: Final = 10.0
LENGTH: Final = 4096
REDIRECTS: Final = 3

_FOLLOWED: Final = frozenset({307, 308})


class _RefusedError(ValueError):
    """A redirect that is not followed."""


def post(url: str, body: bytes, headers: Mapping[str, str], *, seconds: float = SECONDS) -> Reply:
    """Send the body to the hub. Never raises for what a hub or a network can do."""
    deadline = monotonic() + seconds
    code: int | None = None
    try:
        parts = urlsplit(url)
        first = place = outside.look_up(parts)
        for _ in range(REDIRECTS + 1):
            reply, location = _exchange(parts, place, body, headers, deadline)
            if reply.code not in _FOLLOWED or not location:
                return reply
            code = reply.code
            parts, place = _followed(parts, location, first)
        raise _RefusedError(f"redirects more than {REDIRECTS} times")
    except _RefusedError as error:
        return Reply(code, str(error))
    except (OSError, HTTPException, ValueError) as error:
        if monotonic() >= deadline:
            return Reply(None, f"no answer within {seconds:g} seconds")
        return Reply(None, outside.said(error))


def _followed(parts: SplitResult, location: str, first: Place) -> tuple[SplitResult, Place]:
    """Where a redirect leads, if one may go there."""
    target = urljoin(parts.geturl(), location)
    there = urlsplit(target)
    if there.scheme not in outside.PORTS or not there.hostname or there.username is not None:
        raise _RefusedError(f"redirects to {target}, which is no web address")
    place = outside.look_up(there)
    if place.is_inner and place.host != first.host and not first.is_inner:
        raise _RefusedError(f"redirects to {target}, which is an inner address")
    return there, place


def _exchange(
    parts: SplitResult,
    place: Place,
    body: bytes,
    headers: Mapping[str, str],
    deadline: float,
) -> tuple[Reply, str]:
    """One request and its reply, with the address that it redirects to, if any."""
    with outside.connected(parts, place, deadline) as connection:
        more = {"Host": place.name(parts.scheme), "Connection": "close"}
        connection.request("POST", outside.target(parts), body, {**headers, **more})
        return _read(connection.getresponse())


def _read(response: HTTPResponse) -> tuple[Reply, str]:
    text = b""
    if response.status // 100 != 2:
        # The status has come, and it is what counts.
        with suppress(OSError, HTTPException):
            text = response.read(LENGTH)
    location = response.headers.get("Location") or ""
    said = text.decode("utf-8", "replace").strip()
    if said.startswith("<"):
        said = ""  # a page for people, of which a line says nothing
    if response.status // 100 == 3 and location:
        said = f"redirects to {location}"
    reply = Reply(
        response.status,
        ": ".join(filter(None, (response.reason, said))),
        response.headers.get("Retry-After") or "",
    )
    return reply, location
