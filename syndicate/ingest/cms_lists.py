"""What a CMS page says of other pages: breadcrumb, neighbours, newest, most viewed."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html import unescape
from typing import Any

from syndicate.content.characters import mend
from syndicate.ingest import links
from syndicate.model.article import Sighting

MOST_VIEWS = 2_000_000_000
"""A total above it is a fault of the CMS."""

DEFAULT_ENDING = ".aspx"

_TAG = re.compile(r"</?(?:b|i|em|strong|font|span|sup|sub|u|br|a|p)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_NUMBER = re.compile(r"\d{1,3}(?:[,\s]\d{3})+|\d+", re.ASCII)


def line(text: str | None) -> str:
    """Text of a field as one plain line: no markup, no double escaping, no odd characters."""
    if not text:
        return ""
    if "<" in text:
        text = _TAG.sub(" " if "<br" in text.lower() else "", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    return " ".join(mend(text).split())


def text_of(element: Any) -> str:
    """The text of an element and of all in it, as one line."""
    if element is None:
        return ""
    return line(element.text if not len(element) else "".join(element.itertext()))


def read_views(text: str, field: str, warnings: list[str]) -> int | None:
    """A total of views; None, with a warning, where the text is no such number."""
    given = text.strip()
    if not given:
        return None
    if not _NUMBER.fullmatch(given):
        warnings.append(f"{field}: {given[:40]!r} is not a number of views, left out")
        return None
    views = int(re.sub(r"[,\s]", "", given[:30]))
    if views > MOST_VIEWS:
        warnings.append(f"{field}: {given[:40]} views can't be, left out")
        return None
    return views


def breadcrumb(
    body: Any, own: str, title: str, headline: str, warnings: list[str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The site's name and the path of sections, outermost first; the last is ``own``."""
    path: list[tuple[str, str]] = []
    for link in body.iterfind("span/a"):
        key = links.section(link.get("href", ""))
        if key and key not in (known for known, _ in path):
            path.append((key, text_of(link) or key))
    path.reverse()  # the page has the innermost first
    keys = [key for key, _ in path]
    if own in keys:
        del path[keys.index(own) + 1 :]
    rest = _after_headline(line(title), headline)
    site = _site_name(rest, path)
    if own not in keys:
        parts = rest.split("-")
        known = not path and len(parts) == 2 and parts[1].strip()
        path.append((own, str(known) if known else own))
        if known:
            site = parts[0].strip()
        else:
            warnings.append(f"breadcrumb: does not name section {own}, its id stands in")
    return site, tuple(path)


def _after_headline(title: str, headline: str) -> str:
    """The title's second part: the site's name and the names of its sections."""
    if headline and title.startswith(headline):
        return title[len(headline) :].lstrip(" _")
    return title.rpartition("_")[2].strip() if "_" in title else ""


def _site_name(rest: str, path: list[tuple[str, str]]) -> str:
    names = "-".join(name for _, name in path)
    if path and rest.endswith(f"-{names}"):
        return rest[: -len(names) - 1].strip()
    return rest.partition("-")[0].strip()


def neighbour(body: Any, name: str) -> links.Link | None:
    """The previous (``perv``, as the CMS spells it) or the next article of the section."""
    found = body.find(f"a[@id='{name}']")
    return None if found is None else links.article(found.get("href", ""))


def newest(body: Any) -> tuple[Sighting, ...]:
    return tuple(
        sighting
        for link in body.iterfind("ul[@id='new']/li/a")
        if (sighting := _sighting(link.get("href", ""), text_of(link), None)) is not None
    )


def hot(body: Any, warnings: list[str]) -> tuple[Sighting, ...]:
    """The most viewed articles; the ``id`` of each link is its total of views."""
    found: list[Sighting] = []
    for link in body.iterfind("ul[@id='hot']/li/a"):
        views = read_views(link.get("id", ""), "hot list", warnings)
        sighting = _sighting(link.get("href", ""), text_of(link), views)
        if sighting is not None:
            found.append(sighting)
    return tuple(found)


@lru_cache(maxsize=8192)
def _sighting(href: str, headline: str, views: int | None) -> Sighting | None:
    """Remembered, since the pages of a section carry the same lists."""
    link = links.article(href)
    return None if link is None else Sighting(link.key, link.section, headline, views)


def ending(body: Any, key: str) -> str:
    """The ending of the CMS's addresses: of the page's own if a list has it, else the usual one."""
    found = [links.article(link.get("href", "")) for link in body.iter("a") if link.get("href")]
    pages = [link for link in found if link is not None and link.ending]
    own = [link.ending for link in pages if link.key == key]
    usual = Counter(own or [link.ending for link in pages]).most_common(1)
    return usual[0][0] if usual else DEFAULT_ENDING
