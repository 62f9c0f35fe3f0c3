"""The rules that header fields must keep, looked at on the wire's bytes.

Parsers are kind: they fold back, decode and overlook what a mail server
refuses. So these gates read the bytes themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.header import decode_header, make_header
from typing import Final

from syndicate.mail.gates.finding import Finding

_LONGEST_LINE: Final = 998
_LONGEST_ENCODED_LINE: Final = 76
_LONGEST_WORD: Final = 75
_WORD: Final = re.compile(r"=\?[^?\s]+\?[bqBQ]\?[^?\s]*\?=")

#: At most once (RFC 5322, 3.6; RFC 2045, 3; RFC 2919, 8; RFC 8058, 3.1).
_ONCE: Final = frozenset(
    (
        "from", "sender", "reply-to", "to", "cc", "bcc", "message-id", "in-reply-to", "references",
        "subject", "date", "mime-version", "content-type", "content-transfer-encoding", "list-id",
        "list-unsubscribe", "list-unsubscribe-post", "list-archive", "list-help", "list-owner",
        "list-post", "list-subscribe", "feedback-id", "precedence",
    )
)  # fmt: skip
_NEEDED: Final = ("from", "to", "subject", "date", "message-id", "mime-version", "list-id")
#: In these an encoded word may stand for text, or for the name before an address.
_TEXT: Final = frozenset(("subject", "comments"))
_NAMED: Final = frozenset(("from", "to", "cc", "reply-to", "sender", "list-id"))


_PICTURES: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]")


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it stands: ``lines`` as they are folded, ``value`` unfolded."""

    name: str
    value: str
    lines: tuple[str, ...]


def fields_of(message: bytes) -> tuple[Field, ...]:
    """The header fields of a message, in order."""
    head = message.partition(b"\r\n\r\n")[0].decode("utf-8", "replace")
    folded: list[list[str]] = []
    for line in head.split("\r\n"):
        if line[:1] in (" ", "\t") and folded:
            folded[-1].append(line)
        else:
            folded.append([line])
    fields = []
    for lines in folded:
        name, _, value = "".join(lines).partition(":")
        fields.append(Field(name.strip().lower(), value.strip(), tuple(lines)))
    return tuple(fields)


def broken_rules(fields: Sequence[Field]) -> Iterator[Finding]:
    """A finding for each rule that a field breaks."""
    names = [field.name for field in fields]
    for name in _NEEDED:
        if name not in names:
            yield Finding("headers", f"{name} is missing", "report this")
    for name in dict.fromkeys(names):
        if name in _ONCE and names.count(name) > 1:
            yield Finding(
                "headers", f"{name} stands there {names.count(name)} times", "report this"
            )
    for field in fields:
        for cause in _causes(field):
            yield Finding("headers", f"{field.name}: {cause}", "report this")
    yield from _sender(fields)


def _causes(field: Field) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9-]*", field.name):
        yield "not a field's name"
    words = _WORD.findall(field.value)
    if any(len(line.encode()) > _LONGEST_LINE for line in field.lines):
        yield f"a line of more than {_LONGEST_LINE} bytes"
    if any(not line.strip() for line in field.lines):
        yield "a folded line with nothing on it"
    if any(len(word) > _LONGEST_WORD for word in words):
        yield f"an encoded word of more than {_LONGEST_WORD} characters (RFC 2047, 2)"
    if any(_WORD.search(line) and len(line) > _LONGEST_ENCODED_LINE for line in field.lines):
        yield f"a line with an encoded word and more than {_LONGEST_ENCODED_LINE} characters"
    if words and field.name not in _TEXT | _NAMED:
        yield "an encoded word where none may be (RFC 2047, 5)"
    if field.name in _NAMED and re.search(r"<[^>]*=\?", field.value):
        yield "an encoded word inside the angle brackets"
    if field.name not in _NAMED and not field.value.isascii():
        yield "characters outside ASCII"


def _sender(fields: Sequence[Field]) -> Iterator[Finding]:
    """What makes a sender look like a fraud's: pictures or other addresses in the name."""
    subject = _read(next((field.value for field in fields if field.name == "subject"), ""))
    for field in fields:
        if field.name != "from":
            continue
        name = _read(field.value.rpartition("<")[0]).strip(' "')
        causes = {
            "has pictures in it": _PICTURES.search(name),
            "has an address in it": "@" in name,
            "is the subject's text": name and name == subject,
        }
        for cause, found in causes.items():
            if found:
                yield Finding(
                    "sender", f"the sender's name {name!r} {cause}", "give [mail] sender another"
                )


def _read(text: str) -> str:
    """What a person sees of a field's text."""
    return str(make_header(decode_header(text)))
