"""What every answer with a published file says, by the file's kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from syndicate.feeds.discovery import link_header, public_address
from syndicate.feeds.policy import content_security_policy
from syndicate.web.kinds import Kind, current

#: What every page says, whatever it shows.
SECURITY: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

#: What pages that are somebody's own say, and all whose address holds a token.
PRIVATE: Final = {
    **SECURITY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}

#: The answer to a browser that asks whether a script of another site may read a feed.
PREFLIGHT: Final = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, Range, If-Range",
    "Access-Control-Max-Age": "86400",
}

_CORS: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Content-Range",
    "X-Content-Type-Options": "nosniff",
}
_NEGOTIATED: Final = {"Vary": "Accept-Encoding"}
#: A name in media/ is a hash of the bytes.
_FOREVER: Final = "public, max-age=31536000, immutable"
#: An archive document hardly ever changes, but a withdrawn article has to leave it.
_A_DAY: Final = "public, max-age=86400"
#: Articles bring pictures along from wherever they are; each page narrows it further.
_PICTURES: Final = "'self' https: http:"


def feed_headers(ttl: timedelta) -> dict[str, str]:
    """What is said with a feed that readers may ask for again after ``ttl``."""
    fresh = f"public, max-age={int(ttl.total_seconds())}"
    return {"Cache-Control": fresh, **_NEGOTIATED, **_CORS}


@dataclass(frozen=True, slots=True)
class Publisher:
    """What headers need to know of the site: its address, its hubs, how often readers may ask."""

    url: str
    ttl: timedelta
    hubs: tuple[str, ...] = ()

    def headers(self, name: str, kind: Kind, data: bytes | None) -> dict[str, str]:
        """The headers of the file of this name that depend on neither coding nor time."""
        fresh = f"public, max-age={int(self.ttl.total_seconds())}"
        if kind.form == "media":
            return {"Cache-Control": _FOREVER, "Accept-Ranges": "bytes", **_CORS}
        if kind.form == "page":
            html = (data or b"").decode("utf-8", "replace")
            policy = content_security_policy(html, pictures=_PICTURES)
            return {
                "Cache-Control": "no-cache",
                "Content-Security-Policy": policy,
                **SECURITY,
                **_NEGOTIATED,
            }
        cached = _A_DAY if kind.form == "archive" else fresh
        return {"Cache-Control": cached, **_NEGOTIATED, **_CORS, **self._links(name, kind)}

    def _links(self, name: str, kind: Kind) -> Mapping[str, str]:
        """Hubs tell of feeds; an archive document names the feed that is told of (RFC 5005, 2)."""
        if kind.form == "feed":
            said = link_header(self.url, name, self.hubs)
            return {"Link": said} if said else {}
        if kind.form == "archive":
            found = (("self", name), ("current", current(name)))
            return {"Link": _links((public_address(self.url, path), rel) for rel, path in found)}
        return {}


def _links(found: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f'<{address}>; rel="{relation}"' for address, relation in found)
