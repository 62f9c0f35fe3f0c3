"""When a mail may go first, how long it is worth sending, and what it is called.

Pure, and decided once for each row, when its edition's recipients are frozen.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from syndicate.model.moment import from_local

#: How late a mail comes at most that is sent at once; a later one waits for the next day's hour.
_LATE: Final = timedelta(hours=12)

_DAY: Final = timedelta(days=1)


def wanted_at(opened: datetime, begun: datetime, hour: int | None, zone: ZoneInfo) -> datetime:
    """When a reader wants an edition that is ``opened``, and whose delivery has ``begun`` since.

    It is the first time from ``opened`` on that clocks in ``zone`` show ``hour``:
    one that delivery, some seconds later, finds in the past is no other one, and
    the mail goes at once. Where it passed more than half a day before, with an
    edition approved late for one, the next is nearer to what was asked for.
    Without an hour it is ``opened``.
    """
    return first_hour(opened if hour is None else max(opened, begun - _LATE), hour, zone)


def first_hour(opened: datetime, hour: int | None, zone: ZoneInfo) -> datetime:
    """The first time from ``opened`` on that clocks in ``zone`` show ``hour``.

    Without an hour it is ``opened`` itself. In a gap of the clock it is
    the instant after it, in a fold the first of the two.
    """
    if hour is None:
        return opened
    day = opened.astimezone(zone).date()
    found = from_local(datetime.combine(day, time(hour)), zone)
    while found < opened:
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
