"""The grammar of a newsletter's schedule: ``daily 08:00``, ``mon 08:00``, ``monthly 1 08:00``.

Only what a schedule says; when it is due is decided elsewhere, given now.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from syndicate.model.edition import Cadence

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EXAMPLES = 'write "daily 08:00", "mon 08:00" or "monthly 1 08:00"'


@dataclass(frozen=True, slots=True)
class Schedule:
    """When an edition is made, by the wall clock of its newsletter's zone.

    ``weekday`` counts from Monday = 0 and is set for weekly schedules only;
    ``day`` is the day of the month, 1 to 28, and is set for monthly ones only.
    """

    cadence: Cadence
    time: dt.time
    weekday: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        at = f"{self.time:%H:%M}"
        if self.weekday is not None:
            return f"{WEEKDAYS[self.weekday]} {at}"
        if self.day is not None:
            return f"monthly {self.day} {at}"
        return f"daily {at}"


def parse_schedule(text: str) -> Schedule:
    """Read one schedule. Raises ``ValueError`` with a cause and a way out."""
    words = text.lower().split()
    if len(words) == 2 and words[0] == "daily":
        return Schedule("daily", _time(words[1]))
    if len(words) == 2 and words[0][:3] in WEEKDAYS and _is_weekday(words[0]):
        return Schedule("weekly", _time(words[1]), weekday=WEEKDAYS.index(words[0][:3]))
    if len(words) == 3 and words[0] == "monthly":
        if not re.fullmatch(r"0?[1-9]|1\d|2[0-8]", words[1], re.ASCII):
            raise ValueError("not a day that every month has; write a day from 1 to 28")
        return Schedule("monthly", _time(words[2]), day=int(words[1]))
    raise ValueError(f"not a schedule; {_EXAMPLES}")


def _is_weekday(word: str) -> bool:
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return word in WEEKDAYS or word in full


def _time(word: str) -> dt.time:
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", word, re.ASCII)
    if match is None:
        raise ValueError("not a time of the day; write hours and minutes, 00:00 to 23:59")
    return dt.time(int(match[1]), int(match[2]))
