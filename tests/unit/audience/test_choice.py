"""Choices of sections: two ways of saying the same are kept as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.audience.choice import choose, covered, reference
from syndicate.model.errors import SubscriberError
from syndicate.model.section import Section, SectionTree

TREE = SectionTree(
    [
        Section(1, "cms", "201", "Harbour News", "harbour"),
        Section(2, "cms", "201001", "City", "city", 1),
        Section(3, "cms", "201002", "Docks", "docks", 1),
        Section(4, "cms", "201001001", "Night market", "night-market", 2),
        Section(5, "cms", "203", "Culture", "culture"),
        Section(6, "wire", "203", "Culture wire", "culture-wire"),
    ]
)


@pytest.mark.parametrize("name", ["city", "cms/201001", "201001", " city "])
def test_a_section_may_be_named_in_three_ways(name: str) -> None:
    assert choose(TREE, [name]) == ("cms/201001",)


@pytest.mark.parametrize("named", [[], [""], [" "], ["harbour", "culture", "culture-wire"]])
def test_nothing_named_and_everything_named_are_all(named: list[str]) -> None:
    assert choose(TREE, named) is None


def test_a_chosen_section_covers_those_below_it() -> None:
    assert choose(TREE, ["night-market", "harbour", "docks"]) == ("cms/201",)


def test_all_below_a_section_are_not_the_section_itself() -> None:
    assert choose(TREE, ["docks", "city"]) == ("cms/201001", "cms/201002")


def test_an_unknown_name_is_an_error_that_names_the_known() -> None:
    with pytest.raises(SubscriberError, match=r"'sports'.*harbour, city, night-market"):
        choose(TREE, ["city", "sports"])


def test_a_key_that_two_sources_have_is_an_error_that_names_both() -> None:
    with pytest.raises(SubscriberError, match="cms/203 or wire/203"):
        choose(TREE, ["203"])


def test_a_long_list_of_known_sections_is_cut() -> None:
    tree = SectionTree(Section(n, "cms", str(n), f"S{n}", f"s{n}") for n in range(30))
    with pytest.raises(SubscriberError, match=r"and 10 more$"):
        choose(tree, ["x"])


def test_sections_that_are_gone_cover_nothing() -> None:
    assert covered(TREE, ("cms/999", "cms/201002")) == {3}
    assert covered(TREE, None) == {1, 2, 3, 4, 5, 6}


@given(st.lists(st.sampled_from([s.slug for s in TREE])))
def test_a_choice_covers_exactly_what_was_named_and_all_below(named: list[str]) -> None:
    kept = choose(TREE, named)
    wanted = {below for s in TREE if s.slug in named for below in TREE.subtree(s.id)}
    assert covered(TREE, kept) == (wanted or {s.id for s in TREE})


@given(st.lists(st.sampled_from([reference(s) for s in TREE])))
def test_a_kept_choice_chosen_again_stays_the_same(named: list[str]) -> None:
    kept = choose(TREE, named)
    assert choose(TREE, kept or ()) == kept
