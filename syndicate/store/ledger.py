"""The ledger: one row for each edition and subscriber, and what became of it.

Rows are written before the first mail and never deleted: who has had what is
told from here alone. Who may send a row is in ``claims.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from syndicate.model.delivery import DeliveryState
from syndicate.store.schema import deliveries

#: A moment that never comes: rows that wait for somebody's word are due then.
NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)

#: Rows that go on by themselves. Those in doubt do so only where they are sent again.
PENDING: Final[tuple[DeliveryState, ...]] = ("queued", "deferred", "sending")

_BATCH = 500
_LONGEST_REPLY = 500


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """A row to be. ``state`` is ``queued``, or ``excluded`` with the reason."""

    edition_id: int
    subscriber_id: int
    variant_id: int | None
    domain: str
    state: DeliveryState
    reason: str
    due: datetime
    expires: datetime
    message_id: str


class Settlement(NamedTuple):
    """What a row becomes after an attempt, as :mod:`syndicate.mail.ledger` decides it.

    ``attempts`` counts this one. ``settled`` is set where nothing more will be tried.
    """

    delivery_id: int
    state: DeliveryState
    reason: str
    due: datetime
    attempts: int
    first: datetime
    tried: datetime
    settled: datetime | None = None
    code: int | None = None
    enhanced: str = ""
    reply: str = ""
    relay: str = ""


def add(connection: Connection, rows: Iterable[NewDelivery]) -> None:
    """Write new rows. A row that is there already is an error: freezing goes over nobody twice."""
    names = [field.name for field in fields(NewDelivery)]
    values = [{name: getattr(row, name) for name in names} for row in rows]
    if values:
        connection.execute(insert(deliveries), values)


def last_subscriber(connection: Connection, edition_id: int) -> int:
    """How far freezing has come: the highest subscriber of the edition's rows, 0 for none."""
    query = select(func.max(deliveries.c.subscriber_id))
    return connection.execute(query.where(deliveries.c.edition_id == edition_id)).scalar() or 0


def counts(connection: Connection, edition_id: int) -> dict[DeliveryState, int]:
    """How many rows are in each state that there are rows of."""
    rows = connection.execute(
        select(deliveries.c.state, func.count())
        .where(deliveries.c.edition_id == edition_id)
        .group_by(deliveries.c.state)
    )
    return {state: number for state, number in rows}  # noqa: C416


def unsettled(
    connection: Connection, edition_id: int, *, excluded: bool = False
) -> Iterator[tuple[int, str, DeliveryState]]:
    """(id, message id, state) of every row that may still be mailed or is in doubt.

    With ``excluded`` also of those that are left out.
    """
    states = (*PENDING, "in doubt", *(("excluded",) if excluded else ()))
    query = select(deliveries.c.id, deliveries.c.message_id, deliveries.c.state).where(
        deliveries.c.edition_id == edition_id,
        deliveries.c.state.in_(states),
    )
    rows = connection.execute(query.execution_options(yield_per=_BATCH))
    return (tuple(row) for row in rows)


def accepted(connection: Connection, edition_id: int, *, limit: int) -> list[str]:
    """The Message-IDs of some rows that are accepted."""
    query = select(deliveries.c.message_id).where(
        deliveries.c.edition_id == edition_id, deliveries.c.state == "accepted"
    )
    return list(connection.execute(query.limit(limit)).scalars())


def next_due(connection: Connection, edition_id: int, *, resend: bool) -> datetime | None:
    """When the next row that nobody has in hand is, or was, to go out; None for none."""
    found: datetime | None = connection.execute(
        select(func.min(deliveries.c.due)).where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state.in_(claimable(resend=resend)),
            deliveries.c.claimant.is_(None),
            deliveries.c.due < NEVER,
        )
    ).scalar()
    return found


