"""The mail that a report is, opened with care, and whose token it carries.

Whatever the bytes are, this ends soon and raises nothing but
:class:`BounceError`. Only the first quarter of a megabyte is looked at: what a report has to
say stands in front, and the mail that came back after it. The standard
library's parser goes into every part there is, so a mail with more parts than
a report ever has is refused before it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses
from itertools import islice
from typing import Final

from syndicate.mail.bounces.finding import Reads
from syndicate.mail.verp import Returned
from syndicate.model.errors import BounceError

LIMIT: Final = 256 * 1024
PARTS: Final = 60
"""Parts of a mail, nested or not: more than any report has, far less than takes long."""

_HEADERS: Final = 1000
_VALUES: Final = 50
_BOUNDARY: Final = re.compile(rb"boundary\s*(?:\*\d*\*?)?\s*=", re.IGNORECASE)
_TYPE: Final = re.compile(rb"^content-type\s*:", re.IGNORECASE | re.MULTILINE)
# Where a mail server writes down whom a mail was for.
_RECIPIENTS: Final = (
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-delivered-to",
    "to",
    "cc",
)
_READ: Final = 4000
# Where servers of old say that a copy of the mail follows.
_COPY: Final = re.compile(
    r"^-{2,80}[^\n]{0,80}(?:copy of (?:the|your) (?:message|mail)|original message|"
    r"below this line|returned message|原邮件)|^(?:Return-Path|Received|Message-ID):",
    re.IGNORECASE | re.MULTILINE,
)
# No mail of ours has an id of anything but these, and it is looked for in the store.
_ID: Final = r"<[!-;=?-~]{3,250}>"
_COPIED_ID: Final = re.compile(rf"^Message-ID:\s{{0,4}}({_ID})", re.I | re.M)
_RECEIVED_FOR: Final = re.compile(r"\bfor\s+<?([^\s<>;]{3,320}@[^\s<>;]{1,255})>?")


class _AnyBytes(Compat32):
    """Fields as text, though a server wrote other bytes than ASCII into them.

    The standard library makes objects of such, which are no text to others.
    """

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def opened(data: bytes) -> Message:
    """The mail. Raises :class:`BounceError` where it is none, or has far too many parts."""
    data = data[:LIMIT]
    if not data.strip():
        raise BounceError("report", "is empty")
    if len(_BOUNDARY.findall(data)) > PARTS or len(_TYPE.findall(data)) > PARTS:
        raise BounceError("report", f"has more than {PARTS} parts", "no report has so many")
    try:
        message = message_from_bytes(data, policy=_AnyBytes())
        if len(message.keys()) > _HEADERS:
            raise BounceError("report", f"has more than {_HEADERS} header fields")
        list(walk(message))
    except BounceError:
        raise
    except Exception as error:  # the one door to a parser that meets any bytes there are
        raise BounceError("report", f"can't be read ({type(error).__name__})") from error
    return message


def walk(message: Message) -> Iterator[Message]:
    """The parts of a mail, itself first, and no more than there can sensibly be."""
    return islice(message.walk(), 4 * PARTS)


def field(message: Message, name: str) -> str:
    """A header field's text on one line; empty if there is none."""
    value = message.get(name)
    return " ".join(str(value).split()) if value is not None else ""


def fields(message: Message, name: str) -> Iterator[str]:
    for value in islice(message.get_all(name) or (), _VALUES):
        yield " ".join(str(value).split())


def media_type(message: Message) -> str:
    return message.get_content_type()


def text(message: Message) -> str:
    """What a part without parts says, decoded as well as can be."""
    payload = message.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return payload[:LIMIT].decode(_charset(message), errors="replace")


def _charset(message: Message) -> str:
    name = message.get_content_charset() or "utf-8"
    try:
        b"".decode(name)
    except (LookupError, UnicodeError, ValueError):
        return "latin-1"
    return name


def readable(message: Message) -> str:
    """What a person would read of it first, up to where the mail that came back begins."""
    words = _words(message)
    copied = _COPY.search(words)
    return words[: copied.start() if copied else _READ][:_READ]


def _words(message: Message) -> str:
    parts = (part for part in walk(message) if part.get_content_maintype() == "text")
    return "\n".join(text(part) for part in islice(parts, 3))[:LIMIT]


def returned(message: Message) -> Message | None:
    """The mail that came back, or its header: the last part that a report carries (RFC 6522)."""
    for part in walk(message):
        if part is message:
            continue
        kind = media_type(part)
        if kind in ("message/rfc822", "message/global"):
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                return inner[0]
        if kind in ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers"):
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                return inner[0]
            return message_from_bytes(text(part).encode("utf-8", "replace"), policy=_AnyBytes())
    return None


def message_id(message: Message | None) -> str:
    """A mail's ``Message-ID`` with its brackets; empty if it has none of plain characters."""
    found = re.search(_ID, field(message, "message-id")) if message else None
    return found[0] if found else ""


def original_id(message: Message) -> str:
    """The ``Message-ID`` of the mail that came back, be it a part or a copy in the text."""
    if (original := returned(message)) is not None:
        return message_id(original)
    found = _COPIED_ID.search(_words(message))
    return found[1] if found else ""


def addressed(message: Message) -> Iterator[str]:
    """Every address that a mail was for, as servers and its writer have noted."""
    for name in _RECIPIENTS:
        yield from addresses(fields(message, name))
    for value in fields(message, "received"):
        yield from (match[1] for match in _RECEIVED_FOR.finditer(value[:2000]))


def addresses(values: Iterable[str]) -> Iterator[str]:
    for _, address in islice(getaddresses([value[:10_000] for value in values]), _VALUES):
        if "@" in address:
            yield address


def mailed(candidates: Iterable[str], reads: Reads) -> Returned | None:
    """The mail of ours that the first genuine token names."""
    for address in dict.fromkeys(candidates):
        if len(address) <= 400 and (found := reads(address)) is not None:
            return found
    return None
