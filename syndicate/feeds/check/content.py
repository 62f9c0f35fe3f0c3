"""What entries hold: safe, absolute, well nested, and escaped as its format asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml.etree import _Element

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Place, Rule
from syndicate.feeds.check.markup import Kind, faults
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed
from syndicate.feeds.check.xmltree import ATOM, CONTENT, XML, text_of

ACTIVE: Final = Rule(
    "12.1",
    ERROR,
    "RFC 4287, 8.1; RSS Best Practices Profile, description",
    "Content holds nothing that runs or submits: no script, form, object, embed, event attribute "
    "or javascript: address.",
    "sanitise the content before it is published",
)
DROPPED: Final = Rule(
    "12.2",
    WARNING,
    "RFC 4287, 8.1",
    "Content holds no style, iframe, svg, data- attribute or data: address: readers strip them.",
    "write the content so that it stands without",
)
RELATIVE: Final = Rule(
    "12.3",
    ERROR,
    "RSS Best Practices Profile, URLs; RFC 3986, 5.1",
    "Every address in content is absolute: in RSS and JSON nothing says what it is relative to.",
    "write the whole address",
)
BASED: Final = Rule(
    "12.4",
    WARNING,
    "RFC 4287, 2; XML Base",
    "No address in content counts on xml:base: many readers pass it over.",
    "write the whole address",
)
NESTING: Final = Rule(
    "12.5",
    WARNING,
    "HTML, 13.1.2; RFC 4287, 3.1.1.2",
    "Tags are whole and close in the order in which they opened, each where it may stand.",
    "write the content with an HTML serialiser",
)
NO_ALT: Final = Rule(
    "12.6",
    WARNING,
    "HTML, 4.8.4.4; WCAG 2.2, 1.1.1",
    "Every image has alt, an empty one where it says nothing.",
    'add alt="…", or alt=""',
)
UNESCAPED: Final = Rule(
    "12.7",
    ERROR,
    "RSS 2.0, description; RSS 1.0 module content, content:encoded",
    "HTML in RSS is escaped: description and content:encoded hold no elements.",
    "escape the content, or put it into CDATA",
)
RULES: Final = (ACTIVE, DROPPED, RELATIVE, BASED, NESTING, NO_ALT, UNESCAPED)

_BY_KIND: Final[dict[Kind, Rule]] = {
    "active": ACTIVE,
    "dropped": DROPPED,
    "relative": RELATIVE,
    "nesting": NESTING,
    "alt": NO_ALT,
}


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    for item in (feed.channel, *feed.items):
        for tag in ("description", f"{{{CONTENT}}}encoded"):
            for element in item.findall(tag):
                place = feed.tree.at(element)
                if len(element):
                    yield UNESCAPED.at(place, "holds elements")
                yield from _html(text_of(element), place)


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    for entry in feed.entries:
        for tag in ("content", "summary"):
            for element in entry.findall(f"{{{ATOM}}}{tag}"):
                kind, place = element.get("type", "text"), feed.tree.at(element)
                if kind == "html":
                    yield from _html(text_of(element), place, element)
                elif kind == "xhtml":
                    markup = "".join(
                        etree.tostring(child, encoding="unicode", with_tail=False)
                        for child in element
                    )
                    yield from _html(markup, place, element)


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    for content in feed.strings("content_html"):
        yield from _html(content.text, content.place)


def _html(markup: str, place: Place, element: _Element | None = None) -> Iterator[Finding]:
    """One finding a rule: the first fault, and how many more there are."""
    found: dict[Kind, list[str]] = {}
    for fault in faults(markup) if "<" in markup else ():
        found.setdefault(fault.kind, []).append(fault.what)
    for kind, all_ in found.items():
        rule = _BY_KIND[kind]
        if rule is RELATIVE and element is not None and _has_base(element):
            rule = BASED
        others = len(set(all_)) - 1
        more = f", and {others} more" if others else ""
        yield rule.at(place, f"has {all_[0]}{more}" if rule is not NESTING else all_[0])


def _has_base(element: _Element) -> bool:
    return any(f"{{{XML}}}base" in each.attrib for each in (element, *element.iterancestors()))
