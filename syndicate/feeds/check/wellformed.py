"""Whether there is a document at all: well-formed, of a known kind, and without a DTD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import XMLSyntaxError

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, Spot, shown
from syndicate.feeds.check.xmltree import prolog

NOT_WELL_FORMED: Final = Rule(
    "0.1",
    ERROR,
    "XML 1.0, 2.1; Namespaces in XML 1.0, 5",
    "An XML document is well-formed.",
    "write it with an XML library; most readers take nothing of a broken document",
)
NOT_JSON: Final = Rule(
    "0.2",
    ERROR,
    "RFC 8259, 2",
    "A JSON document is JSON.",
    "write it with a JSON library",
)
UNKNOWN_KIND: Final = Rule(
    "0.3",
    ERROR,
    "RSS 2.0; RFC 4287, 2; JSON Feed 1.1; OPML 2.0",
    "The document is RSS 2.0, Atom 1.0, JSON Feed 1.1 or OPML 2.0.",
    "check the address: a page, an error message or an older format is no feed",
)
DOCTYPE: Final = Rule(
    "0.4",
    ERROR,
    "XML 1.0, 2.8; RFC 4287, 8",
    "There is no document type declaration: entities are how XML attacks its reader.",
    "leave the DOCTYPE out; the document was not read beyond it",
)
CDATA_END: Final = Rule(
    "2.1",
    ERROR,
    "XML 1.0, 2.4 and 2.7",
    "]]> stands in no text, and ends a CDATA section only where that is meant.",
    "escape content instead of using CDATA, or split ]]> over two sections",
)
STYLESHEET: Final = Rule(
    "21.1",
    WARNING,
    "xml-stylesheet 1.0; browsers are removing XSLT",
    "No stylesheet stands in the feed: the view for people is a page beside it.",
    "leave the xml-stylesheet instruction out and link a page",
)
RULES: Final = (NOT_WELL_FORMED, NOT_JSON, UNKNOWN_KIND, DOCTYPE, CDATA_END, STYLESHEET)

_MISPLACED_CDATA_END: Final = 62
_TRAIL: Final = re.compile(r", line \d+, column \d+$")


def check_prolog(text: str) -> Iterator[Finding]:
    """What stands before the root element. A ``DOCTYPE`` finding forbids to parse."""
    instructions, end = prolog(text)
    for offset, piece in instructions:
        if piece.startswith("<?xml-stylesheet"):
            spot = Spot("/processing-instruction()", text.count("\n", 0, offset) + 1)
            yield STYLESHEET.at(spot, f"has {shown(piece)}")
    if text[end : end + 9].upper() == "<!DOCTYPE":
        line = text.count("\n", 0, end) + 1
        yield DOCTYPE.at(Spot("", line), f"has {shown(text[end : end + 200])}")


def broken_xml(error: XMLSyntaxError) -> Finding:
    code: int | None = getattr(error, "code", None)
    rule = CDATA_END if code == _MISPLACED_CDATA_END else NOT_WELL_FORMED
    message = _TRAIL.sub("", error.msg or "can't be read").strip()
    return rule.at(Spot("", error.lineno or 1), message)


def broken_json(error: ValueError | RecursionError) -> Finding:
    message = "is nested too deep" if isinstance(error, RecursionError) else str(error)
    return NOT_JSON.at(Spot("", getattr(error, "lineno", 1)), message)


def unknown(problem: str) -> Finding:
    return UNKNOWN_KIND.at(Spot("", 1), problem)
