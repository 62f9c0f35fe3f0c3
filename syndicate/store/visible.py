"""What readers may see: articles neither hidden by hand nor gone from their source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Connection, and_, case, func, not_, select

from syndicate.store.schema import articles, sources

_CHUNK = 500

#: The condition that all of these share.
visible = and_(articles.c.hidden.is_(False), articles.c.removed.is_(None))

#: When an article went, by hand or from its source, whichever came first; of one that
#: may be seen, when it came back.
when = case(
    (and_(articles.c.hidden, articles.c.hidden_at < articles.c.removed), articles.c.hidden_at),
    (articles.c.removed.is_not(None), articles.c.removed),
    else_=articles.c.hidden_at,
)


def later(column: Column[datetime], moment: datetime) -> ColumnElement[datetime]:
    """For an update: what the column holds or the moment, whichever is later."""
    return case((column > moment, column), else_=moment)


def withdrawn(
    connection: Connection, section_ids: Sequence[int], limit: int
) -> list[tuple[str, str, datetime]]:
    """(source, key, when) of articles withdrawn from these sections, the latest first."""
    rows = connection.execute(
        select(sources.c.name, articles.c.key, when.label("gone"))
        .join(sources, sources.c.id == articles.c.source_id)
        .where(articles.c.section_id.in_(section_ids), not_(visible))
        .order_by(when.desc(), articles.c.id.desc())
        .limit(limit)
    )
    return [(name, key, gone) for name, key, gone in rows]


def count(connection: Connection, source_id: int | None = None) -> int:
    query = select(func.count()).select_from(articles).where(visible)
    if source_id is not None:
        query = query.where(articles.c.source_id == source_id)
    return int(connection.execute(query).scalar_one())


def newest_ids(
    connection: Connection, section_id: int | None, limit: int
) -> list[tuple[datetime, int]]:
    """(published, id) of the newest articles directly in a section, or of all; newest first."""
    query = select(articles.c.published, articles.c.id).where(visible)
    if section_id is not None:
        query = query.where(articles.c.section_id == section_id)
    query = query.order_by(articles.c.published.desc(), articles.c.id.desc()).limit(limit)
    return [(row.published, row.id) for row in connection.execute(query)]


def published_between(
    connection: Connection, start: datetime, end: datetime, section_ids: Sequence[int] | None
) -> list[tuple[int, datetime]]:
    """(id, published) of visible articles published in [start, end), newest first."""
    query = select(articles.c.id, articles.c.published).where(
        visible, articles.c.published >= start, articles.c.published < end
    )
    if section_ids is not None:
        query = query.where(articles.c.section_id.in_(section_ids))
    query = query.order_by(articles.c.published.desc(), articles.c.id.desc())
    return [(row.id, row.published) for row in connection.execute(query)]


def counts_between(connection: Connection, start: datetime, end: datetime) -> dict[int, int]:
    """Section id to the number of visible articles published directly in it in [start, end)."""
    rows = connection.execute(
        select(articles.c.section_id, func.count())
        .where(visible, articles.c.published >= start, articles.c.published < end)
        .group_by(articles.c.section_id)
    )
    return {section_id: count for section_id, count in rows}  # noqa: C416


def sections_of(connection: Connection, article_ids: Sequence[int]) -> dict[int, int]:
    """Article id to the id of its section, of the visible articles among these."""
    return _of_each(connection, article_ids, articles.c.section_id)


def revisions(connection: Connection, article_ids: Sequence[int]) -> dict[int, int]:
    """Article id to the store's revision when it last changed, of the visible among these."""
    return _of_each(connection, article_ids, articles.c.revision)


def _of_each(
    connection: Connection, article_ids: Sequence[int], column: Column[int]
) -> dict[int, int]:
    found: dict[int, int] = {}
    for start in range(0, len(article_ids), _CHUNK):
        rows = connection.execute(
            select(articles.c.id, column).where(
                visible, articles.c.id.in_(article_ids[start : start + _CHUNK])
            )
        )
        found.update({number: value for number, value in rows})  # noqa: C416
    return found


def ids_of_keys(
    connection: Connection, source_id: int, keys: Iterable[str]
) -> dict[str, tuple[int, int, datetime]]:
    """Key to (id, section id, published) of the visible articles among ``keys``."""
    wanted = list(keys)
    found: dict[str, tuple[int, int, datetime]] = {}
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(
                articles.c.key, articles.c.id, articles.c.section_id, articles.c.published
            ).where(
                visible,
                articles.c.source_id == source_id,
                articles.c.key.in_(wanted[start : start + _CHUNK]),
            )
        )
        found.update((row.key, (row.id, row.section_id, row.published)) for row in rows)
    return found


def newest_by_source(connection: Connection) -> dict[str, datetime]:
    """Source name to the time its newest article was published, hidden ones included."""
    rows = connection.execute(
        select(sources.c.name, func.max(articles.c.published))
        .join(articles, articles.c.source_id == sources.c.id)
        .where(articles.c.removed.is_(None))
        .group_by(sources.c.name)
    )
    return {name: moment for name, moment in rows}  # noqa: C416
