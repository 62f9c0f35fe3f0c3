"""Recipients: everybody whose edition it is, in order, and whether they may be mailed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syndicate.model.subscriber import EVERY
from syndicate.store import recipients, subscriptions, suppressions
from syndicate.store.engine import Store
from syndicate.store.schema import subscribers
from tests.support.people import NOW, newcomer, reader

OFFERED = {"cadences": ("weekly", "daily"), "languages": ("en", "zh")}
CADENCES = ("daily", "weekly", "monthly")


def found(store: Store, cadence="weekly", **asked):
    with store.read() as connection:
        return list(recipients.recipients(connection, "weekly", cadence, **{**OFFERED, **asked}))


def test_each_comes_with_what_freezing_needs(store: Store) -> None:
    with store.write() as connection:
        nell = reader(
            connection,
            "nell@saltmarrow.example",
            language="zh",
            hour=7,
            sections=("cms/201",),
        )
    (one,) = found(store)
    assert one[:6] == (nell.id, nell.key, "saltmarrow.example", "zh", "Asia/Shanghai", 7)
    assert (one.choice_id is not None, one.suppressed) == (True, "")


def test_only_active_subscriptions_of_the_newsletter_and_cadence_count(store: Store) -> None:
    with store.write() as connection:
        reader(connection, "other@saltmarrow.example", "monthly", cadence="monthly")
        daily = reader(connection, "daily@saltmarrow.example", cadence="daily")
        ended = reader(connection, "ended@saltmarrow.example")
        subscriptions.end(connection, ended.id, "weekly", reason="button", now=NOW)
        weekly = reader(connection, "weekly@saltmarrow.example")
    assert [each.subscriber_id for each in found(store)] == [weekly.id]
    assert [each.subscriber_id for each in found(store, "daily")] == [daily.id]


def test_a_cadence_that_is_offered_no_more_is_the_usual_one(store: Store) -> None:
    with store.write() as connection:
        numbers = [
            reader(connection, f"reader{place}@saltmarrow.example", cadence=cadence).id
            for place, cadence in enumerate(("monthly", "weekly", "monthly", "daily", "weekly"))
        ]
    assert [each.subscriber_id for each in found(store)] == [
        numbers[place] for place in (0, 1, 2, 4)
    ]
    assert [each.subscriber_id for each in found(store, "daily")] == [numbers[3]]


def test_a_language_that_is_offered_no_more_is_the_usual_one(store: Store) -> None:
    with store.write() as connection:
        reader(connection, "nell@saltmarrow.example", language="pt")
        reader(connection, "zhou@saltmarrow.example", language="zh")
    assert [each.language for each in found(store)] == ["en", "zh"]
    with store.read() as connection:
        pairs = recipients.pairs(connection, "weekly", "weekly", **OFFERED)
    assert pairs == [(None, "en"), (None, "zh")]


@pytest.mark.parametrize(
    ("newsletter", "suppressed"), [("weekly", "bounced"), (EVERY, "bounced"), ("monthly", "")]
)
def test_the_reason_of_a_suppression_is_told(
    store: Store, newsletter: str, suppressed: str
) -> None:
    with store.write() as connection:
        nell = reader(connection, "nell@saltmarrow.example")
        reader(connection, "ines@saltmarrow.example")
        suppressions.add(connection, nell.fingerprint, newsletter, "bounced", since=NOW)
    assert [each.suppressed for each in found(store)] == [suppressed, ""]


def test_nobody_comes_twice_for_being_suppressed_twice(store: Store) -> None:
    with store.write() as connection:
        nell = reader(connection, "nell@saltmarrow.example")
        suppressions.add(connection, nell.fingerprint, "weekly", "bounced", since=NOW)
        suppressions.add(connection, nell.fingerprint, EVERY, "complained", since=NOW)
    assert [each.suppressed for each in found(store)] == ["complained"]


def test_one_goes_on_behind_where_one_was(store: Store) -> None:
    with store.write() as connection:
        for number in range(5):
            reader(connection, f"reader{number}@saltmarrow.example")
    everybody = found(store)
    assert found(store, after=everybody[2].subscriber_id) == everybody[3:]


def test_the_same_choice_and_language_are_one_pair(store: Store) -> None:
    with store.write() as connection:
        for number, sections in enumerate((("cms/1",), ("cms/1",), ("cms/2",), None)):
            reader(connection, f"reader{number}@saltmarrow.example", sections=sections)
    with store.read() as connection:
        pairs = recipients.pairs(connection, "weekly", "weekly", **OFFERED)
    assert len(pairs) == 3
    assert set(pairs) == {(each.choice_id, each.language) for each in found(store)}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=st.lists(
        st.tuples(
            st.sampled_from(CADENCES),
            st.sampled_from(("active", "ended")),
            st.sampled_from((None, "weekly", EVERY, "monthly")),
        ),
        max_size=12,
    ),
    usual=st.sampled_from((("weekly",), ("weekly", "daily"), ("monthly", "weekly"))),
)
def test_the_editions_of_a_newsletter_reach_each_of_its_readers_exactly_once(
    store: Store, drawn, usual
) -> None:
    with store.write() as connection:
        connection.execute(subscribers.delete())
        active = set()
        for number, (cadence, state, barred) in enumerate(drawn):
            one = reader(connection, f"reader{number}@saltmarrow.example", cadence=cadence)
            if barred is not None:
                suppressions.add(connection, one.fingerprint, barred, "bounced", since=NOW)
            if state == "ended":
                subscriptions.end(connection, one.id, "weekly", reason="button", now=NOW)
            else:
                active.add(one.id)
    reached = [each.subscriber_id for c in usual for each in found(store, c, cadences=usual)]
    assert sorted(reached) == sorted(active)
    with store.read() as connection:
        counted = [recipients.number(connection, "weekly", c, cadences=usual) for c in usual]
    assert sum(counted) == len(active)


def test_newcomers_of_one_address_share_a_fingerprint() -> None:
    assert newcomer("A@b.example").fingerprint == newcomer("a@B.example").fingerprint


@pytest.mark.parametrize("number", [0, 3, 4, 5, 8, 11])
def test_nobody_is_lost_where_a_batch_ends(
    store: Store, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(recipients, "_AT_ONCE", 4)
    monkeypatch.setattr(recipients, "_BATCH", 3)
    with store.write() as connection:
        readers = [
            reader(connection, f"reader{n}@saltmarrow.example", language=("en", "pt")[n % 2])
            for n in range(number)
        ]
        for each in readers[::2]:
            suppressions.add(connection, each.fingerprint, EVERY, "bounced", since=NOW)
    assert [(each.subscriber_id, each.language, each.suppressed) for each in found(store)] == [
        (each.id, "en", ("bounced", "")[place % 2]) for place, each in enumerate(readers)
    ]
