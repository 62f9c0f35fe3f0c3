"""What feeds cost without us: feedgen and ``json.dumps`` with the items of published documents."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Published = dict[str, Any]
"""A published JSON feed: the one format that says all that the peers need."""


def read(paths: Iterable[Path]) -> Iterator[Published]:
    for path in paths:
        yield json.loads(path.read_text(encoding="utf-8"))


def feedgen(published: Sequence[Published]) -> float:
    """Seconds that feedgen takes to build each document as RSS and as Atom, from one generator."""
    from feedgen.feed import FeedGenerator

    started = time.perf_counter()
    for each in published:
        feed = FeedGenerator()
        feed.id(each["feed_url"])
        feed.title(each["title"])
        feed.description(each["description"])
        feed.link(href=each["home_page_url"], rel="alternate")
        feed.author(name=each["authors"][0]["name"])
        for item in each["items"]:
            entry = feed.add_entry(order="append")
            entry.id(item["id"])
            entry.title(item["title"])
            entry.link(href=item["url"], rel="alternate")
            entry.published(item["date_published"])
            entry.updated(item["date_modified"])
            entry.summary(item["summary"])
            entry.content(item["content_html"], type="html")
            entry.author([{"name": person["name"]} for person in item["authors"]])
            entry.category([{"term": tag} for tag in item["tags"]])
        feed.rss_str(pretty=True)
        feed.atom_str(pretty=True)
    return time.perf_counter() - started


def json_dumps(published: Sequence[Published]) -> float:
    """Seconds that ``json.dumps`` takes for each document."""
    started = time.perf_counter()
    for each in published:
        json.dumps(each, ensure_ascii=False).encode()
    return time.perf_counter() - started
