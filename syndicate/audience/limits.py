"""How often something may be asked for: allowed, or how long to wait.

Counted in short spans, twelve to a period, over all those that reach into the
period before now: so at no moment do more fit into it than the limit says, as
they would at the border between two whole hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from syndicate.config.audience import Limits

HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
_SPANS: Final = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """At most ``number`` of something within ``period``; ``scope`` names whose."""

    scope: str
    number: int
    period: timedelta

    @property
    def span(self) -> timedelta:
        return self.period / _SPANS

    def current(self, now: datetime) -> datetime:
        """The beginning of the span that ``now`` is in."""
        seconds = int(self.span.total_seconds())
        return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)

    def earliest(self, now: datetime) -> datetime:
        """The beginning of the first span that still counts."""
        return self.current(now) - self.period

    def wait(self, counts: Mapping[datetime, int], now: datetime) -> timedelta:
        """How long until one more is allowed; zero for at once.

        ``counts`` are those of the spans from :meth:`earliest` on. One that is to
        come was counted by a clock that has been put back since: what lies further
        ahead than a period was never true, and would shut people out until then.
        """
        counted = {begins: n for begins, n in counts.items() if begins <= now + self.period}
        left = sum(counted.values())
        if left < self.number:
            return timedelta()
        for begins in sorted(counted):
            left -= counted[begins]
            if left < self.number:
                return max(begins + self.period + self.span - now, timedelta(seconds=1))
        return self.period


@dataclass(frozen=True, slots=True)
class Rules:
    """The limits of a site."""

    client: Rule
    address: Rule
    domain: Rule
    total: Rule


def rules(limits: Limits) -> Rules:
    """The rules that the table [limits] sets."""
    return Rules(
        client=Rule("client", limits.per_client, HOUR),
        address=Rule("address", limits.per_address, DAY),
        domain=Rule("domain", limits.per_domain, HOUR),
        total=Rule("total", limits.total, HOUR),
    )