def has_pending(connection: Connection, edition_id: int, *, resend: bool) -> bool:
    """Whether any row will go on by itself, in somebody's hands or not."""
    going: ColumnElement[bool] = deliveries.c.state.in_(PENDING)
    if resend:
        going = or_(going, and_(deliveries.c.state == "in doubt", deliveries.c.due < NEVER))
    return bool(
        connection.execute(
            select(exists().where(deliveries.c.edition_id == edition_id, going))
        ).scalar()
    )


def claimable(*, resend: bool) -> tuple[DeliveryState, ...]:
    """The states from which a row is mailed. ``resend`` is what becomes of mails in doubt."""
    return ("deferred", "in doubt", "queued") if resend else ("deferred", "queued")


def settle(connection: Connection, token: str, settled: Sequence[Settlement]) -> None:
    """Write what became of rows that ``token`` has in hand, and take them out of it.

    Rows in other hands are passed over, so that writing the same twice does nothing.
    """
    if not settled:
        return
    if connection.dialect.name != "sqlite":
        values = [{"token": token, **settlement_values(each)} for each in settled]
        connection.execute(SETTLE, values)
        return
    # By the driver itself: what goes between costs more than writing the rows.
    written = _Written(connection)
    rows = [
        (
            each.state,
            each.reason,
            written[each.due],
            each.attempts,
            written[each.first],
            written[each.tried],
            written[each.settled],
            each.code,
            each.enhanced,
            each.reply[:_LONGEST_REPLY],
            each.relay,
            each.delivery_id,
            token,
        )
        for each in settled
    ]
    connection.exec_driver_sql(_SETTLE_BY_DRIVER, rows)


def settlement_values(settlement: Settlement) -> dict[str, Any]:
    """A settlement as :data:`SETTLE` takes it."""
    values = settlement._replace(reply=settlement.reply[:_LONGEST_REPLY])._asdict()
    values["row"] = values.pop("delivery_id")
    return values


SETTLE: Final = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("row"), deliveries.c.claimant == bindparam("token"))
    .values(
        claimant=None,
        **{name: bindparam(name) for name in Settlement._fields if name != "delivery_id"},
    )
)


_SETTLE_BY_DRIVER: Final = (
    "UPDATE deliveries SET claimant = NULL, state = ?, reason = ?, due = ?, attempts = ?,"
    ' "first" = ?, tried = ?, settled = ?, code = ?, enhanced = ?, reply = ?, relay = ?'
    " WHERE id = ? AND claimant = ?"
)


class _Written(dict[datetime | None, Any]):
    """Moments as the database writes them; those of one attempt are mostly the same."""

    def __init__(self, connection: Connection) -> None:
        self._write: Any = deliveries.c.due.type.bind_processor(connection.dialect)

    def __missing__(self, moment: datetime | None) -> Any:
        written = self[moment] = self._write(moment)
        return written


def put_aside(
    connection: Connection,
    rows: Sequence[int],
    state: DeliveryState,
    reason: str,
    *,
    now: datetime,
) -> None:
    """Take rows out of anybody's hands for good: left out, given up, or for ever in doubt."""
    values = {"state": state, "reason": reason, "settled": now, "claimant": None}
    if state == "in doubt":
        values |= {"settled": None, "due": NEVER}
    _update(connection, rows, **values)


def put_off(
    connection: Connection, moments: Sequence[tuple[int, datetime]], *, reason: str
) -> None:
    """Let rows wait, each until its moment, in nobody's hands. No attempt is counted."""
    together: dict[datetime, list[int]] = {}
    for row, due in moments:
        together.setdefault(due, []).append(row)
    for due, rows in together.items():
        _update(connection, rows, due=due, reason=reason, claimant=None)


def _update(connection: Connection, rows: Sequence[int], **values: Any) -> None:
    for start in range(0, len(rows), _BATCH):
        connection.execute(
            update(deliveries)
            .where(deliveries.c.id.in_(rows[start : start + _BATCH]))
            .values(**values)
        )
