"""Addresses that must not be mailed, known by a keyed hash and nothing else.

They outlive an erasure and every subscription. A stronger reason is never
replaced by a weaker one, and only what an address's owner did is undone by its
owner: a complaint or a bounce is lifted by an operator alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, and_, case, delete, func, select, tuple_

from syndicate.model.subscriber import EVERY, Suppression, SuppressionReason
from syndicate.store import departures
from syndicate.store.departures import Departure
from syndicate.store.schema import suppressions
from syndicate.store.upsert import COUNTED, inserting

#: From the weakest to the strongest.
STRENGTH: Final[tuple[SuppressionReason, ...]] = (
    "erased",
    "unsubscribed",
    "bounced",
    "complained",
    "operator",
)
#: What a confirmed sign-up of one's own lifts.
OWN: Final[tuple[SuppressionReason, ...]] = ("erased", "unsubscribed")

_BATCH: Final = 500


def is_weaker(reason: SuppressionReason | None, other: SuppressionReason) -> bool:
    """Whether a reason, or none, gives way to another."""
    return reason is None or STRENGTH.index(reason) < STRENGTH.index(other)


def add(
    connection: Connection,
    fingerprint: str,
    newsletter: str,
    reason: SuppressionReason,
    *,
    since: datetime,
    detail: str = "",
) -> bool:
    """Suppress an address, for one newsletter or for :data:`EVERY`.

    False where it is so already, for this reason or a stronger one.
    """
    held = case({name: place for place, name in enumerate(STRENGTH)}, value=suppressions.c.reason)
    said = {"reason": reason, "since": since, "detail": detail}
    statement = (
        inserting(connection, suppressions)
        .values(fingerprint=fingerprint, newsletter=newsletter, **said)
        .on_conflict_do_update(
            index_elements=("fingerprint", "newsletter"),
            set_=said,
            where=held < STRENGTH.index(reason),
        )
    )
    done = bool(connection.execute(statement, execution_options=COUNTED).rowcount)
    if done:
        departures.note(connection, Departure(fingerprint, newsletter, reason, since))
    return done


def lift(
    connection: Connection,
    fingerprint: str,
    newsletter: str,
    reasons: Iterable[SuppressionReason] = STRENGTH,
) -> Suppression | None:
    """Lift a suppression of exactly this newsletter, or of :data:`EVERY`; what it was."""
    condition = and_(
        suppressions.c.fingerprint == fingerprint,
        suppressions.c.newsletter == newsletter,
        suppressions.c.reason.in_(list(reasons)),
    )
    row = connection.execute(select(suppressions).where(condition)).first()
    connection.execute(delete(suppressions).where(condition))
    if row is None:
        return None
    departures.note(connection, Departure(fingerprint, newsletter, None))
    return Suppression(*row)


def of(connection: Connection, fingerprint: str) -> list[Suppression]:
    """All of one address, that of every newsletter first."""
    query = (
        select(suppressions)
        .where(suppressions.c.fingerprint == fingerprint)
        .order_by(suppressions.c.newsletter)
    )
    return [Suppression(*row) for row in connection.execute(query)]


def against(connection: Connection, fingerprint: str, newsletter: str) -> Suppression | None:
    """What keeps an address from getting a newsletter: the strongest reason, if there is one."""
    return against_many(connection, [fingerprint], newsletter).get(fingerprint)


def against_many(
    connection: Connection, fingerprints: Iterable[str], newsletter: str
) -> dict[str, Suppression]:
    """What keeps each of many addresses from getting a newsletter."""
    wanted, found = list(fingerprints), dict[str, Suppression]()
    for start in range(0, len(wanted), _BATCH):
        query = select(suppressions).where(
            suppressions.c.fingerprint.in_(wanted[start : start + _BATCH]),
            suppressions.c.newsletter.in_((newsletter, EVERY)),
        )
        for each in (Suppression(*row) for row in connection.execute(query)):
            other = found.get(each.fingerprint)
            if other is None or is_weaker(other.reason, each.reason):
                found[each.fingerprint] = each
    return found


def known(
    connection: Connection, fingerprints: Iterable[str]
) -> dict[tuple[str, str], SuppressionReason]:
    """Which of these addresses are suppressed, for which newsletter, and why."""
    wanted, found = list(fingerprints), dict[tuple[str, str], SuppressionReason]()
    for start in range(0, len(wanted), _BATCH):
        query = select(
            suppressions.c.fingerprint, suppressions.c.newsletter, suppressions.c.reason
        ).where(suppressions.c.fingerprint.in_(wanted[start : start + _BATCH]))
        found.update(((row[0], row[1]), row[2]) for row in connection.execute(query))
    return found


def listing(
    connection: Connection, *, after: tuple[str, str] | None = None, limit: int = 500
) -> list[Suppression]:
    """Some of all, in the order of hashes; ``after`` is the last one's hash and newsletter."""
    place = tuple_(suppressions.c.fingerprint, suppressions.c.newsletter)
    query = select(suppressions).order_by(*suppressions.primary_key.columns).limit(limit)
    if after is not None:
        query = query.where(place > tuple_(*after))
    return [Suppression(*row) for row in connection.execute(query)]


def counts(connection: Connection) -> dict[SuppressionReason, int]:
    """Reason to the number of addresses and newsletters."""
    query = select(suppressions.c.reason, func.count()).group_by(suppressions.c.reason)
    return {key: number for key, number in connection.execute(query)}  # noqa: C416
