"""Readable, lasting names for sections in addresses.

A slug is given once and then kept in the store: readers know a feed by its
address, so a renamed section keeps the one it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final
from unicodedata import normalize

from syndicate.language.pinyin import pinyin
from syndicate.model.errors import ConfigurationError
from syndicate.model.section import Section, SectionTree

RESERVED: Final = frozenset(
    {
        *("about", "admin", "api", "archive", "article", "articles", "assets", "atom", "author"),
        *("authors", "check", "confirm", "digest", "directory", "edition", "editions", "feed"),
        *("feeds", "health", "hub", "index", "json", "language", "languages", "latest"),
        *("manifest", "media", "metrics", "most-viewed", "newsletter", "newsletters", "opml"),
        *("page", "preferences", "preview", "robots", "rss", "search", "section", "sections"),
        *("sitemap", "source", "sources", "static", "status", "subscribe", "tag", "tags"),
        *("unsubscribe", "websub", "well-known"),
    }
)
"""What the site itself uses, or may come to use, at the places where slugs stand."""

_LONGEST: Final = 60
_SHAPE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_IDEOGRAPHS: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


def assign(
    sections: SectionTree, frozen: Mapping[int, str], overrides: Mapping[int, str]
) -> dict[int, str]:
    """A slug for every section, by section id; no two the same, none reserved.

    ``frozen`` are those already published, which stay. ``overrides`` are the
    configuration's wishes for the others; one that can't be used is a
    ``ConfigurationError``. A name that is taken or reserved gets its parent's
    slug in front, and a number where that is not enough.
    """
    given = {section.id: frozen[section.id] for section in sections if section.id in frozen}
    for section in sections:
        if section.id in overrides and section.id not in given:
            given[section.id] = _wished(section, overrides[section.id], set(given.values()))
    # A removed section's slug is still known to readers: it is not given away.
    taken = {*given.values(), *frozen.values()}
    for section in sections:
        if section.id not in given:
            slug = next(each for each in _choices(section, given) if each not in taken | RESERVED)
            given[section.id] = slug
            taken.add(slug)
    return given


def assign_names(names: Mapping[int, str], frozen: Mapping[int, str]) -> dict[int, str]:
    """A slug for each of some names that stand in a folder of their own, such as authors."""
    given = {number: frozen[number] for number in names if number in frozen}
    taken = set(frozen.values())
    for number, name in names.items():
        if number not in given:
            own = slug(name) or str(number)
            choices = (own, *(f"{own}-{count}" for count in range(2, len(names) + len(taken) + 3)))
            given[number] = next(each for each in choices if each not in taken)
            taken.add(given[number])
    return given


def slug(name: str) -> str:
    """A name in lower-case ASCII with hyphens; empty if nothing of it can be said so."""
    if _IDEOGRAPHS.search(name):
        name = pinyin(name)
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    letters = re.sub("['\u2019]", "", letters)
    whole = "-".join(re.findall(r"[a-z0-9]+", letters))
    if len(whole) <= _LONGEST:
        return whole
    cut = whole[: _LONGEST + 1].rpartition("-")[0]
    return cut or whole[:_LONGEST]


def _wished(section: Section, wish: str, taken: set[str]) -> str:
    thing = f'[[sections]] "{section.name}": slug "{wish}"'
    if not _SHAPE.fullmatch(wish):
        raise ConfigurationError(
            thing, "not a slug", "write lower-case ASCII letters, digits and single hyphens"
        )
    if wish in RESERVED:
        raise ConfigurationError(thing, "the site itself uses this name", "choose another")
    if wish in taken:
        raise ConfigurationError(thing, "another section has this slug", "choose another")
    return wish


def _choices(section: Section, given: Mapping[int, str]) -> Iterator[str]:
    """Ever less pretty, and never ending. The tree is walked from above: parents have theirs."""
    own = slug(section.name) or slug(section.key) or str(section.id)
    yield own
    above = given.get(section.parent_id) if section.parent_id is not None else None
    longer = f"{above}-{own}" if above else own
    yield longer
    for number in count(2):
        yield f"{longer}-{number}"
