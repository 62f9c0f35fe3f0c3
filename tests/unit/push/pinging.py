"""Pings made to measure."""

from __future__ import annotations

from typing import Any

from syndicate.store.pings import Ping
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
HUB = "https://hub.example/"


def ping(topic: str = "rss.xml", **changes: Any) -> Ping:
    """A ping that has been noted an hour ago and not been tried."""
    values: dict[str, Any] = {
        "hub": HUB,
        "topic": f"https://news.gazette.example/feeds/{topic}",
        "state": "pending",
        "changes": 1,
        "changed": at("2026-01-26T00:00"),
        "due": NOW,
    }
    return Ping(**{**values, **changes})
