"""The only door to hubs: one POST, and what came back.

A hub is a stranger's program, so everything about it has a limit: ten seconds
for the whole exchange (only the look-up of its name has the system's own),
4 KB of its reply, three redirects. Redirects count only where they keep the
method (307 and 308; RFC 9110, 15.4). The operator names the hubs, so they may
lie at inner addresses; a hub may not send one on to another host's inner
address, unless it is at one itself.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from time import monotonic
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from syndicate.push.verdict import Reply

SECONDS: Final = 10.0
LENGTH: Final = 4096
REDIRECTS: Final = 3

_FOLLOWED: Final = frozenset({307, 308})
_PORTS: Final = {"http": 80, "https": 443}
#: NAT64 (RFC 6052) carries an IPv4 address in its last four bytes.
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")


class _RefusedError(ValueError):
    """A redirect that is not followed."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A host, and the socket addresses that its name stands for."""

    host: str
    port: int
    found: tuple[tuple[socket.AddressFamily, tuple[object, ...]], ...]

    def name(self, scheme: str) -> str:
        """As the Host header field has it (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[scheme] else f"{host}:{self.port}"

    @property
    def is_inner(self) -> bool:
        return any(_is_inner(str(address[0])) for _, address in self.found)


def post(url: str, body: bytes, headers: Mapping[str, str], *, seconds: float = SECONDS) -> Reply:
    """Send the body to the hub. Never raises for what a hub or a network can do."""
    deadline = monotonic() + seconds
    code: int | None = None
    try:
        parts = urlsplit(url)
        first = place = _place(parts)
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
        return Reply(None, _said(error))


def _followed(parts: SplitResult, location: str, first: _Place) -> tuple[SplitResult, _Place]:
    """Where a redirect leads, if one may go there."""
    target = urljoin(parts.geturl(), location)
    there = urlsplit(target)
    if there.scheme not in _PORTS or not there.hostname or there.username is not None:
        raise _RefusedError(f"redirects to {target}, which is no web address")
    place = _place(there)
    if place.is_inner and place.host != first.host and not first.is_inner:
        raise _RefusedError(f"redirects to {target}, which is an inner address")
    return there, place


def _place(parts: SplitResult) -> _Place:
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = parts.port or _PORTS[parts.scheme]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return _Place(host, port, tuple((family, address) for family, _, _, _, address in found))


def _exchange(
    parts: SplitResult,
    place: _Place,
    body: bytes,
    headers: Mapping[str, str],
    deadline: float,
) -> tuple[Reply, str]:
    """One request and its reply, with the address that it redirects to, if any."""
    connection = HTTPConnection(place.host, place.port)
    # Made here and not by the connection: to the addresses that were looked at.
    wire = [_connected(place, deadline)]
    # A timeout is for one step alone; this ends them all, drop by drop replies too.
    watch = Timer(max(0.0, deadline - monotonic()), _cut, [wire])
    watch.daemon = True
    watch.start()
    try:
        if parts.scheme == "https":
            wrapped = _context().wrap_socket(
                wire[0], server_hostname=place.host, do_handshake_on_connect=False
            )
            wire[0] = wrapped
            wrapped.do_handshake()
        connection.sock = wire[0]
        target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        more = {"Host": place.name(parts.scheme), "Connection": "close"}
        connection.request("POST", target, body, {**headers, **more})
        return _read(connection.getresponse())
    finally:
        watch.cancel()
        connection.close()
        wire[0].close()


def _connected(place: _Place, deadline: float) -> socket.socket:
    last: OSError | None = None
    for family, address in place.found:
        connected = socket.socket(family, socket.SOCK_STREAM)
        try:
            connected.settimeout(max(0.001, deadline - monotonic()))
            connected.connect(address)
            return connected
        except OSError as error:
            connected.close()
            last = error
    raise last or OSError("has no address")


def _cut(wire: list[socket.socket]) -> None:
    with suppress(OSError):
        # The plain socket's own: TLS's would first want to say good-bye.
        socket.socket.shutdown(wire[0], socket.SHUT_RDWR)


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


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _is_inner(address: str) -> bool:
    """Whether an address is not of the public internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        within = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            within = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
        if within is not None:
            return _is_inner(str(within))
    return not found.is_global or found.is_multicast


def _said(error: Exception) -> str:
    """An error as part of a sentence."""
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ssl.SSLError):
        return f"TLS: {getattr(error, 'verify_message', '') or error.reason or error}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
