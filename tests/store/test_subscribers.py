"""Subscribers: nobody is there twice, and everybody is found by how they begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndicate.model.errors import UsageError
from syndicate.store import subscriber_search, subscribers
from syndicate.store.engine import Store
from syndicate.store.opening import open_store
from tests.support.people import newcomer, person, reader

NAMES = {
    "Nell.Harrow@saltmarrow.example": "Nell Harrow",
    "ines@saltmarrow.example": "Ines Calder",
    "nelson@gazette.example": "",
    "abel@xn--bcher-kva.example": "Néstor  Abel",
    "zhou@gazette.example": "周海",
}


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write() as connection:
        for address, name in NAMES.items():
            person(connection, address, name=name)
    return store


def found(store: Store, search: str = "", **asked) -> list[str]:
    with store.read() as connection:
        page = subscriber_search.page(connection, search=search, **asked)
    return [each.canonical for each in page.found]


def test_an_address_is_added_once_in_whatever_spelling(store: Store) -> None:
    with store.write() as connection:
        first, is_new = subscribers.add(connection, newcomer("nell@saltmarrow.example"))
        again, is_new_again = subscribers.add(
            connection, newcomer("NELL@Saltmarrow.example", key="another")
        )
        assert (first, is_new, is_new_again) == (again, True, False)
        assert subscribers.count(connection) == 1


def test_of_many_only_the_new_are_counted(store: Store) -> None:
    wanted = [newcomer(f"reader{number}@saltmarrow.example") for number in range(1200)]
    with store.write() as connection:
        assert subscribers.add_many(connection, wanted[:700]) == 700
        assert subscribers.add_many(connection, wanted) == 500
        assert subscribers.count(connection) == 1200


def test_somebody_is_found_by_each_of_their_names(store: Store) -> None:
    with store.write() as connection:
        one = person(connection, "nell@saltmarrow.example")
        person(connection, "ines@saltmarrow.example")
        assert subscribers.by_id(connection, one.id) == one
        assert subscribers.by_key(connection, one.key) == one
        assert subscribers.by_canonical(connection, one.canonical) == one
        assert subscribers.by_fingerprint(connection, one.fingerprint) == one
        assert subscribers.by_ids(connection, [one.id, 99]) == {one.id: one}
        assert subscribers.by_canonicals(connection, [one.canonical, "x"]) == {one.canonical: one}
        assert subscribers.by_key(connection, "nobody's") is None


def test_the_first_confirmation_is_kept(store: Store) -> None:
    with store.write() as connection:
        one = person(connection, "nell@saltmarrow.example")
        subscribers.confirm(connection, one.id, now=one.created)
        subscribers.confirm(connection, one.id, now=one.created.replace(year=2027))
        assert subscribers.by_id(connection, one.id).confirmed == one.created


def test_a_number_is_never_given_twice(store: Store) -> None:
    with store.write() as connection:
        one = person(connection, "nell@saltmarrow.example")
        subscribers.remove(connection, one.id)
        assert person(connection, "ines@saltmarrow.example").id > one.id


def test_everybody_comes_in_order_from_where_one_was(filled: Store) -> None:
    with filled.read() as connection:
        everybody = list(subscribers.everybody(connection))
        rest = list(subscribers.everybody(connection, after=everybody[1].id))
    assert [each.address for each in everybody] == list(NAMES)
    assert rest == everybody[2:]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("nel", ["nell.harrow@saltmarrow.example", "nelson@gazette.example"]),
        ("NELL", ["nell.harrow@saltmarrow.example"]),
        ("nelson@gaz", ["nelson@gazette.example"]),
        ("ines c", ["ines@saltmarrow.example"]),
        ("周", ["zhou@gazette.example"]),
        ("NÉSTOR ABEL", ["abel@xn--bcher-kva.example"]),
        ("@saltmarrow", ["nell.harrow@saltmarrow.example", "ines@saltmarrow.example"]),
        ("@bücher.example", ["abel@xn--bcher-kva.example"]),
        ("abel@bücher.example", ["abel@xn--bcher-kva.example"]),
        ("harrow", []),
        ("%", []),
        ("_nes", []),
        ("'", []),
    ],
)
def test_a_search_matches_how_an_address_a_domain_or_a_name_begins(
    filled: Store, search: str, expected: list[str]
) -> None:
    assert found(filled, search) == expected


def test_who_matches_twice_is_listed_once(filled: Store) -> None:
    assert found(filled, "nell").count("nell.harrow@saltmarrow.example") == 1


def test_a_listing_may_ask_for_a_subscription(filled: Store) -> None:
    with filled.write() as connection:
        reader(connection, "ines@saltmarrow.example", "weekly")
        reader(connection, "zhou@gazette.example", "monthly")
    assert found(filled, newsletter="weekly") == ["ines@saltmarrow.example"]
    assert found(filled, state="active") == ["ines@saltmarrow.example", "zhou@gazette.example"]
    assert found(filled, newsletter="weekly", state="pending") == []
    assert found(filled, "z", newsletter="weekly") == []


@pytest.mark.parametrize("after", [0, 1, 999, 2**40])
def test_what_is_no_end_of_a_page_of_a_search_is_refused(filled: Store, after: int) -> None:
    with pytest.raises(UsageError, match="begin without it"):
        found(filled, "zhou@", after=after)


@pytest.mark.parametrize("after", [999, 2**40])
def test_behind_the_last_number_there_is_nobody(filled: Store, after: int) -> None:
    assert found(filled, after=after) == []


def test_a_list_goes_on_though_the_last_one_was_erased(filled: Store) -> None:
    everybody = found(filled)
    with filled.write() as connection:
        first = subscribers.by_canonical(connection, everybody[0])
        assert first is not None
        subscribers.remove(connection, first.id)
    assert found(filled, after=first.id) == everybody[1:]


LETTERS = st.text("abAé周 ", max_size=3)
PEOPLE = st.dictionaries(
    st.text("abcABC", min_size=1, max_size=3).map(lambda local: f"{local.lower()}@ab.example"),
    LETTERS,
    max_size=12,
)

SEARCHES = LETTERS | st.sampled_from(["@a", "a@a", "@ab.example"])


@settings(max_examples=60)
@given(
    people=PEOPLE,
    search=LETTERS | st.sampled_from(["@a", "a@a", "@ab.example"]),
    limit=st.integers(1, 4),
)
def test_pages_put_together_are_all_that_match_each_once(
    tmp_path_factory: pytest.TempPathFactory, people: dict[str, str], search: str, limit: int
) -> None:
    root: Path = tmp_path_factory.mktemp("search")
    store = open_store("sqlite:///:memory:", root=root)
    collected: list[str] = []
    after = None
    with store.write() as connection:
        for address, name in people.items():
            person(connection, address, name=name)
        while True:
            page = subscriber_search.page(connection, search=search, after=after, limit=limit)
            collected += [each.canonical for each in page.found]
            assert len(page.found) <= limit
            after = page.after
            if after is None:
                break
    store.close()
    wanted = search.strip()
    expected = {
        address
        for address, name in people.items()
        if address.startswith(wanted.lower())
        or subscribers.sought(name).startswith(subscribers.sought(wanted))
        or (wanted.startswith("@") and "ab.example".startswith(wanted[1:]))
    }
    assert sorted(collected) == sorted(expected)
