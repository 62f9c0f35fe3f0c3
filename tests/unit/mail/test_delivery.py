"""When a mail may go first, and what it is called."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.delivery import first_hour, message_id, wanted_at
from tests.support.articles import at

BERLIN = ZoneInfo("Europe/Berlin")


def test_without_an_hour_a_mail_goes_when_the_edition_closes() -> None:
    assert first_hour(at("2026-01-26T00:00"), None, BERLIN) == at("2026-01-26T00:00")


def test_an_hour_still_to_come_is_today() -> None:
    assert first_hour(at("2026-01-26T00:00"), 9, BERLIN) == at("2026-01-26T08:00")


def test_an_hour_that_has_passed_is_tomorrow() -> None:
    assert first_hour(at("2026-01-26T10:00"), 9, BERLIN) == at("2026-01-27T08:00")


def test_the_very_moment_counts() -> None:
    assert first_hour(at("2026-01-26T08:00"), 9, BERLIN) == at("2026-01-26T08:00")


def test_an_hour_that_the_clock_skips_is_the_instant_after_the_gap() -> None:
    # In the night to 29 March 2026 clocks go from 02:00 to 03:00.
    assert first_hour(at("2026-03-29T00:30"), 2, BERLIN) == at("2026-03-29T01:00")


def test_an_hour_that_comes_twice_is_the_first_of_the_two() -> None:
    # In the night to 25 October 2026 clocks go back from 03:00 to 02:00.
    assert first_hour(at("2026-10-24T20:00"), 2, BERLIN) == at("2026-10-25T00:00")


def test_between_the_two_the_hour_is_tomorrows() -> None:
    assert first_hour(at("2026-10-25T00:30"), 2, BERLIN) == at("2026-10-26T01:00")


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1)),  # noqa: DTZ001
    st.integers(0, 23),
    st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]),
)
def test_the_first_hour_comes_within_two_days_and_never_before(
    moment: datetime, hour: int, zone: str
) -> None:
    closed = moment.replace(tzinfo=ZoneInfo("UTC"))
    found = first_hour(closed, hour, ZoneInfo(zone))
    assert closed <= found <= closed + timedelta(days=2)
    local = found.astimezone(ZoneInfo(zone))
    assert local.hour == hour or local.minute == 0 or local.hour == (hour + 1) % 24


def test_an_hour_that_is_the_editions_own_is_not_missed_by_the_seconds_of_its_making() -> None:
    due, begun = at("2026-01-26T08:00"), at("2026-01-26T08:00:05")
    assert wanted_at(due, begun, 9, BERLIN) == due


def test_an_hour_that_passed_half_a_day_ago_counts_and_one_before_is_tomorrows() -> None:
    due, begun = at("2026-01-26T00:00"), at("2026-01-26T20:00")
    assert wanted_at(due, begun, 9, BERLIN) == at("2026-01-26T08:00")
    assert wanted_at(due, begun, 8, BERLIN) == at("2026-01-27T07:00")


def test_days_later_the_last_of_the_hours_counts() -> None:
    due, begun = at("2026-01-26T00:00"), at("2026-01-28T10:00")
    assert wanted_at(due, begun, 9, BERLIN) == at("2026-01-28T08:00")
    assert wanted_at(due, begun, None, BERLIN) == due


def test_the_editions_own_hour_may_be_one_that_the_clock_skips_or_shows_twice() -> None:
    seconds = timedelta(seconds=5)
    spring, autumn = at("2026-03-29T01:00"), at("2026-10-25T00:00")
    assert wanted_at(spring, spring + seconds, 2, BERLIN) == spring
    assert wanted_at(autumn, autumn + seconds, 2, BERLIN) == autumn
    # The first 02:00 has passed, the second has not.
    assert wanted_at(at("2026-10-24T20:00"), at("2026-10-25T00:30"), 2, BERLIN) == autumn


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1)),  # noqa: DTZ001
    st.timedeltas(timedelta(), timedelta(days=4)),
    st.integers(0, 23),
    st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]),
)
def test_a_late_edition_keeps_the_hours_that_were_promised_for_half_a_day(
    moment: datetime, late: timedelta, hour: int, zone: str
) -> None:
    due = moment.replace(tzinfo=ZoneInfo("UTC"))
    begun, half_a_day = due + late, timedelta(hours=12)
    found = wanted_at(due, begun, hour, ZoneInfo(zone))
    assert max(due, begun - half_a_day) <= found <= begun + timedelta(days=2)
    if late <= half_a_day:
        assert found == first_hour(due, hour, ZoneInfo(zone))


def test_the_same_mail_has_the_same_message_id() -> None:
    made = {message_id("weekly", "2026-W04", "key", "gazette.example") for _ in range(2)}
    assert len(made) == 1


@pytest.mark.parametrize(
    "other",
    [
        ("daily", "2026-W04", "key"),
        ("weekly", "2026-W05", "key"),
        ("weekly", "2026-W04", "other"),
    ],
)
def test_another_mail_has_another_message_id(other: tuple[str, str, str]) -> None:
    first = message_id("weekly", "2026-W04", "key", "gazette.example")
    assert message_id(*other, "gazette.example") != first


def test_a_message_id_holds_neither_key_nor_newsletter() -> None:
    made = message_id("weekly", "2026-W04", "5ecre7", "gazette.example")
    assert made.startswith("<2026-W04.")
    assert made.endswith("@gazette.example>")
    assert "5ecre7" not in made
    assert "weekly" not in made
