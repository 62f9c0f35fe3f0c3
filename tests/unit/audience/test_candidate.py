"""What a newsletter offers decides what a line of a file may say."""

from __future__ import annotations

import pytest

from syndicate.audience.candidate import Candidate, Terms
from syndicate.audience.roster import Row
from syndicate.model.section import Section, SectionTree

TREE = SectionTree(
    [
        Section(1, "cms", "101", "Harbour", slug="harbour"),
        Section(2, "cms", "101001", "Ferries", slug="ferries", parent_id=1),
        Section(3, "cms", "102", "City", slug="city"),
        Section(4, "cms", "103", "Science", slug="science"),
    ]
)
TERMS = Terms(
    newsletter="weekly",
    languages=("en", "zh-Hans"),
    cadences=("weekly", "daily"),
    sections=TREE,
)


def read(**values: str) -> Candidate:
    found = TERMS.read(Row(2, {"email": "nell@harbour.example", **values}))
    assert isinstance(found, Candidate), found
    return found


def said(**values: str) -> list[str]:
    found = TERMS.read(Row(2, {"email": "nell@harbour.example", **values}))
    assert isinstance(found, tuple), found
    return [str(flaw) for flaw in found]


def test_what_a_line_leaves_open_is_the_newsletters_usual():
    found = read()
    assert (found.language, found.cadence, found.sections, found.hour) == (
        "en",
        "weekly",
        None,
        None,
    )


@pytest.mark.parametrize("text", ["ferries|city", "city 101001", "cms/102|cms/101001"])
def test_sections_go_by_slug_or_key_between_bars_or_spaces(text):
    assert read(sections=text).sections == ("cms/101001", "cms/102")


@pytest.mark.parametrize("text", ["zh-Hans", "zh_hans", "zh", "zh-Hans-CN"])
def test_a_language_means_what_is_offered_of_it(text):
    assert read(language=text).language == "zh-Hans"


def test_an_export_brings_back_cadence_and_hour():
    found = read(cadence="daily", hour="7")
    assert (found.cadence, found.hour) == ("daily", 7)


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"email": ""}, "line 2: email: empty; write name@domain"),
        (
            {"email": "nell@"},
            "line 2: email: 'nell@': not a mail address; write name@domain",
        ),
        (
            {"language": "fr"},
            'line 2: language: "fr": not offered; known are en, zh-Hans; or leave it empty',
        ),
        (
            {"language": "French"},
            'line 2: language: \'French\': not a language tag; write one such as "en" or "zh-Hans"',
        ),
        (
            {"sections": "harbour|sport"},
            "line 2: sections: section 'sport': there is none of this name; "
            "known are harbour, ferries, city, science",
        ),
        (
            {"name": "Nell\nBcc: x"},
            "line 2: name: 'Nell\\nBcc: x': has a line break or another control character",
        ),
        (
            {"cadence": "monthly"},
            "line 2: cadence: 'monthly': not offered; known are weekly, daily; or leave it empty",
        ),
        ({"hour": "24"}, "line 2: hour: '24': not an hour of the day; write 0 to 23"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(values, answer):
    assert said(**values) == [answer]


def test_all_that_is_wrong_with_a_line_is_said():
    assert len(said(email="nell", language="fr", sections="sport")) == 3


@pytest.mark.parametrize(
    ("values", "passed"),
    [
        ({}, False),
        ({"newsletter": "weekly", "state": "active"}, False),
        ({"newsletter": "monthly"}, True),
        ({"state": "ended"}, True),
        ({"state": "pending"}, True),
    ],
)
def test_of_an_export_only_what_is_active_here_is_taken(values, passed):
    assert TERMS.passes_over(Row(2, values)) is passed
