"""The two ways in which feeds write a moment, whatever the locale.

Both show UTC and whole seconds: RSS can't say more, and one moment should not
differ between formats.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def rfc822(moment: datetime) -> str:
    """As RSS wants it: RFC 822 with a four-digit year and a numeric zone."""
    at = moment.astimezone(UTC)
    day, month = _DAYS[at.weekday()], _MONTHS[at.month - 1]
    return f"{day}, {at.day:02d} {month} {at.year:04d} {at:%H:%M:%S} +0000"


def rfc3339(moment: datetime) -> str:
    """As Atom and JSON Feed want it: RFC 3339 with an offset."""
    return whole_seconds(moment).isoformat()


def whole_seconds(moment: datetime) -> datetime:
    """The moment in UTC without its fraction of a second."""
    return moment.astimezone(UTC).replace(microsecond=0)
