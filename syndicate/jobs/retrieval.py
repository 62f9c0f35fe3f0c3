"""A feed fetched the way readers fetch it, for ``feeds check``.

Only the address that a person named is asked, and where it redirects to: no
address found in a document is. Size, time and redirects are limited.
"""

from __future__ import annotations

import http.client
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from syndicate import __version__
from syndicate.feeds.check.exchange import Exchange, Reply
from syndicate.model.errors import FeedError

LARGEST: Final = 20 * 1024 * 1024
"""Bytes that a document may have."""

_REDIRECTS: Final = 5
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_CHUNK: Final = 64 * 1024
_AGENT: Final = f"syndicate/{__version__} (feeds check)"
_ACCEPT: Final = (
    "application/rss+xml, application/atom+xml, application/feed+json, text/x-opml,"
    " application/xml;q=0.9, application/json;q=0.9, */*;q=0.1"
)
_OTHER_ETAG: Final = '"syndicate-check-has-never-seen-this"'


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` is for all requests of one feed together, ``wait`` for each answer."""

    bytes: int = LARGEST
    seconds: float = 30
    wait: float = 10


def retrieve(address: str, *, limits: Limits | None = None) -> Exchange:
    """A feed and its server's answers to the questions that readers ask next.

    Raises ``FeedError`` where there is no document to be had. A later question
    that fails has no reply.
    """
    session = _Session(limits or Limits())
    plain, final, redirects = _follow(session, address)
    if plain.status != 200:
        raise FeedError(address, f"the server says {plain.status}", "check the address")
    etag, modified = plain.get("ETag"), plain.get("Last-Modified")
    return Exchange(
        asked=address,
        address=final,
        plain=plain,
        redirects=redirects,
        compressed=session.ask(final, {"Accept-Encoding": "gzip"}),
        same_etag=session.ask(final, {"If-None-Match": etag}) if etag else None,
        since=session.ask(final, {"If-Modified-Since": modified}) if modified else None,
        other_etag=session.ask(final, {"If-None-Match": _OTHER_ETAG, "If-Modified-Since": modified})
        if modified
        else None,
        head=session.ask(final, {}, method="HEAD"),
    )


def _follow(session: _Session, address: str) -> tuple[Reply, str, tuple[int, ...]]:
    """The first reply that is no redirect, its address, and the redirects' statuses."""
    current, statuses = address, list[int]()
    while True:
        reply = session.request(current, {})
        target = reply.get("Location")
        if reply.status not in _MOVED or not target:
            return _identity(reply, current, session.limits), current, tuple(statuses)
        statuses.append(reply.status)
        if len(statuses) > _REDIRECTS:
            raise FeedError(address, f"redirects more than {_REDIRECTS} times", "check the address")
        current = urljoin(current, target)


class _Session:
    """Requests that share one limit of time."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._end = monotonic() + limits.seconds

    def ask(self, address: str, headers: Mapping[str, str], method: str = "GET") -> Reply | None:
        try:
            return self.request(address, headers, method)
        except FeedError:
            return None

    def request(self, address: str, headers: Mapping[str, str], method: str = "GET") -> Reply:
        parts = _split(address)
        path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        sent = {
            "User-Agent": _AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "identity",
            "Connection": "close",
            **headers,
        }
        connection = self._connection(parts, address)
        try:
            connection.request(method, path, headers=sent)
            response = connection.getresponse()
            body = b"" if method == "HEAD" else self._read(response, address)
            return Reply(response.status, tuple(response.getheaders()), body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            cause = str(error) or type(error).__name__
            raise FeedError(address, f"can't be fetched ({cause})", "check the address") from error
        finally:
            connection.close()

    def _connection(self, parts: SplitResult, address: str) -> http.client.HTTPConnection:
        left = self._end - monotonic()
        if left <= 0:
            raise FeedError(address, f"took more than {self.limits.seconds:g} seconds", "try again")
        wait = min(self.limits.wait, left)
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(host, parts.port, timeout=wait, context=context)
        return http.client.HTTPConnection(host, parts.port, timeout=wait)

    def _read(self, response: http.client.HTTPResponse, address: str) -> bytes:
        chunks, size = list[bytes](), 0
        while chunk := response.read1(_CHUNK):
            size += len(chunk)
            if size > self.limits.bytes:
                raise _too_large(address, self.limits)
            if monotonic() > self._end:
                raise FeedError(
                    address, f"took more than {self.limits.seconds:g} seconds", "try again"
                )
            chunks.append(chunk)
        return b"".join(chunks)


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and parts.hostname
        _ = parts.port
        address.encode("ascii")
    except ValueError:
        known = None
    if not known:
        raise FeedError(address, "is no http or https address in ASCII", "write the whole address")
    return parts


def _identity(reply: Reply, address: str, limits: Limits) -> Reply:
    """The reply with its body unpacked, where a server compresses unasked."""
    encoding = reply.get("Content-Encoding").lower()
    if encoding in ("", "identity"):
        return reply
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FeedError(address, f"is sent as {encoding} unasked", "have the server ask first")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        body = unpacker.decompress(reply.body, limits.bytes + 1)
    except zlib.error as error:
        raise FeedError(address, f"is no {encoding} ({error})", "check the server") from error
    if len(body) > limits.bytes:
        raise _too_large(address, limits)
    return Reply(reply.status, reply.headers, body)


def _too_large(address: str, limits: Limits) -> FeedError:
    return FeedError(address, f"has more than {limits.bytes:,} bytes", "check a smaller document")
