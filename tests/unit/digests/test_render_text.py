"""The text part: written, and readable in the plainest client there is."""

import re
from pathlib import Path

import pytest

from syndicate.digests.wording import width
from tests.support import editions

GOLDEN = Path(__file__).parents[2] / "golden" / "digests"


@pytest.mark.parametrize("name", ["english", "chinese", "bare"])
def test_golden(name):
    made = editions.rendered(getattr(editions, name)())
    assert made.text == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["english", "chinese"])
def test_lines_are_at_most_72_columns_wide_but_for_addresses(name):
    for line in editions.rendered(getattr(editions, name)()).text.splitlines():
        assert width(line) <= 72 or "://" in line


def test_stories_are_numbered_from_one_without_a_gap():
    variant = editions.english()
    text = editions.rendered(variant).text
    numbers = [int(number) for number in re.findall(r"^ ?(\d+)\. ", text, re.MULTILINE)]
    assert numbers == list(range(1, variant.count + 1))


def test_nothing_is_escaped_as_in_html():
    text = editions.rendered(editions.english()).text
    assert "Science & Technology" in text
    assert "&amp;" not in text
