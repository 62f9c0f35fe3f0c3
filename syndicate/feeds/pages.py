"""A feed's own page: its articles as a reader would show them, and how to subscribe.

Browsers show a feed as raw XML and are giving up on stylesheets for it, so a
person who follows a link to a feed needs a page beside it. Its bytes depend on
the document and the view alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from syndicate.feeds.characters import block
from syndicate.feeds.directory import FeedLink
from syndicate.feeds.document import FeedDocument
from syndicate.feeds.policy import with_policy
from syndicate.templating import fill

#: Articles bring pictures along from wherever they are.
_PICTURES = "'self' https: http:"


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Where a feed's page stands, and what is said there besides the document.

    ``root`` leads from the page's folder to the output folder (``../``, empty
    for the whole site's page) and ``public`` is that folder's public address:
    what lies below it is linked relatively, so that the page works on any host
    and from a folder. ``name`` is its short name, such as the section's.
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
    document: FeedDocument, page: FeedPage, environment: Environment, language: str
) -> str:
    """The page of a feed, its policy in it. Raises ``TemplateError``."""
    html = fill(
        environment,
        "page/feed.html",
        language,
        feed=document,
        page=page,
        near=partial(_near, page),
    )
    return with_policy(block(html), pictures=_PICTURES)


def _near(page: FeedPage, address: str) -> str:
    """The address as seen from the page: relative if it lies in the output folder."""
    if page.public and address.startswith(page.public):
        return page.root + address.removeprefix(page.public)
    return address
