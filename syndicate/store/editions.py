"""Editions: frozen pools of stories, and what an editor changed in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from syndicate.model.edition import Cadence, Edition, Kind, Period, State
from syndicate.store.schema import articles, edition_articles, editions

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Pooled:
    """An article in an edition's pool, by id. Fields as in ``model.edition.Story``."""

    article_id: int
    kind: Kind
    gained: int | None = None
    total: int | None = None
    since: datetime | None = None


def find(connection: Connection, newsletter: str, period: Period) -> Edition | None:
    """The edition of a newsletter for a period, if it has been made or closed as empty."""
    row = connection.execute(
        select(editions).where(
            editions.c.newsletter == newsletter,
            editions.c.cadence == period.cadence,
            editions.c.label == period.label,
        )
    ).first()
    return edition_of(row) if row else None


def called(connection: Connection, newsletter: str, label: str) -> Edition | None:
    """The edition of a newsletter by its period's label, such as ``2026-W04``."""
    row = connection.execute(
        select(editions).where(editions.c.newsletter == newsletter, editions.c.label == label)
    ).first()
    return edition_of(row) if row else None


def listing(
    connection: Connection, newsletter: str | None = None, *, limit: int = 50
) -> list[Edition]:
    """Editions, newest period first."""
    query = select(editions).order_by(editions.c.ends.desc(), editions.c.newsletter).limit(limit)
    if newsletter is not None:
        query = query.where(editions.c.newsletter == newsletter)
    return [edition_of(row) for row in connection.execute(query)]


def first(connection: Connection, newsletter: str, cadence: Cadence) -> Edition | None:
    """The newsletter's earliest edition of this cadence, empty ones included."""
    row = connection.execute(
        select(editions)
        .where(editions.c.newsletter == newsletter, editions.c.cadence == cadence)
        .order_by(editions.c.starts)
        .limit(1)
    ).first()
    return edition_of(row) if row else None


def make(
    connection: Connection,
    newsletter: str,
    period: Period,
    *,
    state: State,
    made: datetime,
    pool: Sequence[Pooled],
) -> Edition:
    """Write an edition and freeze its pool."""
    done = connection.execute(
        insert(editions).values(
            newsletter=newsletter,
            cadence=period.cadence,
            label=period.label,
            starts=period.start,
            ends=period.end,
            timezone=period.timezone,
            state=state,
            made=made,
            left_out=[],
        )
    )
    edition_id = int(done.inserted_primary_key[0])  # type: ignore[index]
    rows = [
        {
            "edition_id": edition_id,
            "article_id": item.article_id,
            "kind": item.kind,
            "gained": item.gained,
            "total": item.total,
            "since": item.since,
        }
        for item in pool
    ]
    if rows:
        connection.execute(insert(edition_articles), rows)
    return Edition(edition_id, newsletter, period, state, made)


def pool(connection: Connection, edition_id: int) -> list[Pooled]:
    """The edition's pool, without articles hidden or removed since."""
    rows = connection.execute(
        select(edition_articles)
        .join(articles, articles.c.id == edition_articles.c.article_id)
        .where(
            edition_articles.c.edition_id == edition_id,
            articles.c.hidden.is_(False),
            articles.c.removed.is_(None),
        )
        .order_by(edition_articles.c.article_id)
    )
    return [Pooled(row.article_id, row.kind, row.gained, row.total, row.since) for row in rows]


def used_as_news(
    connection: Connection, newsletter: str, cadence: Cadence, ids: Iterable[int]
) -> set[int]:
    """Those of ``ids`` that an earlier pool of this newsletter and cadence held as news."""
    wanted = list(ids)
    used: set[int] = set()
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(edition_articles.c.article_id)
            .join(editions, editions.c.id == edition_articles.c.edition_id)
            .where(
                editions.c.newsletter == newsletter,
                editions.c.cadence == cadence,
                edition_articles.c.kind != "viewed",
                edition_articles.c.article_id.in_(wanted[start : start + _CHUNK]),
            )
        )
        used.update(rows.scalars())
    return used


def counts(connection: Connection, edition_ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """Edition id to the number of pooled articles of each kind."""
    rows = connection.execute(
        select(edition_articles.c.edition_id, edition_articles.c.kind, func.count())
        .where(edition_articles.c.edition_id.in_(edition_ids))
        .group_by(edition_articles.c.edition_id, edition_articles.c.kind)
    )
    found: dict[int, dict[str, int]] = {}
    for edition_id, kind, number in rows:
        found.setdefault(edition_id, {})[kind] = number
    return found


def edit(
    connection: Connection,
    edition_id: int,
    *,
    subject: str,
    introduction: str,
    lead: int | None,
    left_out: Sequence[int],
    moment: datetime,
) -> None:
    """Write an editor's choices; the pool itself never changes."""
    connection.execute(
        update(editions)
        .where(editions.c.id == edition_id)
        .values(
            subject=subject,
            introduction=introduction,
            lead=lead,
            left_out=sorted(left_out),
            changed=moment,
        )
    )


def touch(connection: Connection, article_ids: Sequence[int], moment: datetime) -> None:
    """Note that editions with these articles show something else from a moment on."""
    for start in range(0, len(article_ids), _CHUNK):
        holding = select(edition_articles.c.edition_id).where(
            edition_articles.c.article_id.in_(article_ids[start : start + _CHUNK])
        )
        connection.execute(
            update(editions)
            .where(
                editions.c.id.in_(holding),
                or_(editions.c.changed.is_(None), editions.c.changed < moment),
            )
            .values(changed=moment)
        )


def touch_sections(connection: Connection, section_ids: Collection[int], moment: datetime) -> None:
    """The same for editions with articles that lie in these sections directly."""
    inside = (
        select(edition_articles.c.article_id)
        .distinct()
        .join(articles, articles.c.id == edition_articles.c.article_id)
        .where(articles.c.section_id.in_(section_ids))
    )
    touch(connection, list(connection.execute(inside).scalars()), moment)


def edition_of(row: Row[Any]) -> Edition:
    """The edition in a row of its table."""
    return Edition(
        id=row.id,
        newsletter=row.newsletter,
        period=Period(row.cadence, row.starts, row.ends, row.timezone, row.label),
        state=row.state,
        made=row.made,
        subject=row.subject,
        introduction=row.introduction,
        lead=row.lead,
        left_out=tuple(row.left_out),
        changed=row.changed,
    )
