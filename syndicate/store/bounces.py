"""What came back, each report once, and whose mail it was.

The rows are all that is remembered: how many days an address has bounced for,
and how many readers at a domain met a refusal of ours, is counted from them
each time, so that the order in which reports come in does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, and_, exists, func, or_, select

from syndicate.store.schema import bounces, deliveries, editions, letters, subscribers
from syndicate.store.upsert import COUNTED, inserting

#: Kinds that say that a mail did not get there.
UNDELIVERED = ("hard", "soft", "ours")
#: ``found_by`` of what a server told us itself, of a mail that it may take at a later attempt.
REFUSED = "smtp"

#: What holds of a report that a mail, though taken, did not get there.
_CAME_BACK = (bounces.c.kind.in_(UNDELIVERED), bounces.c.found_by != REFUSED)


@dataclass(frozen=True, slots=True)
class Bounce:
    """A row. ``subscriber_id`` is ``None`` where a genuine report is about nobody we mailed."""

    report: str
    subscriber_id: int | None
    delivery_id: int | None
    at: datetime
    kind: str
    found_by: str
    status: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Mailed:
    """A mail of ours that a report may be about. ``delivery_id`` is ``None`` for a letter.

    ``at`` is ``None`` for one that a process has in hand: what became of it is
    written down in a moment, and a mail server nearby may know sooner.
    """

    subscriber_id: int
    at: datetime | None
    delivery_id: int | None = None
    newsletter: str = ""
    domain: str = ""
    message_id: str = ""


def record(connection: Connection, bounce: Bounce) -> bool:
    """Record a report; False where it is on record already."""
    done = connection.execute(
        inserting(connection, bounces)
        .values(**asdict(bounce))
        .on_conflict_do_nothing(index_elements=("report",)),
        execution_options=COUNTED,
    )
    return bool(done.rowcount)


def is_known(connection: Connection, report: str) -> bool:
    return bool(connection.execute(select(exists().where(bounces.c.report == report))).scalar())


def of(connection: Connection, subscriber_id: int) -> list[Bounce]:
    """All of one person, the oldest first."""
    columns = [bounces.c[name] for name in Bounce.__slots__]
    query = select(*columns).where(bounces.c.subscriber_id == subscriber_id)
    return [Bounce(*row) for row in connection.execute(query.order_by(bounces.c.at, bounces.c.id))]


def delivery(connection: Connection, delivery_id: int) -> Mailed | None:
    """The mail that is a row of the ledger, if it was ever tried or is now."""
    return _delivery(connection, [deliveries.c.id == delivery_id])


def letter(connection: Connection, letter_id: int) -> Mailed | None:
    """The mail that is a letter, if it was ever tried."""
    return _letter(connection, [letters.c.id == letter_id])


def claimed(
    connection: Connection, subscriber_id: int, message_id: str, *, since: datetime
) -> Mailed | None:
    """The mail with this ``Message-ID`` that went to somebody after ``since``."""
    return _delivery(
        connection,
        [
            deliveries.c.subscriber_id == subscriber_id,
            deliveries.c.message_id == message_id,
            or_(deliveries.c.tried >= since, deliveries.c.tried.is_(None)),
        ],
    ) or _letter(
        connection,
        [
            letters.c.subscriber_id == subscriber_id,
            letters.c.message_id == message_id,
            letters.c.created >= since,
        ],
    )


def latest(connection: Connection, subscriber_id: int, *, since: datetime) -> Mailed | None:
    """The last mail of an edition that a server took for somebody after ``since``.

    Where there is none, one that a process has in hand.
    """
    theirs = deliveries.c.subscriber_id == subscriber_id
    return _delivery(
        connection,
        [theirs, deliveries.c.state == "accepted", deliveries.c.settled >= since],
    ) or _delivery(connection, [theirs, deliveries.c.claimant.is_not(None)])


def soft_days(connection: Connection, subscriber_id: int) -> int:
    """On how many days mails have bounced softly since the last one that did not bounce.

    A day is that of the mail, in UTC, and not of its report: a mailbox that
    nobody has looked into for a week tells of seven days. A mail that was
    refused at first and taken later has not bounced.
    """
    taken_later = and_(bounces.c.found_by == REFUSED, deliveries.c.state == "accepted")
    rows = connection.execute(
        select(bounces.c.at, deliveries.c.settled)
        .outerjoin(deliveries, deliveries.c.id == bounces.c.delivery_id)
        .where(
            bounces.c.subscriber_id == subscriber_id,
            bounces.c.kind == "soft",
            or_(deliveries.c.id.is_(None), ~taken_later),
        )
    )
    mailed: list[datetime] = [settled or at for at, settled in rows]
    if not mailed:
        return 0
    arrived = connection.execute(
        select(func.max(deliveries.c.settled)).where(
            deliveries.c.subscriber_id == subscriber_id,
            deliveries.c.state == "accepted",
            deliveries.c.settled < max(mailed),
            ~exists().where(bounces.c.delivery_id == deliveries.c.id, *_CAME_BACK),
        )
    ).scalar()
    return len({_day(moment) for moment in mailed if arrived is None or moment > arrived})


def came_back(connection: Connection, edition_id: int) -> int:
    """How many of an edition's accepted mails were reported not to have got there after all."""
    mails = select(func.count()).where(
        deliveries.c.edition_id == edition_id,
        deliveries.c.state == "accepted",
        exists().where(bounces.c.delivery_id == deliveries.c.id, *_CAME_BACK),
    )
    return int(connection.execute(mails).scalar_one())


