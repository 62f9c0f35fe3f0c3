"""Who asks, as limits count them.

A forwarded address is believed only from ``[web] trusted_proxies``: elsewhere
anybody could write a new one into each request and be a new client each time.
"""

from __future__ import annotations

from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final

from starlette.types import Scope

from syndicate.web.access import Networks, client_address
from syndicate.web.answer import field

#: What one customer is given of IPv6 (RFC 6177): all of it is one client.
_CUSTOMER: Final = 64


def client_of(scope: Scope, trusted: Networks) -> str:
    """The client that a request comes from; an IPv6 one is its network of 64 bits.

    Empty where the connection has no address, as over a socket file.
    """
    peer = (scope.get("client") or ("", 0))[0]
    return counted_as(client_address(peer, field(scope, b"x-forwarded-for"), trusted))


def counted_as(address: str) -> str:
    """What an address counts as: itself, or its network, or the IPv4 address it carries."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(IPv6Network((parsed, _CUSTOMER), strict=False))
