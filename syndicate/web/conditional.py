"""Conditional requests, as RFC 9110 (section 13) has them. Pure.

Strings in, a status out: what is served, and from where, is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final, Literal

Status = Literal[200, 304, 412]

_ENTITY_TAG: Final = re.compile(r'(?P<weak>W/)?(?P<opaque>"[\x21\x23-\x7e\x80-\xff]*")')
_GAP: Final = re.compile(r"[ \t,]*")
_TIME: Final = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
# Written out: the calendar module's names change with the locale.
_MONTHS: Final = {
    name: number
    for number, name in enumerate(re.findall("...", "JanFebMarAprMayJunJulAugSepOctNovDec"), 1)
}
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY: Final = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        # IMF-fixdate, and the two obsolete forms that must still be understood (5.6.7).
        rf"{_DAY}, (?P<day>\d\d) {_MONTH} (?P<year>\d{{4}}) {_TIME} GMT",
        rf"{_WEEKDAY}, (?P<day>\d\d)-{_MONTH}-(?P<year>\d\d) {_TIME} GMT",
        rf"{_DAY} {_MONTH} (?P<day>\d\d| \d) {_TIME} (?P<year>\d{{4}})",
    )
)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditional fields of a request; ``None`` for those it has not.

    A field that came on several lines is their values joined by commas (5.3).
    """

    if_match: str | None = None
    if_unmodified_since: str | None = None
    if_none_match: str | None = None
    if_modified_since: str | None = None


def evaluate(
    conditions: Conditions, *, method: str, etag: str, last_modified: datetime | None, now: datetime
) -> Status:
    """What to answer for a representation that exists, in the order of 13.2.2.

    ``etag`` is its strong entity tag, in quotation marks. If-None-Match, where
    present, decides alone: the dates are then not looked at.
    """
    reads = method in ("GET", "HEAD")
    if conditions.if_match is not None:
        if not _matches(conditions.if_match, etag, weakly=False):
            return 412
    elif conditions.if_unmodified_since is not None:
        unmodified = parse_http_date(conditions.if_unmodified_since, now=now)
        if unmodified and last_modified and _whole(last_modified) > unmodified:
            return 412
    if conditions.if_none_match is not None:
        if _matches(conditions.if_none_match, etag, weakly=True):
            return 304 if reads else 412
    elif conditions.if_modified_since is not None and reads:
        since = parse_http_date(conditions.if_modified_since, now=now)
        if since and last_modified and _whole(last_modified) <= since:
            return 304
    return 200


def entity_tags(field: str) -> tuple[str, ...]:
    """The entity tags of a list, weak ones with their ``W/``; what is none is passed over."""
    found = []
    place = 0
    while place < len(field):
        gap = _GAP.match(field, place)
        place = gap.end() if gap else place
        tag = _ENTITY_TAG.match(field, place)
        if tag:
            found.append(tag.group())
            place = tag.end()
        else:
            comma = field.find(",", place)
            place = len(field) if comma < 0 else comma
    return tuple(found)


def http_date(moment: datetime) -> str:
    """IMF-fixdate (5.6.7), in whole seconds."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def parse_http_date(text: str, *, now: datetime) -> datetime | None:
    """Any of the three forms of a date; ``None`` for what is none of them.

    ``now`` decides the century of a year of two digits: one that seems more
    than 50 years ahead is in the past.
    """
    found = next((match for form in _FORMS if (match := form.fullmatch(text.strip(" \t")))), None)
    if found is None:
        return None
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += now.year // 100 * 100
        if year > now.year + 50:
            year -= 100
    # A leap second is valid; datetime has none.
    leap = found["second"] == "60"
    try:
        moment = datetime(
            year,
            _MONTHS[found["month"]],
            int(found["day"]),
            int(found["hour"]),
            int(found["minute"]),
            59 if leap else int(found["second"]),
            tzinfo=UTC,
        )
        return moment + timedelta(seconds=1) if leap else moment
    except (ValueError, OverflowError):
        return None


def _matches(field: str, etag: str, *, weakly: bool) -> bool:
    """Whether a list names the tag, or is ``*`` (8.8.3.2, 13.1.1, 13.1.2)."""
    if field.strip(" \t") == "*":
        return True
    tags = entity_tags(field)
    if weakly:
        return etag.removeprefix("W/") in {tag.removeprefix("W/") for tag in tags}
    return not etag.startswith("W/") and etag in tags


def _whole(moment: datetime) -> datetime:
    """What the client has been told: dates in HTTP have no fractions."""
    return moment.replace(microsecond=0)
