"""What may be subscribed to, as forms, letters and pages show it.

A newsletter's own sections, its cadences and its languages: whatever is
offered here may be chosen, and nothing else. Hidden sections never show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from syndicate.config.model import Config, Newsletter
from syndicate.config.schedule import Schedule
from syndicate.digests.edition import section_choice
from syndicate.digests.period import due_at, following, last_complete
from syndicate.jobs.sections import hidden, public_tree
from syndicate.language import Catalogue, city_in_words, weekday_in_words
from syndicate.model.edition import Cadence
from syndicate.model.section import Section, SectionTree


@dataclass(frozen=True, slots=True)
class Branch:
    """A section that may be chosen. ``id`` is ``source/key``; it takes in all below it."""

    id: str
    name: str
    children: tuple[Branch, ...] = ()

    def walk(self) -> Iterator[Branch]:
        """The section and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Offer:
    """A newsletter as somebody may choose it; the usual cadence and language come first.

    ``sections`` is empty where there is no choice between several.
    """

    name: str
    title: str
    description: str
    language: str
    timezone: str
    schedules: tuple[Schedule, ...]
    tongues: tuple[str, ...]
    sections: tuple[Branch, ...] = ()

    @property
    def cadence(self) -> Cadence:
        return self.schedules[0].cadence

    def ids(self) -> frozenset[str]:
        return frozenset(each.id for branch in self.sections for each in branch.walk())


def offers(connection: Connection, config: Config) -> tuple[Offer, ...]:
    """Every newsletter of the site, in the order of the configuration."""
    tree = public_tree(connection, config)
    unseen = hidden(tree, config)
    return tuple(
        Offer(
            name=newsletter.name,
            title=newsletter.title,
            description=newsletter.description,
            language=newsletter.language,
            timezone=newsletter.timezone,
            schedules=newsletter.schedules,
            tongues=newsletter.tongues,
            sections=_choosable(tree, newsletter, unseen),
        )
        for newsletter in config.newsletters
    )


def schedule_in_words(schedule: Schedule, words: Catalogue) -> str:
    """``every Monday at 08:00``."""
    time = f"{schedule.time:%H:%M}"
    if schedule.weekday is not None:
        day = weekday_in_words(schedule.weekday, words)
        return words.gettext("every %(day)s at %(time)s") % {"day": day, "time": time}
    if schedule.day is not None:
        said = words.gettext("on day %(day)s of every month at %(time)s")
        return said % {"day": words.number(schedule.day), "time": time}
    return words.gettext("every day at %(time)s") % {"time": time}


def when_in_words(schedules: Iterable[Schedule], timezone: str, words: Catalogue) -> str:
    """``Every Monday at 08:00, or every day at 07:00, Shanghai time``."""
    said = [schedule_in_words(each, words) for each in schedules]
    told = sentence(words.pgettext("between alternatives", ", or ").join(said))
    place = city_in_words(timezone, words)
    return words.gettext("%(when)s, %(city)s time") % {"when": told, "city": place}


def next_issue(newsletter: Newsletter, cadence: Cadence, now: datetime) -> datetime:
    """When the newsletter's next edition of a cadence is to be made, after ``now``."""
    schedule = newsletter.schedule_of(cadence) or newsletter.schedule
    period = last_complete(schedule.cadence, now, newsletter.zone)
    while due_at(period, schedule) <= now:
        period = following(period)
    return due_at(period, schedule)


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _choosable(tree: SectionTree, newsletter: Newsletter, unseen: set[int]) -> tuple[Branch, ...]:
    chosen = section_choice(newsletter, tree, unseen)
    drawn = None if chosen is None else frozenset(chosen)
    found = tuple(_branches(tree, tree.children(None), drawn))
    return found if sum(1 for branch in found for _ in branch.walk()) > 1 else ()


def _branches(
    tree: SectionTree, sections: Iterable[Section], drawn: frozenset[int] | None
) -> Iterator[Branch]:
    """The sections drawn from; one that is not gives its place to those below it that are."""
    for section in sections:
        below = tuple(_branches(tree, tree.children(section.id), drawn))
        if drawn is None or section.id in drawn:
            yield Branch(f"{section.source}/{section.key}", section.name, below)
        else:
            yield from below
