"""When something last left the top of a place, on both databases."""

from __future__ import annotations

from datetime import datetime

from syndicate.store import articles, sections, sources
from syndicate.store.engine import Store
from syndicate.store.merge import merge
from syndicate.store.withdrawals import Place, from_top
from tests.support.articles import at, page

TUESDAY = at("2026-01-20T12:00")
FRIDAY = at("2026-01-23T12:00")
SUNDAY = at("2026-01-25T12:00")


def filled(store: Store) -> None:
    with store.write() as connection:
        source = sources.ensure(connection, "cms", "cms-pages")
        pages = [page(str(n), published=at(f"2026-01-{n:02}T08:00")) for n in range(1, 9)]
        merge(connection, source.id, pages, TUESDAY)


def hide(store: Store, key: str, moment: datetime, *, hidden: bool = True) -> None:
    with store.write() as connection:
        number = articles.ids(connection, 1, [key])[key]
        articles.set_hidden(connection, [number], hidden=hidden, moment=moment)


def moments(store: Store, place: Place, since: datetime = TUESDAY) -> list[datetime]:
    with store.read() as connection:
        return [each.at for each in from_top(connection, place, items=3, since=since)]


def test_the_latest_comes_first_and_what_lay_below_not_at_all(store: Store) -> None:
    filled(store)
    hide(store, "2", SUNDAY)
    hide(store, "7", FRIDAY)
    hide(store, "8", SUNDAY)
    assert moments(store, Place()) == [SUNDAY, FRIDAY]
    assert moments(store, Place(), since=FRIDAY) == [SUNDAY]


def test_what_is_back_counts_from_then(store: Store) -> None:
    filled(store)
    hide(store, "8", FRIDAY)
    hide(store, "8", SUNDAY, hidden=False)
    assert moments(store, Place(list_id=1)) == [SUNDAY]


def test_a_section_and_all_without_it(store: Store) -> None:
    filled(store)
    hide(store, "8", FRIDAY)
    with store.read() as connection:
        city = next(one.id for one in sections.tree(connection) if one.name == "City")
    assert moments(store, Place((city,))) == [FRIDAY]
    assert moments(store, Place(without=frozenset({city}))) == []


def test_an_earlier_moment_takes_no_later_one_back(store: Store) -> None:
    filled(store)
    hide(store, "8", SUNDAY)
    hide(store, "7", FRIDAY)
    with store.read() as connection:
        assert set(sections.removals(connection).values()) == {SUNDAY}
