"""Whether a form was sent from a page of ours.

Browsers say so themselves: ``Sec-Fetch-Site`` (Fetch Metadata, 2.3) where they
know it, ``Origin`` (RFC 6454, 7) where they don't. Nothing has to be kept for
that, no cookie and no token in the form. Neither header comes from old
clients, from programs, and from mailboxes that unsubscribe with one click
(RFC 8058): those act in nobody else's name, and are let through.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from starlette.types import Scope

from syndicate.web.answer import field

#: ``none``: the person did it, not a page. A neighbouring host is another site to us.
_OURS: Final = frozenset({"same-origin", "none"})


def is_cross_site(scope: Scope, site_url: str, *, veiled: bool = False) -> bool:
    """Whether a request was sent by a page of somebody else.

    With ``veiled`` the origin ``null`` passes: that is what a page under
    ``Referrer-Policy: no-referrer`` sends where ``Sec-Fetch-Site`` is unknown.
    Only for addresses that hold a token, which no other site can know.
    """
    said = field(scope, b"sec-fetch-site")
    if said is not None:
        return said.strip().lower() not in _OURS
    origin = field(scope, b"origin")
    if origin is None:
        return False
    if origin == "null":
        return not veiled
    # The host that was asked for is ours whatever it is called: a browser lets
    # no page of another site choose it.
    return _host(origin) not in {_host(site_url), (field(scope, b"host") or "").lower()}


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return address
