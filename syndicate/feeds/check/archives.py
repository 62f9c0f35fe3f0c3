"""RFC 5005: archive documents and how they are linked; and JSON's pages are json_feed's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.addresses import is_web, same
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.reading import AtomFeed, RssFeed, related
from syndicate.feeds.check.xmltree import HISTORY, Tree, name

NO_CURRENT: Final = Rule(
    "14.1",
    WARNING,
    "RFC 5005, 4",
    "An archive document links to the feed that it belongs to.",
    'add a link with rel="current" and the subscription document\'s address',
)
SEVERAL: Final = Rule(
    "14.2",
    ERROR,
    "RFC 5005, 4",
    "There is one link of each of current, prev-archive and next-archive.",
    "keep one of them",
)
BAD_LINK: Final = Rule(
    "14.3",
    ERROR,
    "RFC 5005, 4; RFC 4287, 4.2.7.1",
    "Links between archives are absolute addresses.",
    "write the whole address",
)
CIRCLE: Final = Rule(
    "14.4",
    ERROR,
    "RFC 5005, 4",
    "No document is its own archive, and what comes before is not what comes after.",
    "link the document before and the one after",
)
CURRENT_ARCHIVE: Final = Rule(
    "14.5",
    ERROR,
    "RFC 5005, 4",
    "The subscription document is not marked as an archive: archives do not change.",
    "leave fh:archive out of the subscription document",
)
FORWARD: Final = Rule(
    "14.6",
    WARNING,
    "RFC 5005, 4",
    "Only archive documents link forward to next-archive.",
    "mark the document with fh:archive, or leave the link out",
)
COMPLETE: Final = Rule(
    "14.7",
    WARNING,
    "RFC 5005, 2 and 4",
    "A feed that is complete in one document has no archives.",
    "leave fh:complete out, or the archive links",
)
MISPLACED: Final = Rule(
    "14.8",
    ERROR,
    "RFC 5005, 2 and 4",
    "fh:archive and fh:complete stand in the feed's own part and are empty.",
    "move the element to the head of the feed",
)
RULES: Final = (
    NO_CURRENT,
    SEVERAL,
    BAD_LINK,
    CIRCLE,
    CURRENT_ARCHIVE,
    FORWARD,
    COMPLETE,
    MISPLACED,
)

_RELATIONS: Final = ("current", "prev-archive", "next-archive")


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    yield from _check(feed.tree, feed.channel, feed.links, feed.address)


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    yield from _check(feed.tree, feed.root, feed.links, feed.address)


def _check(tree: Tree, head: _Element, links: list[_Element], address: str) -> Iterator[Finding]:
    archive = head.find(f"{{{HISTORY}}}archive")
    found = {relation: related(links, relation) for relation in _RELATIONS}
    for relation, same_kind in found.items():
        for link in same_kind[1:]:
            yield SEVERAL.at(tree.at(link), f"is another link to {relation}")
        for link in same_kind:
            if not is_web(link.get("href", "")):
                problem = f"{shown(link.get('href', ''))} is no absolute address"
                yield BAD_LINK.at(tree.at(link, "href"), problem)
    own = address or next((link.get("href", "") for link in related(links, "self")), "")
    yield from _circles(tree, found, own)
    if archive is not None:
        current = found["current"]
        if not current:
            yield NO_CURRENT.at(tree.at(archive), "there is no link to current")
        elif own and same(current[0].get("href", ""), own):
            yield CURRENT_ARCHIVE.at(tree.at(archive), "stands in the current document")
    elif found["next-archive"]:
        yield FORWARD.at(tree.at(found["next-archive"][0]), "stands in no archive document")
    complete = head.find(f"{{{HISTORY}}}complete")
    if complete is not None and (archive is not None or found["prev-archive"]):
        yield COMPLETE.at(tree.at(complete), "stands in a feed with archives")
    for marker in tree.root.iter(f"{{{HISTORY}}}archive", f"{{{HISTORY}}}complete"):
        if marker.getparent() is not head or len(marker) or (marker.text or "").strip():
            yield MISPLACED.at(tree.at(marker), f"{name(marker)} is not in the head, or not empty")


def _circles(tree: Tree, found: dict[str, list[_Element]], own: str) -> Iterator[Finding]:
    before, after = (
        [e.get("href", "") for e in found[f"{way}-archive"]] for way in ("prev", "next")
    )
    for link in (*found["prev-archive"], *found["next-archive"]):
        if own and same(link.get("href", ""), own):
            yield CIRCLE.at(tree.at(link, "href"), "is this document itself")
    if before and after and same(before[0], after[0]):
        yield CIRCLE.at(tree.at(found["next-archive"][0], "href"), "is prev-archive too")
