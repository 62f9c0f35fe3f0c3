"""Lists of articles: sources, authors, tags, languages."""

from __future__ import annotations

from syndicate.model.article import Attribution, Person
from syndicate.store import articles, lists, sources
from syndicate.store.engine import Store
from syndicate.store.merge import merge
from tests.support.articles import at, page

TUESDAY = at("2026-01-20T12:00")
FRIDAY = at("2026-01-23T12:00")


def put(store: Store, *pages, moment=TUESDAY) -> None:
    with store.write() as connection:
        source = sources.ensure(connection, "cms", "cms-pages")
        merge(connection, source.id, pages, moment)


def named(store: Store, kind) -> dict[str, lists.ArticleList]:
    with store.read() as connection:
        return {found.key: found for found in lists.every(connection, [kind])}


def members(store: Store, found: lists.ArticleList) -> list[str]:
    with store.read() as connection:
        ids = [number for _, number in lists.newest_ids(connection, found.id, 10)]
        held = articles.by_ids(connection, ids)
    return [held[number].key for number in ids]


def test_an_article_stands_in_the_lists_of_all_it_names(store: Store) -> None:
    put(store, page("1", tags=("tides", "quay")))
    assert set(named(store, "source")) == {"Tidewire"}
    assert set(named(store, "author")) == {"Nell Harrow"}
    assert set(named(store, "tag")) == {"tides", "quay"}
    assert set(named(store, "language")) == {"en"}


def test_a_list_holds_the_newest_first(store: Store) -> None:
    put(store, page("1", published=at("2026-01-02")), page("2", published=at("2026-01-03")))
    assert members(store, named(store, "source")["Tidewire"]) == ["2", "1"]


def test_a_corrected_byline_moves_the_article_and_both_lists(store: Store) -> None:
    put(store, page("1"), page("2", attribution=Attribution("Elsewhere")))
    before = named(store, "author")
    put(store, page("1", people=(Person("Ines Calder"),)), moment=FRIDAY)
    after = named(store, "author")
    assert members(store, after["Ines Calder"]) == ["1"]
    assert members(store, after["Nell Harrow"]) == ["2"]
    assert after["Nell Harrow"].revision > before["Nell Harrow"].revision


def test_a_page_read_again_moves_no_list(store: Store) -> None:
    put(store, page("1"))
    before = named(store, "author")
    put(store, page("1", views=9), moment=FRIDAY)
    assert named(store, "author") == before


def test_a_hidden_article_leaves_its_lists_and_they_say_when(store: Store) -> None:
    put(store, page("1"), page("2"))
    with store.write() as connection:
        articles.set_hidden(connection, [1], hidden=True, moment=FRIDAY)
    found = named(store, "source")["Tidewire"]
    assert members(store, found) == ["2"]
    assert found.removal == FRIDAY
