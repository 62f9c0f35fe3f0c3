"""What goes into an edition, told by tables of views and times."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from syndicate.digests import select
from syndicate.digests.period import containing
from syndicate.digests.select import Candidate, Gain
from syndicate.model.article import Article, Image
from syndicate.model.edition import Story
from syndicate.model.section import Section, SectionTree
from syndicate.store.views import History, Snapshot
from tests.support.articles import at, content

WEEK = containing("weekly", at("2026-01-21T12:00"), ZoneInfo("UTC"))
OLD = at("2025-12-01T08:00")


def history(before: tuple[str, int] | None, *inside: tuple[str, int], confirmed: str = ""):
    held = None
    if before is not None:
        held = Snapshot(at(before[0]), before[1], at(confirmed or before[0]))
    rows = tuple(Snapshot(at(when), total, at(when)) for when, total in inside)
    return History("1", held, rows)


def gained(found: History, published=OLD, *, confirmed: bool = False) -> Gain | None:
    return select.gain(found, WEEK, published, confirmed=confirmed)


def test_views_gained_are_the_difference_to_the_last_total_before_the_period() -> None:
    found = history(("2026-01-18T20:00", 100), ("2026-01-22T20:00", 130), ("2026-01-25T20:00", 190))
    assert gained(found) == Gain(90)


def test_an_article_of_the_period_counts_from_zero() -> None:
    found = history(None, ("2026-01-22T20:00", 130))
    assert gained(found, at("2026-01-20T08:00")) == Gain(130)


def test_without_a_total_from_before_the_count_starts_inside_and_says_since_when() -> None:
    found = history(None, ("2026-01-21T20:00", 130), ("2026-01-25T20:00", 190))
    assert gained(found) == Gain(60, since=at("2026-01-21T20:00"))


def test_a_total_from_long_before_the_period_is_no_start() -> None:
    found = history(("2026-01-08T20:00", 10), ("2026-01-21T20:00", 130), ("2026-01-25T20:00", 190))
    assert gained(found) == Gain(60, since=at("2026-01-21T20:00"))


def test_an_old_total_confirmed_shortly_before_is_a_start() -> None:
    found = history(
        ("2026-01-08T20:00", 10), ("2026-01-21T20:00", 130), confirmed="2026-01-18T20:00"
    )
    assert gained(found) == Gain(120)


def test_an_old_total_of_a_page_still_lying_there_unchanged_is_a_start() -> None:
    found = history(("2026-01-08T20:00", 10), ("2026-01-21T20:00", 130))
    assert gained(found, confirmed=True) == Gain(120)


def test_half_a_period_before_its_start_is_the_limit() -> None:
    exactly = history(("2026-01-15T12:00", 10), ("2026-01-21T20:00", 130))
    beyond = history(("2026-01-15T11:59", 10), ("2026-01-21T20:00", 130))
    assert gained(exactly) == Gain(120)
    assert gained(beyond) is None


def test_a_total_that_falls_starts_a_new_count() -> None:
    found = history(("2026-01-18T20:00", 100), ("2026-01-20T20:00", 150), ("2026-01-25T20:00", 30))
    assert gained(found) == Gain(80)


def test_nothing_inside_the_period_says_nothing() -> None:
    assert gained(history(("2026-01-18T20:00", 100))) is None


@pytest.mark.parametrize(
    ("published", "arrived", "late"),
    [
        ("2026-01-17T08:00", "2026-01-21T08:00", True),
        ("2026-01-17T08:00", "2026-01-18T08:00", True),  # its period is after the first: skipped
        ("2026-01-08T08:00", "2026-01-21T08:00", True),  # 13 days old when it came
        ("2026-01-06T08:00", "2026-01-21T08:00", False),  # 15 days old when it came
        ("2026-01-13T08:00", "2026-11-23T08:00", True),  # 13 days old when the period ends
        ("2026-01-20T08:00", "2026-01-21T08:00", False),  # of the period itself
    ],
)
def test_what_is_late(published: str, arrived: str, late: bool) -> None:
    found = select.is_late(
        at(published),
        at(arrived),
        WEEK,
        first_start=at("2026-01-12T00:00"),
        first_made=at("2026-01-19T08:00"),
    )
    assert found is late


def test_what_was_there_before_the_first_edition_is_never_late() -> None:
    assert not select.is_late(
        at("2026-01-10T08:00"),
        at("2026-01-18T08:00"),
        WEEK,
        first_start=at("2026-01-12T00:00"),
        first_made=at("2026-01-19T08:00"),
    )


def test_the_pool_keeps_enough_of_each_section_for_any_choice() -> None:
    many = [Candidate(n, 1, 1000 - n, 5000) for n in range(100)]
    few = [Candidate(200 + n, 2, 3 - n, 5000) for n in range(3)]
    kept = select.most_viewed([*few, *many], wanted=15)
    assert {item.article_id for item in kept} == {*range(25), 200, 201, 202}


def test_totals_count_only_where_no_gain_is_known_at_all() -> None:
    known, unknown = Candidate(1, 1, 5, 10), Candidate(2, 1, None, 9000)
    assert select.most_viewed([known, unknown], wanted=5) == [known]
    assert select.most_viewed([unknown], wanted=5) == [unknown]


TREE = SectionTree(
    [
        Section(1, "cms", "201", "Harbour News"),
        Section(2, "cms", "201001", "City", parent_id=1),
        Section(3, "cms", "201002", "Region", parent_id=1),
        Section(4, "cms", "203", "Culture"),
        Section(5, "cms", "203001", "Books", parent_id=4),
    ]
)


def story(number: int, *, day: int = 20, section: int = 2, kind="new", gained=None, picture=False):
    images = (Image("https://www.gazette.example/a.jpg"),) if picture else ()
    said = content(str(number), published=at(f"2026-01-{day}T08:00"), images=images)
    found = Article(number, "cms", str(number), section, said, arrived=at("2026-01-21"))
    return Story(found, kind, gained, 1000 if gained is None else 1000 + gained)


def chosen(*pool: Story, newest: int = 3, viewed: int = 2, lead=None, left_out=()):
    return select.select(pool, TREE, newest=newest, viewed=viewed, lead=lead, left_out=left_out)


def shown(selection: select.Selection) -> list[int]:
    lead = [selection.lead.article.id] if selection.lead else []
    return lead + [s.article.id for group in selection.groups for s in group.stories]


def test_the_newest_come_newest_first_and_no_more_than_asked() -> None:
    pool = [story(n, day=10 + n) for n in range(1, 6)]
    assert sorted(shown(chosen(*pool))) == [3, 4, 5]


def test_no_article_stands_twice() -> None:
    pool = [story(1, gained=900), story(2, gained=20, kind="viewed", day=10)]
    selection = chosen(*pool)
    assert shown(selection) == [1]
    assert [s.article.id for s in selection.most_viewed] == [2]


def test_news_beyond_the_limit_may_be_among_the_most_viewed() -> None:
    pool = [story(n, day=10 + n, gained=50 - n) for n in range(1, 6)]
    assert [s.article.id for s in chosen(*pool, newest=3).most_viewed] == [1, 2]


def test_the_lead_is_the_most_viewed_story_with_a_picture() -> None:
    pool = [
        story(1, gained=900),
        story(2, gained=10, picture=True),
        story(3, gained=30, picture=True),
    ]
    assert chosen(*pool).lead == pool[2]


def test_an_editors_lead_leads_even_from_outside_the_newest() -> None:
    pool = [story(n, day=10 + n) for n in range(1, 6)]
    selection = chosen(*pool, lead=1)
    assert shown(selection)[0] == 1
    assert sorted(shown(selection)) == [1, 4, 5]


def test_a_story_left_out_is_nowhere_and_another_takes_its_place() -> None:
    pool = [story(n, day=10 + n, gained=n) for n in range(1, 6)]
    selection = chosen(*pool, left_out=(5,))
    everywhere = [*shown(selection), *(s.article.id for s in selection.most_viewed)]
    assert 5 not in everywhere
    assert sorted(shown(selection)) == [2, 3, 4]


def test_a_digest_of_the_whole_site_is_grouped_by_its_main_sections() -> None:
    pool = [story(1), story(2, section=3), story(3, section=5), story(4)]
    names = [group.name for group in chosen(*pool, newest=4).groups]
    assert names == ["Harbour News", "Culture"]


def test_a_digest_of_one_main_section_is_grouped_by_what_lies_below() -> None:
    pool = [story(1), story(2, section=3), story(3, section=3), story(4)]
    names = [group.name for group in chosen(*pool, newest=4).groups]
    assert names == ["City", "Region"]


def test_without_any_gain_the_list_shows_totals() -> None:
    pool = [story(1), story(2, kind="viewed", day=10)]
    selection = chosen(*pool)
    assert not selection.by_gain
    assert [s.article.id for s in selection.most_viewed] == [2]
