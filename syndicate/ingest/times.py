"""Times as the CMS writes them: a clock on the wall of its own zone."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from syndicate.model.moment import from_local

_TIME = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[\sT]*(\d{1,2})\s*[::时]\s*(\d{1,2})(?:\s*[::分]\s*(\d{1,2})(?:\.\d{1,9})?)?\s*[分秒]?)?",
    re.ASCII,
)
FIRST_YEAR = 1900
LAST_YEAR = 2199


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@lru_cache(maxsize=4096)
def read(text: str, timezone: str) -> datetime | None:
    """``2026-01-22 06:06`` (or with ``/``, ``T``, seconds, 年月日) in ``timezone``, as UTC.

    None where it is no time of the years 1900 to 2199.
    """
    found = _TIME.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
    except ValueError:
        return None
    return from_local(local, zone(timezone))
