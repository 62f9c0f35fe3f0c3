"""The client that a request comes from, as limits count it.

A forwarded address is believed only from ``[web] trusted_proxies``: elsewhere
anybody could write a new one into each request and be a new client each time.
"""

from __future__ import annotations

from starlette.types import Scope

from syndicate.web.access import Networks, client_address
from syndicate.web.answer import field


def client_of(scope: Scope, trusted: Networks) -> str:
    """The client's address; empty where the connection has none, as over a socket file."""
    peer = (scope.get("client") or ("", 0))[0]
    return client_address(peer, field(scope, b"x-forwarded-for"), trusted)
