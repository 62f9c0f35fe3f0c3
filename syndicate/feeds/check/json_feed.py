"""What a JSON Feed is made of (JSON Feed 1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from syndicate.feeds.check.addresses import is_web, same
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.reading import JsonFeed

WRONG_VERSION: Final = Rule(
    "13.1",
    ERROR,
    "JSON Feed 1.1, Top-level",
    "version is https://jsonfeed.org/version/1.1.",
    "write that address as version",
)
OLD_VERSION: Final = Rule(
    "13.2",
    WARNING,
    "JSON Feed 1.1, Top-level",
    "The feed is of the present version, with authors instead of author.",
    "write version 1.1 and a list of authors",
)
INCOMPLETE: Final = Rule(
    "13.3",
    ERROR,
    "JSON Feed 1.1, Top-level",
    "A feed has a title and a list of items.",
    "add what is missing",
)
NO_CONTENT: Final = Rule(
    "13.4",
    ERROR,
    "JSON Feed 1.1, Items",
    "An item has content_html or content_text: readers drop others.",
    "add the content",
)
WRONG_TYPE: Final = Rule(
    "13.5",
    ERROR,
    "JSON Feed 1.1, Top-level, Items and Attachments",
    "Every member is of its type: an id is a string, authors and tags are lists.",
    "write a value of that type",
)
BAD_AUTHOR: Final = Rule(
    "13.6",
    ERROR,
    "JSON Feed 1.1, Top-level",
    "An author has a name, url or avatar.",
    "add the name",
)
ENDLESS: Final = Rule(
    "13.7",
    ERROR,
    "JSON Feed 1.1, Top-level",
    "next_url is never the feed's own address.",
    "name the next page, or leave next_url out",
)
UNSAID: Final = Rule(
    "13.8",
    WARNING,
    "JSON Feed 1.1, Top-level",
    "A feed says its own address and its page's.",
    "add feed_url and home_page_url",
)
BAD_ADDRESS: Final = Rule(
    "13.9",
    ERROR,
    "JSON Feed 1.1, Top-level and Items",
    "Addresses are absolute.",
    "write the whole address",
)
UNKNOWN: Final = Rule(
    "13.10",
    WARNING,
    "JSON Feed 1.1, Extensions",
    "Members that JSON Feed does not have begin with an underscore and a letter.",
    "put it into an extension object, such as _example",
)
BAD_EXTENSION: Final = Rule(
    "13.11",
    ERROR,
    "JSON Feed 1.1, Extensions",
    "An extension is an object whose name is an underscore, a letter, and no full stop.",
    "name it so, and put its values into an object",
)
REPEATED: Final = Rule(
    "13.12",
    ERROR,
    "RFC 8259, 4",
    "No object has two members of one name.",
    "keep one of them",
)
MARKED_UP: Final = Rule(
    "13.13",
    WARNING,
    "JSON Feed 1.1, Items",
    "summary is plain text.",
    "leave the markup to content_html",
)
RULES: Final = (
    WRONG_VERSION,
    OLD_VERSION,
    INCOMPLETE,
    NO_CONTENT,
    WRONG_TYPE,
    BAD_AUTHOR,
    ENDLESS,
    UNSAID,
    BAD_ADDRESS,
    UNKNOWN,
    BAD_EXTENSION,
    REPEATED,
    MARKED_UP,
)

_VERSION: Final = "https://jsonfeed.org/version/1.1"
_OLD: Final = ("https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.0")

_Types = Mapping[str, type]
_FEED: Final[_Types] = {
    **dict.fromkeys(("version", "title", "home_page_url", "feed_url", "description"), str),
    **dict.fromkeys(("user_comment", "next_url", "icon", "favicon", "language"), str),
    **dict.fromkeys(("authors", "items", "hubs"), list),
    "expired": bool,
    "author": dict,
}
_ITEM: Final[_Types] = {
    **dict.fromkeys(("id", "url", "external_url", "title", "content_html", "content_text"), str),
    **dict.fromkeys(("summary", "image", "banner_image", "language"), str),
    **dict.fromkeys(("date_published", "date_modified"), str),
    **dict.fromkeys(("authors", "tags", "attachments"), list),
    "author": dict,
}
_PERSON: Final[_Types] = {"name": str, "url": str, "avatar": str}
_NAMES: Final = {str: "a string", list: "a list", dict: "an object", bool: "true or false"}
_ADDRESSES: Final = ("home_page_url", "feed_url", "next_url", "icon", "favicon")
_ITEM_ADDRESSES: Final = ("url", "external_url", "image", "banner_image")
_EXTENSION: Final = re.compile(r"_[A-Za-z][^.]*")
_MARKUP: Final = re.compile(r"</?(?:p|br|a|em|strong|b|i|div|span|img|ul|ol|li|h[1-6])\b[^<>]*>")


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    data = feed.data
    version = data.get("version")
    if version in _OLD:
        yield OLD_VERSION.at(feed.at("version"), f"is {shown(str(version))}")
    elif version != _VERSION:
        yield WRONG_VERSION.at(feed.at("version"), f"is {shown(str(version or ''))}")
    for name in ("title", "items"):
        if name not in data:
            yield INCOMPLETE.at(feed.at(), f"has no {name}")
    missing = [name for name in ("feed_url", "home_page_url") if not data.get(name)]
    if missing:
        yield UNSAID.at(feed.at(), f"has no {' and no '.join(missing)}")
    own, following = data.get("feed_url"), data.get("next_url")
    addresses = [each for each in (own, feed.address) if isinstance(each, str) and each]
    if isinstance(following, str) and any(same(following, each) for each in addresses):
        yield ENDLESS.at(feed.at("next_url"), "is the feed's own address")
    yield from _object(feed, data, (), _FEED, _ADDRESSES)
    listed = data.get("items")
    for place, item in enumerate(listed if isinstance(listed, list) else []):
        yield from _item(feed, item, place)
    for name in sorted(set(feed.source.repeated)):
        yield REPEATED.at(feed.at(), f"an object holds {shown(name)} twice")


def _item(feed: JsonFeed, item: Any, place: int) -> Iterator[Finding]:
    keys = ("items", place)
    if not isinstance(item, dict):
        yield WRONG_TYPE.at(feed.at(*keys), "is no object")
        return
    if not any(isinstance(item.get(name), str) for name in ("content_html", "content_text")):
        yield NO_CONTENT.at(feed.at(*keys), "has neither content_html nor content_text")
    yield from _object(feed, item, keys, _ITEM, _ITEM_ADDRESSES)
    for name, wanted in (("tags", str), ("attachments", dict)):
        values = item.get(name)
        for number, value in enumerate(values if isinstance(values, list) else []):
            if not isinstance(value, wanted):
                yield WRONG_TYPE.at(feed.at(*keys, name, number), f"is not {_NAMES[wanted]}")
    summary = item.get("summary")
    if isinstance(summary, str) and (found := _MARKUP.search(summary)) is not None:
        yield MARKED_UP.at(feed.at(*keys, "summary"), f"holds {shown(found[0])}")


def _object(
    feed: JsonFeed,
    data: dict[str, Any],
    keys: tuple[str | int, ...],
    types: _Types,
    addresses: tuple[str, ...],
) -> Iterator[Finding]:
    """The members of the feed or of an item."""
    for name, value in data.items():
        place = feed.at(*keys, name)
        wanted = types.get(name)
        if wanted is None:
            yield from _other(feed, keys, name, value)
        elif not isinstance(value, wanted):
            yield WRONG_TYPE.at(place, f"is not {_NAMES[wanted]}")
        elif isinstance(value, str):
            if name in addresses and not is_web(value):
                yield BAD_ADDRESS.at(place, f"{shown(value)} is no absolute address")
        elif name == "author":
            yield OLD_VERSION.at(place, "is a member of version 1.0")
        elif name == "authors" and isinstance(value, list):
            for number, person in enumerate(value):
                yield from _person(feed, person, (*keys, name, number))


def _other(feed: JsonFeed, keys: tuple[str | int, ...], name: str, value: Any) -> Iterator[Finding]:
    place = feed.at(*keys, name)
    if not name.startswith("_"):
        yield UNKNOWN.at(place, f"{shown(name)} is no member of JSON Feed")
    elif not _EXTENSION.fullmatch(name) or not isinstance(value, dict):
        yield BAD_EXTENSION.at(place, f"{shown(name)} is no extension object")


def _person(feed: JsonFeed, person: Any, keys: tuple[str | int, ...]) -> Iterator[Finding]:
    if not isinstance(person, dict):
        yield WRONG_TYPE.at(feed.at(*keys), "is no object")
    elif not any(isinstance(person.get(name), str) and person[name] for name in _PERSON):
        yield BAD_AUTHOR.at(feed.at(*keys), "has neither name nor url nor avatar")
