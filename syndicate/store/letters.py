"""Mails to one person about their own subscription: a queue that loses none.

A letter is written in the transaction that it tells of, and sent by a job.
Claiming puts it off for a while, so that one whose sender was killed comes up
again by itself, with the same Message-ID.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from syndicate.store import facts
from syndicate.store.schema import letters

#: * confirm: press this to get what you asked for; details: ``newsletters``
#: * known: you get this already; details: ``newsletters``
#: * manage: the way to your preferences
LetterKind = Literal["confirm", "known", "manage"]
LetterState = Literal["queued", "sent", "failed", "expired"]

#: How long whoever claims letters has to send them.
CLAIMED_FOR: Final = timedelta(minutes=10)

_BATCH: Final = 500
#: The fact that is the highest number of a letter that was deleted.
_GIVEN: Final = "letters-given"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter; ``attempts`` counts the one under way, ``due`` is the next."""

    id: int
    kind: LetterKind
    subscriber_id: int
    language: str
    details: Mapping[str, Any]
    message_id: str
    state: LetterState
    created: datetime
    expires: datetime
    due: datetime
    attempts: int = 0
    code: int | None = None
    reply: str = ""
    settled: datetime | None = None


def add(
    connection: Connection,
    kind: LetterKind,
    subscriber_id: int,
    *,
    language: str,
    message_id: str,
    now: datetime,
    expires: datetime,
    details: Mapping[str, Any] | None = None,
) -> int:
    """Queue a letter, due at once; its number."""
    row = _row(Draft(kind, subscriber_id, language, message_id, details or {}), now, expires)
    done = connection.execute(insert(letters).values({**row, **_numbered(connection)}))
    return int(done.inserted_primary_key[0])  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to be queued with others. Fields as in :class:`Letter`."""

    kind: LetterKind
    subscriber_id: int
    language: str
    message_id: str
    details: Mapping[str, Any]


def add_many(
    connection: Connection, drafts: Iterable[Draft], *, now: datetime, expires: datetime
) -> None:
    """Queue letters, due at once."""
    rows = [_row(draft, now, expires) for draft in drafts]
    if rows and (number := _numbered(connection)):
        connection.execute(insert(letters).values({**rows.pop(0), **number}))
    for start in range(0, len(rows), _BATCH):
        connection.execute(insert(letters), rows[start : start + _BATCH])


def _row(draft: Draft, now: datetime, expires: datetime) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "subscriber_id": draft.subscriber_id,
        "language": draft.language,
        "details": dict(draft.details),
        "message_id": draft.message_id,
        "state": "queued",
        "created": now,
        "expires": expires,
        "due": now,
    }


def _numbered(connection: Connection) -> dict[str, int]:
    """The number of the next letter, where the database would give it one that was given before.

    A mail is known by its letter's number when it comes back. SQLite goes on from
    the highest that is there, though a higher one was deleted; PostgreSQL does not.
    """
    if not _forgets(connection):
        return {}
    given = int(facts.read(connection, _GIVEN) or 0)
    return {"id": given + 1} if given > _highest(connection) else {}


def _forgets(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _highest(connection: Connection) -> int:
    return connection.execute(select(func.max(letters.c.id))).scalar() or 0


def _delete(connection: Connection, which: ColumnElement[bool]) -> int:
    highest = _highest(connection) if _forgets(connection) else 0
    deleted = connection.execute(delete(letters).where(which)).rowcount
    if highest and _highest(connection) < highest:
        facts.write(connection, _GIVEN, str(highest))
    return deleted


def claim(connection: Connection, *, now: datetime, limit: int = 50) -> list[Letter]:
    """Take letters that are due in hand, the longest waiting first; needs a writing transaction."""
    due = (
        select(letters.c.id)
        .where(letters.c.state == "queued", letters.c.due <= now, letters.c.expires > now)
        .order_by(letters.c.due, letters.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    taken = list(connection.execute(due).scalars())
    connection.execute(
        update(letters)
        .where(letters.c.id.in_(taken))
        .values(due=now + CLAIMED_FOR, attempts=letters.c.attempts + 1)
    )
    query = select(letters).where(letters.c.id.in_(taken)).order_by(letters.c.id)
    return [Letter(*row) for row in connection.execute(query)]


def settle(
    connection: Connection,
    letter_id: int,
    state: Literal["sent", "failed"],
    *,
    code: int | None,
    reply: str,
    now: datetime,
) -> bool:
    """Close a letter after an attempt; False if it is there no more, for its person was erased."""
    done = connection.execute(
        update(letters)
        .where(letters.c.id == letter_id)
        .values(state=state, code=code, reply=reply, settled=now)
    )
    return bool(done.rowcount)


def put_off(
    connection: Connection, letter_id: int, *, due: datetime, code: int | None, reply: str
) -> None:
    """Record an attempt that failed for now, and when the next one is."""
    connection.execute(
        update(letters)
        .where(letters.c.id == letter_id, letters.c.state == "queued")
        .values(due=due, code=code, reply=reply)
    )


def give_back(
    connection: Connection, taken: Iterable[int], *, due: datetime, code: int | None, reply: str
) -> int:
    """Let letters in hand wait: it was no attempt of theirs. How many those are.

    ``reply`` says what keeps them.
    """
    statement = (
        update(letters)
        .where(letters.c.id.in_(list(taken)), letters.c.state == "queued")
        .values(due=due, code=code, reply=reply, attempts=letters.c.attempts - 1)
    )
    return connection.execute(statement).rowcount


def pause(connection: Connection, *, due: datetime) -> int:
    """Let all letters wait that would go before ``due``; how many those are."""
    statement = (
        update(letters)
        .where(letters.c.state == "queued", letters.c.due < due, letters.c.expires > due)
        .values(due=due)
    )
    return connection.execute(statement).rowcount


def expire(connection: Connection, *, now: datetime) -> int:
    """Close letters that would come too late; how many that were."""
    done = connection.execute(
        update(letters)
        .where(letters.c.state == "queued", letters.c.expires <= now)
        .values(state="expired", settled=now)
    )
    return done.rowcount


def next_due(connection: Connection) -> datetime | None:
    """When the next letter is, or was, to be sent; None if none is waiting."""
    found: datetime | None = connection.execute(
        select(func.min(letters.c.due)).where(letters.c.state == "queued")
    ).scalar()
    return found


def waiting(connection: Connection, *, now: datetime) -> int:
    """How many letters are to be sent by now, and not too late."""
    query = select(func.count()).where(
        letters.c.state == "queued", letters.c.due <= now, letters.c.expires > now
    )
    return connection.execute(query).scalar_one()


def counts(connection: Connection) -> dict[LetterState, int]:
    query = select(letters.c.state, func.count()).group_by(letters.c.state)
    return {key: number for key, number in connection.execute(query)}  # noqa: C416


def of(connection: Connection, subscriber_id: int) -> list[Letter]:
    """All of one person, the oldest first."""
    query = select(letters).where(letters.c.subscriber_id == subscriber_id).order_by(letters.c.id)
    return [Letter(*row) for row in connection.execute(query)]


def withdraw(connection: Connection, subscriber_id: int, *kinds: LetterKind, now: datetime) -> int:
    """Close the letters of one person that are waiting, of these kinds or all; how many."""
    waiting = and_(letters.c.subscriber_id == subscriber_id, letters.c.state == "queued")
    if kinds:
        waiting = and_(waiting, letters.c.kind.in_(kinds))
    done = connection.execute(
        update(letters).where(waiting).values(state="expired", settled=now, reply="withdrawn")
    )
    return done.rowcount


def remove(connection: Connection, subscriber_id: int) -> None:
    """Delete all letters of one person."""
    _delete(connection, letters.c.subscriber_id == subscriber_id)


def forget(connection: Connection, *, before: datetime) -> int:
    """Delete letters that were closed before then; how many that were."""
    return _delete(connection, and_(letters.c.state != "queued", letters.c.settled < before))
