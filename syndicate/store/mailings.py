"""Mailings: how far the delivery of each edition as a whole has come.

A row appears when delivery first looks at an edition. A mailing changes its
state only from the state that the one who changes it has seen, so that of two
who act at once one finds out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, or_, select, update

from syndicate.model.delivery import MailingState
from syndicate.model.edition import Edition
from syndicate.store.editions import edition_of
from syndicate.store.ledger import NEVER
from syndicate.store.schema import deliveries, editions, mailings
from syndicate.store.upsert import inserting

#: Nothing more becomes of a mailing in one of these.
CLOSED: Final[frozenset[MailingState]] = frozenset(
    {"done", "cancelled", "lapsed", "expired", "empty"}
)
#: Delivery itself goes on with these; the others wait for somebody's word.
LIVE: Final[frozenset[MailingState]] = frozenset({"awaiting", "ready", "sending"})
#: A person has to let these go on.
WAITING: Final[frozenset[MailingState]] = frozenset({"awaiting", "held", "paused"})
#: The reason where a person wanted it so.
OPERATOR: Final = "by an operator"


@dataclass(frozen=True, slots=True)
class Mailing:
    """The delivery of one edition.

    ``waived`` names what an operator has let it pass. ``frozen`` is when its
    recipients were fixed; ``candidates`` counts all who might have been among
    them, ``recipients`` those who are. ``epoch`` moves with every batch.
    """

    edition_id: int
    state: MailingState
    reason: str = ""
    approved: datetime | None = None
    waived: tuple[str, ...] = ()
    frozen: datetime | None = None
    started: datetime | None = None
    finished: datetime | None = None
    candidates: int = 0
    recipients: int = 0
    epoch: int = 0

    @property
    def is_stuck(self) -> bool:
        """Whether it stopped by itself, and somebody has to mend something."""
        return is_stuck(self.state, self.reason)

    @property
    def is_over(self) -> bool:
        """Whether nothing more is sent of it, whatever is found out yet."""
        return self.state in CLOSED and self.state != "done"


def is_stuck(state: MailingState, reason: str) -> bool:
    return state == "held" or (state == "paused" and reason != OPERATOR)


def find(connection: Connection, edition_id: int, *, lock: bool = False) -> Mailing | None:
    """The mailing of an edition; with ``lock`` nobody else changes it before this transaction ends.

    On SQLite a writing transaction is alone anyway.
    """
    query = select(mailings).where(mailings.c.edition_id == edition_id)
    row = connection.execute(query.with_for_update() if lock else query).first()
    return _mailing(row) if row is not None else None


def by_editions(connection: Connection, edition_ids: Collection[int]) -> dict[int, Mailing]:
    """The mailings of these editions, by edition; whose delivery has not begun has none."""
    rows = connection.execute(select(mailings).where(mailings.c.edition_id.in_(edition_ids)))
    return {row.edition_id: _mailing(row) for row in rows}


def waiting(connection: Connection, newsletter: str | None = None) -> list[tuple[Edition, Mailing]]:
    """Editions that only a person can let go on, the oldest first."""
    return [
        (edition, mailing)
        for edition, mailing in open_editions(connection, newsletter)
        if mailing is not None and mailing.state in WAITING
    ]


def ensure(connection: Connection, edition_id: int, state: MailingState) -> Mailing:
    """The mailing of an edition, made in ``state`` where there is none; locked either way."""
    values: dict[str, Any] = {"edition_id": edition_id, "state": state, "waived": []}
    connection.execute(inserting(connection, mailings).values(values).on_conflict_do_nothing())
    found = find(connection, edition_id, lock=True)
    if found is None:
        raise LookupError(f"mailing {edition_id}: neither made nor found")
    return found


def move(
    connection: Connection,
    edition_id: int,
    state: MailingState,
    *,
    seen: Collection[MailingState],
    reason: str = "",
    **values: Any,
) -> bool:
    """Change the state, if it is still one of those ``seen``; whether it was."""
    changed = connection.execute(
        update(mailings)
        .where(mailings.c.edition_id == edition_id, mailings.c.state.in_(seen))
        .values(state=state, reason=reason, **values)
    )
    return bool(changed.rowcount)


def note(connection: Connection, edition_id: int, **values: Any) -> None:
    """Write fields of a mailing, whatever its state."""
    connection.execute(update(mailings).where(mailings.c.edition_id == edition_id).values(**values))


def count(connection: Connection, edition_id: int, *, candidates: int) -> None:
    """Count more people among those who might get the edition."""
    connection.execute(
        update(mailings)
        .where(mailings.c.edition_id == edition_id)
        .values(candidates=mailings.c.candidates + candidates)
    )


def waive(connection: Connection, mailing: Mailing, names: Iterable[str]) -> tuple[str, ...]:
    """Let a mailing pass what ``names`` say, on top of what it was let pass before."""
    waived = tuple(sorted({*mailing.waived, *names}))
    note(connection, mailing.edition_id, waived=list(waived))
    return waived


def advance(connection: Connection, edition_id: int) -> int:
    """Move the epoch on by one; what it is now."""
    moved: int = connection.execute(
        update(mailings)
        .where(mailings.c.edition_id == edition_id)
        .values(epoch=mailings.c.epoch + 1)
        .returning(mailings.c.epoch)
    ).scalar_one()
    return moved


def open_editions(
    connection: Connection, newsletter: str | None = None
) -> list[tuple[Edition, Mailing | None]]:
    """Editions that have something in them and whose mailing is not closed, the oldest first."""
    query = (
        _with_editions()
        .where(
            editions.c.state == "open",
            or_(mailings.c.state.is_(None), mailings.c.state.not_in(CLOSED)),
        )
        .order_by(editions.c.made, editions.c.id)
    )
    if newsletter is not None:
        query = query.where(editions.c.newsletter == newsletter)
    return [(edition_of(row), _joined(row)) for row in connection.execute(query)]


def unsettled(
    connection: Connection, newsletter: str | None = None, *, now: datetime, resend: bool
) -> list[tuple[Edition, Mailing, int]]:
    """Editions with mails in doubt that are not sent again by themselves, and how many.

    As long as one of those could still be sent on somebody's word: an edition that
    has expired for all of them is old news.
    """
    rows = select(func.count()).where(
        deliveries.c.edition_id == editions.c.id,
        deliveries.c.state == "in doubt",
        deliveries.c.expires > now,
    )
    if resend:
        rows = rows.where(deliveries.c.due >= NEVER)
    number = rows.scalar_subquery()
    query = (
        _with_editions()
        .add_columns(number.label("number"))
        .where(mailings.c.state.in_(("sending", "done")), number > 0)
        .order_by(editions.c.made, editions.c.id)
    )
    if newsletter is not None:
        query = query.where(editions.c.newsletter == newsletter)
    return [
        (edition_of(row), mailing, row.number)
        for row in connection.execute(query)
        if (mailing := _joined(row)) is not None
    ]


def latest(connection: Connection, *, limit: int = 20) -> list[tuple[Edition, Mailing | None]]:
    """Editions that have something in them, with their mailings, the latest first."""
    query = _with_editions().where(editions.c.state == "open")
    rows = connection.execute(
        query.order_by(editions.c.made.desc(), editions.c.id.desc()).limit(limit)
    )
    return [(edition_of(row), _joined(row)) for row in rows]


def _with_editions() -> Select[Any]:
    return select(editions, *(column.label(f"m_{column.name}") for column in mailings.c)).outerjoin(
        mailings, mailings.c.edition_id == editions.c.id
    )


def _joined(row: Row[Any]) -> Mailing | None:
    if row.m_edition_id is None:
        return None
    fields = {name: getattr(row, f"m_{name}") for name in Mailing.__slots__}
    return Mailing(**{**fields, "waived": tuple(fields["waived"])})


def _mailing(row: Row[Any]) -> Mailing:
    fields = {name: getattr(row, name) for name in Mailing.__slots__}
    return Mailing(**{**fields, "waived": tuple(fields["waived"])})
