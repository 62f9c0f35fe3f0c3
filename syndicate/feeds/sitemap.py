"""The Google News sitemap: the articles of the last two days.

Its rules are Google's own: at most 1,000 articles, none older than two days,
the publication's name as it is known there, and a language of two letters but
for Chinese, which is named by its script's home.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from syndicate.feeds.characters import language_tag, line, web_address
from syndicate.feeds.dates import rfc3339
from syndicate.model.article import Article

FILE_NAME: Final = "sitemap-news.xml"
MEDIA_TYPE: Final = "application/xml"

#: How far back it reaches, and how many articles it may hold.
REACH: Final = timedelta(days=2)
MOST: Final = 1_000

_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"
_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})


def render(
    articles: Iterable[Article], *, publication: str, language: str, moment: datetime
) -> bytes:
    """The sitemap of what was published in the two days up to ``moment``, newest first.

    ``moment`` is the store's latest reading, so that a build alone changes
    nothing. ``language`` is of articles that have no usable one. Articles
    without an address are left out.
    """
    root = Element("urlset", {"xmlns": _SITEMAP, "xmlns:news": _NEWS})
    for article in _recent(articles, moment):
        content = article.content
        address, title = web_address(content.address), line(content.headline)
        url = SubElement(root, "url")
        SubElement(url, "loc").text = address
        news = SubElement(url, "news:news")
        named = SubElement(news, "news:publication")
        SubElement(named, "news:name").text = line(publication)
        SubElement(named, "news:language").text = _language(content.language, language)
        SubElement(news, "news:publication_date").text = rfc3339(content.published)
        SubElement(news, "news:title").text = title
    indent(root)
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _recent(articles: Iterable[Article], moment: datetime) -> list[Article]:
    found: dict[str, Article] = {}
    shown = [
        article
        for article in articles
        if not article.hidden and moment - REACH <= article.content.published <= moment
    ]
    shown.sort(key=lambda article: (article.content.published, article.id), reverse=True)
    for article in shown:
        address = web_address(article.content.address)
        if address and line(article.content.headline):
            found.setdefault(address, article)
    return list(found.values())[:MOST]


def _language(tag: str, default: str) -> str:
    """As Google names it: ISO 639, but ``zh-cn`` and ``zh-tw``."""
    first, *others = language_tag(tag, language_tag(default)).lower().split("-")
    if first != "zh":
        return first
    return "zh-tw" if _TRADITIONAL.intersection(others) else "zh-cn"
