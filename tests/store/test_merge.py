"""Merging pages: identity, times, sections' revisions, view totals."""

from __future__ import annotations

from dataclasses import replace

from syndicate.model.article import Article, Page
from syndicate.store import articles, sections, sources, views, visible
from syndicate.store.engine import Store
from syndicate.store.merge import Merged, merge
from tests.support.articles import at, hot, page

MONDAY = at("2026-01-19T00:00")
TUESDAY = at("2026-01-20T12:00")
FRIDAY = at("2026-01-23T12:00")
SUNDAY = at("2026-01-25T12:00")
NEXT = at("2026-01-26T00:00")


def put(store: Store, *pages: Page, moment=TUESDAY, refresh: bool = False) -> Merged:
    with store.write() as connection:
        source = sources.ensure(connection, "cms", "cms-pages")
        sources.record_reading(connection, source.id, moment)
        return merge(connection, source.id, pages, moment, refresh=refresh)


def article(store: Store, key: str = "1") -> Article:
    with store.read() as connection:
        (found,) = articles.find(connection, key)
    return found


def revisions(store: Store) -> dict[str, int]:
    with store.read() as connection:
        return {section.key: section.revision for section in sections.tree(connection)}


def totals(store: Store) -> dict[str, int]:
    with store.read() as connection:
        return dict(views.totals_now(connection, 1))


def snapshots(store: Store, key: str = "1") -> list[tuple[str, int]]:
    with store.read() as connection:
        found = views.histories(connection, 1, at("2025-01-01"), at("2027-01-01"))
    return [
        (f"{snapshot.taken:%a}", snapshot.total)
        for history in found
        if history.key == key
        for snapshot in history.inside
    ]


def test_a_page_comes_back_as_it_was_put_in(store: Store) -> None:
    put(store, page("1", views=12))
    found = article(store)
    assert found.content == page("1").content
    assert (found.source, found.key, found.arrived, found.views) == ("cms", "1", TUESDAY, 12)


def test_sections_become_a_tree(store: Store) -> None:
    put(store, page("1"), page("2", breadcrumb=(("201", "Harbour News"), ("201002", "Region"))))
    with store.read() as connection:
        tree = sections.tree(connection)
    assert [(tree.depth(s.id), s.name) for s in tree] == [
        (0, "Harbour News"),
        (1, "City"),
        (1, "Region"),
    ]


def test_the_same_page_again_changes_nothing_that_feeds_show(store: Store) -> None:
    put(store, page("1"))
    before = revisions(store)
    assert put(store, page("1"), moment=FRIDAY).same == ["1"]
    assert revisions(store) == before


def test_a_revised_body_takes_the_cms_time_if_that_is_newer(store: Store) -> None:
    put(store, page("1"))
    put(store, page("1", body="<p>Corrected.</p>", updated=at("2026-01-22T10:00")), moment=FRIDAY)
    assert article(store).content.updated == at("2026-01-22T10:00")


def test_a_revised_body_with_an_old_cms_time_takes_the_moment_of_reading(store: Store) -> None:
    put(store, page("1"))
    put(store, page("1", body="<p>Corrected.</p>"), moment=FRIDAY)
    assert article(store).content.updated == FRIDAY


def test_another_edit_time_alone_is_no_revision(store: Store) -> None:
    put(store, page("1"))
    assert put(store, page("1", updated=SUNDAY), moment=FRIDAY).same == ["1"]
    assert article(store).content.updated == page("1").content.updated


def test_refreshing_takes_new_content_without_an_update(store: Store) -> None:
    put(store, page("1"))
    put(store, page("1", body="<p>Cleaned by newer rules.</p>"), moment=FRIDAY, refresh=True)
    assert article(store).content.body == "<p>Cleaned by newer rules.</p>"
    assert article(store).content.updated == page("1").content.updated


def test_an_older_reading_never_overwrites_a_newer_one(store: Store) -> None:
    put(store, page("1", body="<p>New.</p>", views=50), moment=FRIDAY)
    assert put(store, page("1", body="<p>Old.</p>", views=20), moment=TUESDAY).outdated == ["1"]
    assert article(store).content.body == "<p>New.</p>"
    assert totals(store) == {"1": 50}
    assert snapshots(store) == [("Tue", 20), ("Fri", 50)]


