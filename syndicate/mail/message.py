"""A mail as bytes: headers that every server reads alike, and two parts.

Written without ``email.message``, whose folding encodes long tokens of
structured headers (mail servers answer that with a refusal). Bytes depend on
the arguments alone: even the boundary comes from the Message-ID.
"""

from __future__ import annotations

import binascii
import re
from base64 import encodebytes
from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from typing import Final

from syndicate.mail.address import Mailbox
from syndicate.mail.words import breaks_a_header, encoded_words, is_plain
from syndicate.model.errors import MailError

_LINE: Final = 76
_LONGEST_LINE: Final = 998
_FIELD_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_MESSAGE_ID: Final = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>")
_LIST_ID: Final = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def compose(
    *,
    sender: Mailbox,
    to: Mailbox,
    subject: str,
    html: str,
    text: str,
    date: datetime,
    message_id: str,
    list_id: str,
    list_name: str = "",
    headers: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A ``multipart/alternative`` message with CRLF line ends.

    ``list_id`` is the bare identifier (``weekly.news.example.org``, RFC 2919);
    ``headers`` are further structured ones (``List-Unsubscribe`` and the like),
    written as they are. A line break or other control character in any header
    raises :class:`syndicate.model.errors.MailError`.
    """
    if not _MESSAGE_ID.fullmatch(message_id):
        raise MailError(f"Message-ID {message_id!r}", "not of the form <left@domain>")
    if not _LIST_ID.fullmatch(list_id):
        raise MailError(f"List-Id {list_id!r}", "not a name with dots", "write name.domain")
    if date.tzinfo is None:
        raise MailError("Date", "a time without a zone", "pass an aware time")
    boundary = f"={sha256(message_id.encode()).hexdigest()[:32]}="
    lines = [
        _structured("From", str(sender)),
        _structured("To", str(to)),
        _text("Subject", subject),
        _structured("Date", format_datetime(date)),
        _structured("Message-ID", message_id),
        _structured("List-Id", f"{_phrase(list_name)}<{list_id}>"),
        *(_structured(name, value) for name, value in headers),
        "MIME-Version: 1.0",
        f'Content-Type: multipart/alternative;\r\n boundary="{boundary}"',
    ]
    head = "\r\n".join(lines).encode("ascii")
    parts = (_part("text/plain", text), _part("text/html", html))
    mark = f"--{boundary}".encode("ascii")
    body = b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts)
    return head + b"\r\n\r\n" + body + mark + b"--\r\n"


def _part(media_type: str, text: str) -> bytes:
    """One part, in whichever transfer encoding is shorter for it."""
    content = re.sub(r"\r\n|\r|\n", "\r\n", text).encode()
    quoted = _quoted(content)
    based = encodebytes(content).replace(b"\n", b"\r\n")
    name, body = (
        ("quoted-printable", quoted) if len(quoted) <= len(based) else ("base64", based.rstrip())
    )
    head = f"Content-Type: {media_type}; charset=utf-8\r\nContent-Transfer-Encoding: {name}\r\n\r\n"
    return head.encode("ascii") + body


def _quoted(content: bytes) -> bytes:
    """Quoted-printable of lines that end in CRLF (RFC 2045, 6.7)."""
    lines = content.split(b"\r\n")
    return b"\r\n".join(
        binascii.b2a_qp(line, quotetabs=False, istext=True).replace(b"=\n", b"=\r\n")
        for line in lines
    )


def _text(name: str, value: str) -> str:
    """A header of free text: as it is where that is allowed, else in encoded words."""
    _clean(name, value)
    longest = max(map(len, value.split(" ")), default=0)
    if is_plain(value) and longest <= _LINE - len(name) - 2 and value == value.strip():
        return _folded(name, value)
    return _folded(name, encoded_words(value))


def _structured(name: str, value: str) -> str:
    """A header whose value has a grammar: never encoded, folded only at its spaces."""
    if not _FIELD_NAME.fullmatch(name):
        raise MailError(f"header {name!r}", "not a header's name", "use letters, digits, hyphens")
    _clean(name, value)
    if not value.isascii():
        raise MailError(f"header {name}", f"{value!r} is not ASCII", "encode it before")
    return _folded(name, value)


def _clean(name: str, value: str) -> None:
    if breaks_a_header(value):
        raise MailError(
            f"header {name}",
            f"{value!r} has a line break or control character",
            "remove it: it could forge further headers",
        )


def _phrase(name: str) -> str:
    """A display name before an angle bracket (RFC 5322, 3.2.5), with its space."""
    _clean("List-Id", name)
    return str(Mailbox(name, "x")).removesuffix("<x>") if name else ""


def _folded(name: str, value: str) -> str:
    """The header in lines of at most 76 characters where its spaces allow that."""
    lines = list(_lines(f"{name}:", value.split(" ")))
    if any(len(line) > _LONGEST_LINE for line in lines):
        raise MailError(f"header {name}", f"a word of more than {_LONGEST_LINE} characters")
    return "\r\n".join(lines)


def _lines(line: str, words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if len(line) + 1 + len(word) > _LINE and not line.endswith(":") and word:
            yield line
            line = ""
        line += f" {word}"
    yield line
