"""Archive membership: the order of arrival, given once."""

from __future__ import annotations

from sqlalchemy import select

from syndicate.store import archives, articles, sections, sources
from syndicate.store.archives import Written
from syndicate.store.engine import Store
from syndicate.store.merge import merge
from syndicate.store.schema import archive_entries
from tests.support.articles import at, page


def put(store: Store, *pages, moment: str = "2026-01-20T12:00") -> None:
    with store.write() as connection:
        source = sources.ensure(connection, "cms", "cms-pages")
        merge(connection, source.id, pages, at(moment))
        archives.enrol(connection, sections.tree(connection))


def order(store: Store, key: str) -> list[str]:
    with store.read() as connection:
        (section,) = (s for s in sections.tree(connection) if s.key == key)
        found = connection.execute(
            select(archive_entries.c.position, archive_entries.c.article_id)
            .where(archive_entries.c.section_id == section.id)
            .order_by(archive_entries.c.position)
        ).all()
        held = articles.by_ids(connection, [number for _, number in found])
    assert [position for position, _ in found] == list(range(1, len(found) + 1))
    return [held[number].key for _, number in found]


def test_the_first_arrivals_stand_in_the_order_of_their_dates(store: Store) -> None:
    put(store, page("2", published=at("2026-01-03")), page("1", published=at("2026-01-02")))
    assert order(store, "201001") == ["1", "2"]


def test_a_late_article_stands_where_it_arrived(store: Store) -> None:
    put(store, page("2", published=at("2026-01-03")))
    put(store, page("1", published=at("2026-01-02")), moment="2026-01-21T12:00")
    assert order(store, "201001") == ["2", "1"]


def test_a_correction_moves_nothing(store: Store) -> None:
    put(store, page("1"), page("2"))
    put(store, page("1", body="<p>Corrected.</p>"), moment="2026-01-21T12:00")
    assert order(store, "201001") == ["1", "2"]


def test_a_parent_section_enrols_what_lies_below_it(store: Store) -> None:
    put(store, page("1"), page("2", breadcrumb=(("201", "Harbour News"), ("201002", "Region"))))
    assert order(store, "201") == ["1", "2"]
    assert order(store, "201002") == ["2"]


def test_a_moved_article_is_enrolled_where_it_went(store: Store) -> None:
    put(store, page("1"))
    moved = (("203", "Culture"), ("203001", "Books"))
    put(store, page("1", breadcrumb=moved), moment="2026-01-21T12:00")
    assert order(store, "201001") == ["1"]
    assert order(store, "203001") == ["1"]


def test_what_changed_is_found_by_its_positions(store: Store) -> None:
    put(store, page("1"), page("2"))
    with store.write() as connection:
        before = 1
        articles.set_hidden(connection, [2], hidden=True, moment=at("2026-01-21"))
        changed = archives.changed_since(connection, before)
    assert {position for _, position in changed} == {2}


def test_the_size_of_a_document_is_fixed_with_the_first_one(store: Store) -> None:
    put(store, page("1"))
    with store.write() as connection:
        assert archives.fix_size(connection, 20) == 20
        assert archives.fix_size(connection, 50) == 50
        archives.record(connection, [Written(1, "atom", 1, "a", 10, at("2026-01-23"))])
        assert archives.fix_size(connection, 20) == 50
        archives.forget(connection, 1, "atom")
        assert archives.size(connection, 20) == 20
