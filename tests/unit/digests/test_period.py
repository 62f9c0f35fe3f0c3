"""Calendar periods and due times, over the clock's changes."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.schedule import parse_schedule
from syndicate.digests import period
from tests.support.articles import at

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("cadence", "label", "start", "end"),
    [
        ("daily", "2026-01-25", "2026-01-24T16:00", "2026-01-25T16:00"),
        ("weekly", "2026-W04", "2026-01-18T16:00", "2026-01-25T16:00"),
        ("monthly", "2025-12", "2025-11-30T16:00", "2025-12-31T16:00"),
    ],
)
def test_the_last_complete_period(cadence, label: str, start: str, end: str) -> None:
    found = period.last_complete(cadence, at("2026-01-26T09:00+08:00"), SHANGHAI)
    assert (found.label, found.start, found.end) == (label, at(start), at(end))


@given(
    cadence=st.sampled_from(["daily", "weekly", "monthly"]),
    seconds=st.integers(0, 13_000_000_000),
    zone=st.sampled_from([SHANGHAI, BERLIN, NEW_YORK]),
)
def test_a_label_names_its_period(cadence, seconds: int, zone: ZoneInfo) -> None:
    found = period.containing(cadence, datetime.fromtimestamp(seconds, UTC), zone)
    assert period.labelled(found.label, zone) == found


@pytest.mark.parametrize(
    "label",
    ["", "2026", "2026-W54", "2025-W53", "2026-W4", "2026-13", "2026-1", "2026-02-30", "9999-12"],
)
def test_what_is_no_label_names_no_period(label: str) -> None:
    assert period.labelled(label, BERLIN) is None


def test_a_period_is_half_open() -> None:
    midnight = at("2026-01-26T00:00+08:00")
    assert period.last_complete("weekly", midnight, SHANGHAI).label == "2026-W04"
    assert period.containing("weekly", midnight, SHANGHAI).label == "2026-W05"


def test_weeks_follow_iso_8601_over_the_new_year() -> None:
    assert period.containing("weekly", at("2026-12-30T12:00"), BERLIN).label == "2026-W53"
    assert period.containing("weekly", at("2027-01-01T12:00"), BERLIN).label == "2026-W53"


def test_a_week_with_a_clock_change_is_an_hour_short_or_long() -> None:
    spring = period.containing("weekly", at("2026-03-28T12:00"), BERLIN)
    autumn = period.containing("weekly", at("2026-10-24T12:00"), BERLIN)
    assert (spring.end - spring.start).total_seconds() == (7 * 24 - 1) * 3600
    assert (autumn.end - autumn.start).total_seconds() == (7 * 24 + 1) * 3600


def test_previous_and_following_are_inverse() -> None:
    start = period.containing("monthly", at("2026-03-15T12:00"), BERLIN)
    assert period.following(period.previous(start)) == start


@pytest.mark.parametrize(
    ("schedule", "day", "due"),
    [
        ("mon 08:00", "2026-01-25T12:00+08:00", "2026-01-26T08:00+08:00"),
        ("wed 06:30", "2026-01-25T12:00+08:00", "2026-01-28T06:30+08:00"),
        ("daily 00:00", "2026-01-25T12:00+08:00", "2026-01-26T00:00+08:00"),
        ("monthly 3 08:00", "2026-01-25T12:00+08:00", "2026-02-03T08:00+08:00"),
    ],
)
def test_an_edition_is_due_at_the_first_scheduled_time_after_its_period(
    schedule: str, day: str, due: str
) -> None:
    parsed = parse_schedule(schedule)
    covered = period.containing(parsed.cadence, at(day), SHANGHAI)
    assert period.due_at(covered, parsed) == at(due)


def test_an_hour_that_the_clock_skips_is_the_instant_of_the_jump() -> None:
    covered = period.containing("daily", at("2026-03-28T12:00"), BERLIN)
    assert period.due_at(covered, parse_schedule("daily 02:30")) == at("2026-03-29T01:00")


def test_an_hour_that_the_clock_shows_twice_is_its_first() -> None:
    covered = period.containing("daily", at("2026-10-24T12:00"), BERLIN)
    assert period.due_at(covered, parse_schedule("daily 02:30")) == at("2026-10-25T00:30")


def test_before_its_hour_the_period_before_is_the_last_due() -> None:
    schedule = parse_schedule("mon 08:00")
    early, late = at("2026-01-26T07:59+08:00"), at("2026-01-26T08:00+08:00")
    assert period.last_due(schedule, early, SHANGHAI).label == "2026-W03"
    assert period.last_due(schedule, late, SHANGHAI).label == "2026-W04"


def test_a_schedule_late_in_the_week_still_covers_the_week_before() -> None:
    schedule = parse_schedule("fri 17:00")
    assert period.last_due(schedule, at("2026-01-29T12:00-05:00"), NEW_YORK).label == "2026-W03"
    assert period.last_due(schedule, at("2026-01-30T17:00-05:00"), NEW_YORK).label == "2026-W04"
