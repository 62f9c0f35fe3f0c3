"""What feeds cost without us: feedgen and ``json.dumps`` with the items of published documents."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

Published = dict[str, Any]
"""A published JSON feed: the one format that says all that the peers need."""


_DATES: Final = ("date_published", "date_modified")


def read(paths: Iterable[Path]) -> Iterator[Published]:
    for path in paths:
        yield json.loads(path.read_text(encoding="utf-8"))


def feedgen(published: Sequence[Published], *, dates_as_text: bool = False) -> float:
    """Seconds that feedgen takes to build each document as RSS and as Atom, from one generator.

    It is given moments, as whoever has a store has them. With ``dates_as_text``
    it reads them from the document's text, which it can do, and which takes it
    longer than all the rest.
    """
    from feedgen.feed import FeedGenerator

    if not dates_as_text:
        published = [_with_moments(each) for each in published]
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


def _with_moments(document: Published) -> Published:
    items = [
        {**item, **{name: datetime.fromisoformat(item[name]) for name in _DATES}}
        for item in document["items"]
    ]
    return {**document, "items": items}


def json_dumps(published: Sequence[Published]) -> float:
    """Seconds that ``json.dumps`` takes for each document."""
    started = time.perf_counter()
    for each in published:
        json.dumps(each, ensure_ascii=False).encode()
    return time.perf_counter() - started
