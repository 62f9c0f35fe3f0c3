"""What a reader is given to follow: a section's two articles, then what happens to them.

Every test of a real reader tells the same story, so that what differs between
them is the reader.
"""

from __future__ import annotations

from pathlib import Path

from tests.support.sites import Site, make_site

#: The section's feeds in the formats that readers take.
FEEDS = ("feeds/city/rss.xml", "feeds/city/atom.xml")

FERRY, CORRECTED = "The ferry sails & sings", "The ferry sails & hums"
MARSH = "盐沼的渡船"
GULLS = "Gulls return"

FIRST, LAST = "After a winter in the dock", "rope & tar"


def newsroom(root: Path) -> Site:
    """A site that ``serve`` keeps reading, with two articles in one section."""
    site = make_site(root, source='every = "1s"')
    _ferry(site, FERRY)
    site.write("2", headline=MARSH, published="2026-01-21 08:00", author="何满")
    return site


def correct(site: Site) -> None:
    """Another headline and another text for the first article."""
    _ferry(site, CORRECTED, how="by lamplight", edited="2026-01-23 09:00")


def add(site: Site) -> None:
    site.write("3", headline=GULLS, published="2026-01-24 08:00")


def withdraw(site: Site) -> None:
    """Hide the second article."""
    site.run("articles", "hide", "cms/2")


def _ferry(site: Site, headline: str, *, how: str = "at noon", edited: str = "") -> None:
    body = f"<form><p>{FIRST}, it crossed {how}.</p><ul><li>rope &amp; tar</li></ul></form>"
    site.write("1", headline=headline, edited=edited, body=body)