def returned(connection: Connection, subscriber_id: int) -> dict[int, Bounce]:
    """The last report of each mail to somebody that came back, by its row in the ledger."""
    columns = [bounces.c[name] for name in Bounce.__slots__]
    rows = connection.execute(
        select(*columns)
        .where(
            bounces.c.subscriber_id == subscriber_id,
            bounces.c.delivery_id.is_not(None),
            *_CAME_BACK,
        )
        .order_by(bounces.c.at, bounces.c.id)
    )
    return {row.delivery_id: Bounce(*row) for row in rows}


def blamed(connection: Connection, domain: str, *, since: datetime) -> int:
    """How many readers at a domain had their mail refused for our own fault."""
    return int(
        connection.execute(
            select(func.count(bounces.c.subscriber_id.distinct()))
            .join(deliveries, deliveries.c.id == bounces.c.delivery_id)
            .where(bounces.c.kind == "ours", bounces.c.at >= since, deliveries.c.domain == domain)
        ).scalar_one()
    )


def readers(connection: Connection, domain: str, *, most: int) -> int:
    """How many people have an address at a domain; not counted beyond ``most``."""
    some = select(subscribers.c.id).where(subscribers.c.domain == domain).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _delivery(connection: Connection, conditions: Iterable[object]) -> Mailed | None:
    row = connection.execute(
        select(
            deliveries.c.subscriber_id,
            func.coalesce(deliveries.c.settled, deliveries.c.tried),
            deliveries.c.id,
            editions.c.newsletter,
            deliveries.c.domain,
            deliveries.c.message_id,
        )
        .join(editions, editions.c.id == deliveries.c.edition_id)
        .where(
            or_(deliveries.c.tried.is_not(None), deliveries.c.claimant.is_not(None)),
            *conditions,  # type: ignore[arg-type]
        )
        .order_by(deliveries.c.id.desc())
        .limit(1)
    ).first()
    return Mailed(*row) if row is not None else None


def _letter(connection: Connection, conditions: Iterable[object]) -> Mailed | None:
    row = connection.execute(
        select(
            letters.c.subscriber_id,
            func.coalesce(letters.c.settled, letters.c.created),
            letters.c.message_id,
        )
        .where(letters.c.attempts > 0, *conditions)  # type: ignore[arg-type]
        .order_by(letters.c.id.desc())
        .limit(1)
    ).first()
    return Mailed(row[0], row[1], message_id=row[2]) if row is not None else None


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()
