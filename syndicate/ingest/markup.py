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
_FOREIGN_TAG = re.compile(
    r"</?(?!(?:html|head|title|meta|body|span|div|h[1-5]|a|p|b|dd|ul|li)[\s/>])[A-Za-z][^<>]*>"
)
_WAY_OUT = "have the CMS write it again"
_CLOSING = re.compile(r"</html\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    root: Any
    warnings: tuple[str, ...] = ()


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
        raise PageError(name, "page", "is empty", _WAY_OUT)
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
    text = _without_doctype(_DECLARATION.sub("", text, count=1).lstrip(), name)
    root, complaint = _try(text, name)
    if root is not None:
        return Document(root, warnings)
    _refuse_half(text, name)
    for mend_more in (_mend_text, _drop_foreign_tags):
        text, mends = mend_more(text)
        warnings += mends
        root, complaint = _try(text, name)
        if root is not None:
            return Document(root, warnings)
    if text.count("<![CDATA[") != text.count("]]>"):
        raise PageError(name, "body", "its CDATA section is broken", _WAY_OUT)
    root = etree.fromstring(text.encode(), _RECOVERING)
    if root is None:
        raise PageError(name, "page", complaint, _WAY_OUT)
    return Document(root, (*warnings, f"markup: {complaint}; recovered"))


def _try(text: str, name: str) -> tuple[Any, str]:
    """The root of well-formed text; else None and what is wrong with it."""
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), _STRICT)
    except etree.XMLSyntaxError as error:
        return None, error.msg or "is not well-formed"
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused_doctype(name)
    return root, ""


def _refused_doctype(name: str) -> PageError:
    return PageError(name, "DOCTYPE", "defines entities or elements", "remove the DOCTYPE")


def _without_doctype(text: str, name: str) -> str:
    """A document type that only names one is left out; one that defines anything is refused."""
    start = text.find("<html")
    found = _DOCTYPE.search(text, 0, start if start >= 0 else len(text))
    if found is None:
        return text
    if found[1] or "<!ENTITY" in text[:start]:
        raise _refused_doctype(name)
    return _WHOLE_DOCTYPE.sub("", text, count=1)


def _refuse_half(text: str, name: str) -> None:
    outside = "".join(_CDATA.split(text)[::2])
    if "<![CDATA[" in outside:
        raise PageError(name, "body", "its CDATA section never ends: half-written", _WAY_OUT)
    if not _CLOSING.search(outside):
        raise PageError(name, "page", "ends before </html>: half-written", _WAY_OUT)


def _mend_text(text: str) -> tuple[str, tuple[str, ...]]:
    """Put stray characters and ampersands right, and leave out what follows the end."""
    warnings: list[str] = []
    cleaned = mend(text)
    if len(cleaned) != len(text):
        warnings.append(f"characters that XML forbids: {len(text) - len(cleaned)}, left out")
    ampersands = 0

    def put_right(found: re.Match[str]) -> str:
        nonlocal ampersands
        ampersands += 1
        if not found[1]:
            return "&amp;"
        return html5.get(f"{found[1]};", f"&amp;{found[1]};")

    pieces = _CDATA.split(cleaned)
    for index in range(0, len(pieces), 2):
        piece = _AMPERSAND.sub(put_right, mend_references(pieces[index]))
        end = _CLOSING.search(piece)
        if end is None:
            pieces[index] = piece
            continue
        if piece[end.end() :].strip() or len(pieces) > index + 1:
            warnings.append("markup: text after </html>, left out")
        pieces[index:] = [piece[: end.end()]]
        break
    if ampersands:
        warnings.append(f"markup: ampersands that XML does not know: {ampersands}, written out")
    return "".join(pieces), tuple(warnings)


def _drop_foreign_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """Leave out tags that the CMS's pages don't have: markup that got into a field."""
    dropped = 0
    pieces = _CDATA.split(text)
    for index in range(0, len(pieces), 2):
        pieces[index], count = _FOREIGN_TAG.subn("", pieces[index])
        dropped += count
    warning = (f"markup: {dropped} tags that a page does not have, left out",) if dropped else ()
    return "".join(pieces), warning
