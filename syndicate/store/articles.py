"""Articles: putting them in as pages are read, and taking them out as they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    insert,
    or_,
    select,
    update,
)

from syndicate.model.article import Article, Content
from syndicate.model.section import SectionTree
from syndicate.store import editions, facts, lists
from syndicate.store import sections as section_store
from syndicate.store.rows import columns_of, content_of
from syndicate.store.schema import articles, sources, view_totals

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Known:
    """What a merge must know of an article that is already in the store."""

    id: int
    key: str
    section_id: int
    content_hash: str
    published: datetime
    updated: datetime
    read: datetime
    removed: bool


def known(connection: Connection, source_id: int, keys: Sequence[str]) -> dict[str, Known]:
    """The articles of a source that exist already, by key."""
    found: dict[str, Known] = {}
    for start in range(0, len(keys), _CHUNK):
        rows = connection.execute(
            select(
                articles.c.id,
                articles.c.key,
                articles.c.section_id,
                articles.c.content_hash,
                articles.c.published,
                articles.c.updated,
                articles.c.read,
                articles.c.removed,
            ).where(
                articles.c.source_id == source_id,
                articles.c.key.in_(keys[start : start + _CHUNK]),
            )
        )
        for row in rows:
            found[row.key] = Known(*row[:-1], removed=row.removed is not None)
    return found


def new_row(
    content: Content,
    *,
    source_id: int,
    key: str,
    section_id: int,
    hash_: str,
    moment: datetime,
    revision: int,
) -> dict[str, Any]:
    return {
        "source_id": source_id,
        "key": key,
        "section_id": section_id,
        "arrived": moment,
        "read": moment,
        "content_hash": hash_,
        "revision": revision,
        "hidden": False,
        **columns_of(content),
    }


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows made by :func:`new_row`."""
    if rows:
        connection.execute(insert(articles), rows)


def replace(
    connection: Connection,
    article_id: int,
    content: Content,
    *,
    section_id: int,
    hash_: str,
    moment: datetime,
    revision: int,
) -> None:
    """Give an article new content; it is no longer removed."""
    connection.execute(
        update(articles)
        .where(articles.c.id == article_id)
        .values(
            section_id=section_id,
            content_hash=hash_,
            read=moment,
            revision=revision,
            removed=None,
            **columns_of(content),
        )
    )


def renew(connection: Connection, rows: Iterable[tuple[int, datetime, str, str]]) -> None:
    """Note that articles were read again and say the same.

    ``rows`` are (id, moment, older key, newer key).
    """
    values = [
        {"which": which, "at": at, "back": older, "next": newer} for which, at, older, newer in rows
    ]
    if values:
        connection.execute(
            update(articles)
            .where(articles.c.id == bindparam("which"))
            .values(read=bindparam("at"), older=bindparam("back"), newer=bindparam("next")),
            values,
        )


def remove(connection: Connection, source_id: int, keys: Iterable[str], moment: datetime) -> int:
    """Mark articles as gone from their source; tells their feeds. Returns how many went."""
    wanted = list(keys)
    gone: list[int] = []
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(articles.c.id).where(
                articles.c.source_id == source_id,
                articles.c.key.in_(wanted[start : start + _CHUNK]),
                articles.c.removed.is_(None),
            )
        )
        gone.extend(rows.scalars())
    _move(connection, gone, {"removed": moment}, removal=moment)
    editions.touch(connection, gone, moment)
    return len(gone)


def set_hidden(
    connection: Connection, article_ids: Sequence[int], *, hidden: bool, moment: datetime
) -> int:
    """Hide articles from feeds and editions, or show them again; returns how many changed."""
    which = and_(articles.c.id.in_(article_ids), articles.c.hidden.is_(not hidden))
    changing = list(connection.execute(select(articles.c.id).where(which)).scalars())
    _move(connection, changing, {"hidden": hidden, "hidden_at": moment}, removal=moment)
    editions.touch(connection, changing, moment)
    return len(changing)


def restore(connection: Connection, article_ids: Sequence[int], moment: datetime) -> None:
    """Tell the feeds of articles that were removed, and have a page again, that they are back."""
    shown = list(
        connection.execute(
            select(articles.c.id).where(
                articles.c.id.in_(article_ids), articles.c.hidden.is_(False)
            )
        ).scalars()
    )
    _move(connection, shown, {"hidden_at": moment}, removal=moment)


def touch(connection: Connection, article_ids: Sequence[int]) -> None:
    """Have every feed and archive that articles stand in looked at again."""
    _move(connection, article_ids, {}, removal=None)


