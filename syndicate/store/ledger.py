"""The ledger: one row for each edition and subscriber, and what became of it.

Rows are written before the first mail and never deleted: who has had what is
told from here alone. Who may send a row is in ``claims.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from syndicate.model.delivery import DeliveryState
from syndicate.store.schema import deliveries, subscribers, suppressions

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


@dataclass(frozen=True, slots=True)
class Settlement:
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


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row as it is, for people to look at. ``address`` is empty once its owner is erased."""

    id: int
    edition_id: int
    subscriber_id: int
    address: str
    domain: str
    state: DeliveryState
    reason: str
    due: datetime
    attempts: int
    tried: datetime | None
    settled: datetime | None
    code: int | None
    enhanced: str
    reply: str
    relay: str
    message_id: str


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


def reasons(connection: Connection, edition_id: int) -> list[tuple[DeliveryState, str, int]]:
    """(state, reason, rows) of those that were left out, failed or wait, most rows first."""
    number = func.count()
    rows = connection.execute(
        select(deliveries.c.state, deliveries.c.reason, number)
        .where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state != "accepted",
            deliveries.c.reason != "",
        )
        .group_by(deliveries.c.state, deliveries.c.reason)
        .order_by(number.desc(), deliveries.c.state, deliveries.c.reason)
        .limit(100)
    )
    return [(state, reason, count) for state, reason, count in rows]


def listing(
    connection: Connection, edition_id: int, state: DeliveryState, *, limit: int = 100
) -> list[Delivery]:
    """Rows of one state, in the order they were frozen."""
    rows = connection.execute(
        select(deliveries, subscribers.c.address)
        .outerjoin(subscribers, subscribers.c.id == deliveries.c.subscriber_id)
        .where(deliveries.c.edition_id == edition_id, deliveries.c.state == state)
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return [_delivery(row) for row in rows]


def unsettled(connection: Connection, edition_id: int) -> Iterator[tuple[int, str, DeliveryState]]:
    """(id, message id, state) of every row that may still be mailed or is in doubt."""
    rows = connection.execution_options(yield_per=1000).execute(
        select(deliveries.c.id, deliveries.c.message_id, deliveries.c.state).where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state.in_((*PENDING, "in doubt")),
        )
    )
    return (tuple(row) for row in rows)


def pace(connection: Connection, edition_id: int, since: datetime) -> int:
    """How many rows of the edition were settled after a moment."""
    return connection.execute(
        select(func.count()).where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state.in_(("accepted", "failed")),
            # Of a settled row that is the moment it was settled at, and in the index.
            deliveries.c.due > since,
        )
    ).scalar_one()


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
    if settled:
        connection.execute(
            SETTLE, [{"token": token, **settlement_values(each)} for each in settled]
        )


def settlement_values(settlement: Settlement) -> dict[str, Any]:
    """A settlement as :data:`SETTLE` takes it."""
    values = {name: getattr(settlement, name) for name in Settlement.__slots__}
    values["reply"] = settlement.reply[:_LONGEST_REPLY]
    values["row"] = values.pop("delivery_id")
    return values


SETTLE: Final = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("row"), deliveries.c.claimant == bindparam("token"))
    .values(
        claimant=None,
        **{
            name: bindparam(name)
            for name in Settlement.__slots__
            if name not in ("delivery_id", "row")
        },
    )
)


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


def close(connection: Connection, edition_id: int, reason: str, *, now: datetime) -> int:
    """Exclude all that has not been sent and is in nobody's hands; how many rows that was."""
    done = connection.execute(
        update(deliveries)
        .where(
            deliveries.c.edition_id == edition_id,
            deliveries.c.state.in_(("queued", "deferred")),
            deliveries.c.claimant.is_(None),
        )
        .values(state="excluded", reason=reason, settled=now)
    )
    return done.rowcount


def requeue(
    connection: Connection,
    edition_id: int,
    states: Sequence[DeliveryState],
    *,
    now: datetime,
    expires: datetime,
    rows: Sequence[int] | None = None,
) -> int:
    """Let rows go on from the beginning, those of suppressed people excepted; how many."""
    suppressed = exists().where(
        subscribers.c.id == deliveries.c.subscriber_id,
        suppressions.c.fingerprint == subscribers.c.fingerprint,
    )
    wanted = [
        deliveries.c.edition_id == edition_id,
        deliveries.c.state.in_(states),
        ~suppressed,
    ]
    values = {"state": "queued", "reason": "", "due": now, "expires": expires, "attempts": 0}
    values |= {"first": None, "settled": None}
    chunks = [None] if rows is None else [rows[a : a + _BATCH] for a in range(0, len(rows), _BATCH)]
    changed = 0
    for chunk in chunks:
        chosen = wanted if chunk is None else [*wanted, deliveries.c.id.in_(chunk)]
        changed += connection.execute(update(deliveries).where(*chosen).values(**values)).rowcount
    return changed


def confirm(
    connection: Connection,
    rows: Sequence[int],
    state: DeliveryState,
    *,
    reason: str,
    now: datetime,
) -> int:
    """Settle rows by what a server's log or an operator says; how many that were."""
    changed = 0
    for start in range(0, len(rows), _BATCH):
        changed += connection.execute(
            update(deliveries)
            .where(
                deliveries.c.id.in_(rows[start : start + _BATCH]),
                deliveries.c.state.in_((*PENDING, "in doubt")),
                deliveries.c.claimant.is_(None),
            )
            .values(
                state=state,
                reason=reason,
                settled=now,
                first=func.coalesce(deliveries.c.first, literal(now, deliveries.c.first.type)),
            )
        ).rowcount
    return changed


def free_domain(connection: Connection, domain: str, *, now: datetime) -> int:
    """Let rows go that waited for their receiving domain, which their reason names first."""
    return connection.execute(
        update(deliveries)
        .where(
            deliveries.c.domain == domain,
            deliveries.c.state.in_(("queued", "deferred")),
            deliveries.c.due > now,
            deliveries.c.reason.startswith(f"{domain} ", autoescape=True),
        )
        .values(due=now, reason="")
    ).rowcount


def _update(connection: Connection, rows: Sequence[int], **values: Any) -> None:
    for start in range(0, len(rows), _BATCH):
        connection.execute(
            update(deliveries)
            .where(deliveries.c.id.in_(rows[start : start + _BATCH]))
            .values(**values)
        )


def _delivery(row: Row[Any]) -> Delivery:
    found = {name: getattr(row, name) for name in Delivery.__slots__}
    return Delivery(**{**found, "address": row.address or ""})
