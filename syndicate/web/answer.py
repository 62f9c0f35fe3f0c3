"""Answers as raw ASGI messages: what feeds and pages have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from starlette.types import Scope, Send

from syndicate.web.conditional import Conditions

Headers = Mapping[str, str]

READING = ("GET", "HEAD")

#: Header fields that answers at hand leave to those who know all the rules.
_UNUSUAL: Final = frozenset(
    (
        *(b"if-match", b"if-unmodified-since", b"range", b"if-range"),
        *(b"content-length", b"transfer-encoding", b"expect"),
    )
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was made beforehand.

    ``start`` and ``body`` are its messages, ``block`` the same head as it goes
    over the wire in HTTP/1.1, without the fields that the server adds.
    """

    start: dict[str, Any]
    body: dict[str, Any]
    block: bytes


class Asked(NamedTuple):
    """What an answer at hand depends on, as it was sent; None for fields that are not there."""

    accept: bytes | None = None
    match: bytes | None = None
    since: bytes | None = None
    agent: bytes | None = None


def asked(headers: Sequence[tuple[bytes, bytes]]) -> Asked | None:
    """A request's fields, in lower case as ASGI has them; None if anything is unusual."""
    accept = match = since = agent = None
    for name, value in headers:
        if name == b"accept-encoding":
            if accept is not None:
                return None
            accept = value
        elif name == b"if-none-match":
            if match is not None:
                return None
            match = value
        elif name == b"if-modified-since":
            since = value
        elif name == b"user-agent":
            agent = value
        elif name in _UNUSUAL:
            return None
    return Asked(accept, match, since, agent)


def made(status: int, headers: Headers, body: bytes = b"") -> Answer:
    """An answer to be kept; ``headers`` are all that it says."""
    fields = encoded(headers)
    reason = HTTPStatus(status).phrase.encode("ascii")
    return Answer(
        start={"type": "http.response.start", "status": status, "headers": fields},
        body={"type": "http.response.body", "body": body, "more_body": False},
        block=b"".join(
            (b"HTTP/1.1 %d %b\r\n" % (status, reason), *(b"%b: %b\r\n" % each for each in fields))
        ),
    )


def field(scope: Scope, name: bytes) -> str | None:
    """A request's header field, its lines joined by commas (RFC 9110, 5.3)."""
    lines = [value.decode("latin-1") for key, value in scope["headers"] if key == name]
    return ", ".join(lines) if lines else None


def conditions(scope: Scope) -> Conditions:
    return Conditions(
        if_match=field(scope, b"if-match"),
        if_unmodified_since=field(scope, b"if-unmodified-since"),
        if_none_match=field(scope, b"if-none-match"),
        if_modified_since=field(scope, b"if-modified-since"),
    )


def encoded(headers: Headers) -> list[tuple[bytes, bytes]]:
    """Header fields as ASGI has them."""
    return [
        (name.lower().encode("ascii"), value.encode("latin-1")) for name, value in headers.items()
    ]


async def send_head(send: Send, status: int, headers: Headers) -> None:
    await send(
        {"type": "http.response.start", "status": status, "headers": encoded(headers)},
    )


async def send_whole(
    scope: Scope, send: Send, status: int, headers: Headers, body: bytes = b""
) -> None:
    """A whole answer; HEAD gets the length of what GET would get, and no more."""
    told: dict[str, str] = dict(headers)
    if status not in (204, 304):
        told["Content-Length"] = str(len(body))
    await send_head(send, status, told)
    await send_part(
        send, b"" if scope["method"] == "HEAD" or status in (204, 304) else body, more=False
    )


async def send_made(send: Send, answer: Answer) -> None:
    await send(answer.start)
    await send(answer.body)


async def send_part(send: Send, body: bytes, *, more: bool) -> None:
    message: dict[str, Any] = {"type": "http.response.body", "body": body, "more_body": more}
    await send(message)


def only(headers: Headers, names: Iterable[str]) -> Headers:
    wanted = {name.lower() for name in names}
    return {name: value for name, value in headers.items() if name.lower() in wanted}
