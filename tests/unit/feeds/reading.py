"""Feeds read back as strictly as any reader could."""

from __future__ import annotations

import json
from typing import Any

import feedparser
from lxml import etree, html

from syndicate.feeds.document import FeedDocument
from syndicate.feeds.formats import FORMATS

NAMESPACES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
_STRICT = {"recover": False, "resolve_entities": False, "no_network": True, "huge_tree": False}


class Tree:
    """An XML feed by XPath, with the prefixes above."""

    def __init__(self, data: bytes) -> None:
        self.root = etree.fromstring(data, etree.XMLParser(**_STRICT))

    def all(self, path: str) -> list[Any]:
        return list(self.root.xpath(path, namespaces=NAMESPACES))

    def one(self, path: str) -> Any:
        (found,) = self.all(path)
        return found

    def texts(self, path: str) -> list[str]:
        return [element.text or "" for element in self.all(path)]


def rss(document: FeedDocument) -> Tree:
    return Tree(FORMATS["rss"].render(document))


def atom(document: FeedDocument) -> Tree:
    return Tree(FORMATS["atom"].render(document))


def jsonfeed(document: FeedDocument) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(FORMATS["json"].render(document).decode("utf-8"))
    return read


def parsed(name: str, document: FeedDocument) -> Any:
    """As feedparser takes it: rss2email and many other readers stand on it."""
    return feedparser.parse(FORMATS[name].render(document))


def contents(document: FeedDocument) -> dict[str, list[str]]:
    """Each format's name, and its entries' full content."""
    return {
        "rss": rss(document).texts("//item/content:encoded"),
        "atom": atom(document).texts("//a:entry/a:content"),
        "json": [item["content_html"] for item in jsonfeed(document)["items"]],
    }


def fragment(markup: str) -> Any:
    """A piece of HTML as a tree, under one element."""
    return html.fragment_fromstring(markup, create_parent="div")
