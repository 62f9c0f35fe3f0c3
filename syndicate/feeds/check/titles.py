"""Titles: plain text, encoded once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Place, Rule, shown
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed
from syndicate.feeds.check.xmltree import ATOM, Tree, text_of

HOLDS_ELEMENTS: Final = Rule(
    "3.1",
    ERROR,
    "RSS 2.0, title; RFC 4287, 3.1.1",
    "A title is text and holds no elements of its own.",
    "write the text alone",
)
ENCODED_TWICE: Final = Rule(
    "3.2",
    WARNING,
    "RSS Best Practices Profile, title; RFC 4287, 3.1.1.1",
    "A title is encoded once.",
    "encode it once: readers show what is left as it stands",
)
MARKUP: Final = Rule(
    "3.3",
    WARNING,
    "RSS Best Practices Profile, title",
    "A title holds nothing that looks like markup.",
    "leave the markup out; where the headline is about a tag, some readers will drop it",
)
NOT_TEXT: Final = Rule(
    "3.4",
    WARNING,
    "RFC 4287, 3.1.1",
    'Atom titles are type="text": some readers decode no other.',
    'write plain text with type="text"',
)
EMPTY: Final = Rule(
    "3.5",
    WARNING,
    "RSS Best Practices Profile, title; RFC 4287, 4.2.14",
    "A title that is there says something.",
    "write a title",
)
NOTHING_SAID: Final = Rule(
    "3.6",
    ERROR,
    "RSS 2.0, item",
    "An RSS item has a title or a description.",
    "give the item a title",
)
RULES: Final = (HOLDS_ELEMENTS, ENCODED_TWICE, MARKUP, NOT_TEXT, EMPTY, NOTHING_SAID)

_ENTITY: Final = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[mn]dash|[lr][sd]quo|hellip|copy|#\d+|#x[0-9a-fA-F]+);"
)
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|div|em|font|h[1-6]|i|img|p|q|s|script|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    for parent in (feed.channel, *feed.items):
        for title in parent.findall("title"):
            yield from _element(feed.tree, title)
            yield from _text(text_of(title), feed.tree.at(title))
    for item in feed.items:
        if item.find("title") is None and item.find("description") is None:
            yield NOTHING_SAID.at(feed.tree.at(item), "has neither title nor description")


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    for parent in (feed.root, *feed.entries):
        for title in parent.findall(f"{{{ATOM}}}title"):
            kind = title.get("type", "text")
            if kind in ("html", "xhtml"):
                yield NOT_TEXT.at(feed.tree.at(title, "type"), f"is of type {kind}")
            else:
                yield from _element(feed.tree, title)
                yield from _text(text_of(title), feed.tree.at(title))


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    if isinstance(feed.data.get("title"), str):
        yield from _text(feed.data["title"], feed.at("title"))
    for title in feed.strings("title"):
        yield from _text(title.text, title.place)


def _element(tree: Tree, title: _Element) -> Iterator[Finding]:
    if len(title):
        yield HOLDS_ELEMENTS.at(tree.at(title), "holds elements")


def _text(text: str, place: Place) -> Iterator[Finding]:
    if not text.strip():
        yield EMPTY.at(place, "is empty")
    elif (found := _ENTITY.search(text)) is not None:
        yield ENCODED_TWICE.at(place, f"still holds {found[0]} when decoded")
    elif (found := _TAG.search(text)) is not None:
        yield MARKUP.at(place, f"holds {shown(found[0])}")
