"""What mailing somebody has left behind: read for them, and cleared of their address.

The rows are the ledger's and the bounces'; they stay when somebody is erased,
with a number that is nobody's any more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, delete, exists, select, update

from syndicate.model.subscriber import Subscriber
from syndicate.store.bounces import Bounce, returned
from syndicate.store.schema import (
    bounces,
    deliveries,
    domains,
    editions,
    letters,
    subscribers,
    suppressions,
)


@dataclass(frozen=True, slots=True)
class Mailed:
    """An edition that went, or was to go, to somebody.

    ``came_back`` is what a report said of a mail that a server had taken and
    that did not get there; empty where there is none.
    """

    newsletter: str
    label: str
    state: str
    reason: str
    tried: datetime | None
    settled: datetime | None
    code: int | None
    reply: str
    message_id: str
    came_back: str = ""


def mailed(connection: Connection, subscriber_id: int) -> list[Mailed]:
    """All editions that somebody had a row for, the oldest first."""
    names = ("state", "reason", "tried", "settled", "code", "reply", "message_id")
    query = (
        select(
            deliveries.c.id,
            editions.c.newsletter,
            editions.c.label,
            *(deliveries.c[name] for name in names),
        )
        .join(editions, editions.c.id == deliveries.c.edition_id)
        .where(deliveries.c.subscriber_id == subscriber_id)
        .order_by(deliveries.c.id)
    )
    reports = returned(connection, subscriber_id)
    found = [(row[0], Mailed(*row[1:])) for row in connection.execute(query)]
    return [
        replace(each, came_back=_said(reports[number]))
        if number in reports and each.state == "accepted"
        else each
        for number, each in found
    ]


def _said(report: Bounce) -> str:
    return report.detail or report.status or report.kind


def message_ids(connection: Connection, subscriber_id: int) -> set[str]:
    """Of every mail that somebody was sent or is to be sent."""
    return {
        message_id
        for table in (deliveries, letters)
        for message_id in connection.execute(
            select(table.c.message_id).where(table.c.subscriber_id == subscriber_id)
        ).scalars()
    }


def clear(connection: Connection, subscriber: Subscriber, clean: Callable[[str], str]) -> None:
    """Put every text that may hold somebody's address through ``clean``.

    The domain goes as well: some are a person's own.
    """
    by_number = (deliveries.c.subscriber_id, subscriber.id)
    for column in (deliveries.c.reply, deliveries.c.reason):
        _clean(connection, deliveries, column, by_number, clean)
    _clean(connection, bounces, bounces.c.detail, (bounces.c.subscriber_id, subscriber.id), clean)
    by_hash = (suppressions.c.fingerprint, subscriber.fingerprint)
    _clean(connection, suppressions, suppressions.c.detail, by_hash, clean)
    connection.execute(
        update(deliveries).where(deliveries.c.subscriber_id == subscriber.id).values(domain="")
    )
    # What a domain said last it may have said to them.
    of_domain = (domains.c.domain, subscriber.domain)
    _clean(connection, domains, domains.c.reason, of_domain, clean)
    if not _has_others(connection, subscriber):
        connection.execute(delete(domains).where(domains.c.domain == subscriber.domain))


def _has_others(connection: Connection, subscriber: Subscriber) -> bool:
    """Whether anybody else has an address at somebody's domain."""
    others = and_(subscribers.c.domain == subscriber.domain, subscribers.c.id != subscriber.id)
    return bool(connection.execute(select(exists().where(others))).scalar())


def _clean(
    connection: Connection,
    table: Table,
    column: Column[str],
    whose: tuple[Column[Any], Any],
    clean: Callable[[str], str],
) -> None:
    held, value = whose
    texts = connection.execute(select(column).where(held == value, column != "").distinct())
    for text in list(texts.scalars()):
        cleaned = clean(text)
        if cleaned != text:
            connection.execute(
                update(table).where(held == value, column == text).values({column: cleaned})
            )
