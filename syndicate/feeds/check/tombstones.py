"""RFC 6721: what a feed says of entries that it no longer has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.moments import internet_date
from syndicate.feeds.check.reading import AtomFeed
from syndicate.feeds.check.xmltree import ATOM, TOMBSTONES, text_of

DELETED: Final = Rule(
    "20.1",
    WARNING,
    "RFC 6721, 3",
    "A removed article leaves the feed without a trace: few readers know tombstones.",
    "nothing, if the tombstones are meant",
)
BAD_TOMBSTONE: Final = Rule(
    "20.2",
    ERROR,
    "RFC 6721, 3",
    "A tombstone says which entry it stands for and since when.",
    "write ref with the entry's id, and when with a date of RFC 3339",
)
STILL_THERE: Final = Rule(
    "20.3",
    ERROR,
    "RFC 6721, 3",
    "What has a tombstone is not in the feed.",
    "leave out the entry, or its tombstone",
)
RULES: Final = (DELETED, BAD_TOMBSTONE, STILL_THERE)


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    stones = feed.root.findall(f"{{{TOMBSTONES}}}deleted-entry")
    if not stones:
        return
    yield DELETED.at(feed.tree.at(stones[0]), f"is one of {len(stones)}")
    ids = {text_of(entry.find(f"{{{ATOM}}}id")) for entry in feed.entries}
    for stone in stones:
        place, ref = feed.tree.at(stone), stone.get("ref", "")
        if not ref or internet_date(stone.get("when", "")) is None:
            yield BAD_TOMBSTONE.at(place, "has no ref, or no date in when")
        if ref in ids:
            yield STILL_THERE.at(place, f"{shown(ref)} is an entry's id")
