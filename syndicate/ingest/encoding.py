"""From a page's bytes to its text, by what the bytes declare."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from syndicate.model.errors import PageError

_DECLARATION = re.compile(
    rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']"""
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a declaration means in the wild: the largest set that the declared one is part of.
_MEANT = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "utf8": "utf-8",
    "utf-16": "utf-8",  # without a byte order mark and readable as bytes: not UTF-16
}
_SHARE_OF_DAMAGE = 0.01
"""More characters than this lost: the declaration is wrong, not the page damaged."""


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    warnings: tuple[str, ...] = ()


def declared(data: bytes) -> str:
    """The codec that ``data`` says it is in; UTF-8 where it says nothing (XML 1.0, 4.3.3)."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    found = _DECLARATION.match(data[:300])
    if found is None:
        return "utf-8"
    name = found[1].decode("ascii").lower()
    return _MEANT.get(name, name)


def decode(data: bytes, *, name: str) -> Decoded:
    """The text of ``data``, without byte order mark. A few bad bytes become U+FFFD."""
    codec = declared(data)
    for mark, _ in _MARKS:
        data = data.removeprefix(mark)
    try:
        codecs.lookup(codec)
        if codec in ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7"):
            raise LookupError
        "".encode(codec)  # a codec of bytes to bytes is none of text
    except LookupError:
        return _unknown(data, codec, name)
    try:
        return Decoded(data.decode(codec))
    except UnicodeDecodeError:
        pass
    other = "utf-8" if codec != "utf-8" else "gb18030"
    try:
        return Decoded(data.decode(other), (f"encoding: declared {codec}, read as {other}",))
    except UnicodeDecodeError:
        pass
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd")
    if codec != "cp1252" and lost > _SHARE_OF_DAMAGE * len(text):
        raise PageError(name, "encoding", f"is not {codec} as declared", "declare what it is in")
    if codec == "cp1252":
        text = "".join(text_or_control(data))
        return Decoded(text)
    return Decoded(text, (f"encoding: {lost} damaged characters",))


def text_or_control(data: bytes) -> list[str]:
    """Windows-1252 with its five undefined bytes as controls, which the cleaning drops."""
    return [bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data]


def _unknown(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), (f"encoding: {codec} is unknown, read as utf-8",))
    except UnicodeDecodeError:
        raise PageError(
            name, "encoding", f"{codec} is unknown", "use utf-8, gb18030, big5 or windows-1252"
        ) from None
