"""When a mail may go first, how long it is worth sending, and what it is called.

Pure, and decided once for each row, when its edition's recipients are frozen.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from syndicate.model.moment import from_local

_DAY: Final = timedelta(days=1)


def first_hour(closed: datetime, hour: int | None, zone: ZoneInfo) -> datetime:
    """The first time that clocks in ``zone`` show ``hour`` once the edition has closed.

    Without an hour it is the moment of closing. In a gap of the clock it is
    the instant after it, in a fold the first of the two.
    """
    if hour is None:
        return closed
    day = closed.astimezone(zone).date()
    found = from_local(datetime.combine(day, time(hour)), zone)
    while found < closed:
        day += _DAY
        found = from_local(datetime.combine(day, time(hour)), zone)
    return found


def message_id(newsletter: str, label: str, key: str, domain: str) -> str:
    """The Message-ID of one edition for one subscriber (RFC 5322, 3.6.4).

    It follows from the edition's name and the subscriber's random key alone:
    a retry has the same, and so has a store that was restored from before the
    edition was frozen. Neither can be told from it.
    """
    named = "\n".join((newsletter, label, key)).encode()
    return f"<{label}.{hashlib.sha256(named).hexdigest()[:32]}@{domain}>"
