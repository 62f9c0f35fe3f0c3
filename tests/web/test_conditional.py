"""Conditional requests as RFC 9110 writes them, its own examples among them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.web.conditional import (
    Conditions,
    entity_tags,
    evaluate,
    http_date,
    parse_http_date,
)
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
ETAG = '"xyzzy"'
CHANGED = at("2026-01-20T12:00:00.750")
SAME = "Tue, 20 Jan 2026 12:00:00 GMT"
BEFORE = "Tue, 20 Jan 2026 11:59:59 GMT"
AFTER = "Wed, 21 Jan 2026 00:00:00 GMT"


def status(*, method: str = "GET", etag: str = ETAG, modified: datetime | None = CHANGED, **fields):
    return evaluate(Conditions(**fields), method=method, etag=etag, last_modified=modified, now=NOW)


def test_without_conditions_the_thing_itself():
    assert status() == 200


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ('"xyzzy"', 304),
        ('W/"xyzzy"', 304),  # weak comparison (8.8.3.2)
        ('"xyzzy", "r2d2xxxx", "c3piozzzz"', 304),  # the examples of 13.1.2
        ('W/"xyzzy", W/"r2d2xxxx", W/"c3piozzzz"', 304),
        ('"r2d2xxxx", "c3piozzzz"', 200),
        ('"r2d2xxxx","xyzzy"', 304),
        (' , "r2d2xxxx" ,, "xyzzy",', 304),  # empty elements count for nothing (5.6.1)
        ("*", 304),
        (" * ", 304),
        ('"*"', 200),
        ('"xyzz"', 200),
        ('"XYZZY"', 200),
        ('w/"xyzzy"', 200),  # the W is a capital
        ("xyzzy", 200),
        ('nonsense, "xyzzy"', 304),
        ("", 200),
    ],
)
def test_if_none_match(field, expected):
    assert status(if_none_match=field) == expected


def test_a_comma_in_a_tag_does_not_part_it():
    assert entity_tags('"a,b", W/"c"') == ('"a,b"', 'W/"c"')


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_reading_gets_304(method):
    assert status(method=method, if_none_match="*") == 304


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST"])
def test_writing_gets_412(method):
    assert status(method=method, if_none_match=ETAG) == 412


@pytest.mark.parametrize("date", [SAME, BEFORE, AFTER, "no date"])
def test_if_none_match_decides_alone(date):
    assert status(if_none_match='"other"', if_modified_since=date) == 200
    assert status(if_none_match=ETAG, if_modified_since=date) == 304


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (SAME, 304),  # what the client was told had no fraction of a second
        (AFTER, 304),
        (BEFORE, 200),
        ("Tuesday, 20-Jan-26 12:00:00 GMT", 304),
        ("Tue Jan 20 12:00:00 2026", 304),
        ("Mon, 19 Jan 2026 24:00:00 GMT", 200),
        ("2026-01-20T12:00:00Z", 200),
        ("yesterday", 200),
        ("", 200),
        (f"{SAME}, {SAME}", 200),  # two members: not a date, so not looked at
    ],
)
def test_if_modified_since(field, expected):
    assert status(if_modified_since=field) == expected


def test_if_modified_since_is_for_reading_only():
    assert status(method="PUT", if_modified_since=AFTER) == 200


def test_without_a_date_of_ours_if_modified_since_says_nothing():
    assert status(modified=None, if_modified_since=AFTER) == 200


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ('"xyzzy"', 200),
        ('"r2d2xxxx", "xyzzy"', 200),
        ("*", 200),
        ('W/"xyzzy"', 412),  # strong comparison (13.1.1)
        ('"other"', 412),
    ],
)
def test_if_match(field, expected):
    assert status(if_match=field) == expected


def test_a_weak_tag_of_ours_never_matches_strongly():
    assert status(etag='W/"xyzzy"', if_match='W/"xyzzy"') == 412


@pytest.mark.parametrize(("date", "expected"), [(BEFORE, 412), (SAME, 200), ("no date", 200)])
def test_if_unmodified_since(date, expected):
    assert status(if_unmodified_since=date) == expected


def test_if_match_stands_before_if_unmodified_since():
    assert status(if_match=ETAG, if_unmodified_since=BEFORE) == 200


def test_if_match_stands_before_if_none_match():
    assert status(if_match='"other"', if_none_match=ETAG) == 412


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 06 Nov 1994 08:49:37 GMT",  # the examples of 5.6.7
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ],
)
def test_the_three_forms_of_a_date(text):
    assert parse_http_date(text, now=NOW) == datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)


@pytest.mark.parametrize(("year", "expected"), [("76", 2076), ("77", 1977), ("26", 2026)])
def test_two_digits_of_a_year_are_at_most_fifty_years_ahead(year, expected):
    found = parse_http_date(f"Sunday, 06-Nov-{year} 08:49:37 GMT", now=NOW)
    assert found is not None
    assert found.year == expected


def test_a_leap_second_is_a_date():
    found = parse_http_date("Sat, 31 Dec 2016 23:59:60 GMT", now=NOW)
    assert found == at("2017-01-01T00:00")


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 31 Feb 1994 08:49:37 GMT",
        "sun, 06 nov 1994 08:49:37 gmt",
        "Sun, 06 Nov 0000 08:49:37 GMT",
        "Sun, ٠٦ Nov 1994 08:49:37 GMT",
        "Fri, 31 Dec 9999 23:59:60 GMT",
    ],
)
def test_what_is_no_date(text):
    assert parse_http_date(text, now=NOW) is None


MOMENTS = st.datetimes(
    min_value=datetime(1, 1, 2),  # noqa: DTZ001 (made aware by the strategy)
    max_value=datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(MOMENTS)
def test_a_date_that_we_write_is_one_that_we_read(moment):
    assert parse_http_date(http_date(moment), now=NOW) == moment.replace(microsecond=0)


@given(MOMENTS, st.integers(-2, 2))
def test_what_we_say_was_changed_is_not_modified_since(moment, seconds):
    told = http_date(moment)
    later = moment.replace(microsecond=0) + timedelta(seconds=seconds)
    expected = 304 if seconds <= 0 else 200
    assert status(modified=later, if_modified_since=told) == expected


OPAQUE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0xFF, exclude_characters='"'))
TAGS = OPAQUE.map(lambda text: "".join(c for c in text if not 0x7F <= ord(c) < 0x80)).map(
    lambda text: f'"{text}"'
)


@given(st.lists(TAGS, min_size=1), st.data())
def test_a_list_is_read_as_it_was_written(tags, data):
    gaps = data.draw(st.lists(st.sampled_from([",", ", ", " ,\t", ",,"]), min_size=len(tags)))
    field = "".join(tag + gap for tag, gap in zip(tags, gaps, strict=False))
    assert entity_tags(field) == tuple(tags)


@given(st.text())
def test_any_field_at_all_has_an_answer(field):
    answers = {
        status(if_none_match=field),
        status(if_match=field),
        status(if_modified_since=field),
        status(if_unmodified_since=field),
    }
    assert answers <= {200, 304, 412}
    parse_http_date(field, now=NOW)
