"""One issue of a newsletter: its period, its stories, and how it reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from syndicate.model.article import Article

Cadence = Literal["daily", "weekly", "monthly"]
Kind = Literal["new", "late", "viewed"]
State = Literal["open", "empty"]


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar day, week (Monday to Sunday) or month, half open.

    ``start`` and ``end`` are aware, UTC; ``timezone`` is the IANA zone whose
    calendar they follow. ``label`` names it: ``2026-01-25``, ``2026-W04``
    (ISO 8601), ``2026-01``.
    """

    cadence: Cadence
    start: datetime
    end: datetime
    timezone: str
    label: str


@dataclass(frozen=True, slots=True)
class Story:
    """An article in an edition's pool.

    ``new``: published in the period; ``late``: carried over; ``viewed``: there
    for its views alone. ``gained`` is the views gained in the period, counted
    from ``since`` where the count starts inside the period (else ``None``);
    ``total`` the running total at the period's end.
    """

    article: Article
    kind: Kind
    gained: int | None = None
    total: int | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition as it stands in the store, and what an editor changed in it.

    Unique by (newsletter, cadence, period). ``state`` is ``empty`` for a
    period in which there was nothing to tell. ``lead`` and ``left_out`` are
    article ids. ``changed`` is when what it shows last changed after it was made.
    """

    id: int
    newsletter: str
    period: Period
    state: State
    made: datetime
    subject: str = ""
    introduction: str = ""
    lead: int | None = None
    left_out: tuple[int, ...] = ()
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The stories of one section, under its name."""

    name: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One rendering of an edition: what a reader of one language and choice gets.

    No article stands in it twice. ``by_gain`` says whether ``most_viewed`` is
    ranked and labelled by views gained; if not, it shows running totals and is
    titled "Most read so far". ``since`` is set where gains are counted from a
    moment inside the period.
    """

    newsletter: str
    title: str
    site: str
    site_url: str
    language: str
    period: Period
    subject: str
    introduction: str = ""
    lead: Story | None = None
    groups: tuple[StoryGroup, ...] = ()
    most_viewed: tuple[Story, ...] = ()
    by_gain: bool = True
    since: datetime | None = None

    @property
    def stories(self) -> tuple[Story, ...]:
        """The lead and every story of the groups, in reading order."""
        lead = (self.lead,) if self.lead else ()
        return (*lead, *(story for group in self.groups for story in group.stories))

    @property
    def count(self) -> int:
        return len(self.stories) + len(self.most_viewed)
