"""What a CMS page says of other pages: breadcrumb, neighbours, newest, most viewed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
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
    if not text or text.isspace():
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


@dataclass(slots=True)
class Parts:
    """The parts of a page's ``body`` element, found in one pass."""

    breadcrumb: Any = None
    article: Any = None
    older: Any = None
    newer: Any = None
    newest: Any = None
    hot: Any = None


def survey(body: Any) -> Parts:
    parts = Parts()
    for child in body:
        tag, name = child.tag, child.get("id")
        if tag == "div":
            if parts.article is None or parts.article.find("h1") is None:
                parts.article = child
        elif tag == "span" and parts.breadcrumb is None:
            parts.breadcrumb = child
        elif tag == "a" and name == "perv":  # the CMS spells it so
            parts.older = child
        elif tag == "a" and name == "next":
            parts.newer = child
        elif tag == "ul" and name == "new":
            parts.newest = child
        elif tag == "ul" and name == "hot":
            parts.hot = child
    return parts


def breadcrumb(
    span: Any, own: str, title: str, headline: str, warnings: list[str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The site's name and the path of sections, outermost first; the last is ``own``."""
    path: list[tuple[str, str]] = []
    keys: list[str] = []
    for link in () if span is None else span.iter("a"):
        key = links.section(link.get("href", ""))
        if key and key not in keys:
            keys.append(key)
            path.append((key, text_of(link) or key))
    path.reverse()  # the page has the innermost first
    if own in keys:
        del path[len(keys) - keys.index(own) :]
    rest = _after_headline(line(title), headline)
    site = _site_name(rest, path)
    if own not in keys:
        parts = rest.split("-")
        known = parts[1].strip() if not path and len(parts) == 2 else ""
        path.append((own, known or own))
        if not known:
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


def neighbour(link: Any) -> str:
    """The id of the article that a link leads to; empty where it leads to none."""
    found = None if link is None else links.article(link.get("href", ""))
    return found.key if found else ""


class Lists:
    """The newest and the most viewed articles that a page names."""

    def __init__(self, parts: Parts, warnings: list[str]) -> None:
        self._endings: dict[str, str] = {}
        self.newest = self._read(parts.newest, None, warnings)
        self.hot = self._read(parts.hot, "", warnings)
        for link in (parts.older, parts.newer):
            found = None if link is None else links.article(link.get("href", ""))
            if found is not None:
                self._endings.setdefault(found.key, found.ending)

    def _read(self, ul: Any, views: str | None, warnings: list[str]) -> tuple[Sighting, ...]:
        if ul is None:
            return ()
        found: list[Sighting] = []
        for link in ul.iter("a"):
            text = link.text if not len(link) else "".join(link.itertext())
            if views is not None:
                views = link.get("id", "")
            sighting, ending, warning = _sighting(link.get("href", ""), text, views)
            if warning:
                warnings.append(warning)
            if sighting is not None:
                found.append(sighting)
                self._endings[sighting.key] = ending
        return tuple(found)

    def ending(self, key: str) -> str:
        """The ending of the CMS's addresses: the page's own if a list has it, else the usual."""
        endings = self._endings
        own = endings.get(key)
        if own:
            return own
        usual = Counter(ending for ending in endings.values() if ending).most_common(1)
        return usual[0][0] if usual else DEFAULT_ENDING


@lru_cache(maxsize=8192)
def _sighting(href: str, text: str | None, views: str | None) -> tuple[Sighting | None, str, str]:
    """A list's link: the article, its address's ending, and a warning (or empty).

    Remembered, since the pages of a section carry the same lists.
    """
    link = links.article(href)
    warnings: list[str] = []
    total = None if views is None else read_views(views, "hot list", warnings)
    warning = warnings[0] if warnings else ""
    if link is None:
        return None, "", warning
    return Sighting(link.key, link.section, line(text), total), link.ending, warning
