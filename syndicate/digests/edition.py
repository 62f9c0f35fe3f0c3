"""Making an edition once, and assembling its variants as often as needed.

Making freezes the pool; assembling only reads. Neither renders anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from syndicate.config.model import Newsletter, Site
from syndicate.digests import select
from syndicate.model.edition import Edition, Kind, Period, State, Variant
from syndicate.model.errors import DigestError
from syndicate.model.section import SectionTree
from syndicate.store import articles, editions, sources, views, visible
from syndicate.store.editions import Pooled


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition as it would be made: what ``digest preview`` shows and ``make`` freezes."""

    newsletter: str
    period: Period
    pool: tuple[Pooled, ...]

    @property
    def state(self) -> State:
        """Empty where the period brought no article: most viewed ones alone are no news."""
        return "open" if any(item.kind != "viewed" for item in self.pool) else "empty"


def section_choice(
    newsletter: Newsletter, tree: SectionTree, hidden: Iterable[int] = ()
) -> list[int] | None:
    """The ids of the sections that a newsletter draws from, with all below them.

    None stands for every section. ``hidden`` are drawn from by nobody. Raises
    :class:`DigestError` for a section that does not exist.
    """
    wanted = _subtrees(newsletter.name, newsletter.sections, tree)
    left_out = _subtrees(newsletter.name, newsletter.exclude, tree) | set(hidden)
    if not newsletter.sections and not left_out:
        return None
    chosen = wanted if newsletter.sections else {section.id for section in tree}
    return sorted(chosen - left_out)


def _subtrees(newsletter: str, names: Iterable[str], tree: SectionTree) -> set[int]:
    chosen: set[int] = set()
    for name in names:
        found = [section for section in tree if name in (section.slug, section.key)]
        if not found and len(tree):
            known = ", ".join(section.slug or section.key for section in tree)
            raise DigestError(
                f"newsletter {newsletter}", f"no section is called {name!r}", f"known are: {known}"
            )
        chosen.update(below for section in found for below in tree.subtree(section.id))
    return chosen


def draft(
    connection: Connection, newsletter: Newsletter, period: Period, section_ids: list[int] | None
) -> Draft:
    """Decide what the edition of ``period`` holds. Reads the store, changes nothing."""
    viewed = _viewed(connection, newsletter, period, section_ids)
    by_id = {item.article_id: item for item in viewed}
    news = [
        Pooled(
            article_id,
            kind,
            gained=by_id[article_id].gained if article_id in by_id else None,
            total=by_id[article_id].total if article_id in by_id else None,
            since=by_id[article_id].since if article_id in by_id else None,
        )
        for article_id, kind in _news(connection, newsletter, period, section_ids)
    ]
    held = {item.article_id for item in news}
    kept = select.most_viewed(
        (item for item in viewed if item.article_id not in held),
        wanted=newsletter.newest + newsletter.most_viewed,
    )
    rest = [Pooled(c.article_id, "viewed", c.gained, c.total, c.since) for c in kept]
    return Draft(newsletter.name, period, (*news, *rest))


def make(
    connection: Connection,
    newsletter: Newsletter,
    period: Period,
    section_ids: list[int] | None,
    *,
    now: datetime,
) -> tuple[Edition, bool]:
    """The edition of ``period``, made if it does not exist yet; says whether it was made.

    Needs a writing transaction. An empty period is closed as such.
    """
    held = editions.find(connection, newsletter.name, period)
    if held is not None:
        return held, False
    planned = draft(connection, newsletter, period, section_ids)
    pool = planned.pool if planned.state == "open" else ()
    made = editions.make(
        connection, newsletter.name, period, state=planned.state, made=now, pool=pool
    )
    return made, True


def assemble(
    connection: Connection,
    newsletter: Newsletter,
    site: Site,
    tree: SectionTree,
    *,
    period: Period,
    pool: Iterable[Pooled],
    edition: Edition | None,
) -> Variant:
    """The newsletter's own variant of an edition, or of a draft of one."""
    items = list(pool)
    found = articles.by_ids(connection, (item.article_id for item in items))
    chosen = select.select(
        select.stories(items, found),
        tree,
        newest=newsletter.newest,
        viewed=newsletter.most_viewed,
        lead=edition.lead if edition else None,
        left_out=edition.left_out if edition else (),
    )
    return variant_of(chosen, newsletter, site, period, edition)


