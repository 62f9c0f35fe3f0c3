"""The documents as the checks take them: one class a format, each with its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml.etree import _Element

from syndicate.feeds.check.finding import Place
from syndicate.feeds.check.jsontext import JsonText
from syndicate.feeds.check.xmltree import ATOM, Tree


@dataclass(frozen=True, slots=True)
class Value:
    """A piece of text and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True)
class RssFeed:
    """``channel`` is the first one; ``address`` is where the feed is served, if known."""

    tree: Tree
    channel: _Element
    address: str = ""

    @cached_property
    def items(self) -> list[_Element]:
        return self.channel.findall("item")

    @cached_property
    def links(self) -> list[_Element]:
        """The channel's Atom links: its own address, its hubs, its archives."""
        return self.channel.findall(f"{{{ATOM}}}link")


@dataclass(frozen=True)
class AtomFeed:
    tree: Tree
    address: str = ""

    @property
    def root(self) -> _Element:
        return self.tree.root

    @cached_property
    def entries(self) -> list[_Element]:
        return self.root.findall(f"{{{ATOM}}}entry")

    @cached_property
    def links(self) -> list[_Element]:
        return self.root.findall(f"{{{ATOM}}}link")


@dataclass(frozen=True)
class JsonFeed:
    """``data`` is the top-level object."""

    source: JsonText
    data: dict[str, Any]
    address: str = ""

    @cached_property
    def items(self) -> list[tuple[int, dict[str, Any]]]:
        """Each item that is an object, with its place in the list."""
        held = self.data.get("items")
        listed = held if isinstance(held, list) else []
        return [(place, item) for place, item in enumerate(listed) if isinstance(item, dict)]

    def at(self, *keys: str | int) -> Place:
        return self.source.at(*keys)

    def strings(self, name: str) -> Iterator[Value]:
        """A member of every item, where it is there and a string."""
        for place, item in self.items:
            if isinstance(item.get(name), str):
                yield Value(item[name], self.at("items", place, name))


@dataclass(frozen=True)
class Outline:
    """An OPML document."""

    tree: Tree
    address: str = ""

    @property
    def root(self) -> _Element:
        return self.tree.root


def relation(link: _Element) -> str:
    """What an Atom link is for; ``alternate`` where it doesn't say (RFC 4287, 4.2.7.2)."""
    return link.get("rel", "alternate")


def related(links: list[_Element], wanted: str) -> list[_Element]:
    return [link for link in links if relation(link) == wanted]
