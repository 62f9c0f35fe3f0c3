"""WebSub: a feed that names a hub names itself, in the document and in its headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.addresses import is_web, same
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, Spot, shown
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed, related
from syndicate.feeds.check.xmltree import Tree

NO_SELF: Final = Rule(
    "15.1",
    ERROR,
    "WebSub, 4; JSON Feed 1.1, Top-level",
    "A feed with a hub has exactly one self link: it is the topic that subscribers name.",
    'add one link with rel="self" (feed_url in JSON)',
)
BAD_HUB: Final = Rule(
    "15.2",
    ERROR,
    "WebSub, 4; JSON Feed 1.1, Top-level",
    "A hub has an absolute http or https address, and in JSON a type.",
    "write the hub's whole address",
)
NO_HEADER: Final = Rule(
    "15.3",
    WARNING,
    "WebSub, 4; RFC 8288, 3",
    "The hub and self links of the document are in its Link headers too.",
    "send Link headers with rel=hub and rel=self",
)
OTHER_TOPIC: Final = Rule(
    "15.4",
    ERROR,
    "WebSub, 4",
    "The Link header and the document name the same self.",
    "send the address that the document names",
)
RULES: Final = (NO_SELF, BAD_HUB, NO_HEADER, OTHER_TOPIC)

_LINK: Final = re.compile(
    r"<([^>]*)>\s*((?:;\s*[^\s;,=]+\s*(?:=\s*(?:\"[^\"]*\"|[^\s;,\"]*))?\s*)*)"
)
_RELATION: Final = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    yield from _check(feed.tree, feed.links, feed.channel)


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    yield from _check(feed.tree, feed.links, feed.root)


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    hubs = feed.data.get("hubs")
    if not isinstance(hubs, list) or not hubs:
        return
    if not feed.data.get("feed_url"):
        yield NO_SELF.at(feed.at("hubs"), "there is no feed_url")
    for number, hub in enumerate(hubs):
        url, kind = (hub.get("url"), hub.get("type")) if isinstance(hub, dict) else ("", "")
        if not isinstance(url, str) or not is_web(url) or not isinstance(kind, str) or not kind:
            yield BAD_HUB.at(feed.at("hubs", number), "has no type or no absolute url")


def topics(feed: RssFeed | AtomFeed | JsonFeed) -> tuple[list[str], list[str]]:
    """The self and the hub addresses that a document names."""
    if isinstance(feed, JsonFeed):
        own, hubs = feed.data.get("feed_url"), feed.data.get("hubs")
        listed = [hub.get("url") for hub in hubs or [] if isinstance(hub, dict)] if hubs else []
        return [own] if isinstance(own, str) else [], [h for h in listed if isinstance(h, str)]
    return _addresses(feed.links, "self"), _addresses(feed.links, "hub")


def check_headers(own: list[str], hubs: list[str], link_headers: list[str]) -> Iterator[Finding]:
    """The reply's Link headers against what its document names."""
    said = _relations(link_headers)
    place = Spot("Link")
    told = said.get("self", [])
    if own and told and not any(same(one, other) for one in own for other in told):
        yield OTHER_TOPIC.at(place, f"{shown(told[0])} is not {shown(own[0])}")
    if hubs and (not told or not said.get("hub")):
        missing = [name for name in ("hub", "self") if not said.get(name)]
        yield NO_HEADER.at(place, f"has no rel={' and no rel='.join(missing)}")


def _check(tree: Tree, links: list[_Element], head: _Element) -> Iterator[Finding]:
    hubs = related(links, "hub")
    if hubs and len(related(links, "self")) != 1:
        count = len(related(links, "self"))
        yield NO_SELF.at(tree.at(head), f"has a hub and {count or 'no'} self links")
    for hub in hubs:
        if not is_web(hub.get("href", "")):
            problem = f"{shown(hub.get('href', ''))} is no absolute address"
            yield BAD_HUB.at(tree.at(hub, "href"), problem)


def _addresses(links: list[_Element], relation: str) -> list[str]:
    return [link.get("href", "") for link in related(links, relation)]


def _relations(headers: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for link in (each for header in headers for each in _LINK.finditer(header)):
        relation = _RELATION.search(link[2])
        for each in (relation[1] or relation[2] or "").lower().split() if relation else ():
            found.setdefault(each, []).append(link[1].strip())
    return found
