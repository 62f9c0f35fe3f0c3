"""The CMS's links to its own pages: ``../101001/5539.aspx``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

KEY = re.compile(r"[A-Za-z0-9_.-]{1,64}")
"""What may stand as the id of an article, a section or a site."""

_PAGE = re.compile(
    r"(?:^|.*/)([A-Za-z0-9_-][A-Za-z0-9_.-]{0,63})/([A-Za-z0-9_.-]{1,64}?)(\.[A-Za-z]{1,6})?(?:[?#].*)?"
)
_INDEX = frozenset(("default", "index"))


@dataclass(frozen=True, slots=True)
class Link:
    """``ending`` has its dot, or is empty."""

    section: str
    key: str
    ending: str


def read(href: str) -> Link | None:
    """The page that ``href`` leads to; None if it is not one of the CMS's."""
    found = _PAGE.fullmatch(href.strip())
    if found is None:
        return None
    section, key, ending = found[1], found[2], found[3] or ""
    if key.strip(".") == "" or section.strip(".") == "":
        return None
    return Link(section, key, ending)


@lru_cache(maxsize=8192)
def article(href: str) -> Link | None:
    link = read(href)
    return None if link is None or link.key.lower() in _INDEX else link


@lru_cache(maxsize=1024)
def section(href: str) -> str:
    """The section whose front page ``href`` is; empty if it is something else."""
    link = read(href)
    return link.section if link is not None and link.key.lower() in _INDEX else ""
