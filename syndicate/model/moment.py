"""From the clock on the wall to the instant it names.

One rule for every local time in syndicate: a time that the clock skips (spring)
is the instant right after the gap, a time that it shows twice (autumn) is the
first of the two.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


def from_local(local: datetime, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which a clock in ``zone`` shows the naive ``local``."""
    first = local.replace(tzinfo=zone, fold=0)
    before = first.utcoffset()
    after = first.replace(fold=1).utcoffset()
    if before is None or after is None or before >= after:
        return first.astimezone(UTC)
    return _end_of_gap(local, zone, before, after)


def _end_of_gap(local: datetime, zone: tzinfo, before: timedelta, after: timedelta) -> datetime:
    """The instant at which ``zone`` jumps from ``before`` to ``after``, around ``local``."""
    local = local.replace(microsecond=0)
    early = (local - after).replace(tzinfo=UTC)
    late = (local - before).replace(tzinfo=UTC)
    while (seconds := int((late - early).total_seconds())) > 1:
        middle = early + timedelta(seconds=seconds // 2)
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late
