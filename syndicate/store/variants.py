"""Variants: the renderings of an edition, each a language and a list of articles, once.

What a list holds is ``digests``' to write and to read; here it is only kept,
so that a restart renders what was frozen.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select

from syndicate.store.schema import articles, sources, variants
from syndicate.store.upsert import inserting


@dataclass(frozen=True, slots=True)
class Listed:
    """A variant as it is stored. ``digest`` tells it from the edition's others."""

    id: int
    edition_id: int
    language: str
    list: tuple[tuple[Any, ...], ...]
    digest: str


def ensure(
    connection: Connection,
    edition_id: int,
    language: str,
    entries: Sequence[Sequence[Any]],
    digest: str,
) -> int:
    """The id of an edition's variant, made where there is none with this digest."""
    values = {
        "edition_id": edition_id,
        "language": language,
        "list": [list(each) for each in entries],
        "digest": digest,
    }
    connection.execute(inserting(connection, variants).values(values).on_conflict_do_nothing())
    found: int = connection.execute(
        select(variants.c.id).where(
            variants.c.edition_id == edition_id, variants.c.digest == digest
        )
    ).scalar_one()
    return found


def forget(connection: Connection, edition_id: int) -> None:
    """Delete an edition's variants, of which no mail may be in the ledger yet."""
    connection.execute(delete(variants).where(variants.c.edition_id == edition_id))


def of_edition(connection: Connection, edition_id: int) -> list[Listed]:
    """An edition's variants, in the order they were made."""
    query = select(variants).where(variants.c.edition_id == edition_id).order_by(variants.c.id)
    return [_listed(row) for row in connection.execute(query)]


def find(connection: Connection, variant_id: int) -> Listed | None:
    row = connection.execute(select(variants).where(variants.c.id == variant_id)).first()
    return _listed(row) if row is not None else None


def shown(connection: Connection, edition_id: int) -> frozenset[int]:
    """The ids of all articles in an edition's lists."""
    listed = of_edition(connection, edition_id)
    return frozenset(int(entry[0]) for each in listed for entry in each.list)


def withdrawn(connection: Connection, article_ids: Collection[int]) -> set[str]:
    """Those articles that are hidden or removed now, as ``source/key``."""
    gone = or_(articles.c.hidden.is_(True), articles.c.removed.is_not(None))
    query = (
        select(sources.c.name, articles.c.key)
        .join(sources, sources.c.id == articles.c.source_id)
        .where(articles.c.id.in_(article_ids), gone)
    )
    return {f"{source}/{key}" for source, key in connection.execute(query)}


def _listed(row: Row[Any]) -> Listed:
    return Listed(
        row.id, row.edition_id, row.language, tuple(tuple(each) for each in row.list), row.digest
    )
