"""A section's page: its newest articles, what lies below it, its feeds, its sign-up."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from syndicate.feeds.characters import block
from syndicate.feeds.directory import FeedLink, offered
from syndicate.language import catalogue
from syndicate.templating import fill
from syndicate.web.alternates import Alternate
from syndicate.web.signup import SignUp
from syndicate.web.stories import StoryOnPage


@dataclass(frozen=True, slots=True)
class Below:
    """A section below the page's own, with the headline of its newest article."""

    name: str
    address: str
    latest: StoryOnPage | None = None


@dataclass(frozen=True, slots=True)
class SectionView:
    """What a section's page shows. ``above`` are (name, address) of the sections above it."""

    name: str
    site: str
    root: str
    description: str = ""
    above: tuple[tuple[str, str], ...] = ()
    stories: tuple[StoryOnPage, ...] = ()
    below: tuple[Below, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    signup: SignUp | None = None


def render_section(view: SectionView, environment: Environment, language: str) -> str:
    """The page of a section. Raises ``TemplateError``."""
    return block(
        fill(
            environment,
            "page/section.html",
            language,
            section=view,
            alternate=[Alternate(view.name, feed) for feed in view.feeds],
            links=offered(view.feeds, view.name, catalogue(language)),
        )
    )
