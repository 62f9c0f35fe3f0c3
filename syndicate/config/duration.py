"""Durations as people write them: ``15m``, ``3d``, ``1h30m``."""

from __future__ import annotations

import re
from datetime import timedelta

_UNITS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_GRAMMAR = re.compile(
    r"(?:(?P<w>\d{1,6})w)?(?:(?P<d>\d{1,6})d)?(?:(?P<h>\d{1,6})h)?(?:(?P<m>\d{1,6})m)?(?:(?P<s>\d{1,6})s)?",
    re.ASCII,
)


def parse_duration(text: str) -> timedelta:
    """Read weeks, days, hours, minutes and seconds, largest first, at least one second.

    Raises ``ValueError`` with a cause and a way out.
    """
    compact = text.replace(" ", "").lower()
    match = _GRAMMAR.fullmatch(compact)
    if not compact or match is None:
        raise ValueError('not a duration; write "15m", "3d" or "1h30m"')
    seconds = sum(int(match[unit] or 0) * size for unit, size in _UNITS.items())
    if seconds == 0:
        raise ValueError('no time at all; write at least "1s"')
    return timedelta(seconds=seconds)


def format_duration(duration: timedelta) -> str:
    """Write a duration so that :func:`parse_duration` reads the same one back.

    Fractions of a second are dropped; weeks are written as days.
    """
    rest = int(duration.total_seconds())
    parts = []
    for unit in "dhms":
        count, rest = divmod(rest, _UNITS[unit])
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts) or "0s"
