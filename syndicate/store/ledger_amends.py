"""What operators change in the ledger: rows that go on, rows that end, rows that are settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, delete, exists, func, literal, or_, select, update

from syndicate.model.delivery import DeliveryState
from syndicate.model.subscriber import EVERY
from syndicate.store.ledger import PENDING
from syndicate.store.schema import deliveries, subscribers, suppressions

_BATCH = 500


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


def thaw(connection: Connection, edition_id: int) -> bool:
    """Take an edition's recipients back, of whom nobody was ever tried; whether that was so.

    Whoever gets it, and in which variant, is fixed anew before its first mail.
    """
    tried = select(deliveries.c.id).where(
        deliveries.c.edition_id == edition_id,
        or_(
            deliveries.c.state.not_in(("queued", "excluded")),
            deliveries.c.attempts > 0,
            deliveries.c.claimant.is_not(None),
        ),
    )
    if connection.execute(tried.limit(1)).first() is not None:
        return False
    connection.execute(delete(deliveries).where(deliveries.c.edition_id == edition_id))
    return True


def requeue(
    connection: Connection,
    edition_id: int,
    states: Sequence[DeliveryState],
    *,
    now: datetime,
    expires: datetime,
    rows: Sequence[int] | None = None,
    newsletter: str = "",
) -> int:
    """Let rows go on from the beginning; how many.

    With the ``newsletter`` named those are left as they are whose people are
    suppressed for it or for all; without, they find that out when they are claimed.
    """
    wanted = [deliveries.c.edition_id == edition_id, deliveries.c.state.in_(states)]
    if newsletter:
        wanted.append(
            ~exists().where(
                subscribers.c.id == deliveries.c.subscriber_id,
                suppressions.c.fingerprint == subscribers.c.fingerprint,
                suppressions.c.newsletter.in_((newsletter, EVERY)),
            )
        )
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
                deliveries.c.state.in_((*PENDING, "in doubt", "excluded")),
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
    """Let rows go that waited for their receiving domain; how many.

    Their reason names it first; or they were refused for good and wait all the same, for the
    fault was ours. What the server put off itself waits for the time that it was given.
    """
    refused = and_(deliveries.c.state == "deferred", deliveries.c.code >= 500)
    waiting = deliveries.c.reason.startswith(f"{domain} ", autoescape=True)
    return connection.execute(
        update(deliveries)
        .where(
            deliveries.c.domain == domain,
            deliveries.c.state.in_(("queued", "deferred")),
            deliveries.c.due > now,
            or_(waiting, refused),
        )
        .values(due=now, reason="")
    ).rowcount


def put_off(connection: Connection, domain: str, *, now: datetime) -> tuple[int, datetime | None]:
    """How many mails to a domain wait for their next attempt, and when the first of them is due."""
    query = select(func.count(), func.min(deliveries.c.due)).where(
        deliveries.c.domain == domain, deliveries.c.state == "deferred", deliveries.c.due > now
    )
    number, first = connection.execute(query).one()
    return number, first
