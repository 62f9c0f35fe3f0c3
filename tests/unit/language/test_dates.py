"""Periods and days in words."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from syndicate.language import (
    catalogue,
    date_in_words,
    moment_in_words,
    period_in_words,
    since_in_words,
)
from syndicate.model.edition import Period


def period(cadence, first, end, zone="Asia/Shanghai"):
    start, stop = (
        datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for day in (first, end)
    )
    return Period(cadence, start, stop, zone, first)


@pytest.mark.parametrize(
    ("cadence", "first", "end", "english", "chinese"),
    [
        ("weekly", "2026-01-19", "2026-01-26", "19 to 25 January 2026", "2026年1月19日至25日"),
        (
            "weekly",
            "2026-01-26",
            "2026-02-02",
            "26 January to 1 February 2026",
            "2026年1月26日至2月1日",
        ),
        (
            "weekly",
            "2025-12-29",
            "2026-01-05",
            "29 December 2025 to 4 January 2026",
            "2025年12月29日至2026年1月4日",
        ),
        ("daily", "2026-01-25", "2026-01-26", "Sunday 25 January 2026", "2026年1月25日 星期日"),
        ("monthly", "2026-01-01", "2026-02-01", "January 2026", "2026年1月"),
        ("monthly", "2025-12-01", "2026-01-01", "December 2025", "2025年12月"),
    ],
)
def test_period(cadence, first, end, english, chinese):
    made = period(cadence, first, end)
    assert period_in_words(made, catalogue("en")) == english
    assert period_in_words(made, catalogue("zh-CN")) == chinese


def test_a_week_with_a_changing_clock_keeps_its_days():
    week = period("weekly", "2026-03-23", "2026-03-30", "Europe/Berlin")
    assert (week.end - week.start).total_seconds() == (7 * 24 - 1) * 3600
    assert period_in_words(week, catalogue("en")) == "23 to 29 March 2026"


@pytest.mark.parametrize(
    ("cadence", "end", "english", "chinese"),
    [
        ("daily", "2026-01-22", "12:30", "12:30"),
        ("weekly", "2026-01-26", "Wednesday", "星期三"),
        ("monthly", "2026-02-01", "21 January", "1月21日"),
    ],
)
def test_since_is_told_as_a_reader_of_the_period_would(cadence, end, english, chinese):
    moment = datetime(2026, 1, 21, 4, 30, tzinfo=UTC)
    made = period(cadence, "2026-01-21", end)
    assert since_in_words(moment, made, catalogue("en")) == english
    assert since_in_words(moment, made, catalogue("zh")) == chinese


def test_days_are_those_of_the_zone():
    late = datetime(2026, 1, 24, 20, 5, tzinfo=UTC)
    assert date_in_words(late, "Asia/Shanghai", catalogue("en")) == "25 January 2026"
    assert date_in_words(late, "Europe/Berlin", catalogue("en")) == "24 January 2026"
    assert moment_in_words(late, "Asia/Shanghai", catalogue("en")) == "25 January 2026, 04:05"
    assert moment_in_words(late, "Asia/Shanghai", catalogue("zh")) == "2026年1月25日 04:05"