def variant_of(
    chosen: select.Selection,
    newsletter: Newsletter,
    site: Site,
    period: Period,
    edition: Edition | None,
    *,
    language: str = "",
) -> Variant:
    """A selection as it reads, in ``language`` or else in the newsletter's own.

    Where no editor has written a subject, it is the lead story's headline.
    """
    return Variant(
        newsletter=newsletter.name,
        title=newsletter.title,
        site=site.title,
        site_url=site.url,
        language=language or newsletter.language,
        period=period,
        subject=(edition.subject if edition else "")
        or (chosen.lead.article.content.headline if chosen.lead else newsletter.title),
        introduction=edition.introduction if edition else "",
        lead=chosen.lead,
        groups=chosen.groups,
        most_viewed=chosen.most_viewed,
        by_gain=chosen.by_gain,
        since=chosen.since,
    )


def _news(
    connection: Connection, newsletter: Newsletter, period: Period, section_ids: list[int] | None
) -> list[tuple[int, Kind]]:
    cadence = period.cadence
    fresh = [
        article_id
        for article_id, _ in visible.published_between(
            connection, period.start, period.end, section_ids
        )
    ]
    late: list[int] = []
    first = editions.first(connection, newsletter.name, cadence)
    if first is not None and first.period.start < period.start:
        oldest = min(first.period.start, period.start) - select.LATE_AT_MOST
        before = [
            article_id
            for article_id, _ in visible.published_between(
                connection, oldest, period.start, section_ids
            )
        ]
        times = articles.arrivals(connection, before)
        late = [
            article_id
            for article_id in before
            if select.is_late(
                *times[article_id],
                period,
                first_start=first.period.start,
                first_made=first.made,
            )
        ]
    used = editions.used_as_news(connection, newsletter.name, cadence, [*fresh, *late])
    return [
        *((article_id, "new") for article_id in fresh if article_id not in used),
        *((article_id, "late") for article_id in late if article_id not in used),
    ]


def _viewed(
    connection: Connection, newsletter: Newsletter, period: Period, section_ids: list[int] | None
) -> list[select.Candidate]:
    wanted = None if section_ids is None else set(section_ids)
    half = (period.end - period.start) / 2
    found: list[select.Candidate] = []
    for source_id in sources.names(connection):
        histories = {
            history.key: history
            for history in views.histories(connection, source_id, period.start, period.end)
        }
        known = visible.ids_of_keys(connection, source_id, histories)
        read = sources.was_read_between(connection, source_id, period.start - half, period.start)
        live = sources.live_keys(connection, source_id, known) if read else set()
        for key, (article_id, section_id, published) in known.items():
            if (wanted is not None and section_id not in wanted) or published >= period.end:
                continue
            gained = select.gain(histories[key], period, published, confirmed=key in live)
            found.append(
                select.Candidate(
                    article_id,
                    section_id,
                    gained.views if gained else None,
                    histories[key].inside[-1].total,
                    gained.since if gained else None,
                )
            )
    if any(item.gained is not None for item in found):
        return found
    return _by_totals(connection, period, wanted)


def _by_totals(
    connection: Connection, period: Period, wanted: set[int] | None
) -> list[select.Candidate]:
    """No gains are known: the articles by the totals of the period's end, or of now.

    A newsroom's first edition is often made before any reading lies in a period.
    """
    found: list[select.Candidate] = []
    for source_id in sources.names(connection):
        totals = dict(
            views.totals_before(connection, source_id, period.end)
            or views.totals_now(connection, source_id)
        )
        known = visible.ids_of_keys(connection, source_id, totals)
        found.extend(
            select.Candidate(article_id, section_id, None, totals[key])
            for key, (article_id, section_id, published) in known.items()
            if published < period.end and (wanted is None or section_id in wanted)
        )
    return found
