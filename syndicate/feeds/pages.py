"""A feed's own page: its articles as a reader would show them, and how to subscribe.

Browsers show a feed as raw XML and are giving up on stylesheets for it, so a
person who follows a link to a feed needs a page beside it. Its bytes depend on
the document and the view alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from syndicate.feeds.characters import block
from syndicate.feeds.directory import FeedLink, offered
from syndicate.feeds.document import FeedDocument, FeedEntry
from syndicate.feeds.fragments import KEPT, Fragments
from syndicate.feeds.parts import filled
from syndicate.feeds.policy import with_policy
from syndicate.language import Catalogue, catalogue, moment_in_words
from syndicate.templating import fill

#: Articles bring pictures along from wherever they are.
_PICTURES = "'self' https: http:"


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Where a feed's page stands, and what is said there besides the document.

    ``root`` leads from the page's folder to the output folder (``../``, empty
    for the whole site's page) and ``public`` is that folder's public address:
    what lies below it is linked relatively, so that the page works on any host
    and from a folder. ``directory`` is the directory's file in it. ``name`` is the
    page's short name, such as the section's.
    Times are shown in ``timezone``.
    """

    feeds: tuple[FeedLink, ...]
    timezone: str
    root: str
    public: str
    name: str = ""
    site: str = ""
    directory: str = "index.html"


def render_feed_page(
    document: FeedDocument,
    page: FeedPage,
    environment: Environment,
    language: str,
    *,
    kept: Fragments = KEPT,
) -> str:
    """The page of a feed, its policy in it. Raises ``TemplateError``."""
    words = catalogue(language)
    items = filled(
        environment,
        "page/feed-item.html",
        language,
        document.entries,
        lambda entry: {"item": _item(entry, page, language, words)},
        beside=lambda entry: (page.timezone, _picture(entry, page)),
        kept=kept,
    )
    html = fill(
        environment,
        "page/feed.html",
        language,
        feed=document,
        page=page,
        links=offered(page.feeds, page.name or document.title, words),
        items=Markup().join(items),
    )
    return with_policy(block(html), pictures=_PICTURES)


def _item(entry: FeedEntry, page: FeedPage, language: str, words: Catalogue) -> dict[str, str]:
    """An article as the template shows it: all that is to be worked out, worked out.

    A mapping of plain text, because the templates' sandbox looks into objects
    at several microseconds a glance, and feeds are published by the thousand.
    """
    between = words.pgettext("between names", ", ")
    translated = words.gettext("Translated by %(names)s")
    facts = (
        entry.attribution.name if entry.attribution else "",
        between.join(entry.authors),
        translated % {"names": between.join(entry.translators)} if entry.translators else "",
        _minutes(entry.minutes, words),
    )
    return {
        "headline": entry.title,
        "address": entry.url,
        "summary": entry.summary if entry.summary != entry.title else "",
        "language": entry.language if entry.language != language else "",
        "picture": _picture(entry, page),
        "published": entry.published.isoformat(),
        "moment": moment_in_words(entry.published, page.timezone, words),
        "facts": " · ".join(fact for fact in facts if fact),
        "content": "" if entry.url else entry.html,
    }


@lru_cache(maxsize=256)
def _minutes(count: int, words: Catalogue) -> str:
    """How long reading takes: few different numbers, and slow to put into words."""
    said = words.ngettext("%(count)s min read", "%(count)s min read", count)
    return (said % {"count": words.number(count)}).replace(" ", "\N{NO-BREAK SPACE}")


def _picture(entry: FeedEntry, page: FeedPage) -> str:
    return _near(page, entry.lead.url) if entry.lead else ""


def _near(page: FeedPage, address: str) -> str:
    """The address as seen from the page: relative if it lies in the output folder."""
    if page.public and address.startswith(page.public):
        return page.root + address.removeprefix(page.public)
    return address
