"""Whom an edition goes to: the active subscriptions of its newsletter and cadence.

Read in one pass in the order of subscribers, whatever their number, each with
what freezing needs. What is offered comes from the configuration: a subscriber
whose cadence or language is offered no more is treated as having the
newsletter's usual one, and goes on getting it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, select
from sqlalchemy import union_all as union

from syndicate.model.edition import Cadence
from syndicate.model.subscriber import EVERY
from syndicate.store.schema import subscribers, subscriptions, suppressions

_AT_ONCE: Final = 2000


class Recipient(NamedTuple):
    """Somebody an edition may go to.

    ``language`` is one that the newsletter offers; ``hour`` the local hour in
    ``timezone`` that he wants it at. ``suppressed`` is the reason why he must
    not be mailed, or empty.
    """

    subscriber_id: int
    key: str
    domain: str
    language: str
    timezone: str
    hour: int | None
    choice_id: int | None
    suppressed: str


def recipients(
    connection: Connection,
    newsletter: str,
    cadence: Cadence,
    *,
    cadences: Sequence[Cadence],
    languages: Sequence[str],
    after: int = 0,
) -> Iterator[Recipient]:
    """Everybody with an active subscription, in the order of subscribers' numbers.

    ``cadences`` and ``languages`` are those offered, the usual one first.
    ``after`` goes on behind a subscriber. Needs a transaction of its own on
    PostgreSQL, where it holds a cursor.
    """
    parts = [
        _recipients(newsletter, each, languages, after)
        for each in _cadences(connection, newsletter, cadence, cadences)
    ]
    # Each part comes from the index in order, so the databases merge them without sorting.
    query: Any = parts[0] if len(parts) == 1 else union(*parts)
    query = query.order_by(query.selected_columns.subscriber_id)
    rows = connection.execute(query.execution_options(yield_per=_AT_ONCE))
    for some in rows.partitions():
        yield from map(Recipient._make, some)


def pairs(
    connection: Connection,
    newsletter: str,
    cadence: Cadence,
    *,
    cadences: Sequence[Cadence],
    languages: Sequence[str],
) -> list[tuple[int | None, str]]:
    """The different (choice, language) of those that :func:`recipients` finds."""
    language = _language(languages)
    query = (
        select(subscriptions.c.choice_id, language)
        .where(
            subscriptions.c.newsletter == newsletter,
            subscriptions.c.state == "active",
            subscriptions.c.cadence.in_(_cadences(connection, newsletter, cadence, cadences)),
        )
        .distinct()
    )
    found = [(choice, spoken) for choice, spoken in connection.execute(query)]
    return sorted(found, key=lambda pair: (pair[0] or 0, pair[1]))


def number(
    connection: Connection, newsletter: str, cadence: Cadence, *, cadences: Sequence[Cadence]
) -> int:
    """How many :func:`recipients` finds."""
    query = select(func.count()).where(
        subscriptions.c.newsletter == newsletter,
        subscriptions.c.state == "active",
        subscriptions.c.cadence.in_(_cadences(connection, newsletter, cadence, cadences)),
    )
    return int(connection.execute(query).scalar_one())


def _recipients(newsletter: str, cadence: str, languages: Sequence[str], after: int) -> Select[Any]:
    one, every = suppressions.alias("one"), suppressions.alias("every")
    by_one = and_(one.c.fingerprint == subscribers.c.fingerprint, one.c.newsletter == newsletter)
    by_all = and_(every.c.fingerprint == subscribers.c.fingerprint, every.c.newsletter == EVERY)
    return (
        select(
            subscriptions.c.subscriber_id,
            subscribers.c.key,
            subscribers.c.domain,
            _language(languages),
            subscribers.c.timezone,
            subscriptions.c.hour,
            subscriptions.c.choice_id,
            func.coalesce(every.c.reason, one.c.reason, "").label("suppressed"),
        )
        .join(subscribers, subscribers.c.id == subscriptions.c.subscriber_id)
        .outerjoin(one, by_one)
        .outerjoin(every, by_all)
        .where(
            subscriptions.c.newsletter == newsletter,
            subscriptions.c.cadence == cadence,
            subscriptions.c.state == "active",
            subscriptions.c.subscriber_id > after,
        )
    )


def _language(offered: Sequence[str]) -> ColumnElement[str]:
    spoken = subscriptions.c.language
    return case((spoken.in_(list(offered)), spoken), else_=literal(offered[0])).label("language")


def _cadences(
    connection: Connection, newsletter: str, cadence: Cadence, offered: Sequence[Cadence]
) -> list[str]:
    """The cadences that this edition is for: its own, and with the usual one all not offered."""
    if cadence != offered[0]:
        return [cadence]
    query = (
        select(subscriptions.c.cadence)
        .where(
            subscriptions.c.newsletter == newsletter,
            subscriptions.c.cadence.not_in(list(offered)),
        )
        .distinct()
    )
    return [cadence, *sorted(connection.execute(query).scalars())]
