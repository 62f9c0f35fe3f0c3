"""From a page's bytes to its element tree, mending what can be mended.

A sound UTF-8 page goes straight to the parser. Anything else is decoded, and a
damaged page mended as text first; each mend is a warning. Never: entities,
DTDs, the network.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from typing import Any

from lxml import etree

from syndicate.content.characters import mend, mend_references
from syndicate.ingest import encoding
from syndicate.model.errors import PageError

LARGEST = 10_000_000
"""Bytes of a page. libxml2 takes no longer text without being told that it may."""

_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*(\[)?", re.IGNORECASE)
_WHOLE_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)(?:([A-Za-z][A-Za-z0-9]{1,30});)?"
)
_CLOSING = re.compile(r"</html\s*>", re.IGNORECASE)
_UNCLOSED_BODY = re.compile(r"<!\[CDATA\[(?:(?!\]\]>).)*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Document:
    root: Any
    warnings: tuple[str, ...] = ()
    text: str = ""
    """The page as text where it had to be mended; empty for a sound one."""


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


_STRICT = _parser()
_RECOVERING = _parser(recover=True)


def parse(data: bytes, *, name: str) -> Document:
    """The tree of a page. Raises :class:`PageError` for one that can't be read whole."""
    if not data.strip(b"\0 \t\r\n"):
        raise PageError(name, "page", "is empty", "have the CMS write it again")
    if len(data) > LARGEST:
        size = len(data) / 1e6
        raise PageError(name, "page", f"is {size:.0f} MB", f"keep it under {LARGEST // 10**6} MB")
    if encoding.declared(data) == "utf-8" and b"<!DOCTYPE" not in data[:2000].upper():
        try:
            root = etree.fromstring(data, _STRICT)
        except etree.XMLSyntaxError:
            pass
        else:
            if root.getroottree().docinfo.internalDTD is None:
                return Document(root)
    decoded = encoding.decode(data, name=name)
    return _parse_text(decoded.text, decoded.warnings, name=name)


def _parse_text(text: str, warnings: tuple[str, ...], *, name: str) -> Document:
    text = _DECLARATION.sub("", text, count=1).lstrip()
    text = _without_doctype(text, name)
    try:
        return Document(etree.fromstring(text.encode("utf-8", "replace"), _STRICT), warnings, text)
    except etree.XMLSyntaxError as error:
        complaint = error.msg or "is not well-formed"
    _refuse_half(text, name)
    mended, mends = _mend(text)
    try:
        root = etree.fromstring(mended.encode(), _STRICT)
        return Document(root, warnings + mends, mended)
    except etree.XMLSyntaxError as error:
        complaint = error.msg or complaint
    root = etree.fromstring(mended.encode(), _RECOVERING)
    if root is None:
        raise PageError(name, "page", complaint, "have the CMS write it again")
    return Document(root, (*warnings, *mends, f"markup: {complaint}; recovered"), mended)


def _without_doctype(text: str, name: str) -> str:
    """A document type that only names one is left out; one that defines anything is refused."""
    start = text.find("<html")
    found = _DOCTYPE.search(text, 0, start if start >= 0 else len(text))
    if found is None:
        return text
    if found[1] or "<!ENTITY" in text[:start]:
        raise PageError(name, "DOCTYPE", "defines entities or elements", "remove the DOCTYPE")
    return _WHOLE_DOCTYPE.sub("", text, count=1)


def _refuse_half(text: str, name: str) -> None:
    way_out = "have the CMS write it again"
    if not _CLOSING.search(text, max(0, text.rfind("</"))) and not _CLOSING.search(text):
        raise PageError(name, "page", "ends before </html>: half-written", way_out)
    if _UNCLOSED_BODY.search(_CDATA.sub("", text)):
        raise PageError(name, "body", "its CDATA section never ends: half-written", way_out)


def _mend(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` with stray characters, ampersands and a tail after the end put right."""
    warnings: list[str] = []
    cleaned = mend(text)
    if len(cleaned) != len(text):
        warnings.append(f"characters: {len(text) - len(cleaned)} that XML forbids, left out")
    ends = list(_CLOSING.finditer(cleaned))
    if ends and cleaned[ends[-1].end() :].strip():
        warnings.append("markup: text after </html>, left out")
        cleaned = cleaned[: ends[-1].end()]
    ampersands = 0

    def put_right(found: re.Match[str]) -> str:
        nonlocal ampersands
        ampersands += 1
        if not found[1]:
            return "&amp;"
        return html5.get(f"{found[1]};", f"&amp;{found[1]};")

    pieces = _CDATA.split(cleaned)
    for index in range(0, len(pieces), 2):
        pieces[index] = _AMPERSAND.sub(put_right, mend_references(pieces[index]))
    if ampersands:
        warnings.append(f"markup: {ampersands} ampersands that XML does not know, written out")
    return "".join(pieces), tuple(warnings)
