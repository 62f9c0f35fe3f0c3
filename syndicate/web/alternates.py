"""The feeds that a page names in its head, for readers that look for them there."""

from __future__ import annotations

from dataclasses import dataclass

from syndicate.feeds.directory import FeedLink


@dataclass(frozen=True, slots=True)
class Alternate:
    """What is in a feed, and where it is (HTML, 4.6.7.1: ``rel=alternate``)."""

    title: str
    feed: FeedLink
