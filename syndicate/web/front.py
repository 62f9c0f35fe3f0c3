"""The front page: the lead, the newest of each section, what is read most, the sign-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from syndicate.feeds.characters import block
from syndicate.feeds.directory import EditionEntry
from syndicate.templating import fill
from syndicate.web.alternates import Alternate
from syndicate.web.signup import SignUp
from syndicate.web.stories import StoryOnPage

_WIDEST: Final = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A section on the front page: its page, its newest story, and the headlines after it."""

    name: str
    address: str
    first: StoryOnPage
    others: tuple[StoryOnPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One of the most read: its place from 1, and its views in words."""

    place: int
    story: StoryOnPage
    views: str


@dataclass(frozen=True, slots=True)
class FrontView:
    """What the front page shows; ``root`` leads from it to the site's folder.

    ``updated`` is ISO 8601, ``moment`` the same in words. ``sections`` are
    (name, address) of all that have a page, for the line of links; ``seconds``
    are the newest stories beside the lead, and stand in no column.
    """

    title: str
    description: str
    root: str
    updated: str = ""
    moment: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    lead: StoryOnPage | None = None
    seconds: tuple[StoryOnPage, ...] = ()
    columns: tuple[Column, ...] = ()
    ranking: str = ""
    ranking_note: str = ""
    ranked: tuple[Ranked, ...] = ()
    editions: tuple[EditionEntry, ...] = ()
    feeds: tuple[Alternate, ...] = ()
    signup: SignUp | None = None

    @property
    def abreast(self) -> int:
        """How many columns stand side by side on a wide page, so that no row is left thin."""
        count = len(self.columns)
        if count <= _WIDEST:
            return max(1, count)
        return 3 if count % 3 == 0 or count == 5 else _WIDEST


def render_front(view: FrontView, environment: Environment, language: str) -> str:
    """The front page. Raises ``TemplateError``."""
    return block(fill(environment, "page/front.html", language, front=view))
