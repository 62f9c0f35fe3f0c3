"""People who have an address here: adding, finding and forgetting them.

``canonical`` tells one from another. Whether somebody gets anything is in
``subscriptions``, whether they may be mailed in ``suppressions``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, delete, exists, func, or_, select, update

from syndicate.model.subscriber import Subscriber
from syndicate.store.schema import subscribers, subscriptions
from syndicate.store.subscriptions import NOT_CONFIRMED
from syndicate.store.upsert import COUNTED, inserting

_BATCH: Final = 500
_FIELDS: Final = tuple(subscribers.c[name] for name in Subscriber.__slots__)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be added. Fields as in :class:`Subscriber`."""

    key: str
    address: str
    canonical: str
    domain: str
    fingerprint: str
    language: str
    timezone: str
    created: datetime
    confirmed: datetime | None = None
    name: str = ""


def add(connection: Connection, newcomer: Newcomer) -> tuple[Subscriber, bool]:
    """Add somebody, unless the address is known; who it is, and whether they are new.

    They are held (:func:`by_key`). Who was known and is erased this very moment is new.
    """
    while True:
        added = add_many(connection, [newcomer])
        found = by_canonical(connection, newcomer.canonical, hold=True)
        if found is not None:
            return found, bool(added)


def add_many(connection: Connection, newcomers: Sequence[Newcomer]) -> int:
    """Add those whose addresses are not known yet; how many that were."""
    added = 0
    for start in range(0, len(newcomers), _BATCH):
        rows = [_row(newcomer) for newcomer in newcomers[start : start + _BATCH]]
        # Row by row in one call: a statement of many rows takes longer to build than to run.
        statement = inserting(connection, subscribers).on_conflict_do_nothing()
        added += connection.execute(statement, rows, execution_options=COUNTED).rowcount
    return added


def by_id(connection: Connection, subscriber_id: int, *, hold: bool = False) -> Subscriber | None:
    return _one(connection, subscribers.c.id == subscriber_id, hold=hold)


def by_key(connection: Connection, key: str, *, hold: bool = False) -> Subscriber | None:
    """Whose key it is.

    With ``hold`` nobody else who holds them too changes anything of theirs until
    the transaction ends: whoever writes more than one row of somebody holds them
    first, or two would wait for each other, and one who is erased would get a
    subscription. On SQLite a writing transaction is alone anyway.
    """
    return _one(connection, subscribers.c.key == key, hold=hold)


def by_canonical(
    connection: Connection, canonical: str, *, hold: bool = False
) -> Subscriber | None:
    return _one(connection, subscribers.c.canonical == canonical, hold=hold)


def by_fingerprint(
    connection: Connection, fingerprint: str, *, hold: bool = False
) -> Subscriber | None:
    return _one(connection, subscribers.c.fingerprint == fingerprint, hold=hold)


def by_canonicals(connection: Connection, wanted: Iterable[str]) -> dict[str, Subscriber]:
    """Those known among many addresses, by address."""
    return {found.canonical: found for found in _many(connection, "canonical", wanted)}


def by_fingerprints(connection: Connection, wanted: Iterable[str]) -> dict[str, Subscriber]:
    """Those known among many hashes of addresses, by hash."""
    return {found.fingerprint: found for found in _many(connection, "fingerprint", wanted)}


def by_ids(
    connection: Connection, wanted: Iterable[int], *, hold: bool = False
) -> dict[int, Subscriber]:
    """Those known among many, by number; ``hold`` as in :func:`by_key`."""
    # In the order of their numbers, or two who hold many would wait for each other.
    found = _many(connection, "id", sorted(set(wanted)), hold=hold)
    return {person.id: person for person in found}


def everybody(connection: Connection, *, after: int = 0) -> Iterator[Subscriber]:
    """All, in the order of their numbers, without holding them all at once."""
    query = select(*_FIELDS).where(subscribers.c.id > after).order_by(subscribers.c.id)
    rows = connection.execute(query.execution_options(yield_per=_BATCH))
    return (Subscriber(*row) for row in rows)


def count(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(subscribers)).scalar_one())


def change(
    connection: Connection,
    subscriber_id: int,
    *,
    language: str | None = None,
    timezone: str | None = None,
    name: str | None = None,
) -> None:
    """Change what is given."""
    values: dict[str, Any] = {"language": language, "timezone": timezone, "name": name}
    if name is not None:
        values["sought"] = sought(name)
    given = {key: value for key, value in values.items() if value is not None}
    if given:
        connection.execute(
            update(subscribers).where(subscribers.c.id == subscriber_id).values(given)
        )


def confirm(connection: Connection, subscriber_id: int, *, now: datetime) -> None:
    """Record that whoever reads this mailbox has said yes, the first time it happens."""
    connection.execute(
        update(subscribers)
        .where(subscribers.c.id == subscriber_id, subscribers.c.confirmed.is_(None))
        .values(confirmed=now)
    )


def remove(connection: Connection, subscriber_id: int) -> None:
    """Delete somebody with all subscriptions. What outlives that holds no address."""
    connection.execute(delete(subscribers).where(subscribers.c.id == subscriber_id))


def unconfirmed(connection: Connection, *, before: datetime, limit: int) -> list[Subscriber]:
    """Some people added before then of whom nobody ever confirmed anything; held (:func:`by_key`).

    Not those who have or had a subscription, an imported one too, nor those
    whom somebody else holds now.
    """
    other = exists().where(
        subscriptions.c.subscriber_id == subscribers.c.id,
        or_(subscriptions.c.state != "ended", subscriptions.c.reason != NOT_CONFIRMED),
    )
    query = (
        select(*_FIELDS)
        .where(subscribers.c.confirmed.is_(None), subscribers.c.created < before, ~other)
        .order_by(subscribers.c.created, subscribers.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [Subscriber(*row) for row in connection.execute(query)]


def sought(name: str) -> str:
    """A name as a search compares it."""
    return " ".join(name.casefold().split())


def _row(newcomer: Newcomer) -> dict[str, Any]:
    values = {name: getattr(newcomer, name) for name in Newcomer.__slots__}
    return {**values, "sought": sought(newcomer.name)}


def _one(
    connection: Connection, condition: ColumnElement[bool], *, hold: bool = False
) -> Subscriber | None:
    query = select(*_FIELDS).where(condition)
    row = connection.execute(query.with_for_update() if hold else query).first()
    return Subscriber(*row) if row is not None else None


def _many(
    connection: Connection, column: str, wanted: Iterable[Any], *, hold: bool = False
) -> Iterator[Subscriber]:
    values = list(wanted)
    for start in range(0, len(values), _BATCH):
        query = select(*_FIELDS).where(subscribers.c[column].in_(values[start : start + _BATCH]))
        if hold:
            query = query.order_by(subscribers.c.id).with_for_update()
        for row in connection.execute(query):
            yield Subscriber(*row)