def _move(
    connection: Connection,
    article_ids: Sequence[int],
    values: dict[str, Any],
    *,
    removal: datetime | None,
) -> None:
    """Change what is said of articles, and move every feed that they stand in."""
    if not article_ids:
        return
    revision = facts.revision(connection) + 1
    touched: set[int] = set()
    for start in range(0, len(article_ids), _CHUNK):
        which = articles.c.id.in_(article_ids[start : start + _CHUNK])
        touched.update(connection.execute(select(articles.c.section_id).where(which)).scalars())
        connection.execute(update(articles).where(which).values(revision=revision, **values))
    lists.touch(connection, lists.of_articles(connection, article_ids), removal=removal)
    parents = {section.id: section.parent_id for section in section_store.tree(connection)}
    section_store.touch(connection, touched, parents, removal=removal)


def by_ids(connection: Connection, ids: Iterable[int], *, body: bool = True) -> dict[int, Article]:
    """Whole articles by id; without ``body`` their text is left out."""
    wanted = sorted(set(ids))
    found: dict[int, Article] = {}
    for start in range(0, len(wanted), _CHUNK):
        query = _whole(body).where(articles.c.id.in_(wanted[start : start + _CHUNK]))
        # All at once: whoever asks for one row at a time pays for each asking.
        for row in connection.execute(query).all():
            found[row.id] = _article(row, body)
    return found


def find(connection: Connection, name: str) -> list[Article]:
    """The articles a person may mean: a row id (``#12``), a key, or ``source/key``."""
    query = _whole(True)
    if name.startswith("#") and name[1:].isdigit():
        query = query.where(articles.c.id == int(name[1:]))
    elif "/" in name:
        source, _, key = name.partition("/")
        query = query.where(sources.c.name == source, articles.c.key == key)
    else:
        query = query.where(articles.c.key == name)
    return [_article(row, True) for row in connection.execute(query)]


def listing(
    connection: Connection,
    *,
    tree: SectionTree,
    section: int | None = None,
    source: str | None = None,
    search: str = "",
    hidden: bool | None = None,
    limit: int = 50,
) -> list[Article]:
    """Articles without their bodies, newest first."""
    query = _whole(False).where(articles.c.removed.is_(None))
    if section is not None:
        query = query.where(articles.c.section_id.in_(tree.subtree(section)))
    if source is not None:
        query = query.where(sources.c.name == source)
    if hidden is not None:
        query = query.where(articles.c.hidden.is_(hidden))
    for word in search.split():
        query = query.where(
            or_(
                articles.c.headline.icontains(word, autoescape=True),
                articles.c.summary.icontains(word, autoescape=True),
            )
        )
    query = query.order_by(articles.c.published.desc(), articles.c.id.desc()).limit(limit)
    return [_article(row, False) for row in connection.execute(query)]


def arrivals(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[datetime, datetime]]:
    """Id to (published, arrived)."""
    found: dict[int, tuple[datetime, datetime]] = {}
    for start in range(0, len(ids), _CHUNK):
        rows = connection.execute(
            select(articles.c.id, articles.c.published, articles.c.arrived).where(
                articles.c.id.in_(ids[start : start + _CHUNK])
            )
        )
        found.update((row.id, (row.published, row.arrived)) for row in rows)
    return found


def ids(connection: Connection, source_id: int, keys: Sequence[str]) -> dict[str, int]:
    """Key to row id, of all articles among ``keys``."""
    found: dict[str, int] = {}
    for start in range(0, len(keys), _CHUNK):
        rows = connection.execute(
            select(articles.c.key, articles.c.id).where(
                articles.c.source_id == source_id,
                articles.c.key.in_(keys[start : start + _CHUNK]),
            )
        )
        found.update((row.key, row.id) for row in rows)
    return found


def in_sections(connection: Connection, section_ids: Iterable[int]) -> list[int]:
    """The ids of all articles that lie in the sections directly, withdrawn ones too."""
    found: list[int] = []
    for section_id in sorted(section_ids):
        rows = connection.execute(select(articles.c.id).where(articles.c.section_id == section_id))
        found += rows.scalars()
    return found


def still_there(connection: Connection, source_id: int, keys: Iterable[str]) -> set[str]:
    """Those of ``keys`` whose article is not marked as removed."""
    wanted = list(keys)
    found: set[str] = set()
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(articles.c.key).where(
                articles.c.source_id == source_id,
                articles.c.removed.is_(None),
                articles.c.key.in_(wanted[start : start + _CHUNK]),
            )
        )
        found.update(rows.scalars())
    return found


def _whole(body: bool) -> Select[Any]:
    columns = [column for column in articles.c if body or column is not articles.c.body]
    return (
        select(*columns, sources.c.name.label("source"), view_totals.c.total.label("views"))
        .join(sources, sources.c.id == articles.c.source_id)
        .outerjoin(
            view_totals,
            and_(
                view_totals.c.source_id == articles.c.source_id,
                view_totals.c.key == articles.c.key,
            ),
        )
    )


def _article(row: Row[Any], body: bool) -> Article:
    return Article(
        id=row.id,
        source=row.source,
        key=row.key,
        section_id=row.section_id,
        content=content_of(row, body=body),
        arrived=row.arrived,
        views=row.views,
        hidden=row.hidden,
    )
