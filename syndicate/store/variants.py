"""Variants: the renderings of an edition, each a language and a list of articles, once.

What a list holds is ``digests``' to write and to read; here it is only kept,
so that a restart renders what was frozen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects import postgresql, sqlite

from syndicate.store.schema import variants


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
    articles: Sequence[Sequence[Any]],
    digest: str,
) -> int:
    """The id of an edition's variant, made where there is none with this digest."""
    values = {
        "edition_id": edition_id,
        "language": language,
        "list": [list(each) for each in articles],
        "digest": digest,
    }
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(make(variants).values(values).on_conflict_do_nothing())
    found: int = connection.execute(
        select(variants.c.id).where(
            variants.c.edition_id == edition_id, variants.c.digest == digest
        )
    ).scalar_one()
    return found


def of_edition(connection: Connection, edition_id: int) -> list[Listed]:
    """An edition's variants, in the order they were made."""
    query = select(variants).where(variants.c.edition_id == edition_id).order_by(variants.c.id)
    return [_listed(row) for row in connection.execute(query)]


def find(connection: Connection, variant_id: int) -> Listed | None:
    row = connection.execute(select(variants).where(variants.c.id == variant_id)).first()
    return _listed(row) if row is not None else None


def _listed(row: Row[Any]) -> Listed:
    return Listed(
        row.id, row.edition_id, row.language, tuple(tuple(each) for each in row.list), row.digest
    )
