"""Calendar periods of a newsletter, and when the edition of one is due.

Pure: the zone's calendar is the only thing looked at besides the arguments.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from syndicate.config.schedule import Schedule
from syndicate.model.edition import Cadence, Period
from syndicate.model.moment import from_local

#: How a label and what is put behind it name the first day of a period.
_LABELS: Final[tuple[tuple[Cadence, str, str], ...]] = (
    ("daily", "", "%Y-%m-%d"),
    ("weekly", "-1", "%G-W%V-%u"),
    ("monthly", "-01", "%Y-%m-%d"),
)


def containing(cadence: Cadence, moment: datetime, zone: ZoneInfo) -> Period:
    """The period that ``moment`` falls into."""
    return _period(cadence, _first_day(cadence, moment.astimezone(zone).date()), zone)


def labelled(label: str, zone: ZoneInfo) -> Period | None:
    """The period of this label, of whichever cadence; None where no period has it."""
    for cadence, rest, form in _LABELS:
        try:
            first = datetime.strptime(f"{label}{rest}", form).date()  # noqa: DTZ007
            found = _period(cadence, first, zone)
        except (ValueError, OverflowError):
            continue
        if found.label == label:
            return found
    return None


def last_complete(cadence: Cadence, moment: datetime, zone: ZoneInfo) -> Period:
    """The latest period that had ended by ``moment``."""
    return previous(containing(cadence, moment, zone))


def previous(period: Period) -> Period:
    zone = ZoneInfo(period.timezone)
    day = period.start.astimezone(zone).date() - timedelta(days=1)
    return _period(period.cadence, _first_day(period.cadence, day), zone)


def following(period: Period) -> Period:
    zone = ZoneInfo(period.timezone)
    return _period(period.cadence, period.end.astimezone(zone).date(), zone)


def due_at(period: Period, schedule: Schedule) -> datetime:
    """When the edition of ``period`` is to be made: the schedule's first time after its end."""
    zone = ZoneInfo(period.timezone)
    end = period.end.astimezone(zone)
    day = end.date()
    if schedule.weekday is not None:
        day += timedelta(days=(schedule.weekday - day.weekday()) % 7)
    if schedule.day is not None:
        day = day.replace(day=schedule.day)
    return max(from_local(datetime.combine(day, schedule.time), zone), period.end)


def last_due(schedule: Schedule, now: datetime, zone: ZoneInfo) -> Period:
    """The latest period whose edition ought to have been made by ``now``."""
    period = last_complete(schedule.cadence, now, zone)
    while due_at(period, schedule) > now:
        period = previous(period)
    return period


def _first_day(cadence: Cadence, day: date) -> date:
    if cadence == "weekly":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if cadence == "monthly" else day


def _period(cadence: Cadence, first: date, zone: ZoneInfo) -> Period:
    if cadence == "daily":
        end, label = first + timedelta(days=1), first.isoformat()
    elif cadence == "weekly":
        year, week, _ = first.isocalendar()
        end, label = first + timedelta(days=7), f"{year}-W{week:02}"
    else:
        end, label = (first + timedelta(days=31)).replace(day=1), f"{first:%Y-%m}"
    return Period(
        cadence=cadence,
        start=from_local(datetime.combine(first, time()), zone),
        end=from_local(datetime.combine(end, time()), zone),
        timezone=zone.key,
        label=label,
    )
