"""The few addresses of providers that are asked for anything: certificates, confirmations.

The addresses come out of calls that strangers may make, so they were checked
before (``mail/bounces/providers``); and here too nothing is asked of an inner
address, no redirect is followed, and little is read.
"""

from __future__ import annotations

from functools import lru_cache
from http.client import HTTPException
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from syndicate import __version__
from syndicate.jobs import outside
from syndicate.model.errors import TransportError

_SECONDS: Final = 10.0
_LARGEST: Final = 64 * 1024
_LAST: Final = b"-----END CERTIFICATE-----"


@lru_cache(maxsize=16)
def certificate(url: str) -> bytes:
    """A certificate. Providers name it after itself, so it is fetched once.

    Raises as :func:`visit` does, also for what ends before its end: that would be kept.
    """
    found = visit(url)
    if not found.rstrip().endswith(_LAST):
        raise TransportError(f"https://{urlsplit(url).hostname}", "sent no whole certificate")
    return found


def visit(url: str) -> bytes:
    """What an https address answers. Raises :class:`TransportError`."""
    parts = urlsplit(url)
    shown = f"https://{parts.hostname}"
    try:
        place = outside.look_up(parts)
        if parts.scheme != "https" or place.is_inner:
            raise TransportError(shown, "may not be asked")
        with outside.connected(parts, place, monotonic() + _SECONDS) as connection:
            headers = {
                "Host": place.name(parts.scheme),
                "User-Agent": f"syndicate/{__version__} (webhooks)",
                "Accept-Encoding": "identity",
                "Connection": "close",
            }
            connection.request("GET", outside.target(parts), headers=headers)
            response = connection.getresponse()
            body = response.read(_LARGEST)
    except (OSError, HTTPException, ValueError) as error:
        raise TransportError(shown, outside.said(error)) from error
    if response.status != 200:
        raise TransportError(shown, f"answers {response.status}")
    return body
