"""What feeds show and since when, and articles that are easy to date."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from syndicate.model.article import Page
from tests.support.articles import at, page
from tests.support.sites import Site

CITY = (("201", "Harbour News"), ("201001", "City"))
BOOKS = (("203", "Culture"), ("203001", "Books"))
THEATRE = (("203", "Culture"), ("203002", "Theatre"))
FIRST = "2026-01-20T12:00"
SECOND = "2026-01-22T12:00"

Document = tuple[str, tuple[str, ...]]
"""When a document was updated, and all that it shows, entry by entry."""


def dated(day: int, **fields) -> Page:
    """The article of a day in January; its key is the day."""
    return page(
        str(day), published=at(f"2026-01-{day:02}T08:00"), updated=at(f"2026-01-{day:02}T09:00"),
        **fields,
    )  # fmt: skip


def atom(path: Path) -> Document:
    root = etree.parse(path).getroot()
    shown = [
        etree.tostring(child, encoding="unicode")
        for child in root
        if etree.QName(child).localname in {"entry", "deleted-entry"}
    ]
    return root.findtext("{*}updated"), tuple(shown)


def every(site: Site) -> dict[str, Document]:
    """All Atom documents, those of archives too."""
    return {
        path.relative_to(site.feeds).as_posix(): atom(path)
        for path in site.feeds.rglob("atom*.xml")
    }


def moved(site: Site, folder: str) -> str:
    """When the feed of a folder was updated, to the minute."""
    return atom(site.feeds / folder / "atom.xml")[0][:16]
