"""From bytes to text: the one encoding of a document, and what its server says of it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Final

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, Spot, shown

UNREADABLE: Final = Rule(
    "17.1",
    ERROR,
    "XML 1.0, 4.3.3; RFC 8259, 8.1",
    "Every byte belongs to the encoding that the document is said to have.",
    "write the document in UTF-8 and declare that",
)
NOT_UTF8: Final = Rule(
    "17.2",
    WARNING,
    "RSS Best Practices Profile; RFC 8259, 8.1",
    "The encoding is UTF-8.",
    "write the document in UTF-8",
)
UNDECLARED: Final = Rule(
    "17.3",
    WARNING,
    "XML 1.0, 2.8",
    "An XML document declares its encoding.",
    'begin with <?xml version="1.0" encoding="UTF-8"?>',
)
WRONG_TYPE: Final = Rule(
    "17.4",
    ERROR,
    "RFC 4287, 7; JSON Feed 1.1, MIME type; RSS 2.0",
    "The server names a feed's own media type, or at least XML or JSON.",
    "serve application/rss+xml, application/atom+xml, application/feed+json or text/x-opml",
)
LOOSE_TYPE: Final = Rule(
    "17.5",
    WARNING,
    "RFC 4287, 7; JSON Feed 1.1, MIME type; RFC 7303, 9",
    "The server names the very media type of the format.",
    "serve application/rss+xml, application/atom+xml, application/feed+json or text/x-opml",
)
WRONG_CHARSET: Final = Rule(
    "17.6",
    ERROR,
    "RFC 7303, 3; RFC 8259, 8.1",
    "The charset that the server names is the document's encoding.",
    'serve the document with "; charset=utf-8"',
)
BYTE_ORDER_MARK: Final = Rule(
    "17.7",
    WARNING,
    "RFC 8259, 8.1; RFC 7303, 3.3",
    "No byte order mark stands before the document.",
    "write UTF-8 without a byte order mark",
)
RULES: Final = (
    UNREADABLE,
    NOT_UTF8,
    UNDECLARED,
    WRONG_TYPE,
    LOOSE_TYPE,
    WRONG_CHARSET,
    BYTE_ORDER_MARK,
)

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,40})["']"""
)
_KNOWN: Final = re.compile(
    r"utf-?8|us-?ascii|ascii|iso-?8859-?\d+|latin-?\d|windows-?125\d|cp125\d|utf-?16([lb]e)?"
    r"|gb2312|gbk|gb18030|big5|shift_jis|euc-?jp|euc-?kr|iso-2022-jp|koi8-[ru]"
)
_TYPES: Final = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "opml": "text/x-opml",
}
_START: Final = Spot("", 1)
_HEADER: Final = Spot("Content-Type")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document's text. Undecodable bytes have become U+FFFD."""

    text: str
    encoding: str
    declared: bool
    findings: tuple[Finding, ...]


def decode(data: bytes, charset: str = "") -> Decoded:
    """The text by byte order mark, else the server's charset, else the declaration, else UTF-8."""
    findings: list[Finding] = []
    mark, marked = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", ""))
    found = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    declared = found[1].decode("ascii").lower() if found else ""
    encoding = marked or charset or declared or "utf-8"
    if not _KNOWN.fullmatch(encoding) and not marked:
        findings.append(UNREADABLE.at(_START, f"no encoding is called {shown(encoding)}"))
        encoding = "utf-8"
    if charset and declared and not _same(charset, declared):
        findings.append(
            WRONG_CHARSET.at(_HEADER, f"the server says {charset}, the document {declared}")
        )
    if declared and marked and not _same(marked, declared):
        findings.append(
            UNREADABLE.at(_START, f"declares {declared}, but its byte order mark is of {marked}")
        )
    if not _same(encoding, "utf-8") and not _same(encoding, "us-ascii"):
        findings.append(NOT_UTF8.at(_START, f"is written in {encoding}"))
    if mark:
        findings.append(BYTE_ORDER_MARK.at(_START, "begins with a byte order mark"))
    body = data.removeprefix(mark) if marked == "utf-8" else data
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        findings.append(
            UNREADABLE.at(Spot("", line), f"byte {error.start} is no part of {encoding}")
        )
        text = body.decode(encoding, errors="replace")
    except LookupError:
        findings.append(UNREADABLE.at(_START, f"no encoding is called {shown(encoding)}"))
        text = body.decode("utf-8", errors="replace")
    return Decoded(text, encoding, bool(declared), tuple(findings))


def check_type(kind: str, content_type: str) -> Iterator[Finding]:
    """What the server calls a document of this kind."""
    if not content_type:
        return
    media_type, _ = parse_type(content_type)
    wanted = _TYPES[kind]
    if media_type == wanted or (kind == "opml" and media_type == "text/x-opml+xml"):
        return
    loose = {"application/json"} if kind == "json" else {"application/xml", "text/xml"}
    rule = LOOSE_TYPE if media_type in loose else WRONG_TYPE
    yield rule.at(_HEADER, f"is {shown(media_type)}, and {wanted} is meant for this")


def undeclared() -> Finding:
    return UNDECLARED.at(_START, "declares no encoding")


def parse_type(content_type: str) -> tuple[str, str]:
    """A Content-Type's media type and charset, in lower case; empty where it has none."""
    header = Message()
    header["Content-Type"] = " ".join(content_type.split())
    if not content_type.strip():
        return "", ""
    return header.get_content_type(), (header.get_content_charset() or "").lower()


def _same(one: str, other: str) -> bool:
    try:
        return codecs.lookup(one).name == codecs.lookup(other).name
    except (LookupError, ValueError):
        return one == other
