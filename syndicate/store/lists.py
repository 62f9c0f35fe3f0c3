"""What articles have in common besides a section: source, author, tag, language.

Each list has its own feeds, so it keeps what they need to know: a public name,
and a revision that moves when something they show has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, func, insert, select, tuple_, update

from syndicate.model.article import Content
from syndicate.store.schema import article_lists, articles, lists
from syndicate.store.visible import later

Kind = Literal["source", "author", "tag", "language"]
Name = tuple[Kind, str]

_CHUNK = 400
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A list: ``key`` is the name of the source, author or tag, or the language's tag."""

    id: int
    kind: Kind
    key: str
    slug: str
    revision: int
    removal: datetime | None


def names_of(content: Content) -> Iterator[Name]:
    """The lists that an article stands in, each once."""
    found: list[Name] = [("language", content.language)]
    if content.attribution is not None:
        found.append(("source", content.attribution.name))
    found += [("author", name) for name in content.authors]
    found += [("tag", tag) for tag in content.tags]
    yield from dict.fromkeys((kind, key[:_LONGEST]) for kind, key in found if key.strip())


class Listing:
    """Articles of one batch on their way into their lists."""

    def __init__(self) -> None:
        self._content: dict[str, tuple[datetime, tuple[Name, ...]]] = {}

    def add(self, key: str, content: Content) -> None:
        self._content[key] = (content.published, tuple(names_of(content)))

    @property
    def keys(self) -> list[str]:
        return list(self._content)

    def write(self, connection: Connection, ids: Mapping[str, int]) -> None:
        """Put the articles into exactly their lists; ``ids`` maps their keys to rows."""
        if not ids:
            return
        touched = of_articles(connection, list(ids.values()))
        if touched:
            _clear(connection, list(ids.values()))
        wanted = {name for key in ids for name in self._content[key][1]}
        known = _ensured(connection, wanted)
        connection.execute(
            insert(article_lists),
            [
                {"list_id": known[name], "article_id": article_id, "published": published}
                for key, article_id in ids.items()
                for published, names in [self._content[key]]
                for name in names
            ],
        )
        touch(connection, touched | set(known.values()))


def _clear(connection: Connection, article_ids: Sequence[int]) -> None:
    for start in range(0, len(article_ids), _CHUNK):
        connection.execute(
            delete(article_lists).where(
                article_lists.c.article_id.in_(article_ids[start : start + _CHUNK])
            )
        )


def _ensured(connection: Connection, names: set[Name]) -> dict[Name, int]:
    """The rows of these lists, made where they are new."""
    found = _known(connection, names)
    missing = sorted(names - found.keys())
    if missing:
        connection.execute(
            insert(lists), [{"kind": kind, "key": key, "revision": 0} for kind, key in missing]
        )
        found.update(_known(connection, set(missing)))
    return found


def _known(connection: Connection, names: set[Name]) -> dict[Name, int]:
    wanted, found = sorted(names), {}
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(lists.c.id, lists.c.kind, lists.c.key).where(
                tuple_(lists.c.kind, lists.c.key).in_(wanted[start : start + _CHUNK])
            )
        )
        found.update({(row.kind, row.key): row.id for row in rows})
    return found


def of_articles(connection: Connection, article_ids: Sequence[int]) -> set[int]:
    """The lists that any of these articles stands in."""
    found: set[int] = set()
    for start in range(0, len(article_ids), _CHUNK):
        rows = connection.execute(
            select(article_lists.c.list_id)
            .distinct()
            .where(article_lists.c.article_id.in_(article_ids[start : start + _CHUNK]))
        )
        found.update(rows.scalars())
    return found


def touch(
    connection: Connection, list_ids: Iterable[int], *, removal: datetime | None = None
) -> None:
    """Move the revisions of lists; ``removal`` is when an article was withdrawn or came back."""
    moved = [{"moved": list_id} for list_id in sorted(set(list_ids))]
    if not moved:
        return
    statement = update(lists).where(lists.c.id == bindparam("moved"))
    if removal is None:
        statement = statement.values(revision=lists.c.revision + 1)
    else:
        statement = statement.values(
            revision=lists.c.revision + 1, removal=later(lists.c.removal, removal)
        )
    connection.execute(statement, moved)


def every(connection: Connection, kinds: Sequence[Kind]) -> list[ArticleList]:
    """The lists of these kinds, by kind and name."""
    rows = connection.execute(
        select(lists).where(lists.c.kind.in_(kinds)).order_by(lists.c.kind, lists.c.key)
    )
    return [
        ArticleList(row.id, row.kind, row.key, row.slug or "", row.revision, row.removal)
        for row in rows
    ]


def sizes(connection: Connection, kinds: Sequence[Kind]) -> dict[int, int]:
    """List id to the number of articles ever put into it."""
    rows = connection.execute(
        select(article_lists.c.list_id, func.count())
        .join(lists, lists.c.id == article_lists.c.list_id)
        .where(lists.c.kind.in_(kinds))
        .group_by(article_lists.c.list_id)
    )
    return {list_id: count for list_id, count in rows}  # noqa: C416


def freeze_slugs(connection: Connection, slugs: Mapping[int, str]) -> None:
    """Give lists their public names, for good."""
    rows = [{"which": list_id, "given": slug} for list_id, slug in slugs.items()]
    if rows:
        connection.execute(
            update(lists).where(lists.c.id == bindparam("which")).values(slug=bindparam("given")),
            rows,
        )


def newest_ids(connection: Connection, list_id: int, limit: int) -> list[tuple[datetime, int]]:
    """(published, id) of the newest visible articles of a list, newest first."""
    rows = connection.execute(
        select(article_lists.c.published, article_lists.c.article_id)
        .join(articles, articles.c.id == article_lists.c.article_id)
        .where(
            article_lists.c.list_id == list_id,
            articles.c.hidden.is_(False),
            articles.c.removed.is_(None),
        )
        .order_by(article_lists.c.published.desc(), article_lists.c.article_id.desc())
        .limit(limit)
    )
    return [(row.published, row.article_id) for row in rows]
