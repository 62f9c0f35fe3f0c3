"""Connections to other hosts: to the addresses that were looked at, and within a time limit.

What doors share (``hubs``, ``remote``): a name is looked up once, the answer
is judged, and the connection goes to what was judged, so that a second look-up
can't lead elsewhere.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection
from threading import Timer
from time import monotonic
from typing import Final
from urllib.parse import SplitResult

PORTS: Final = {"http": 80, "https": 443}

#: NAT64 (RFC 6052, RFC 8215) carries an IPv4 address in its last four bytes.
_NAT64: Final = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))


@dataclass(frozen=True, slots=True)
class Place:
    """A host, and the socket addresses that its name stands for."""

    host: str
    port: int
    found: tuple[tuple[socket.AddressFamily, tuple[object, ...]], ...]

    def name(self, scheme: str) -> str:
        """As the Host header field has it (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[scheme] else f"{host}:{self.port}"

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(str(address[0]) for _, address in self.found)

    @property
    def is_inner(self) -> bool:
        return any(map(is_inner, self.addresses))


def look_up(parts: SplitResult) -> Place:
    """Where an http or https address leads. Raises ``OSError`` or ``ValueError``."""
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = parts.port or PORTS[parts.scheme]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return Place(host, port, tuple((family, address) for family, _, _, _, address in found))


@contextmanager
def connected(parts: SplitResult, place: Place, deadline: float) -> Iterator[HTTPConnection]:
    """A connection to the place; at ``deadline`` (monotonic) it is cut, whatever goes on in it."""
    connection = HTTPConnection(place.host, place.port)
    # Made here and not by the connection: to the addresses that were looked at.
    wire = [reach(place, deadline)]
    # A timeout is for one step alone; this ends them all, drop by drop replies too.
    watch = Timer(max(0.0, deadline - monotonic()), _cut, [wire])
    watch.daemon = True
    watch.start()
    try:
        if parts.scheme == "https":
            wrapped = context().wrap_socket(
                wire[0], server_hostname=place.host, do_handshake_on_connect=False
            )
            wire[0] = wrapped
            wrapped.do_handshake()
        connection.sock = wire[0]
        yield connection
    finally:
        watch.cancel()
        connection.close()
        wire[0].close()


def target(parts: SplitResult) -> str:
    """What is asked of the host (RFC 9112, 3.2.1)."""
    return f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"


def reach(place: Place, deadline: float) -> socket.socket:
    last: OSError | None = None
    for family, address in place.found:
        reached = socket.socket(family, socket.SOCK_STREAM)
        try:
            reached.settimeout(max(0.001, deadline - monotonic()))
            reached.connect(address)
            return reached
        except OSError as error:
            reached.close()
            last = error
    raise last or OSError("has no address")


def _cut(wire: list[socket.socket]) -> None:
    with suppress(OSError):
        # The plain socket's own: TLS's would first want to say good-bye.
        socket.socket.shutdown(wire[0], socket.SHUT_RDWR)


@cache
def context() -> ssl.SSLContext:
    return ssl.create_default_context()


def is_inner(address: str) -> bool:
    """Whether an address is not of the public internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        within = found.ipv4_mapped or found.sixtofour
        if any(found in network for network in _NAT64):
            within = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
        if within is not None:
            return is_inner(str(within))
    return not found.is_global or found.is_multicast


def said(error: Exception) -> str:
    """An error as part of a sentence."""
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ssl.SSLError):
        return f"TLS: {getattr(error, 'verify_message', '') or error.reason or error}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
