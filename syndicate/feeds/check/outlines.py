"""OPML 2.0: lists of subscriptions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.addresses import is_web
from syndicate.feeds.check.dates import check_mail_date
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.reading import Outline
from syndicate.feeds.check.xmltree import text_of

WRONG_VERSION: Final = Rule(
    "16.1",
    ERROR,
    "OPML 2.0, opml",
    'The root says version="2.0".',
    'write <opml version="2.0">',
)
INCOMPLETE: Final = Rule(
    "16.2",
    ERROR,
    "OPML 2.0, opml and body",
    "There is one head and one body, with at least one outline.",
    "add what is missing",
)
NO_TEXT: Final = Rule(
    "16.3",
    ERROR,
    "OPML 2.0, Text attribute",
    "Every outline has text.",
    "write its name into text",
)
NO_FEED: Final = Rule(
    "16.4",
    ERROR,
    "OPML 2.0, Subscription lists",
    'An outline of type="rss" has xmlUrl, and one with xmlUrl is of that type.',
    'write type="rss" and xmlUrl together',
)
UNDESCRIBED: Final = Rule(
    "16.5",
    WARNING,
    "OPML 2.0, Subscription lists",
    "A subscription has htmlUrl and title too.",
    "add the page's address and the feed's title",
)
BAD_ADDRESS: Final = Rule(
    "16.6",
    ERROR,
    "OPML 2.0, Subscription lists",
    "xmlUrl and htmlUrl are absolute addresses.",
    "write the whole address",
)
BAD_DATE: Final = Rule(
    "16.7",
    ERROR,
    "OPML 2.0, head; RFC 822, 5",
    "dateCreated and dateModified have the form of RFC 822.",
    "write it like Tue, 20 Jan 2026 09:15:00 +0000",
)
UNTITLED: Final = Rule(
    "16.8",
    WARNING,
    "OPML 2.0, head",
    "The head has a title and the date of the list.",
    "add title and dateCreated",
)
RULES: Final = (
    WRONG_VERSION,
    INCOMPLETE,
    NO_TEXT,
    NO_FEED,
    UNDESCRIBED,
    BAD_ADDRESS,
    BAD_DATE,
    UNTITLED,
)


def check_opml(document: Outline) -> Iterator[Finding]:
    tree, root = document.tree, document.root
    if root.get("version") != "2.0":
        yield WRONG_VERSION.at(tree.at(root), f"is version {shown(root.get('version', ''))}")
    for name in ("head", "body"):
        if len(root.findall(name)) != 1:
            yield INCOMPLETE.at(tree.at(root), f"has no {name}, or several")
    body, head = root.find("body"), root.find("head")
    if body is not None and body.find("outline") is None:
        yield INCOMPLETE.at(tree.at(body), "has no outline")
    if head is not None:
        missing = [n for n in ("title", "dateCreated") if not text_of(head.find(n)).strip()]
        if missing:
            yield UNTITLED.at(tree.at(head), f"has no {' and no '.join(missing)}")
        for name in ("dateCreated", "dateModified"):
            for date in head.findall(name):
                yield from check_mail_date(text_of(date), tree.at(date), BAD_DATE)
    for outline in root.iter("outline"):
        yield from _outline(document, outline)


def _outline(document: Outline, outline: _Element) -> Iterator[Finding]:
    place = document.tree.at(outline)
    if outline.get("text") is None:
        yield NO_TEXT.at(place, "has no text")
    subscription = outline.get("type", "").lower() == "rss"
    if subscription != ("xmlUrl" in outline.attrib):
        yield NO_FEED.at(place, "has no xmlUrl" if subscription else 'is not of type="rss"')
    if subscription:
        missing = [name for name in ("htmlUrl", "title") if not outline.get(name)]
        if missing:
            yield UNDESCRIBED.at(place, f"has no {' and no '.join(missing)}")
    for name in ("xmlUrl", "htmlUrl"):
        address = outline.get(name)
        if address and not is_web(address):
            where = document.tree.at(outline, name)
            yield BAD_ADDRESS.at(where, f"{shown(address)} is no absolute address")
