"""Moments as feeds write them, read by the letter of their standards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ZONES: Final = {
    **dict.fromkeys(("ut", "utc", "gmt", "z"), 0),
    **dict.fromkeys(("cdt", "est"), -5),
    **dict.fromkeys(("cst", "mdt"), -6),
    **dict.fromkeys(("mst", "pdt"), -7),
    "edt": -4,
    "pst": -8,
}
_RFC_822: Final = re.compile(
    r"(?:(?P<day>[A-Za-z]{3}),\s*)?(?P<date>\d{1,2})\s+(?P<month>[A-Za-z]{3})\s+"
    r"(?P<year>\d{4}|\d{2})\s+(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s+"
    r"(?P<zone>[+-]\d{4}|[A-Za-z]{1,3})"
)
_RFC_3339: Final = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))"
)


@dataclass(frozen=True, slots=True)
class MailDate:
    """A date of RFC 822, and in what it is not as RSS wants it today."""

    moment: datetime
    short_year: bool
    named_zone: bool
    wrong_day: bool


def mail_date(text: str) -> MailDate | None:
    """A date by RFC 822 (5) with RFC 5322's four-digit years; None where it is none."""
    found = _RFC_822.fullmatch(text.strip())
    if found is None or found["month"].lower() not in _MONTHS:
        return None
    zone = _zone(found["zone"])
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 2000 if year < 50 else 1900
    moment = _moment(
        year,
        _MONTHS.index(found["month"].lower()) + 1,
        *(int(found[name] or 0) for name in ("date", "hour", "minute", "second")),
        zone=zone,
    )
    if moment is None:
        return None
    day = found["day"]
    return MailDate(
        moment,
        short_year=len(found["year"]) == 2,
        named_zone=found["zone"][0] not in "+-",
        wrong_day=day is not None and day.lower() != _DAYS[moment.weekday()],
    )


def internet_date(text: str) -> datetime | None:
    """A date by RFC 3339 (5.6) with the capital T and Z that Atom asks for; None if it is none."""
    found = _RFC_3339.fullmatch(text)
    if found is None:
        return None
    zone = None
    if found[8]:
        zone = _offset(found[8], int(found[9]), int(found[10]))
        if zone is None:
            return None
    numbers = (int(found[place]) for place in range(1, 7))
    moment = _moment(*numbers, zone=zone or UTC)
    if moment is None or not found[7]:
        return moment
    return moment.replace(microsecond=int(found[7][1:7].ljust(6, "0")))


def in_utc(moment: datetime) -> datetime:
    """For comparing; at the calendar's ends, where there is no such time, as it is."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def _zone(text: str) -> timezone | None:
    if text[0] in "+-":
        return _offset(text[0], int(text[1:3]), int(text[3:5]))
    hours = _ZONES.get(text.lower())
    if hours is None:
        # Single letters are military zones, which RFC 822 got wrong: none can be told.
        return UTC if len(text) == 1 and text.lower() != "j" else None
    return timezone(timedelta(hours=hours))


def _offset(sign: str, hours: int, minutes: int) -> timezone | None:
    if hours > 23 or minutes > 59:
        return None
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(ahead if sign == "+" else -ahead)


def _moment(
    year: int,
    month: int,
    day: int,
    hour: int,
    minute: int,
    second: int,
    *,
    zone: timezone | None,
) -> datetime | None:
    if zone is None:
        return None
    leap = second == 60
    try:
        return datetime(year, month, day, hour, minute, 59 if leap else second, tzinfo=zone)
    except ValueError:
        return None
