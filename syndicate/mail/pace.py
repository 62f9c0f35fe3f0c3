"""How much a receiving domain gets at a time: as it has asked, and as a new sender may send.

Each domain has its own state (a row of ``domains``), which its replies change:

==========  ==================================================================
accepted    the pause shrinks by a fifth, and once it is gone a connection is
            added, until the domain has what is configured
slow        nothing for a minute, longer each time; then half the connections
            and twice the pause
hold        nothing until an operator releases it
others      nothing changes
==========  ==================================================================

Warming up: ``warm_up`` mails on the first day (UTC), half as many again on
each further day on which something is sent. Days without mail don't count:
providers know a sender by what it sends, so a weekly one grows by half a week,
and not seventeenfold. A domain that got nothing for five weeks begins anew, as
providers forget a sender after about a month; a monthly one is not forgotten
between two editions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from syndicate.config.mail import Mail
from syndicate.mail.replies import Kind
from syndicate.store.domains import Domain

#: How long nothing goes to a domain that wants less; the last one repeats.
RESTS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30, 60))
SHORTEST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 60.0
_SHRINK: Final = 0.8
_GONE: Final = 0.05
GROWTH: Final = 1.5
FORGOTTEN: Final = timedelta(days=35)
# Past any number of mails: keeps the figures small.
_MOST_DAYS: Final = 60


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is configured: connections at once, mails a minute, mails on the first day.

    0 is no limit, for ``rate`` and ``warm_up``. All are of one receiving domain.
    """

    connections: int
    rate: int = 0
    warm_up: int = 0


def bounds(mail: Mail) -> Bounds:
    return Bounds(mail.per_domain, mail.rate, mail.warm_up)


def resting(domain: Domain, *, now: datetime) -> bool:
    """Whether nothing may go there now."""
    return domain.held is not None or (domain.until is not None and domain.until > now)


def room(domain: Domain, limits: Bounds) -> tuple[int, float]:
    """Connections at once, and seconds between two mails."""
    most = min(domain.connections or limits.connections, limits.connections)
    return most, max(domain.pause, 60 / limits.rate if limits.rate else 0.0)


def allowance(domain: Domain, limits: Bounds, *, now: datetime) -> int | None:
    """How many mails may still go there today; None for as many as there are."""
    if not limits.warm_up:
        return None
    today = now.astimezone(UTC).date()
    known = _dated(domain, today)
    most = math.ceil(limits.warm_up * GROWTH ** min(known.days, _MOST_DAYS))
    return max(most - known.accepted, 0)


def next_day(now: datetime) -> datetime:
    """When the next day's allowance begins."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time(), UTC)


def after(
    domain: Domain, kind: Kind, limits: Bounds, *, now: datetime, reason: str = "", number: int = 1
) -> Domain:
    """What is known of a domain after so many replies of one kind."""
    if kind == "accepted":
        return _accepted(domain, limits, now, number)
    if kind == "hold":
        return replace(domain, held=domain.held or now, reason=reason)
    if kind == "slow" and not resting(domain, now=now):
        return _slowed(domain, limits, now, reason)
    return domain


def released(domain: Domain) -> Domain:
    """What is known of a domain that an operator has released."""
    return replace(domain, held=None, until=None, reason="", failures=0)


def _accepted(domain: Domain, limits: Bounds, now: datetime, number: int) -> Domain:
    known = _dated(domain, now.astimezone(UTC).date())
    pause = known.pause * _SHRINK ** min(number, 100)
    pause = pause if pause >= _GONE else 0.0
    connections = known.connections
    if connections and not known.pause:
        connections = connections + 1 if connections + 1 < limits.connections else 0
    # Mail that was on its way before the domain asked for a rest does not end it.
    rests = resting(known, now=now)
    return replace(
        known,
        accepted=known.accepted + number,
        pause=pause,
        connections=connections,
        failures=known.failures if rests else 0,
        until=known.until if rests else None,
        reason=known.reason if rests else "",
    )


def _slowed(domain: Domain, limits: Bounds, now: datetime, reason: str) -> Domain:
    return replace(
        domain,
        until=now + RESTS[min(domain.failures, len(RESTS) - 1)],
        reason=reason,
        pause=min(max(domain.pause * 2, SHORTEST_PAUSE), LONGEST_PAUSE),
        connections=max((domain.connections or limits.connections) // 2, 1),
        failures=domain.failures + 1,
    )


def _dated(domain: Domain, today: date) -> Domain:
    """The domain with its figures of today: none yet, where the last are of another day."""
    if domain.day == today.isoformat():
        return domain
    last = date.fromisoformat(domain.day) if domain.day else None
    begins = last is None or today - last > FORGOTTEN
    days = 0 if begins else domain.days + 1
    return replace(domain, day=today.isoformat(), accepted=0, days=days)
