"""Which language a personal page speaks."""

from __future__ import annotations

from syndicate.config.model import Config
from syndicate.jobs.audience.wishes import tongues
from syndicate.language import catalogue
from syndicate.language.catalogue import primary


def spoken(config: Config, *wanted: str) -> str:
    """The first of the languages wanted that the site offers and we have words for.

    The site's own where there is none.
    """
    offered = spoken_here(config)
    return next((each for each in wanted if each in offered), config.site.language)


def spoken_here(config: Config) -> tuple[str, ...]:
    """The site's language, and those of its newsletters that we have words for."""
    return tuple(
        each
        for each in tongues(config)
        if each == config.site.language or catalogue(each).spoken == primary(each)
    )
