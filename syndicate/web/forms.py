"""What a visitor sends: read within limits, before anything is made of it.

A body is at most 64 KB, whether it says its length or not, and comes within
half a minute. A form has at most a few hundred fields, in either of the two
ways that browsers and mailboxes write one (RFC 8058, 3.1); files are not taken.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.message import Message
from typing import Final
from urllib.parse import parse_qsl

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

LARGEST: Final = 64 * 1024
#: How long the whole body may take, in seconds.
PATIENCE: Final = 30
_FIELDS: Final = 400
_HEADERS_OF_A_PART: Final = 8
_HEADER_OF_A_PART: Final = 1024
_URLENCODED: Final = "application/x-www-form-urlencoded"
_MULTIPART: Final = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form in the order that they came in."""

    fields: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The field's value without the space around it; empty where there is none."""
        return next((value.strip() for key, value in self.fields if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field that may be there more than once."""
        return tuple(dict.fromkeys(value for key, value in self.fields if key == name))

    def __contains__(self, name: object) -> bool:
        return any(key == name for key, _ in self.fields)


async def read_body(request: Request, *, largest: int = LARGEST) -> bytes:
    """The body of a request.

    Raises ``HTTPException``: 413 for one that is too large, before more of it
    is read; 408 for one that takes too long; 400 for one that breaks off.
    """
    said = request.headers.get("content-length", "")
    if said.isascii() and said.isdigit() and (len(said) > 12 or int(said) > largest):
        raise HTTPException(413, headers={"Connection": "close"})
    read = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in request.stream():
                read += chunk
                if len(read) > largest:
                    raise HTTPException(413, headers={"Connection": "close"})
    except TimeoutError as error:
        raise HTTPException(408, headers={"Connection": "close"}) from error
    except ClientDisconnect as error:
        raise HTTPException(400) from error
    return bytes(read)


async def read_form(request: Request) -> Form:
    """The form that a request carries, empty where it has no body.

    Raises ``HTTPException`` like :func:`read_body`, and 415 for what is no form.
    """
    body = await read_body(request)
    kind, parameters = _content_type(request.headers.get("content-type", ""))
    if not body:
        return Form()
    if kind == _URLENCODED:
        return Form(tuple(_urlencoded(body)))
    if kind == _MULTIPART:
        return Form(tuple(_multipart(body, parameters.get("boundary", ""))))
    raise HTTPException(415, headers={"Accept-Post": f"{_URLENCODED}, {_MULTIPART}"})


def _content_type(header: str) -> tuple[str, dict[str, str]]:
    """A media type and its parameters (RFC 9110, 8.3.1)."""
    message = Message()
    message["content-type"] = "".join(c for c in header if c.isprintable())
    found = message.get_params(header="content-type", unquote=True) or [("", "")]
    # RFC 2231 makes a tuple of a value in another character set: no browser writes one.
    return found[0][0].lower(), {
        name.lower(): value for name, value in found[1:] if isinstance(value, str)
    }


def _urlencoded(body: bytes) -> Iterable[tuple[str, str]]:
    try:
        return parse_qsl(
            body.decode("utf-8", "replace"),
            keep_blank_values=True,
            max_num_fields=_FIELDS,
            errors="replace",
        )
    except ValueError as error:
        raise HTTPException(400) from error


@dataclass(slots=True)
class _Parts:
    """Takes the parts of a multipart body as the parser comes upon them (RFC 7578)."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    _name: bytes = b""
    _value: bytes = b""
    _disposition: bytes = b""
    _data: bytearray = field(default_factory=bytearray)
    ended: bool = False

    def begin(self) -> None:
        if len(self.fields) >= _FIELDS:
            raise HTTPException(400)
        self._name, self._value, self._disposition = b"", b"", b""
        self._data.clear()

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        if self._name.lower() == b"content-disposition":
            self._disposition = self._value
        self._name, self._value = b"", b""

    def data(self, data: bytes, start: int, end: int) -> None:
        self._data += data[start:end]

    def part_end(self) -> None:
        kind, parameters = _content_type(self._disposition.decode("utf-8", "replace"))
        if kind != "form-data" or "name" not in parameters or "filename" in parameters:
            raise HTTPException(400)
        self.fields.append((parameters["name"], self._data.decode("utf-8", "replace")))

    def end(self) -> None:
        self.ended = True


def _multipart(body: bytes, boundary: str) -> Iterable[tuple[str, str]]:
    parts = _Parts()
    if not boundary:
        raise HTTPException(400)
    try:
        parser = MultipartParser(
            boundary.encode("utf-8"),
            {
                "on_part_begin": parts.begin,
                "on_header_field": parts.header_name,
                "on_header_value": parts.header_value,
                "on_header_end": parts.header_end,
                "on_part_data": parts.data,
                "on_part_end": parts.part_end,
                "on_end": parts.end,
            },
            max_header_count=_HEADERS_OF_A_PART,
            max_header_size=_HEADER_OF_A_PART,
        )
        parser.write(body)
        parser.finalize()
    except (FormParserError, ValueError) as error:
        raise HTTPException(400) from error
    if not parts.ended:
        raise HTTPException(400)
    return parts.fields
