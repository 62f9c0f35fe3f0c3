"""What dates say of each other: what has changed, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.finding import WARNING, Finding, Rule
from syndicate.feeds.check.moments import in_utc, internet_date, mail_date
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed
from syndicate.feeds.check.xmltree import ATOM, text_of

SAME_MOMENT: Final = Rule(
    "5.1",
    WARNING,
    "RFC 4287, 4.2.15",
    "No two entries of a feed were updated at the same moment, where that can be avoided.",
    "keep the moments as they are if they are true: some readers sort by them",
)
FEED_BEHIND: Final = Rule(
    "5.2",
    WARNING,
    "RFC 4287, 4.2.15; RSS 2.0, lastBuildDate",
    "A feed's own date is not older than its entries'.",
    "let the feed's date follow its newest change",
)
UPDATED_FIRST: Final = Rule(
    "5.3",
    WARNING,
    "RFC 4287, 4.2.9 and 4.2.15; JSON Feed 1.1, Items",
    "Nothing is updated before it is published.",
    "write the later of both moments as the update",
)
RULES: Final = (SAME_MOMENT, FEED_BEHIND, UPDATED_FIRST)


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    built = feed.channel.find("lastBuildDate")
    own = mail_date(text_of(built))
    if built is None or own is None:
        return
    dates = (mail_date(text_of(item.find("pubDate"))) for item in feed.items)
    newest = max((in_utc(date.moment) for date in dates if date), default=None)
    if newest is not None and in_utc(own.moment) < newest:
        yield FEED_BEHIND.at(feed.tree.at(built), f"is older than the item of {newest:%Y-%m-%d}")


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    seen: dict[datetime, _Element] = {}
    newest: datetime | None = None
    for entry in feed.entries:
        element = entry.find(f"{{{ATOM}}}updated")
        moment = internet_date(text_of(element))
        if element is None or moment is None:
            continue
        updated = in_utc(moment)
        if updated in seen:
            other = feed.tree.path(seen[updated])
            yield SAME_MOMENT.at(feed.tree.at(element), f"is the same as in {other}")
        else:
            seen[updated] = entry
        newest = updated if newest is None else max(newest, updated)
        published = internet_date(text_of(entry.find(f"{{{ATOM}}}published")))
        if published is not None and in_utc(published) > updated:
            yield UPDATED_FIRST.at(feed.tree.at(element), "lies before published")
    own_element = feed.root.find(f"{{{ATOM}}}updated")
    own = internet_date(text_of(own_element))
    if own_element is not None and own and newest and in_utc(own) < newest:
        problem = f"is older than the entry of {newest:%Y-%m-%d}"
        yield FEED_BEHIND.at(feed.tree.at(own_element), problem)


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    for place, item in feed.items:
        dates = [item.get(name) for name in ("date_published", "date_modified")]
        first, last = (internet_date(d) if isinstance(d, str) else None for d in dates)
        if first is not None and last is not None and in_utc(last) < in_utc(first):
            where = feed.at("items", place, "date_modified")
            yield UPDATED_FIRST.at(where, "lies before date_published")
