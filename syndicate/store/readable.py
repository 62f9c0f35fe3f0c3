"""Editions that anybody may read: made, not empty, and approved where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from syndicate.model.edition import Cadence, Edition
from syndicate.store.editions import Pooled, edition_of
from syndicate.store.schema import articles, edition_articles, editions, mailings
from syndicate.store.visible import visible

_CHUNK: Final = 500


def find(connection: Connection, newsletter: str, label: str, *, approval: bool) -> Edition | None:
    """The edition of a newsletter by its period's label; with ``approval`` only if it has that."""
    row = connection.execute(
        select(editions).where(_readable(newsletter, approval), editions.c.label == label)
    ).first()
    return edition_of(row) if row else None


def listing(
    connection: Connection,
    newsletter: str,
    *,
    approval: bool,
    cadence: Cadence | None = None,
    since: datetime | None = None,
    year: str = "",
    limit: int | None = None,
) -> list[Edition]:
    """A newsletter's editions, newest period first.

    ``since`` leaves out those that ended before; ``year`` takes those whose
    label begins with it.
    """
    query = select(editions).where(_readable(newsletter, approval))
    if cadence is not None:
        query = query.where(editions.c.cadence == cadence)
    if since is not None:
        query = query.where(editions.c.ends > since)
    if year:
        query = query.where(editions.c.label.startswith(f"{year}-", autoescape=True))
    query = query.order_by(editions.c.ends.desc(), editions.c.id.desc()).limit(limit)
    return [edition_of(row) for row in connection.execute(query)]


def years(connection: Connection, newsletter: str, *, approval: bool) -> list[str]:
    """The years of a newsletter's editions, by their labels, the latest first."""
    year = func.substr(editions.c.label, 1, 4).label("year")
    rows = connection.execute(
        select(year).where(_readable(newsletter, approval)).group_by(year).order_by(year.desc())
    )
    return list(rows.scalars())


def beside(
    connection: Connection, edition: Edition, *, approval: bool
) -> tuple[Edition | None, Edition | None]:
    """The edition before this one and the one after it, of the same cadence."""
    same = select(editions).where(
        _readable(edition.newsletter, approval), editions.c.cadence == edition.period.cadence
    )
    end = edition.period.end
    older = same.where(editions.c.ends < end).order_by(editions.c.ends.desc()).limit(1)
    newer = same.where(editions.c.ends > end).order_by(editions.c.ends).limit(1)
    rows = (connection.execute(query).first() for query in (older, newer))
    before, after = (edition_of(row) if row else None for row in rows)
    return before, after


def pools(connection: Connection, edition_ids: Sequence[int]) -> dict[int, list[Pooled]]:
    """The pools of editions by id, without articles hidden or removed since."""
    found: dict[int, list[Pooled]] = {number: [] for number in edition_ids}
    for start in range(0, len(edition_ids), _CHUNK):
        rows = connection.execute(
            select(edition_articles)
            .join(articles, articles.c.id == edition_articles.c.article_id)
            .where(edition_articles.c.edition_id.in_(edition_ids[start : start + _CHUNK]), visible)
            .order_by(edition_articles.c.edition_id, edition_articles.c.article_id)
        )
        for row in rows:
            found[row.edition_id].append(
                Pooled(row.article_id, row.kind, row.gained, row.total, row.since)
            )
    return found


def approvals(connection: Connection, edition_ids: Sequence[int]) -> dict[int, datetime]:
    """Edition id to the moment it was approved, of those that were."""
    rows = connection.execute(
        select(mailings.c.edition_id, mailings.c.approved).where(
            mailings.c.edition_id.in_(edition_ids), mailings.c.approved.is_not(None)
        )
    )
    return {row.edition_id: row.approved for row in rows}


def _readable(newsletter: str, approval: bool) -> ColumnElement[bool]:
    mine = and_(editions.c.newsletter == newsletter, editions.c.state == "open")
    if not approval:
        return mine
    approved = exists().where(
        mailings.c.edition_id == editions.c.id, mailings.c.approved.is_not(None)
    )
    return and_(mine, approved)
