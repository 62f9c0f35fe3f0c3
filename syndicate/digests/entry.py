"""An edition as the content of a feed's entry: the same stories in plain HTML, no layout.

Readers of feeds bring their own type and colours and drop everything else, so
there are no classes, styles or tables here.
"""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from syndicate.digests.story import TEXT_WIDTH, PictureAddress, digest_view
from syndicate.model.edition import Variant
from syndicate.templating import fill


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of an edition; ``summary`` is plain text."""

    title: str
    summary: str
    html: str


def render_entry(variant: Variant, *, environment: Environment, picture: PictureAddress) -> Entry:
    """The edition for a feed; ``picture`` gives absolute addresses. Raises ``TemplateError``."""
    view = digest_view(variant, picture, width=TEXT_WIDTH)
    return Entry(
        title=" ".join(variant.subject.split()),
        summary=" · ".join(part for part in (view.period, view.preheader) if part),
        html=fill(environment, "feed/edition.html", variant.language, digest=view),
    )
