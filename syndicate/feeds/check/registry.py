"""Every rule and every check. A new concern is a module and its lines here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from syndicate.feeds.check import (
    archives,
    atom_feed,
    attribution,
    channel,
    characters,
    content,
    dates,
    encoding,
    exchange,
    ids,
    json_feed,
    media,
    outlines,
    people,
    push,
    titles,
    tombstones,
    updates,
    wellformed,
)
from syndicate.feeds.check.finding import Finding, Rule
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, Outline, RssFeed

GROUPS: Final[Mapping[int, str]] = {
    0: "A document at all",
    1: "Characters",
    2: "CDATA",
    3: "Titles",
    4: "Dates",
    5: "What has changed",
    6: "Ids",
    7: "Atom's own",
    8: "RSS's own, and every feed's address, language and categories",
    9: "People",
    10: "Where it was taken from",
    11: "Enclosures and media",
    12: "Content",
    13: "JSON Feed's own",
    14: "Archives",
    15: "WebSub",
    16: "OPML",
    17: "Encoding and media type",
    18: "Discovery",
    19: "HTTP",
    20: "Removed articles",
    21: "Stylesheets",
}
"""The groups of rules by number. 18 is a rule for pages, which are no feeds: it has no checks."""

_MODULES: Final = (
    *(wellformed, characters, titles, dates, updates, ids, atom_feed, channel, people),
    *(attribution, media, content, json_feed, archives, push, outlines, encoding),
    *(exchange, tombstones),
)


def _order(rule: Rule) -> tuple[int, int]:
    group, _, number = rule.number.partition(".")
    return int(group), int(number)


RULES: Final[tuple[Rule, ...]] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=_order)
)

RSS: Final[tuple[Callable[[RssFeed], Iterator[Finding]], ...]] = (
    *(channel.check_rss, titles.check_rss, dates.check_rss, updates.check_rss, ids.check_rss),
    *(people.check_rss, attribution.check_rss, media.check_rss, content.check_rss),
    *(archives.check_rss, push.check_rss),
)
ATOM: Final[tuple[Callable[[AtomFeed], Iterator[Finding]], ...]] = (
    *(atom_feed.check_atom, channel.check_atom, titles.check_atom, dates.check_atom),
    *(updates.check_atom, ids.check_atom, attribution.check_atom, media.check_atom),
    *(content.check_atom, archives.check_atom, push.check_atom, tombstones.check_atom),
)
JSON: Final[tuple[Callable[[JsonFeed], Iterator[Finding]], ...]] = (
    *(json_feed.check_json, channel.check_json, titles.check_json, dates.check_json),
    *(updates.check_json, ids.check_json, attribution.check_json, media.check_json),
    *(content.check_json, push.check_json),
)
OPML: Final[tuple[Callable[[Outline], Iterator[Finding]], ...]] = (outlines.check_opml,)
