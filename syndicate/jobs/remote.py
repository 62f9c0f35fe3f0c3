"""The only door to other hosts' pictures and files: how large they are, and of what type.

Articles name the addresses, and whoever wrote an article is a stranger. So:
http and https alone, no address inside any network of ours whatever its name
or however often it redirects, ten seconds, and never more of a picture than
holds its header.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from io import BytesIO
from time import monotonic
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from syndicate import __version__
from syndicate.feeds.characters import media_type as named_type
from syndicate.ingest import webp
from syndicate.ingest.local_pictures import LARGEST_PICTURE, header_of
from syndicate.jobs import outside

SECONDS: Final = 10.0
REDIRECTS: Final = 3
HEADER: Final = 256 * 1024
"""Bytes of a picture that are read."""
LONGEST_ADDRESS: Final = 2000

_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
_GENERIC: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_TOTAL: Final = re.compile(r"bytes \d+-\d+/(\d{1,18})")
_LENGTH: Final = re.compile(r"\d{1,18}")
_HEADERS: Final = {
    "User-Agent": f"syndicate/{__version__} (media)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}

Refuses = Callable[[str], bool]
"""Whether an IP address may not be connected to."""


class RefusedError(ValueError):
    """What is not asked, or an answer that is of no use. The text says why."""


@dataclass(slots=True)
class Allowance:
    """What one publish may take: bytes of bodies, and time until ``deadline`` (monotonic)."""

    bytes: int
    deadline: float

    def is_spent(self) -> bool:
        return self.bytes < HEADER or monotonic() >= self.deadline


@dataclass(frozen=True, slots=True)
class Told:
    """What a host says of a file. ``fault`` says why it says nothing, else it is empty."""

    media_type: str = ""
    length: int | None = None
    width: int | None = None
    height: int | None = None
    fault: str = ""
    silent: bool = False
    """Whether the host gave no answer at all."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def media_type(self) -> str:
        return named_type(self.headers.get("Content-Type") or "")

    @property
    def length(self) -> int | None:
        """The length of the whole file, where it is told."""
        if (self.headers.get("Content-Encoding") or "identity").lower() != "identity":
            return None
        if self.status == 206:
            found = _TOTAL.fullmatch(self.headers.get("Content-Range") or "")
            return int(found[1]) if found else None
        given = (self.headers.get("Content-Length") or "").strip()
        return int(given) if _LENGTH.fullmatch(given) else None


def ask(
    url: str,
    allowance: Allowance,
    *,
    picture: bool,
    expected: str = "",
    refuses: Refuses = outside.is_inner,
    seconds: float = SECONDS,
) -> Told:
    """Ask for a picture's or a file's type and length, and a picture's size.

    ``expected`` is the media type that its address promises, if any. Never
    raises for what a host or a network can do.
    """
    deadline = min(allowance.deadline, monotonic() + seconds)
    try:
        return _Question(allowance, deadline, refuses).ask(url, expected, picture=picture)
    except RefusedError as error:
        return Told(fault=str(error))
    except (OSError, HTTPException, ValueError) as error:
        if monotonic() >= deadline:
            return Told(fault=f"no answer within {seconds:g} seconds", silent=True)
        return Told(fault=outside.said(error), silent=isinstance(error, OSError))


class _Question:
    def __init__(self, allowance: Allowance, deadline: float, refuses: Refuses) -> None:
        self._allowance, self._deadline, self._refuses = allowance, deadline, refuses

    def ask(self, url: str, expected: str, *, picture: bool) -> Told:
        head = self._follow("HEAD", url, {}, 0)
        if head.status in _GONE:
            raise RefusedError(f"answers {head.status}")
        if head.status == 200 and not picture and head.length and head.media_type:
            return _told_file(head, expected, head.length)
        # Some hosts know no HEAD, or tell less in it.
        most = HEADER if picture else 1
        got = self._follow("GET", url, {"Range": f"bytes=0-{most - 1}"}, most)
        if got.status not in (200, 206):
            raise RefusedError(f"answers {got.status}")
        length = got.length or (head.length if head.status == 200 else None)
        return _told_picture(got, length) if picture else _told_file(got, expected, length)

    def _follow(self, method: str, url: str, headers: Mapping[str, str], most: int) -> _Answer:
        for _ in range(REDIRECTS + 1):
            answer = self._exchange(method, _split(url), headers, most)
            location = answer.headers.get("Location")
            if answer.status not in _MOVED or not location:
                return answer
            url = urljoin(url, location)
        raise RefusedError(f"redirects more than {REDIRECTS} times")

    def _exchange(
        self, method: str, parts: SplitResult, headers: Mapping[str, str], most: int
    ) -> _Answer:
        place = outside.look_up(parts)
        if any(map(self._refuses, place.addresses)):
            raise RefusedError(f"{place.host} is an inner address")
        with outside.connected(parts, place, self._deadline) as connection:
            more = {"Host": place.name(parts.scheme)}
            connection.request(
                method, outside.target(parts), headers={**_HEADERS, **headers, **more}
            )
            response = connection.getresponse()
            body = b""
            if response.status in (200, 206) and method == "GET":
                body = response.read(most)
                self._allowance.bytes -= len(body)
                if monotonic() >= self._deadline:
                    raise TimeoutError  # cut: half a header says something else than a whole one
            return _Answer(response.status, response.headers, body)


def _split(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in outside.PORTS or not parts.hostname or parts.username is not None:
        raise RefusedError("is no web address that may be asked")
    if len(url) > LONGEST_ADDRESS or not url.isascii():
        raise RefusedError("is no address that hosts take")
    return parts


def _told_picture(answer: _Answer, length: int | None) -> Told:
    header = header_of(BytesIO(answer.body))
    if not header.fault:
        return Told(header.media_type, length, header.width, header.height)
    if (begun := webp.size(answer.body)) and begun[0] * begun[1] <= LARGEST_PICTURE:
        return Told("image/webp", length, *begun)
    if not answer.media_type.startswith("image/"):
        raise RefusedError(f"is no picture but {answer.media_type or 'of no type'}")
    return Told(answer.media_type, length)


def _told_file(answer: _Answer, expected: str, length: int | None) -> Told:
    found = answer.media_type
    if found in _GENERIC:
        found = expected
    elif found in _PAGES or (expected and not _fits(found, expected)):
        raise RefusedError(f"is {found}" + (f", not {expected}" if expected else ""))
    return Told(found, length)


def _fits(found: str, expected: str) -> bool:
    """Whether one kind was promised and the same came: not a picture for a document."""
    played = {"audio", "video"}
    kinds = {found.partition("/")[0], expected.partition("/")[0]}
    return len(kinds) == 1 or kinds <= played or kinds <= {"application", "text"}
