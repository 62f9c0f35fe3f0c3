"""Lists of variants: written down, told apart, and read back with what may still be shown."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.tables import Newsletter
from syndicate.digests import listing
from syndicate.digests.select import Selection, select
from syndicate.model.edition import Edition, Story
from syndicate.model.section import Section, SectionTree
from tests.support import editions

TREE = SectionTree(
    [
        Section(1, "cms", "1", "City"),
        Section(2, "cms", "2", "Culture"),
        Section(3, "cms", "3", "Books", parent_id=2),
    ]
)
LETTER = Newsletter(name="weekly", title="The Week", schedule="mon 08:00", newest=3, most_viewed=2)
EDITION = Edition(1, "weekly", editions.week(), "open", datetime(2026, 1, 26, tzinfo=UTC))


def story(number, *, section=1, kind="new", gained=None):
    article = editions.article(
        number, f"Story {number}", "", published=f"2026-01-21T09:{number:02}Z"
    )
    return Story(replace(article, section_id=section), kind, gained=gained)


STORIES = st.lists(
    st.builds(
        story,
        st.integers(1, 40),
        section=st.sampled_from([1, 2, 3]),
        kind=st.sampled_from(["new", "late", "viewed"]),
        gained=st.one_of(st.none(), st.integers(0, 9)),
    ),
    max_size=12,
    unique_by=lambda made: made.article.id,
)


def by_id(pool):
    return {each.article.id: each for each in pool}


def selected(pool, **changes):
    return select(
        pool, TREE, **({"newest": 3, "viewed": 2, "lead": None, "left_out": ()} | changes)
    )


@given(STORIES)
def test_what_was_written_reads_as_it_was(pool):
    selection = selected(pool)
    stored = json.loads(json.dumps(listing.written(selection)))
    found = listing.read(stored, by_id(pool), None)
    if not stored:
        assert found is None
        return
    # Where no ranking is shown, nothing says what it would have been ranked by.
    by_gain = selection.by_gain if selection.most_viewed else True
    assert found == replace(selection, by_gain=by_gain)


@given(STORIES, st.sampled_from([None, {1}, {2, 3}, {3}, set()]))
def test_a_choice_gets_stories_of_its_sections_or_nothing(pool, sections):
    found = listing.choose(pool, TREE, LETTER, EDITION, sections)
    stories = by_id(pool)
    wanted = [s for s in pool if sections is None or s.article.section_id in sections]
    if found is None:
        assert all(each.kind == "viewed" for each in wanted)
        return
    shown = [stories[entry[0]] for entry in found]
    assert set(by_id(shown)) <= set(by_id(wanted))
    assert any(each.kind != "viewed" for each in shown)
    assert len(found) == len({entry[0] for entry in found}), "no story twice"


@given(STORIES, st.sets(st.integers(1, 40)))
def test_what_is_withdrawn_is_never_read_and_the_rest_stays_in_its_order(pool, gone):
    stored = listing.written(selected(pool))
    left = {number: each for number, each in by_id(pool).items() if number not in gone}
    found = listing.read(stored, left, None)
    if found is None:
        return
    shown = [entry[0] for entry in listing.written(found)]
    assert sorted(shown) == sorted(entry[0] for entry in stored if entry[0] not in gone)
    lead = found.lead.article.id if found.lead else None
    rest = [number for number in shown if number != lead]
    assert rest == [entry[0] for entry in stored if entry[0] in left and entry[0] != lead]


def test_without_its_news_a_list_is_nothing_though_the_most_viewed_are_left():
    pool = [story(1), story(2, kind="viewed", gained=5)]
    stored = listing.written(selected(pool))
    assert listing.read(stored, by_id(pool[1:]), None) is None


def test_the_editors_lead_takes_the_place_of_a_withdrawn_one():
    pool = [story(1), story(2), story(3)]
    stored = listing.written(selected(pool))
    assert stored[0] == (3, "lead")
    found = listing.read(stored, by_id(pool[:2]), 1)
    assert isinstance(found, Selection)
    assert found.lead is pool[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("en", [story(1), story(2)]), ("en", [story(2), story(1)]), True),
        (("en", [story(1)]), ("zh", [story(1)]), False),
        (("en", [story(1)]), ("en", [story(2)]), False),
        (("en", [story(1), story(2)]), ("en", [story(1, section=3), story(2)]), False),
    ],
)
def test_variants_are_told_apart_by_language_and_list(one, other, same):
    first, second = (
        listing.digest(language, listing.written(selected(pool))) for language, pool in (one, other)
    )
    assert (first == second) is same
