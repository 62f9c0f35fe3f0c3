"""Times as the CMS writes them, and the clock's gaps and folds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.ingest.times import read
from syndicate.model.moment import from_local

NEW_YEAR = datetime.fromisoformat("1975-01-01")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-22 06:06", utc(2026, 1, 21, 22, 6)),
        (" 2026-01-22   06:06:09 ", utc(2026, 1, 21, 22, 6, 9)),
        ("2026/1/22 6:06:09", utc(2026, 1, 21, 22, 6, 9)),
        ("2026-01-22T06:06", utc(2026, 1, 21, 22, 6)),
        ("2026-01-22T06:06:09.123", utc(2026, 1, 21, 22, 6, 9)),
        ("2026年1月22日 6:06", utc(2026, 1, 21, 22, 6)),
        ("2026年1月22日6时6分", utc(2026, 1, 21, 22, 6)),
        ("2026-01-22", utc(2026, 1, 21, 16)),
    ],
)
def test_ways_to_write_a_time(text: str, expected: datetime) -> None:
    assert read(text, "Asia/Shanghai") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "06:06",
        "22.01.26",
        "2026-02-30",
        "2026-01-22 25:00",
        "1899-12-31",
        "2200-01-01",
        "2026-01-22 06:06 x",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text, "Asia/Shanghai") is None


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2026-03-08 02:00", "America/New_York", utc(2026, 3, 8, 7)),
        ("2026-03-08 02:30", "America/New_York", utc(2026, 3, 8, 7)),
        ("2026-03-08 02:59:59", "America/New_York", utc(2026, 3, 8, 7)),
        ("2026-03-08 03:00", "America/New_York", utc(2026, 3, 8, 7)),
        ("2026-11-01 01:30", "America/New_York", utc(2026, 11, 1, 5, 30)),
        ("2026-03-29 02:30", "Europe/Berlin", utc(2026, 3, 29, 1)),
        ("2026-10-04 02:15", "Australia/Lord_Howe", utc(2026, 10, 3, 15, 30)),
        ("2011-12-30 12:00", "Pacific/Apia", utc(2011, 12, 30, 10)),
    ],
)
def test_a_skipped_time_is_the_next_instant_and_a_double_one_the_first(
    text: str, zone: str, expected: datetime
) -> None:
    assert read(text, zone) == expected


@given(
    st.integers(0, 2_000_000_000).map(lambda second: NEW_YEAR + timedelta(seconds=second)),
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC"]),
)
def test_the_clock_shows_the_time_or_the_first_after_it(local: datetime, name: str) -> None:
    shown = from_local(local, ZoneInfo(name)).astimezone(ZoneInfo(name)).replace(tzinfo=None)
    assert shown >= local
