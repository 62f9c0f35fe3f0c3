"""An edition as a page among the site's others: the same stories, and ways onward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from syndicate.digests.story import PictureAddress, digest_view
from syndicate.model.edition import Variant
from syndicate.templating import fill

#: The width of the lead's picture, in pixels.
WIDTH: Final = 640


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The edition before or after: its period in words, and its page."""

    period: str
    address: str


@dataclass(frozen=True, slots=True)
class Around:
    """Where an edition's page stands; addresses are as seen from there.

    ``archive`` is the newsletter's, ``feed`` its Atom feed (empty for none).
    """

    home: str
    archive: str
    feed: str = ""
    subscribe: str = ""
    older: Neighbour | None = None
    newer: Neighbour | None = None


def render_page(
    variant: Variant,
    *,
    environment: Environment,
    picture: PictureAddress,
    around: Around | None = None,
) -> str:
    """The page; without ``around`` one that stands alone. Raises ``TemplateError``."""
    return fill(
        environment,
        "page/edition.html",
        variant.language,
        digest=digest_view(variant, picture, width=WIDTH),
        around=around,
    )
