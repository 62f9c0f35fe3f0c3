"""How much there is of everything, for those who watch: one consistent read.

The ledger grows for ever and is never counted as a whole: deliveries are those
of mailings that are under way or ended within the last week.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, or_, select

from syndicate.store import ledger, letters, runs, subscriptions, suppressions
from syndicate.store.mailings import CLOSED
from syndicate.store.schema import (
    bounces,
    deliveries,
    documents,
    domains,
    editions,
    mailings,
)

WATCHED: Final = timedelta(days=7)
_FEEDS: Final = ("rss.xml", "atom.xml", "feed.json")


@dataclass(frozen=True, slots=True)
class Census:
    """Numbers by what they are of.

    * ``editions``: by newsletter and state: the mailing's, else the edition's
    * ``deliveries``: by newsletter and state
    * ``waiting``: when the delivery that has been due longest was due
    * ``done``: when each job last did its work
    * ``subscriptions``: by newsletter and state
    * ``held``, ``resting``: receiving domains that get nothing: until somebody
      releases them, or for a while
    """

    feeds: int
    documents: int
    editions: Mapping[tuple[str, str], int]
    deliveries: Mapping[tuple[str, str], int]
    waiting: datetime | None
    done: Mapping[str, datetime]
    letters: Mapping[str, int]
    letter_waiting: datetime | None
    held: int
    resting: int
    subscriptions: Mapping[tuple[str, str], int]
    suppressions: Mapping[str, int]
    bounces: Mapping[str, int]


def read(connection: Connection, *, now: datetime) -> Census:
    """Count."""
    return Census(
        feeds=_count(connection, documents.c.path, or_(*(_is_feed(name) for name in _FEEDS))),
        documents=_count(connection, documents.c.path),
        editions=_editions(connection),
        deliveries=_deliveries(connection, now),
        waiting=_waiting(connection, now),
        done=runs.good(connection),
        letters=dict(letters.counts(connection).items()),
        letter_waiting=letters.next_due(connection),
        held=_count(connection, domains.c.domain, domains.c.held.is_not(None)),
        resting=_count(
            connection, domains.c.domain, and_(domains.c.held.is_(None), domains.c.until > now)
        ),
        subscriptions={
            (newsletter, state): number
            for newsletter, states in subscriptions.counts(connection).items()
            for state, number in states.items()
        },
        suppressions=dict(suppressions.counts(connection).items()),
        bounces=_numbers(connection, select(bounces.c.kind, func.count()).group_by(bounces.c.kind)),
    )


def _numbers(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {str(name): int(number) for name, number in connection.execute(query)}


def _count(
    connection: Connection, column: Column[Any], condition: ColumnElement[bool] | None = None
) -> int:
    query = select(func.count(column))
    query = query if condition is None else query.where(condition)
    return int(connection.execute(query).scalar_one())


def _is_feed(name: str) -> ColumnElement[bool]:
    return or_(documents.c.path == name, documents.c.path.endswith(f"/{name}"))


def _editions(connection: Connection) -> dict[tuple[str, str], int]:
    state = func.coalesce(mailings.c.state, editions.c.state)
    rows = connection.execute(
        select(editions.c.newsletter, state, func.count())
        .outerjoin(mailings, mailings.c.edition_id == editions.c.id)
        .group_by(editions.c.newsletter, state)
    )
    return {(newsletter, held): number for newsletter, held, number in rows}


def _deliveries(connection: Connection, now: datetime) -> dict[tuple[str, str], int]:
    """Edition by edition: so each is counted along its index, in the order of its states."""
    watched = or_(mailings.c.state.not_in(CLOSED), mailings.c.finished >= now - WATCHED)
    counted: Counter[tuple[str, str]] = Counter()
    for edition_id, newsletter in connection.execute(_mailed(watched)).all():
        for state, number in ledger.counts(connection, edition_id).items():
            counted[newsletter, state] += number
    return dict(counted)


def _waiting(connection: Connection, now: datetime) -> datetime | None:
    under_way = mailings.c.state.in_(("ready", "sending"))
    found: list[datetime | None] = [
        connection.execute(
            select(func.min(deliveries.c.due)).where(
                deliveries.c.edition_id == edition_id,
                deliveries.c.state == state,
                deliveries.c.due <= now,
            )
        ).scalar()
        for edition_id, _ in connection.execute(_mailed(under_way)).all()
        for state in ("queued", "deferred")
    ]
    return min((moment for moment in found if moment is not None), default=None)


def _mailed(condition: ColumnElement[bool]) -> Select[int, str]:
    return (
        select(editions.c.id, editions.c.newsletter)
        .join(mailings, mailings.c.edition_id == editions.c.id)
        .where(condition)
    )
