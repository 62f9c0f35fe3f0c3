"""Who asked for what: one line for each answer, for those who want to watch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from syndicate.web.answer import field

_TOKEN: Final = re.compile(
    r"(/(?:confirm|preferences|unsubscribe|data|erase)/)(?!sent$)[^/]+(?=/?$)"
)

Networks = Sequence[IPv4Network | IPv6Network]


def client_address(peer: str, forwarded: str | None, trusted: Networks) -> str:
    """The visitor's address.

    ``forwarded`` is X-Forwarded-For. It is believed only from right to left,
    as long as the one who says it is a trusted proxy: the left end can be
    anybody's invention.
    """
    address = _plain(peer)
    for said in reversed((forwarded or "").split(",")):
        if not _is_in(address, trusted):
            break
        if not _is_address(said.strip()):
            break
        address = _plain(said.strip())
    return address


def without_token(path: str) -> str:
    """A path as a log may keep it: whoever has a token from it could act for its owner."""
    return _TOKEN.sub(r"\1…", path)


class AccessLog:
    """Logs every answer of ``app``: status, bytes, and whose proxy is believed."""

    def __init__(self, app: ASGIApp, *, log: Any, trusted: Networks) -> None:
        self._app, self._log, self._trusted = app, log, trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, length = 0, 0

        async def count(message: Message) -> None:
            nonlocal status, length
            if message["type"] == "http.response.start":
                status = message["status"]
            else:
                length += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, count)
        finally:
            peer = (scope.get("client") or ("", 0))[0]
            self._log.info(
                "request",
                method=scope["method"],
                # As it was sent: still encoded, so it can't forge a line.
                path=without_token(scope["raw_path"].decode("latin-1")),
                status=status,
                bytes=length,
                client=client_address(peer, field(scope, b"x-forwarded-for"), self._trusted),
            )


def _plain(address: str) -> str:
    """An IPv4 address as such, also where a socket for both kinds says ``::ffff:192.0.2.1``."""
    mapped = ip_address(address) if _is_address(address) else None
    found = mapped.ipv4_mapped if isinstance(mapped, IPv6Address) else None
    return address if found is None else str(found)


def _is_in(address: str, networks: Networks) -> bool:
    return _is_address(address) and any(ip_address(address) in network for network in networks)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
