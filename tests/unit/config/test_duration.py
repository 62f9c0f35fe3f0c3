from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.duration import format_duration, parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45s", 45),
        ("15m", 900),
        ("1h30m", 5400),
        ("1h 30m", 5400),
        ("3d", 259_200),
        ("2w", 1_209_600),
        ("90M", 5400),
    ],
)
def test_a_duration_is_read(text, seconds):
    assert parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "15", "m", "-3d", "30m1h", "1.5h", "soon", "٣d"])
def test_what_is_not_a_duration_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match='not a duration; write "15m"'):
        parse_duration(text)


def test_no_time_at_all_is_refused():
    with pytest.raises(ValueError, match="no time at all"):
        parse_duration("0h0m")


@given(st.integers(min_value=1, max_value=10**9))
def test_what_is_written_is_read_back(seconds):
    duration = timedelta(seconds=seconds)
    assert parse_duration(format_duration(duration)) == duration
