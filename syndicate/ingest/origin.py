"""What a reader must know of the source that a page comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """``url`` is the CMS's root (with or without a final ``/``), ``timezone`` the
    IANA zone of the times in its pages, ``language`` what it is mostly written in.

    ``folder`` is the source's own folder: pictures under ``url`` that lie in it
    are measured.
    """

    url: str
    timezone: str = "UTC"
    language: str = "en"
    folder: Path | None = None

    @property
    def root(self) -> str:
        return self.url if self.url.endswith("/") else f"{self.url}/"
