"""What goes into an edition, and what one reader's variant takes from it. Pure.

The words are those of docs/explanation/editions.md: the *pool* is frozen once
per edition, a *variant* takes its top of the pool after its section filter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from syndicate.model.article import Article
from syndicate.model.edition import Period, Story, StoryGroup
from syndicate.model.section import SectionTree
from syndicate.store.editions import Pooled
from syndicate.store.views import History, Snapshot

#: A late article is at most this old, when it arrives or when the period ends.
LATE_AT_MOST = timedelta(days=14)

#: Spare stories a section of the pool, for an editor who leaves some out.
_SPARE = 10


@dataclass(frozen=True, slots=True)
class Gain:
    """Views gained in a period; counted ``since`` a moment inside it, or from its start."""

    views: int
    since: datetime | None = None


def gain(history: History, period: Period, published: datetime, *, confirmed: bool) -> Gain | None:
    """The views an article gained in a period; None where nothing can be said.

    ``confirmed`` tells that the snapshot before the period was still true at
    a reading shortly before its start, though nobody wrote that down.
    """
    if not history.inside:
        return None
    if published >= period.start:
        return Gain(_climb(0, history.inside))
    before = history.before
    oldest = period.start - (period.end - period.start) / 2
    if before is not None and (confirmed or before.confirmed >= oldest):
        return Gain(_climb(before.total, history.inside))
    first, *rest = history.inside
    return Gain(_climb(first.total, rest), since=first.taken) if rest else None


def _climb(total: int, snapshots: Iterable[Snapshot]) -> int:
    """The sum of all rises; a total that falls starts a new count."""
    climbed = 0
    for snapshot in snapshots:
        climbed += snapshot.total - total if snapshot.total >= total else snapshot.total
        total = snapshot.total
    return climbed


def is_late(
    published: datetime,
    arrived: datetime,
    period: Period,
    *,
    first_start: datetime,
    first_made: datetime,
) -> bool:
    """Whether an article from before the period is to be carried into it.

    It came too late for its own period: that period had its edition, or was
    skipped since the newsletter's first (``first_start``, ``first_made``).
    """
    if published >= period.start:
        return False
    missed = arrived > first_made or published >= first_start
    age = min(arrived, period.end) - published
    return missed and age <= LATE_AT_MOST


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that its views may bring into the pool."""

    article_id: int
    section_id: int
    gained: int | None
    total: int
    since: datetime | None = None


def most_viewed(candidates: Iterable[Candidate], *, wanted: int) -> list[Candidate]:
    """The candidates that any choice of sections could need.

    Ranked by views gained; by totals only where no gain is known at all. Of
    each section the first ``wanted`` and some to spare are enough: no variant
    takes more than that from one section.
    """
    every = list(candidates)
    ranked = [item for item in every if item.gained] or [
        item for item in every if item.gained is None
    ]
    ranked.sort(key=_rank)
    taken: dict[int, int] = {}
    kept = []
    for item in ranked:
        number = taken.get(item.section_id, 0)
        if number < wanted + _SPARE:
            taken[item.section_id] = number + 1
            kept.append(item)
    return kept


def _rank(item: Candidate) -> tuple[int, int, int]:
    return (-(item.gained or 0), -item.total, -item.article_id)


@dataclass(frozen=True, slots=True)
class Selection:
    """A variant's stories: a lead, the others by section, and the most viewed."""

    lead: Story | None
    groups: tuple[StoryGroup, ...]
    most_viewed: tuple[Story, ...]
    by_gain: bool
    since: datetime | None


def take_news(pool: Sequence[Story], *, limit: int, lead: int | None) -> list[Story]:
    """The newest stories of a pool, newest first; an editor's lead is always among them."""
    ordered = sorted(
        (story for story in pool if story.kind != "viewed"),
        key=lambda story: (story.article.content.published, story.article.id),
        reverse=True,
    )
    taken = ordered[:limit]
    wanted = next((story for story in pool if story.article.id == lead), None)
    if wanted is not None and wanted not in taken:
        taken = [*taken[: max(limit - 1, 0)], wanted]
    return taken


def take_viewed(
    pool: Sequence[Story], *, shown: Collection[int], limit: int
) -> tuple[list[Story], bool]:
    """The most viewed stories that are not shown yet, and whether gains rank them."""
    left = [story for story in pool if story.article.id not in shown]
    by_gain = any(story.gained is not None for story in pool)
    if by_gain:
        left = [story for story in left if story.gained]
    else:
        left = [story for story in left if story.total]
    left.sort(key=lambda story: (-(story.gained or 0), -(story.total or 0), -story.article.id))
    return left[:limit], by_gain


def choose_lead(stories: Sequence[Story], wanted: int | None) -> Story | None:
    """The editor's choice, or else the most viewed story with a picture, or the newest."""
    for story in stories:
        if story.article.id == wanted:
            return story
    pictured = [story for story in stories if story.article.content.lead is not None]
    if pictured:
        return max(pictured, key=lambda story: story.gained or 0)
    return stories[0] if stories else None


def group(stories: Sequence[Story], tree: SectionTree) -> tuple[StoryGroup, ...]:
    """Stories by section, at the level at which they first differ.

    A newsletter of the whole site is grouped by its main sections, one that
    draws from a single main section by what lies below it.
    """
    paths = {story.article.id: tree.path(story.article.section_id) for story in stories}
    level = 0
    while paths and all(len(path) > level + 1 for path in paths.values()):
        if len({path[level].id for path in paths.values()}) > 1:
            break
        level += 1
    grouped: dict[int, list[Story]] = {}
    for story in stories:
        path = paths[story.article.id]
        if path:
            grouped.setdefault(path[min(level, len(path) - 1)].id, []).append(story)
    return tuple(
        StoryGroup(section.name, tuple(grouped[section.id]))
        for section in tree
        if section.id in grouped
    )


def select(
    pool: Sequence[Story],
    tree: SectionTree,
    *,
    newest: int,
    viewed: int,
    lead: int | None,
    left_out: Collection[int],
) -> Selection:
    """One variant's stories out of a pool that holds only what its reader chose."""
    left = [story for story in pool if story.article.id not in left_out]
    news = take_news(left, limit=newest, lead=lead)
    top = choose_lead(news, lead)
    others = [story for story in news if story is not top]
    most, by_gain = take_viewed(left, shown={story.article.id for story in news}, limit=viewed)
    return Selection(
        lead=top,
        groups=group(others, tree),
        most_viewed=tuple(most),
        by_gain=by_gain,
        since=max((story.since for story in most if story.since), default=None),
    )


def stories(pool: Iterable[Pooled], articles: Mapping[int, Article]) -> list[Story]:
    """The pool as stories; articles that are not at hand are left out."""
    return [
        Story(articles[item.article_id], item.kind, item.gained, item.total, item.since)
        for item in pool
        if item.article_id in articles
    ]
