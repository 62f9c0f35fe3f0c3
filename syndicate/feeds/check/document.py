"""A document against all rules that one document can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from lxml.etree import XMLSyntaxError

from syndicate.feeds.check import characters, encoding, jsontext, registry, wellformed, xmltree
from syndicate.feeds.check.finding import Finding
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, Outline, RssFeed
from syndicate.feeds.check.xmltree import ATOM

Kind = Literal["rss", "atom", "json", "opml", ""]
Read = TypeVar("Read")
Reading = RssFeed | AtomFeed | JsonFeed | Outline


@dataclass(frozen=True, slots=True)
class Checked:
    """A document's findings, in the order of its lines, and what it was read as.

    ``kind`` is empty and ``reading`` None for what is none of the formats.
    """

    kind: Kind
    findings: tuple[Finding, ...]
    reading: Reading | None = None

    @property
    def items(self) -> int:
        """How many items, entries or outlines it holds."""
        match self.reading:
            case RssFeed() | JsonFeed():
                return len(self.reading.items)
            case AtomFeed():
                return len(self.reading.entries)
            case Outline():
                return sum(1 for _ in self.reading.root.iter("outline"))
        return 0


def check_document(
    data: bytes, *, address: str = "", content_type: str = ""
) -> tuple[Finding, ...]:
    """What is wrong with a document; empty if it holds every rule.

    ``address`` is where it is served and ``content_type`` what its server
    calls it; what is not given is not checked. Takes any bytes.
    """
    return check(data, address=address, content_type=content_type).findings


def check(data: bytes, *, address: str = "", content_type: str = "") -> Checked:
    """As ``check_document``, with what the document was read as."""
    charset = encoding.parse_type(content_type)[1]
    decoded = encoding.decode(data, charset)
    start = decoded.text.lstrip(" \t\r\n")
    if start.startswith(("{", "[")):
        kind, reading, found = _json(decoded.text, address)
    else:
        kind, reading, found = _xml(decoded.text, address)
        if kind and not decoded.declared:
            found.append(encoding.undeclared())
    found += decoded.findings
    if kind:
        found += encoding.check_type(kind, content_type)
    ordered = sorted(found, key=lambda finding: finding.line or 0)
    return Checked(kind, tuple(ordered), reading)


def _json(text: str, address: str) -> tuple[Kind, Reading | None, list[Finding]]:
    try:
        source = jsontext.parse(text)
    except (ValueError, RecursionError) as error:
        return "", None, [wellformed.broken_json(error)]
    if not isinstance(source.value, dict):
        return "", None, [wellformed.unknown("is a JSON list, and no feed")]
    feed = JsonFeed(source, source.value, address)
    if "items" not in feed.data and "version" not in feed.data:
        return "", None, [wellformed.unknown("is JSON without version and items")]
    found = [*characters.check_json(source), *_run(registry.JSON, feed)]
    return "json", feed, found


def _xml(text: str, address: str) -> tuple[Kind, Reading | None, list[Finding]]:
    found = [*characters.check_xml(text), *wellformed.check_prolog(text)]
    if any(finding.rule == wellformed.DOCTYPE.number for finding in found):
        return "", None, found
    if any(finding.rule == characters.FORBIDDEN.number for finding in found):
        text = characters.mended(text)
    try:
        tree = xmltree.parse(text)
    except XMLSyntaxError as error:
        return "", None, [*found, wellformed.broken_xml(error)]
    root = tree.root
    if root.tag == "rss":
        channel = root.find("channel")
        if channel is None:
            return "", None, [*found, wellformed.unknown("is RSS without a channel")]
        rss = RssFeed(tree, channel, address)
        return "rss", rss, [*found, *_run(registry.RSS, rss)]
    if root.tag == f"{{{ATOM}}}feed":
        atom = AtomFeed(tree, address)
        return "atom", atom, [*found, *_run(registry.ATOM, atom)]
    if root.tag == "opml":
        outline = Outline(tree, address)
        return "opml", outline, [*found, *_run(registry.OPML, outline)]
    return "", None, [*found, wellformed.unknown(f"its root is {root.tag}")]


def _run(checks: Iterable[Callable[[Read], Iterator[Finding]]], read: Read) -> Iterator[Finding]:
    for check_concern in checks:
        yield from check_concern(read)
