"""Slugs: readable, lasting, no two the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.feeds.slugs import RESERVED, assign, slug
from syndicate.model.errors import ConfigurationError
from syndicate.model.section import Section, SectionTree

SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def tree(*names: str | tuple[str, int]) -> SectionTree:
    """Sections 1, 2, … of these names; a pair names the parent too."""
    sections = []
    for number, named in enumerate(names, 1):
        name, parent = named if isinstance(named, tuple) else (named, None)
        sections.append(Section(number, "cms", f"{100 + number}", name, parent_id=parent))
    return SectionTree(sections)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NEWS & EVENTS", "news-events"),
        ("Café des Îles", "cafe-des-iles"),
        ("What's on", "whats-on"),
        ("学术动态", "xue-shu-dong-tai"),
        ("AI 与社会", "ai-yu-she-hui"),
        ("  --  ", ""),
        ("Новости", ""),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_name_becomes_a_slug(name: str, expected: str):
    assert slug(name) == expected


def test_a_name_without_latin_letters_is_called_by_its_id():
    assert assign(tree("Новости"), {}, {}) == {1: "101"}


def test_a_second_section_of_a_name_takes_its_parent_s_in_front():
    assert assign(tree("Law", "History", ("News", 1), ("News", 2)), {}, {}) == {
        1: "law",
        2: "history",
        3: "news",
        4: "history-news",
    }


def test_a_third_takes_a_number():
    assert assign(tree("Law", ("News", 1), ("News", 1), ("News", 1)), {}, {}) == {
        1: "law",
        2: "news",
        3: "law-news",
        4: "law-news-2",
    }


@pytest.mark.parametrize("name", ["Media", "Latest", "Most viewed", "RSS", "Archive"])
def test_a_reserved_name_is_avoided(name: str):
    assert assign(tree("Law", (name, 1)), {}, {})[2] == f"law-{slug(name)}"


def test_a_reserved_name_at_the_top_takes_a_number():
    assert assign(tree("Media"), {}, {}) == {1: "media-2"}


def test_a_published_slug_stays_though_the_section_is_renamed():
    assert assign(tree("New name"), {1: "old-name"}, {}) == {1: "old-name"}


def test_a_published_slug_stays_though_the_configuration_wishes_another():
    assert assign(tree("News"), {1: "news"}, {1: "wish"}) == {1: "news"}


def test_the_slug_of_a_section_that_is_gone_is_not_given_away():
    assert assign(tree("News"), {99: "news"}, {}) == {1: "news-2"}


def test_a_wish_is_granted_before_names_are():
    assert assign(tree("News", "Other"), {}, {2: "news"}) == {1: "news-2", 2: "news"}


@pytest.mark.parametrize(
    ("wish", "cause"),
    [
        ("Not A Slug", "not a slug"),
        ("", "not a slug"),
        ("media", "the site itself uses this name"),
        ("taken", "another section has this slug"),
    ],
)
def test_a_wish_that_can_t_be_is_refused(wish: str, cause: str):
    with pytest.raises(ConfigurationError, match=cause):
        assign(tree("News", "Other"), {2: "taken"}, {1: wish})


@given(st.lists(st.text() | st.sampled_from(["News", "Media", "law-news"]), max_size=8))
def test_whatever_the_names_slugs_are_distinct_and_fit_for_an_address(names: list[str]):
    given_slugs = assign(tree(*names), {}, {})
    assert len(set(given_slugs.values())) == len(names)
    assert all(SHAPE.fullmatch(each) for each in given_slugs.values())
    assert not RESERVED & set(given_slugs.values())
