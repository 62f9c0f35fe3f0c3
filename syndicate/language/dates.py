"""Days and periods in words: "19 to 25 January 2026", "2026年1月19日至25日".

The patterns are Babel's (Unicode TR 35) and stand in the catalogues, because
where a language puts the year is a matter of language. Every date is shown in
the zone that is passed in, never in that of the machine.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from syndicate.language.catalogue import Catalogue
from syndicate.model.edition import Period


def period_in_words(period: Period, words: Catalogue) -> str:
    """A period's days, the last one included, in the calendar of its zone."""
    zone = ZoneInfo(period.timezone)
    first = period.start.astimezone(zone).date()
    last = period.end.astimezone(zone).date() - timedelta(days=1)
    if period.cadence == "monthly":
        return month_in_words(first, words)
    if first >= last:
        return _show(first, words.pgettext("a day with its weekday", "EEEE d MMMM y"), words)
    if first.year != last.year:
        start = words.pgettext("first day, another year", "d MMMM y")
        end = words.pgettext("last day, another year", "d MMMM y")
    elif first.month != last.month:
        start = words.pgettext("first day, another month", "d MMMM")
        end = words.pgettext("last day, another month", "d MMMM y")
    else:
        start = words.pgettext("first day, same month", "d")
        end = words.pgettext("last day, same month", "d MMMM y")
    return words.pgettext("a period", "%(first)s to %(last)s") % {
        "first": _show(first, start, words),
        "last": _show(last, end, words),
    }


def month_in_words(day: date, words: Catalogue) -> str:
    """``January 2026``."""
    return _show(day, words.pgettext("a month", "MMMM y"), words)


def date_in_words(moment: datetime, timezone: str, words: Catalogue) -> str:
    """``16 January 2026``."""
    day = moment.astimezone(ZoneInfo(timezone)).date()
    return _show(day, words.pgettext("a day", "d MMMM y"), words)


def moment_in_words(moment: datetime, timezone: str, words: Catalogue) -> str:
    """``16 January 2026, 14:05``."""
    local = moment.astimezone(ZoneInfo(timezone))
    return words.pgettext("a moment", "%(day)s, %(time)s") % {
        "day": date_in_words(moment, timezone, words),
        "time": f"{local:%H:%M}",
    }


def since_in_words(moment: datetime, period: Period, words: Catalogue) -> str:
    """The moment a count starts from, as a reader of that period would say it.

    "Wednesday" in a week, "14 January" in a month, "09:30" in a day.
    """
    local = moment.astimezone(ZoneInfo(period.timezone))
    if period.cadence == "daily":
        return f"{local:%H:%M}"
    if period.cadence == "weekly":
        return _show(local.date(), "EEEE", words)
    return _show(local.date(), words.pgettext("a day of this year", "d MMMM"), words)


@lru_cache(maxsize=1024)
def _show(day: date, pattern: str, words: Catalogue) -> str:
    return format_date(day, pattern, locale=words.locale)
