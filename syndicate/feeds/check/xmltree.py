"""XML read safely: no entities, no network, no DTD; and places by XPath and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element

ATOM: Final = "http://www.w3.org/2005/Atom"
CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
DC: Final = "http://purl.org/dc/elements/1.1/"
HISTORY: Final = "http://purl.org/syndication/history/1.0"
MEDIA: Final = "http://search.yahoo.com/mrss/"
TOMBSTONES: Final = "http://purl.org/atompub/tombstones/1.0"
XHTML: Final = "http://www.w3.org/1999/xhtml"
XML: Final = "http://www.w3.org/XML/1998/namespace"

_PREFIXES: Final = {
    ATOM: "atom",
    CONTENT: "content",
    DC: "dc",
    HISTORY: "fh",
    MEDIA: "media",
    TOMBSTONES: "at",
    XHTML: "xhtml",
    XML: "xml",
}
_MISC: Final = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class XmlPlace:
    """An element of a tree, or one of its attributes."""

    tree: Tree
    element: _Element
    attribute: str = ""

    @property
    def path(self) -> str:
        return self.tree.path(self.element) + (f"/@{self.attribute}" if self.attribute else "")

    @property
    def line(self) -> int | None:
        line: object = self.element.sourceline
        return line if isinstance(line, int) else None


@dataclass(slots=True)
class Tree:
    """A parsed document.

    ``root`` and its elements have neither comments nor processing
    instructions between them. An XPath shows Atom's and the usual extensions'
    elements under their customary prefixes, whatever the document calls them.
    """

    root: _Element
    _steps: dict[_Element, str] = field(default_factory=dict)

    def at(self, element: _Element, attribute: str = "") -> XmlPlace:
        return XmlPlace(self, element, attribute)

    def path(self, element: _Element) -> str:
        steps = []
        current: _Element | None = element
        while current is not None:
            parent = current.getparent()
            if current not in self._steps:
                self._number([current] if parent is None else list(parent), alone=parent is None)
            steps.append(self._steps[current])
            current = parent
        return "/" + "/".join(reversed(steps))

    def _number(self, siblings: list[_Element], *, alone: bool) -> None:
        """Name all children of one element at once: asked one by one it would be quadratic."""
        names = [name(sibling) for sibling in siblings]
        total: dict[str, int] = {}
        for each in names:
            total[each] = total.get(each, 0) + 1
        seen: dict[str, int] = {}
        for sibling, each in zip(siblings, names, strict=True):
            seen[each] = seen.get(each, 0) + 1
            many = not alone and total[each] > 1
            self._steps[sibling] = f"{each}[{seen[each]}]" if many else each


def parse(text: str) -> Tree:
    """The tree of an XML text, whatever its declaration says of its encoding.

    Raises ``etree.XMLSyntaxError``. The caller has refused a document type
    declaration before: none is ever read.
    """
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return Tree(etree.fromstring(text.encode("utf-8"), parser))


def prolog(text: str) -> tuple[list[tuple[int, str]], int]:
    """The comments and instructions before the root, each with its offset, and where they end."""
    found: list[tuple[int, str]] = []
    place = 0
    while (piece := _MISC.match(text, place)) is not None:
        if not piece[0].isspace():
            found.append((place, piece[0]))
        place = piece.end()
    return found, place


def namespace(element: _Element) -> str:
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag[0] == "{" else ""


def local(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else "?"


def name(element: _Element) -> str:
    """The element's name under its customary prefix, else its own."""
    space = namespace(element)
    if not space:
        return local(element)
    prefix = _PREFIXES.get(space) or element.prefix
    return f"{prefix}:{local(element)}" if prefix else local(element)


def text_of(element: _Element | None) -> str:
    """The text directly in an element; an absent one has none."""
    return "" if element is None else element.text or ""


def children(element: _Element, tag: str) -> list[_Element]:
    return element.findall(tag)


def elements(element: _Element) -> Iterator[_Element]:
    """Its child elements; unresolved entities are none."""
    return (child for child in element if isinstance(child.tag, str))
