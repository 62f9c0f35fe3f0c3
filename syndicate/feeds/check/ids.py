"""Ids: present, well formed, permanent in form, and each given once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from syndicate.feeds.check.addresses import is_iri, is_tag, is_web
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed, Value
from syndicate.feeds.check.xmltree import ATOM, text_of

MISSING: Final = Rule(
    "6.1",
    ERROR,
    "RFC 4287, 4.1.1 and 4.1.2; JSON Feed 1.1, Items",
    "A feed and its entries have an id in Atom, and items in JSON Feed.",
    "give it an id that never changes",
)
NO_GUID: Final = Rule(
    "6.2",
    WARNING,
    "RSS 2.0, guid; RSS Best Practices Profile, guid",
    "An RSS item has a guid.",
    'add <guid isPermaLink="false"> with an id that never changes',
)
REPEATED: Final = Rule(
    "6.3",
    ERROR,
    "RFC 4287, 4.2.6; RSS 2.0, guid; JSON Feed 1.1, Items",
    "An id is given once in a document.",
    "give each entry an id of its own, and show it once",
)
NO_IRI: Final = Rule(
    "6.4",
    ERROR,
    "RFC 4287, 4.2.6; RFC 3987, 2.2",
    "An Atom id is an absolute IRI without space around it.",
    "write a tag: URI, such as tag:news.example,2026:story/17",
)
BAD_TAG: Final = Rule(
    "6.5",
    ERROR,
    "RFC 4151, 2.1",
    "A tag: URI has an authority, a date and a specific part.",
    "write tag:authority,YYYY-MM-DD:name, with % escapes for other characters",
)
ADDRESS: Final = Rule(
    "6.6",
    WARNING,
    "RFC 4287, 4.2.6; RFC 4151, 1.1",
    "An id is not an address: addresses move, ids must not.",
    "mint a tag: URI; readers show a changed id's article again as new",
)
NO_PERMALINK: Final = Rule(
    "6.7",
    ERROR,
    "RSS 2.0, guid",
    'A guid is an address unless it says isPermaLink="false".',
    'write isPermaLink="false"',
)
BAD_SWITCH: Final = Rule(
    "6.8",
    ERROR,
    "RSS 2.0, guid",
    "isPermaLink is true or false.",
    'write isPermaLink="false"',
)
REVISION: Final = Rule(
    "6.9",
    WARNING,
    "RFC 4287, 4.2.6",
    "An id holds no revision: an updated article keeps its id.",
    "leave revision, version and time of change out of the id",
)
RULES: Final = (
    MISSING,
    NO_GUID,
    REPEATED,
    NO_IRI,
    BAD_TAG,
    ADDRESS,
    NO_PERMALINK,
    BAD_SWITCH,
    REVISION,
)

_REVISION: Final = re.compile(
    r"[?&;#/](?:rev|revision|version|updated|modified)[=/]", re.IGNORECASE
)


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    found: list[Value] = []
    for item in feed.items:
        guid = item.find("guid")
        if guid is None:
            yield NO_GUID.at(feed.tree.at(item), "has no guid")
            continue
        text, place = text_of(guid).strip(), feed.tree.at(guid)
        found.append(Value(text, place))
        switch = guid.get("isPermaLink", "true")
        if switch not in ("true", "false"):
            yield BAD_SWITCH.at(feed.tree.at(guid, "isPermaLink"), f"is {shown(switch)}")
        elif switch == "true" and not is_web(text):
            yield NO_PERMALINK.at(place, f"{shown(text)} is no address")
        yield from _form(found[-1])
    yield from _repeated(found)


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    found: list[Value] = []
    for parent in (feed.root, *feed.entries):
        element = parent.find(f"{{{ATOM}}}id")
        if element is None:
            yield MISSING.at(feed.tree.at(parent), "has no id")
            continue
        value = Value(text_of(element), feed.tree.at(element))
        found.append(value)
        if not is_iri(value.text):
            yield NO_IRI.at(value.place, f"{shown(value.text)} is no absolute IRI")
        yield from _form(value)
    yield from _repeated(found)


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    for place, item in feed.items:
        if item.get("id") in (None, ""):
            yield MISSING.at(feed.at("items", place), "has no id")
    values = [value for value in feed.strings("id") if value.text]
    for value in values:
        yield from _form(value)
    yield from _repeated(values)


def _form(value: Value) -> Iterator[Finding]:
    if value.text.startswith("tag:"):
        if not is_tag(value.text):
            yield BAD_TAG.at(value.place, f"{shown(value.text)} is no tag: URI")
    elif is_web(value.text):
        yield ADDRESS.at(value.place, f"{shown(value.text)} is an address")
    if (found := _REVISION.search(value.text)) is not None:
        yield REVISION.at(value.place, f"{shown(value.text)} holds {shown(found[0])}")


def _repeated(values: Iterable[Value]) -> Iterator[Finding]:
    first: dict[str, Value] = {}
    for value in values:
        if value.text in first:
            other = first[value.text].place.path
            yield REPEATED.at(value.place, f"{shown(value.text)} is already the id at {other}")
        else:
            first[value.text] = value
