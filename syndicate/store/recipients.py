"""Whom an edition goes to: the active subscriptions of its newsletter and cadence.

Read in one pass in the order of subscribers, whatever their number, each with
what freezing needs. What is offered comes from the configuration: a subscriber
whose cadence or language is offered no more is treated as having the
newsletter's usual one, and goes on getting it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    case,
    func,
    literal,
    select,
    union_all,
)

from syndicate.model.edition import Cadence
from syndicate.model.subscriber import EVERY
from syndicate.store.schema import subscribers, subscriptions, suppressions

_AT_ONCE: Final = 20_000
_BATCH: Final = 1000


class Recipient(NamedTuple):
    """Somebody an edition may go to.

    ``language`` is one that the newsletter offers; ``hour`` the local hour in
    ``timezone`` that they want it at. ``suppressed`` is the reason why they must
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


_LANGUAGE: Final = Recipient._fields.index("language")
#: A row as a :class:`Recipient`, without the check of its length.
_recipient: Callable[[tuple[Any, ...]], Recipient] = partial(tuple.__new__, Recipient)


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
    ``after`` goes on behind a subscriber. The connection has to stay open, in one
    transaction, until all are read.
    """
    query = _query(newsletter, _cadences(connection, newsletter, cadence, cadences))
    offered = set(languages)
    with closing(_Barred(connection, newsletter, after)) as barred:
        for some in _batches(connection, query, after):
            if not {row[_LANGUAGE] for row in some} <= offered:
                some = [_spoken(row, languages) for row in some]
            for number, reason in barred.up_to(some[-1][0]).items():
                place = bisect_left(some, number, key=itemgetter(0))
                if some[place][0] == number:
                    some[place] = (*some[place][:-1], reason)
            yield from map(_recipient, some)


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
    connection: Connection,
    newsletter: str,
    cadence: Cadence,
    *,
    cadences: Sequence[Cadence],
    after: int = 0,
) -> int:
    """How many :func:`recipients` finds."""
    query = select(func.count()).where(
        subscriptions.c.newsletter == newsletter,
        subscriptions.c.state == "active",
        subscriptions.c.subscriber_id > after,
        subscriptions.c.cadence.in_(_cadences(connection, newsletter, cadence, cadences)),
    )
    return int(connection.execute(query).scalar_one())


def _query(newsletter: str, cadences: Sequence[str]) -> Select[Any]:
    """Those behind the subscriber ``after``, as :class:`Recipient` has them, so many at once.

    Each cadence comes from the index in order, so the databases merge them without sorting.
    """
    parts = [
        select(
            subscriptions.c.subscriber_id,
            subscribers.c.key,
            subscribers.c.domain,
            subscriptions.c.language,
            subscribers.c.timezone,
            subscriptions.c.hour,
            subscriptions.c.choice_id,
            literal("").label("suppressed"),
        )
        .join(subscribers, subscribers.c.id == subscriptions.c.subscriber_id)
        .where(
            subscriptions.c.newsletter == newsletter,
            subscriptions.c.cadence == cadence,
            subscriptions.c.state == "active",
            subscriptions.c.subscriber_id > bindparam("after"),
            # PostgreSQL doesn't see that this follows.
            subscribers.c.id > bindparam("after"),
        )
        for cadence in cadences
    ]
    query: Any = parts[0] if len(parts) == 1 else union_all(*parts)
    return query.order_by(query.selected_columns.subscriber_id).limit(_AT_ONCE)  # type: ignore[no-any-return]


def _batches(
    connection: Connection, query: Select[Any], after: int
) -> Iterator[list[tuple[Any, ...]]]:
    """Rows as the driver gives them: making SQLAlchemy's of them takes as long as reading."""
    read = _AT_ONCE
    while read == _AT_ONCE:
        cursor, read = connection.execute(query, {"after": after}).cursor, 0
        while cursor is not None and (some := cursor.fetchmany(_BATCH)):
            read += len(some)
            after = some[-1][0]
            yield list(some)


def _spoken(row: tuple[Any, ...], languages: Sequence[str]) -> tuple[Any, ...]:
    """A row in a language that is offered."""
    if row[_LANGUAGE] in languages:
        return row
    return (*row[:_LANGUAGE], languages[0], *row[_LANGUAGE + 1 :])


class _Barred:
    """Those who must not be mailed, in the order of their numbers.

    They are few beside the others, so they are read by themselves and merged:
    looking each recipient up among them would cost as much again as reading all.
    """

    def __init__(self, connection: Connection, newsletter: str, after: int) -> None:
        # With a plain id, SQLite would go through all subscribers in its order.
        number = subscribers.c.id + 0
        query = (
            select(subscribers.c.id, suppressions.c.reason)
            .join(subscribers, subscribers.c.fingerprint == suppressions.c.fingerprint)
            .where(suppressions.c.newsletter.in_((newsletter, EVERY)), number > after)
            # What bars from every newsletter has the empty name, and comes first.
            .order_by(number, suppressions.c.newsletter)
        )
        self._result = connection.execute(query, execution_options={"yield_per": _AT_ONCE})
        self._rows = ((number, reason) for number, reason in self._result)
        self._next = next(self._rows, None)

    def close(self) -> None:
        self._result.close()

    def up_to(self, last: int) -> dict[int, str]:
        """The reasons of those not told of yet, up to this number."""
        found: dict[int, str] = {}
        while self._next is not None and self._next[0] <= last:
            found.setdefault(*self._next)
            self._next = next(self._rows, None)
        return found


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
