"""The archive's lists: editions by cadence and month, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from syndicate.digests.archive import Told, line, runs
from syndicate.model.edition import Edition, Period

ZONE = "Asia/Shanghai"


def told(cadence, first, days, label, *, language="en", count=17):
    start = datetime.fromisoformat(f"{first}T00:00+08:00").astimezone(UTC)
    period = Period(cadence, start, start + timedelta(days=days), ZONE, label)
    edition = Edition(1, "weekly", period, "open", period.end)
    return Told(edition, f"The lead of {label}", language, count)


WEEKS = [
    told("weekly", "2026-01-19", 7, "2026-W04"),
    told("weekly", "2025-12-29", 7, "2026-W01"),
    told("weekly", "2025-12-22", 7, "2025-W52"),
]


def test_a_week_stands_in_the_month_it_begins_in_by_the_calendar_of_its_zone():
    (run,) = runs(WEEKS, language="en", base="")
    assert [(month.name, [each.address for each in month.editions]) for month in run.months] == [
        ("January 2026", ["2026-W04"]),
        ("December 2025", ["2026-W01", "2025-W52"]),
    ]


def test_a_single_cadence_needs_no_title():
    (run,) = runs(WEEKS, language="en", base="")
    assert run.title == ""


def test_several_cadences_stand_apart_the_shortest_first():
    days = [told("daily", "2026-01-21", 1, "2026-01-21")]
    months = [told("monthly", "2026-01-01", 31, "2026-01")]
    found = runs([*months, *WEEKS, *days], language="en", base="")
    assert [run.title for run in found] == ["Every day", "Every week", "Every month"]


@pytest.mark.parametrize(
    ("language", "period", "stories"),
    [
        ("en", "19 to 25 January 2026", "17 stories"),
        ("zh", "2026年1月19日至25日", "共 17 篇"),
    ],
)
def test_a_line_is_in_the_page_s_language(language, period, stories):
    found = line(WEEKS[0], language=language, base="weekly/")
    assert (found.period, found.stories) == (period, stories)
    assert found.address == "weekly/2026-W04"


@pytest.mark.parametrize(("page", "marked"), [("en", "zh-Hans"), ("zh", "")])
def test_a_headline_in_another_language_says_so(page, marked):
    edition = told("weekly", "2026-01-19", 7, "2026-W04", language="zh-Hans")
    assert line(edition, language=page, base="").language == marked


def test_nothing_made_yet_is_no_run():
    assert runs([], language="en", base="") == ()
