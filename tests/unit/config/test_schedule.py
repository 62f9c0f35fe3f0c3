from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.schedule import Schedule, parse_schedule


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("daily 08:00", Schedule("daily", time(8))),
        ("mon 08:00", Schedule("weekly", time(8), weekday=0)),
        ("Sunday 23:59", Schedule("weekly", time(23, 59), weekday=6)),
        ("monthly 1 8:05", Schedule("monthly", time(8, 5), day=1)),
        ("monthly 28 00:00", Schedule("monthly", time(0), day=28)),
    ],
)
def test_a_schedule_is_read(text, schedule):
    assert parse_schedule(text) == schedule


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "not a schedule"),
        ("weekly 08:00", "not a schedule"),
        ("0 8 * * 1", "not a schedule"),
        ("monkey 08:00", "not a schedule"),
        ("mon", "not a schedule"),
        ("mon 24:00", "not a time of the day"),
        ("daily 8", "not a time of the day"),
        ("monthly 0 08:00", "not a day that every month has"),
        ("monthly 29 08:00", "not a day that every month has"),
        ("monthly first 08:00", "not a day that every month has"),
    ],
)
def test_what_is_not_a_schedule_is_refused(text, cause):
    with pytest.raises(ValueError, match=cause):
        parse_schedule(text)


@given(
    st.one_of(
        st.builds(Schedule, st.just("daily"), st.times()),
        st.builds(Schedule, st.just("weekly"), st.times(), weekday=st.integers(0, 6)),
        st.builds(Schedule, st.just("monthly"), st.times(), day=st.integers(1, 28)),
    )
)
def test_what_is_written_is_read_back(schedule):
    again = parse_schedule(str(schedule))
    assert (again.cadence, again.weekday, again.day) == (
        schedule.cadence,
        schedule.weekday,
        schedule.day,
    )
    assert again.time == schedule.time.replace(second=0, microsecond=0, fold=0)
