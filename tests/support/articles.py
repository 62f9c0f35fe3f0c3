"""Articles made to measure for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from syndicate.model.article import Attribution, Content, Image, Page, Person, Sighting


def at(text: str) -> datetime:
    """An ISO time, UTC where it names no zone."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def content(key: str = "1", **changes: Any) -> Content:
    """The content of a plain article; ``changes`` replace its fields."""
    values: dict[str, Any] = {
        "headline": f"Ferry number {key} sails again",
        "published": at("2026-01-20T08:00"),
        "updated": at("2026-01-20T09:00"),
        "body": f"<p>After a winter in the dock, ferry {key} crossed the bay.</p>",
        "address": f"https://www.gazette.example/201001/{key}.aspx",
        "people": (Person("Nell Harrow"), Person("Ines Calder", "translator")),
        "attribution": Attribution("Tidewire", "https://tidewire.example/ferries"),
        "summary": f"After a winter in the dock, ferry {key} crossed the bay.",
        "images": (Image("https://www.gazette.example/images/ferry.jpg", alt="A ferry"),),
        "words": 10,
    }
    return Content(**{**values, **changes})


def page(key: str = "1", **changes: Any) -> Page:
    """A page of an article in 201 Harbour News > 201001 City.

    ``changes`` of the page's own fields are taken as such, all others change
    its content.
    """
    of_page = {
        name: changes.pop(name)
        for name in ("site", "site_name", "breadcrumb", "views", "newest", "hot", "warnings")
        if name in changes
    }
    values: dict[str, Any] = {
        "site": "201",
        "site_name": "The Gazette",
        "breadcrumb": (("201", "Harbour News"), ("201001", "City")),
        "content": content(key, **changes),
    }
    return Page(key=key, **{**values, **of_page})


def hot(key: str, views: int) -> Sighting:
    return Sighting(key, "201001", f"Article {key}", views)
