"""Enclosures, attachments and Media RSS: complete, absolute, and of known size and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.addresses import is_web
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Place, Rule, shown
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed, related
from syndicate.feeds.check.xmltree import ATOM, MEDIA, Tree, elements, local, namespace, text_of

INCOMPLETE: Final = Rule(
    "11.1",
    ERROR,
    "RSS 2.0, enclosure; JSON Feed 1.1, Attachments",
    "An RSS enclosure has url, length and type; a JSON attachment url and mime_type.",
    "add what is missing, or leave the file out",
)
UNSIZED: Final = Rule(
    "11.2",
    WARNING,
    "RFC 4287, 4.2.7.2 and 4.2.7.6; RSS Best Practices Profile, enclosure",
    "The length of an enclosure is known, and an Atom enclosure says its type.",
    "write the file's size in bytes and its media type",
)
SEVERAL: Final = Rule(
    "11.3",
    WARNING,
    "RSS Best Practices Profile, enclosure",
    "An RSS item has one enclosure: readers take the first or the last of several.",
    "keep one, and name the others in media:content",
)
WRONG_NAMESPACE: Final = Rule(
    "11.4",
    ERROR,
    "Media RSS 1.5.1, Namespace declaration",
    "The namespace of Media RSS is http://search.yahoo.com/mrss/ with its last slash.",
    "write the namespace exactly so",
)
NO_ADDRESS: Final = Rule(
    "11.5",
    ERROR,
    "Media RSS 1.5.1, media:content and media:thumbnail",
    "media:content and media:thumbnail have an absolute address.",
    "write the whole address into url",
)
BAD_MEDIUM: Final = Rule(
    "11.6",
    ERROR,
    "Media RSS 1.5.1, media:content",
    "medium is image, audio, video, document or executable.",
    "write one of these",
)
BAD_NUMBER: Final = Rule(
    "11.7",
    ERROR,
    "Media RSS 1.5.1, media:content; JSON Feed 1.1, Attachments",
    "Sizes and durations are numbers.",
    "write digits alone, or leave the attribute out",
)
UNDESCRIBED: Final = Rule(
    "11.8",
    WARNING,
    "Media RSS 1.5.1, media:content",
    "media:content says its medium or type, and an image its width and height.",
    "add the attributes, so that readers can choose and lay out without fetching",
)
DESCRIPTION: Final = Rule(
    "11.9",
    WARNING,
    "Media RSS 1.5.1, media:description",
    "media:description stands inside media:content: beside it, some readers take it for the "
    "summary.",
    "move it into media:content",
)
RULES: Final = (
    INCOMPLETE,
    UNSIZED,
    SEVERAL,
    WRONG_NAMESPACE,
    NO_ADDRESS,
    BAD_MEDIUM,
    BAD_NUMBER,
    UNDESCRIBED,
    DESCRIPTION,
)

_MEDIUMS: Final = {"image", "audio", "video", "document", "executable"}
_NUMBERS: Final = ("width", "height", "fileSize", "duration", "bitrate")
_NUMBER: Final = re.compile(r"\d+(\.\d+)?")
_MEDIA_TYPE: Final = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(\s*;.*)?")


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    yield from _namespace(feed.tree)
    for item in feed.items:
        enclosures = item.findall("enclosure")
        if len(enclosures) > 1:
            yield SEVERAL.at(feed.tree.at(enclosures[1]), f"is one of {len(enclosures)}")
        for enclosure in enclosures:
            yield from _enclosure(feed.tree, enclosure)
        yield from _media(feed.tree, item)


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    yield from _namespace(feed.tree)
    for entry in feed.entries:
        for link in related(entry.findall(f"{{{ATOM}}}link"), "enclosure"):
            missing = [name for name in ("type", "length") if not link.get(name)]
            if missing:
                yield UNSIZED.at(feed.tree.at(link), f"has no {' and no '.join(missing)}")
        yield from _media(feed.tree, entry)


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    for place, item in feed.items:
        files = item.get("attachments")
        for number, file in enumerate(files if isinstance(files, list) else []):
            if not isinstance(file, dict):
                continue  # the type of a member is a rule of its own
            where = feed.at("items", place, "attachments", number)
            url, kind = file.get("url"), file.get("mime_type")
            if not isinstance(url, str) or not is_web(url):
                yield INCOMPLETE.at(where, "has no url that is an absolute address")
            if not isinstance(kind, str) or not _MEDIA_TYPE.fullmatch(kind):
                yield INCOMPLETE.at(where, "has no mime_type")
            for name in ("size_in_bytes", "duration_in_seconds"):
                size = file.get(name)
                if size is not None and (
                    isinstance(size, bool) or not isinstance(size, int | float) or size < 0
                ):
                    yield BAD_NUMBER.at(where, f"{name} is no number of at least 0")


def _enclosure(tree: Tree, enclosure: _Element) -> Iterator[Finding]:
    url, length, kind = (enclosure.get(name, "").strip() for name in ("url", "length", "type"))
    place = tree.at(enclosure)
    if not is_web(url):
        yield INCOMPLETE.at(place, f"its url {shown(url)} is no absolute address")
    if not length.isdecimal():
        yield INCOMPLETE.at(place, f"its length {shown(length)} is no number of bytes")
    elif not int(length[:20]):
        yield UNSIZED.at(place, "its length is 0")
    if not _MEDIA_TYPE.fullmatch(kind):
        yield INCOMPLETE.at(place, f"its type {shown(kind)} is no media type")


def _namespace(tree: Tree) -> Iterator[Finding]:
    """Only where an element uses it: a declaration alone hurts nobody."""
    told: set[str] = set()
    for element in tree.root.iter("{*}content", "{*}thumbnail", "{*}group"):
        space = namespace(element)
        wrong = "yahoo.com/mrss" in space.lower() and space != MEDIA
        if wrong and space not in told:
            told.add(space)
            yield WRONG_NAMESPACE.at(tree.at(element), f"its namespace is {shown(space)}")


def _media(tree: Tree, parent: _Element) -> Iterator[Finding]:
    for element in elements(parent):
        if namespace(element) != MEDIA:
            continue
        name = local(element)
        if name == "group":
            yield from _media(tree, element)
        elif name == "content":
            yield from _content(tree, element)
            yield from _media(tree, element)
        elif name == "thumbnail":
            yield from _address(element.get("url", ""), tree.at(element, "url"))
            yield from _numbers(tree, element)
        elif name == "description" and local(parent) in ("item", "entry") and text_of(element):
            yield DESCRIPTION.at(tree.at(element), f"stands in the {local(parent)} itself")


def _content(tree: Tree, element: _Element) -> Iterator[Finding]:
    medium, kind = element.get("medium", ""), element.get("type", "")
    if element.find(f"{{{MEDIA}}}player") is None or "url" in element.attrib:
        yield from _address(element.get("url", ""), tree.at(element, "url"))
    if medium and medium not in _MEDIUMS:
        yield BAD_MEDIUM.at(tree.at(element, "medium"), f"is {shown(medium)}")
    yield from _numbers(tree, element)
    missing = [] if medium or kind else ["medium"]
    if medium == "image" or kind.startswith("image/"):
        missing += [name for name in ("width", "height") if name not in element.attrib]
    if missing:
        yield UNDESCRIBED.at(tree.at(element), f"has no {' and no '.join(missing)}")


def _address(url: str, place: Place) -> Iterator[Finding]:
    if not is_web(url):
        yield NO_ADDRESS.at(place, f"{shown(url)} is no absolute address")


def _numbers(tree: Tree, element: _Element) -> Iterator[Finding]:
    for name in _NUMBERS:
        value = element.get(name)
        if value is not None and not _NUMBER.fullmatch(value):
            yield BAD_NUMBER.at(tree.at(element, name), f"{shown(value)} is no number")