def test_a_change_moves_the_section_and_all_above_it_only(store: Store) -> None:
    other = (("203", "Culture"), ("203001", "Books"))
    put(store, page("1"), page("2", breadcrumb=other))
    before = revisions(store)
    put(store, page("1", body="<p>Corrected.</p>"), moment=FRIDAY)
    after = revisions(store)
    assert {key for key in after if after[key] != before[key]} == {"201", "201001"}


def test_a_moved_article_moves_both_sections(store: Store) -> None:
    other = (("203", "Culture"), ("203001", "Books"))
    put(store, page("1"), page("2", breadcrumb=other))
    before = revisions(store)
    put(store, page("1", breadcrumb=other), moment=FRIDAY)
    after = revisions(store)
    assert all(after[key] > before[key] for key in ("201", "201001", "203", "203001"))


def test_views_are_recorded_only_where_totals_move(store: Store) -> None:
    put(store, page("1", views=10), moment=TUESDAY)
    put(store, page("1", views=10), moment=FRIDAY)
    put(store, page("1", views=30), moment=SUNDAY)
    assert snapshots(store) == [("Tue", 10), ("Sun", 30)]


def test_the_largest_total_of_one_reading_holds(store: Store) -> None:
    put(store, page("1", views=10, hot=(hot("1", 12), hot("2", 7))))
    put(store, page("2", views=6, hot=(hot("1", 11),)))
    assert totals(store) == {"1": 12, "2": 7}


def test_a_confirmed_total_gives_way_to_a_larger_one_of_the_same_reading(store: Store) -> None:
    put(store, page("1", views=10))
    put(store, page("1", views=10), moment=FRIDAY)
    put(store, page("2", hot=(hot("1", 14),)), moment=FRIDAY)
    assert snapshots(store) == [("Tue", 10), ("Fri", 14)]


def test_views_of_an_article_not_read_yet_join_up_later(store: Store) -> None:
    put(store, page("1", hot=(hot("9", 400),)))
    put(store, page("9"), moment=FRIDAY)
    assert article(store, "9").views == 400


def test_hiding_is_told_to_the_feeds(store: Store) -> None:
    put(store, page("1"))
    before = revisions(store)
    with store.write() as connection:
        assert articles.set_hidden(connection, [1], hidden=True, moment=FRIDAY) == 1
        assert articles.set_hidden(connection, [1], hidden=True, moment=FRIDAY) == 0
        assert set(sections.removals(connection).values()) == {FRIDAY}
        assert visible.newest_ids(connection, None, 10) == []
    assert revisions(store) != before


def test_a_removed_article_returns_with_its_page(store: Store) -> None:
    put(store, page("1"))
    with store.write() as connection:
        articles.remove(connection, 1, ["1"], FRIDAY)
        assert visible.count(connection) == 0
    assert put(store, page("1"), moment=SUNDAY).changed == ["1"]
    with store.read() as connection:
        assert visible.count(connection) == 1
    assert article(store).content.updated == page("1").content.updated


def test_old_snapshots_are_thinned_to_one_a_day(store: Store) -> None:
    for hour, total in ((6, 1), (12, 2), (18, 3)):
        put(store, page("1", views=total), moment=at(f"2026-01-19T{hour:02}:00"))
    put(store, page("1", views=9), moment=NEXT)
    with store.write() as connection:
        assert views.thin(connection, at("2026-03-20T00:00")) == 2
        assert views.thin(connection, at("2026-03-20T00:00")) == 0
    assert snapshots(store) == [("Mon", 3), ("Mon", 9)]


def test_any_text_survives_the_store(store: Store) -> None:
    strange = "“Ünïcode” 😀 𠮷 ' \" % \\ ; -- <b>"
    put(store, page("1", headline=strange, tags=(strange,)))
    assert article(store).content.headline == strange
    assert article(store).content.tags == (strange,)


def test_a_page_twice_in_one_reading_counts_once(store: Store) -> None:
    put(store, page("1"), replace(page("1"), views=3))
    assert article(store).views == 3
