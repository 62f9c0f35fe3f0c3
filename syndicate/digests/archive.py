"""The archive of editions: every newsletter, and each one's editions by month.

A pure view, in words; where its pages stand comes in with ``base``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from zoneinfo import ZoneInfo

from syndicate.language import Catalogue, catalogue, month_in_words, period_in_words
from syndicate.language.catalogue import primary
from syndicate.model.edition import Cadence, Edition


@dataclass(frozen=True, slots=True)
class Told:
    """An edition, its lead story's headline in that story's language, and how many it has."""

    edition: Edition
    headline: str
    language: str
    count: int


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in a list; ``language`` is set where the headline is not in the page's."""

    period: str
    address: str
    headline: str
    language: str
    stories: str


@dataclass(frozen=True, slots=True)
class Month:
    name: str
    editions: tuple[EditionLine, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The editions of one cadence; ``title`` is empty where there is no other."""

    title: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A newsletter in the list of all: what it is, when it comes, its latest editions."""

    title: str
    address: str
    description: str
    when: str
    language: str
    editions: tuple[EditionLine, ...]


def runs(found: Iterable[Told], *, language: str, base: str) -> tuple[Run, ...]:
    """Editions, newest first, by cadence and month; ``base`` leads to the newsletter's folder."""
    words = catalogue(language)
    every = list(found)
    order: tuple[Cadence, ...] = ("daily", "weekly", "monthly")
    cadences = [
        cadence
        for cadence in order
        if any(told.edition.period.cadence == cadence for told in every)
    ]
    return tuple(
        Run(
            title=cadence_in_words(cadence, words) if len(cadences) > 1 else "",
            months=tuple(
                Month(name, tuple(line(told, language=language, base=base) for told in month))
                for name, month in groupby(
                    (told for told in every if told.edition.period.cadence == cadence),
                    key=lambda told: _month(told, words),
                )
            ),
        )
        for cadence in cadences
    )


def line(told: Told, *, language: str, base: str) -> EditionLine:
    words = catalogue(language)
    stories = words.ngettext("%(count)s story", "%(count)s stories", told.count)
    return EditionLine(
        period=period_in_words(told.edition.period, words),
        address=f"{base}{told.edition.period.label}",
        headline=told.headline,
        language=told.language if primary(told.language) != primary(language) else "",
        stories=stories % {"count": words.number(told.count)},
    )


def _month(told: Told, words: Catalogue) -> str:
    period = told.edition.period
    return month_in_words(period.start.astimezone(ZoneInfo(period.timezone)).date(), words)


def cadence_in_words(cadence: Cadence, words: Catalogue) -> str:
    """``Every week``."""
    return {
        "daily": words.gettext("Every day"),
        "weekly": words.gettext("Every week"),
        "monthly": words.gettext("Every month"),
    }[cadence]
