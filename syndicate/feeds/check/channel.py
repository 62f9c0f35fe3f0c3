"""What an RSS channel and its items are made of (RSS 2.0), and every feed's language and self."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lxml.etree import _Element

from syndicate.feeds.check.addresses import is_iri, is_web, same
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Place, Rule, shown
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed, related
from syndicate.feeds.check.xmltree import XML, elements, local, namespace, text_of

WRONG_VERSION: Final = Rule(
    "8.1",
    ERROR,
    "RSS 2.0, What is RSS?",
    'The root says version="2.0".',
    'write <rss version="2.0">',
)
INCOMPLETE: Final = Rule(
    "8.2",
    ERROR,
    "RSS 2.0, Required channel elements",
    "There is one channel, with title, link and description.",
    "add what is missing",
)
LINKS_TO_FEED: Final = Rule(
    "8.3",
    WARNING,
    "RSS 2.0, link",
    "The channel's link is a page for people, not the feed.",
    "link the page that the feed belongs to",
)
NO_SELF: Final = Rule(
    "8.4",
    WARNING,
    "RSS Best Practices Profile, atom:link",
    "The channel links to itself, once.",
    'add one <atom:link rel="self"> with the address the feed is served at',
)
OTHER_SELF: Final = Rule(
    "8.5",
    WARNING,
    "RFC 4287, 4.2.7.2; RSS Best Practices Profile, atom:link; JSON Feed 1.1, Top-level",
    "The address that a feed calls its own is the one it is served at.",
    "write the address that subscribers use: some readers go over to it",
)
UNSAID: Final = Rule(
    "8.6",
    WARNING,
    "RSS 2.0, Optional channel elements",
    "The channel says its language and how long it may be kept (ttl).",
    "add the element",
)
BAD_LANGUAGE: Final = Rule(
    "8.7",
    ERROR,
    "RSS 2.0, language; RFC 5646, 2.1; JSON Feed 1.1, Top-level",
    "A language is a language tag.",
    "write a tag such as en or zh-Hans",
)
BAD_NUMBER: Final = Rule(
    "8.8",
    ERROR,
    "RSS 2.0, ttl and image",
    "ttl, width and height are whole numbers; an image is at most 144 wide and 400 high.",
    "write a whole number within the limits",
)
BAD_IMAGE: Final = Rule(
    "8.9",
    ERROR,
    "RSS 2.0, image",
    "The channel's image has url, title and link, and is a GIF, JPEG or PNG.",
    "add what is missing, or leave the image out",
)
OTHER_IMAGE: Final = Rule(
    "8.10",
    WARNING,
    "RSS 2.0, image",
    "The image's link is the channel's link.",
    "write the channel's link into the image",
)
NOT_ONCE: Final = Rule(
    "8.11",
    ERROR,
    "RSS 2.0, Required channel elements and Elements of item",
    "No element stands twice but category, item and enclosure.",
    "keep one of them",
)
UNKNOWN: Final = Rule(
    "8.12",
    ERROR,
    "RSS 2.0, Extending RSS",
    "Elements that RSS does not have are in a namespace.",
    "leave it out, or put it into a namespace of its own",
)
BAD_ADDRESS: Final = Rule(
    "8.13",
    ERROR,
    "RSS 2.0, Comments",
    "Links are absolute addresses.",
    "write the whole address, with its scheme",
)
COMMA: Final = Rule(
    "8.14",
    WARNING,
    "RSS 2.0, category; RSS Best Practices Profile",
    "No category or tag holds a comma: some readers split it there.",
    "write another sign, such as a semicolon",
)
RULES: Final = (
    WRONG_VERSION,
    INCOMPLETE,
    LINKS_TO_FEED,
    NO_SELF,
    OTHER_SELF,
    UNSAID,
    BAD_LANGUAGE,
    BAD_NUMBER,
    BAD_IMAGE,
    OTHER_IMAGE,
    NOT_ONCE,
    UNKNOWN,
    BAD_ADDRESS,
    COMMA,
)


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_REQUIRED: Final = ("title", "link", "description")
_CHANNEL: Final = _names(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate"
    " category generator docs cloud ttl image rating textInput skipHours skipDays item"
)
_ITEM: Final = _names(
    "title link description author category comments enclosure guid pubDate source"
)
_MANY: Final = {"category", "item", "enclosure"}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NUMBER: Final = re.compile(r"\d{1,9}")
_LARGEST: Final = {"width": 144, "height": 400}
_PICTURES: Final = (".gif", ".jpg", ".jpeg", ".png")
_OTHER_KINDS: Final = (".avif", ".bmp", ".ico", ".svg", ".svgz", ".tif", ".tiff", ".webp")


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    root, channel, at = feed.tree.root, feed.channel, feed.tree.at
    if root.get("version") != "2.0":
        yield WRONG_VERSION.at(at(root), f"is version {shown(root.get('version', ''))}")
    if len(root.findall("channel")) > 1:
        yield INCOMPLETE.at(at(root), "has several channels")
    for name in _REQUIRED:
        if channel.find(name) is None:
            yield INCOMPLETE.at(at(channel), f"has no {name}")
    unsaid = [name for name in ("language", "ttl") if channel.find(name) is None]
    if unsaid:
        yield UNSAID.at(at(channel), f"has no {' and no '.join(unsaid)}")
    yield from _own_address(feed)
    yield from _children(feed, channel, _CHANNEL)
    for item in feed.items:
        yield from _children(feed, item, _ITEM)
    for element in channel.findall("language"):
        yield from check_language(text_of(element), at(element))
    for element in channel.findall("ttl"):
        yield from _number(text_of(element), at(element))
    yield from _image(feed)


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    for link in related(feed.links, "self"):
        yield from _served(link.get("href", ""), feed.address, feed.tree.at(link, "href"))
    for element in (feed.root, *feed.entries):
        if (language := element.get(f"{{{XML}}}lang")) is not None:
            yield from check_language(language, feed.tree.at(element, "xml:lang"))


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    if isinstance(feed.data.get("feed_url"), str):
        yield from _served(feed.data["feed_url"], feed.address, feed.at("feed_url"))
    if isinstance(feed.data.get("language"), str):
        yield from check_language(feed.data["language"], feed.at("language"))
    for language in feed.strings("language"):
        yield from check_language(language.text, language.place)
    for place, item in feed.items:
        tags = item.get("tags")
        for number, tag in enumerate(tags if isinstance(tags, list) else []):
            if isinstance(tag, str) and "," in tag:
                where = feed.at("items", place, "tags", number)
                yield COMMA.at(where, f"{shown(tag)} holds a comma")


def check_language(text: str, place: Place) -> Iterator[Finding]:
    if not _LANGUAGE.fullmatch(text.strip()):
        yield BAD_LANGUAGE.at(place, f"{shown(text)} is no language tag")


def _own_address(feed: RssFeed) -> Iterator[Finding]:
    at = feed.tree.at
    own = related(feed.links, "self")
    if len(own) != 1:
        yield NO_SELF.at(at(feed.channel), f"has {len(own) or 'no'} self links")
    for link in own:
        yield from _served(link.get("href", ""), feed.address, at(link, "href"))
    page = feed.channel.find("link")
    addresses = [feed.address, *(link.get("href", "") for link in own)]
    if page is not None and any(each and same(text_of(page), each) for each in addresses):
        yield LINKS_TO_FEED.at(at(page), "is the feed's own address")


def _served(own: str, address: str, place: Place) -> Iterator[Finding]:
    if address and own and not same(own, address):
        yield OTHER_SELF.at(place, f"{shown(own)} is not {shown(address)}")


def _children(feed: RssFeed, parent: _Element, known: frozenset[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for child in elements(parent):
        if namespace(child):
            continue
        name, place = local(child), feed.tree.at(child)
        if name not in known:
            yield UNKNOWN.at(place, f"{name} has no meaning in {local(parent)}")
        elif name in seen and name not in _MANY:
            yield NOT_ONCE.at(place, f"is the second {name}")
        seen.add(name)
        if name in ("link", "comments") and not is_iri(text_of(child).strip()):
            yield BAD_ADDRESS.at(place, f"{shown(text_of(child))} is no absolute address")
        elif name == "category" and "," in text_of(child):
            yield COMMA.at(place, f"{shown(text_of(child))} holds a comma")


def _number(text: str, place: Place, largest: int = 10**9) -> Iterator[Finding]:
    if not _NUMBER.fullmatch(text.strip()):
        yield BAD_NUMBER.at(place, f"{shown(text)} is no whole number")
    elif int(text) > largest:
        yield BAD_NUMBER.at(place, f"{int(text)} is more than {largest}")


def _image(feed: RssFeed) -> Iterator[Finding]:
    for image in feed.channel.findall("image"):
        for name in ("url", "title", "link"):
            if not text_of(image.find(name)).strip():
                yield BAD_IMAGE.at(feed.tree.at(image), f"has no {name}")
        url, link = image.find("url"), image.find("link")
        if url is not None and text_of(url).strip():
            yield from _picture(text_of(url).strip(), feed.tree.at(url))
        page = text_of(feed.channel.find("link")).strip()
        if link is not None and page and not same(text_of(link).strip(), page):
            yield OTHER_IMAGE.at(feed.tree.at(link), f"is not {shown(page)}")
        for name, largest in _LARGEST.items():
            for size in image.findall(name):
                yield from _number(text_of(size), feed.tree.at(size), largest)


def _picture(url: str, place: Place) -> Iterator[Finding]:
    if not is_web(url):
        yield BAD_IMAGE.at(place, f"{shown(url)} is no absolute address")
        return
    path = urlsplit(url).path.lower()
    if path.endswith(_OTHER_KINDS):
        yield BAD_IMAGE.at(place, f"{shown(url)} is no {', '.join(_PICTURES)}")
