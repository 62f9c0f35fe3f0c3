"""From a wall clock's reading in a zone to an instant, over the clock's gaps and folds.

One rule everywhere: a time that the clock skips is the instant at which it
jumps; a time that it shows twice is the first of the two.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


def instant(wall: datetime, zone: tzinfo) -> datetime:
    """The instant (UTC) at which a clock in ``zone`` shows ``wall`` (without a zone)."""
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return first
    # In a gap the two readings of PEP 495 lie on either side of the jump.
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = first
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
