"""The kinds of source that can be read. Another kind is a module and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from syndicate.ingest import cms_page
from syndicate.ingest.origin import Origin
from syndicate.model.article import Page


class Reader(Protocol):
    """Reads one file of a source; raises ``PageError`` for one that is no page."""

    def __call__(self, data: bytes, *, name: str, origin: Origin) -> Page: ...


READERS: Mapping[str, Reader] = {
    "cms-pages": cms_page.read_page,
}

REVISIONS: Mapping[str, int] = {
    "cms-pages": cms_page.REVISION,
}
"""Moves when a reader would read the same bytes differently: part of a source's recipe."""
