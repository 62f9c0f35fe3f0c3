"""When articles last left a feed that showed them, or came back into it.

A feed shows the newest so many articles of a place. One that is withdrawn far
below them changes nothing in it, so the moment of it must not move the feed's
own. What stood in the feed at that moment is told from the articles alone (when
each arrived, when it went), so it is the same whether or not anything was
published meanwhile, and a moment that counted once goes on counting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, case, or_, select

from syndicate.store.schema import archive_entries, article_lists, articles
from syndicate.store.visible import visible, when

_Key = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class Place:
    """What a feed takes its articles from: sections, or all of them with None; a list, or none.

    ``without`` are sections that give none. Only articles that lie in the
    sections directly are in the place.
    """

    sections: tuple[int, ...] | None = None
    list_id: int | None = None
    without: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article that left at a moment, or with ``back`` came back then."""

    at: datetime
    published: datetime
    id: int
    arrived: datetime
    back: bool

    @property
    def key(self) -> _Key:
        """What feeds are ordered by, the largest first."""
        return self.published, self.id


def from_top(
    connection: Connection, place: Place, *, items: int, since: datetime
) -> Iterator[Withdrawal]:
    """What was withdrawn after ``since`` out of the newest ``items`` of a place, the latest first.

    What came back into them is among it.
    """
    newest, whole = _newest(connection, place, items=items, since=since)
    floor = None if whole else newest[-1][0][0]
    found = sorted(_withdrawn(connection, place, since, floor), key=_moment, reverse=True)
    for number, each in enumerate(found):
        before = sum(key > each.key and came < each.at for key, came in newest)
        # Those that went later, or in the same moment, were still there.
        before += sum(
            not other.back and other.key > each.key and other.arrived < each.at
            for other in (*found[:number], *_of_moment(found[number + 1 :], each.at))
        )
        if before < items:
            yield each


def from_archive(
    connection: Connection, section_id: int, inside: Collection[int], *, after: int, since: datetime
) -> datetime | None:
    """When something was last withdrawn of what is in no archive document yet.

    ``after`` is the last position that is, ``inside`` the section and those below
    it. None where nothing was after ``since``.
    """
    rows = connection.execute(
        select(when)
        .join(archive_entries, archive_entries.c.article_id == articles.c.id)
        .where(
            archive_entries.c.section_id == section_id,
            archive_entries.c.position > after,
            articles.c.section_id.in_(inside),
            when > since,
        )
    )
    return max(rows.scalars(), default=None)


def later(column: Column[datetime], moment: datetime) -> ColumnElement[datetime]:
    """For an update: what the column holds or the moment, whichever is later."""
    return case((column > moment, column), else_=moment)


def _moment(each: Withdrawal) -> tuple[datetime, datetime, int]:
    return each.at, *each.key


def _of_moment(later: Collection[Withdrawal], at: datetime) -> Iterator[Withdrawal]:
    return (each for each in later if each.at == at)


def _newest(
    connection: Connection, place: Place, *, items: int, since: datetime
) -> tuple[list[tuple[_Key, datetime]], bool]:
    """(key, arrived) of the newest that may be seen, and whether those are all there are.

    ``items`` of them came before ``since``, unless more than three times as many
    have come after it: what lay below these is long gone from any feed.
    """
    found: list[tuple[_Key, datetime]] = []
    whole = False
    for limit in (items, 4 * items):
        parts: list[Any] = []
        for query in _queries(place, articles.c.arrived):
            published = query.selected_columns[0]
            parts += connection.execute(
                query.where(visible)
                .order_by(published.desc(), query.selected_columns[1].desc())
                .limit(limit)
            )
        found = nlargest(limit, (((row[0], row[1]), row[2]) for row in parts))
        whole = len(found) < limit
        if whole or sum(arrived <= since for _, arrived in found) >= items:
            break
    return found, whole


def _withdrawn(
    connection: Connection, place: Place, since: datetime, floor: datetime | None
) -> Iterator[Withdrawal]:
    for query in _queries(place, articles.c.arrived, when, visible):
        wanted = query.where(or_(articles.c.hidden_at > since, articles.c.removed > since))
        if floor is not None:
            wanted = wanted.where(query.selected_columns[0] >= floor)
        for published, number, arrived, at, back in connection.execute(wanted):
            if at > since:
                yield Withdrawal(at, published, number, arrived, back=bool(back))


def _queries(place: Place, *columns: Any) -> Iterator[Select[Any]]:
    """(published, id, …) of the articles of a place: a query for each walk along an index."""
    if place.list_id is not None:
        query: Select[Any] = (
            select(article_lists.c.published, article_lists.c.article_id, *columns)
            .join(articles, articles.c.id == article_lists.c.article_id)
            .where(article_lists.c.list_id == place.list_id)
        )
        if place.without:
            query = query.where(articles.c.section_id.not_in(place.without))
        yield query
        return
    query = select(articles.c.published, articles.c.id, *columns)
    if place.sections is None:
        yield query.where(articles.c.section_id.not_in(place.without)) if place.without else query
        return
    for section_id in place.sections:
        if section_id not in place.without:
            yield query.where(articles.c.section_id == section_id)
