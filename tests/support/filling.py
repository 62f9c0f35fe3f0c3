"""Putting pages into a press's store without reading any files."""

from __future__ import annotations

from syndicate.jobs.press import Press
from syndicate.model.article import Page
from syndicate.store import sources
from syndicate.store.merge import Merged, merge
from tests.support.articles import at


def fill(press: Press, *pages: Page, moment: str = "2026-01-20T12:00") -> Merged:
    with press.store.write() as connection:
        source = sources.ensure(connection, "cms", "cms-pages")
        sources.record_reading(connection, source.id, at(moment))
        return merge(connection, source.id, pages, at(moment))
