"""What is known of receiving domains: how fast each takes mail, and whether it wants a rest.

A domain of which there is nothing to say has no row. What the figures mean,
and how they change with a server's replies, is for :mod:`syndicate.mail.pace`
to know.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from syndicate.store.schema import domains

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Domain:
    """A receiving domain, by its IDNA name.

    Nothing goes there before ``until``, nor, where ``held`` is set, before an
    operator releases it. ``pause`` is in seconds between two mails, 0 for
    none; ``connections`` is how many at once, 0 for as many as are configured.
    ``day`` is the last on which it took mail, in UTC, ISO 8601 or empty:
    ``accepted`` counts the mails of that day, ``days`` those before it on which
    it took any, for warming up.
    """

    domain: str
    until: datetime | None = None
    reason: str = ""
    held: datetime | None = None
    pause: float = 0.0
    connections: int = 0
    day: str = ""
    accepted: int = 0
    days: int = 0
    failures: int = 0
    changed: datetime | None = None


def known(
    connection: Connection, names: Collection[str], *, lock: bool = False
) -> dict[str, Domain]:
    """What is known of these domains; those of which nothing is are left out."""
    wanted = sorted(set(names))
    found: dict[str, Domain] = {}
    for start in range(0, len(wanted), _BATCH):
        query = (
            select(domains)
            .where(domains.c.domain.in_(wanted[start : start + _BATCH]))
            # In one order for everybody, so that two who lock can't wait for each other.
            .order_by(domains.c.domain)
        )
        rows = connection.execute(query.with_for_update() if lock else query)
        found.update((row.domain, Domain(*row)) for row in rows.all())
    return found


def resting(connection: Connection, *, now: datetime) -> list[Domain]:
    """The domains that nothing goes to now: held ones first."""
    rows = connection.execute(
        select(domains)
        .where((domains.c.until > now) | domains.c.held.is_not(None))
        .order_by(domains.c.held.is_(None), domains.c.domain)
    )
    return [Domain(*row) for row in rows.all()]


def write(connection: Connection, changed: Iterable[Domain], *, now: datetime) -> None:
    """Write what is known now."""
    for domain in changed:
        values = {**asdict(domain), "changed": now}
        done = connection.execute(
            update(domains).where(domains.c.domain == domain.domain).values(**values)
        )
        if not done.rowcount:
            connection.execute(insert(domains).values(**values))


def forget(connection: Connection, name: str) -> bool:
    """Forget all about a domain, a hold too; whether anything was known."""
    return bool(connection.execute(delete(domains).where(domains.c.domain == name)).rowcount)
