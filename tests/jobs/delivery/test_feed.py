"""The feed: domains take turns, keep to their bounds, and no connection waits for another."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from syndicate.jobs.delivery.feed import RETURNS, Feed
from syndicate.model.delivery import Envelope, Outgoing
from syndicate.store.claims import Claimed
from tests.unit.mail.test_ledger import ROW


def row(number: int, domain: str = "quayside.example") -> Claimed:
    return ROW._replace(id=number, domain=domain)


def compose(each: Claimed) -> Outgoing:
    return Outgoing(each.id, Envelope("", f"r@{each.domain}"), each.message_id, each.domain, b"")


def feed(*rows: Claimed, most: int = 4, pause: float = 0.0, **settings) -> Feed:
    now = settings.pop("now", [0.0])
    made = Feed(
        room=lambda _: (most, pause),
        time=lambda: now[0],
        compose=settings.pop("compose", compose),
        stopping=settings.pop("stopping", lambda: False),
        low=10,
        **settings,
    )
    made.add(rows)
    made.dry = True
    return made


def given_to(made: Feed, session: int, number: int = 100) -> list[int]:
    found = []
    while len(found) < number and (mail := made.next_for(session)) is not None:
        found.append(mail.delivery_id)
    return found


def test_domains_take_turns() -> None:
    made = feed(row(1, "a.example"), row(2, "a.example"), row(3, "b.example"), row(4, "a.example"))
    assert given_to(made, 0) == [1, 3, 2, 4]


def test_a_domain_has_no_more_connections_than_it_may() -> None:
    made = feed(*(row(number) for number in range(9)), most=2)
    assert given_to(made, 0, 1) == [0]
    assert given_to(made, 1, 1) == [1]
    assert given_to(made, 2, 1) == []
    # On a connection that it has, more may follow at once.
    assert given_to(made, 0, 1) == [2]


def test_a_place_is_free_again_when_the_last_mail_of_a_connection_has_landed() -> None:
    made = feed(row(1), row(2), row(3), most=1)
    assert given_to(made, 0, 2) == [1, 2]
    made.landed(1)
    assert given_to(made, 1) == []
    made.landed(2)
    assert given_to(made, 1) == [3]


def test_another_domain_goes_on_while_one_is_full() -> None:
    made = feed(row(1), row(2), row(3, "b.example"), most=1)
    assert given_to(made, 0, 1) == [1]
    assert given_to(made, 1) == [3]


def test_a_domain_that_rests_gets_nothing_even_on_a_connection_that_it_has() -> None:
    rests = [4]
    made = feed(row(1), row(2))
    made.room = lambda _: (rests[0], 0.0)
    assert given_to(made, 0, 1) == [1]
    rests[0] = 0
    assert given_to(made, 0) == []


def test_a_pause_between_two_mails_is_kept() -> None:
    now = [0.0]
    made = feed(row(1), row(2), pause=5.0, now=now)
    assert given_to(made, 0) == [1]
    assert made.soonest() == 5.0
    now[0] = 4.9
    assert given_to(made, 0) == []
    now[0] = 5.0
    assert given_to(made, 0) == [2]


def test_a_mail_that_came_back_goes_first() -> None:
    made = feed(row(1), row(2), row(3))
    assert given_to(made, 0, 2) == [1, 2]
    assert made.returned(2)
    assert given_to(made, 1) == [2, 3]


def test_a_mail_that_comes_back_too_often_is_given_up() -> None:
    made = feed(row(1))
    for _ in range(RETURNS - 1):
        given_to(made, 0)
        assert made.returned(1)
    given_to(made, 0)
    assert not made.returned(1)
    assert made.over


def test_a_limit_counts_what_came_back_once() -> None:
    made = feed(row(1), row(2), row(3))
    made.most = 2
    assert given_to(made, 0, 1) == [1]
    made.returned(1)
    assert given_to(made, 0) == [1, 2]
    assert made.over


def test_a_mail_that_can_not_be_composed_holds_up_no_other() -> None:
    made = feed(row(1), row(2), compose=lambda each: None if each.id == 1 else compose(each))
    assert given_to(made, 0) == [2]


def test_a_mail_behind_that_can_not_be_composed_is_dropped() -> None:
    made = feed(row(1), row(2), row(3), compose=lambda each: compose(each) if each.id % 2 else None)
    assert given_to(made, 0, 1) == [1]
    assert (made.rows(), made.waiting) == ([3], 1)
    assert given_to(made, 0) == [3]


def test_mails_are_composed_two_at_a_time_and_each_once() -> None:
    composed = []
    made = feed(
        *(row(number, f"{number % 2}.example") for number in range(1, 6)),
        compose=lambda each: (composed.append(each.id), compose(each))[1],
    )
    assert given_to(made, 0, 1) == [1]
    assert composed == [1, 2]
    # Who leaves meanwhile is not sent what was composed for them.
    made.drop({2})
    assert given_to(made, 0) == [4, 3, 5]
    made.landed(4)
    made.returned(5)
    assert given_to(made, 0) == [5]
    assert sorted(composed) == [1, 2, 3, 4, 5]


def test_it_is_over_when_the_ledger_is_dry_and_all_have_landed() -> None:
    made = feed(row(1))
    given_to(made, 0)
    assert not made.over
    made.landed(1)
    assert made.over


def test_it_is_over_when_told_to_stop() -> None:
    told = [False]
    made = feed(row(1), row(2), stopping=lambda: told[0])
    assert given_to(made, 0, 1) == [1]
    told[0] = True
    assert given_to(made, 0) == []
    assert made.over


def test_who_has_left_is_dropped() -> None:
    made = feed(row(1), row(2), row(3, "b.example"))
    made.drop({1, 3})
    assert (made.rows(), made.waiting) == ([2], 1)


def test_a_stream_ends_where_there_is_nothing_for_now_and_begins_again() -> None:
    made = feed(row(1), row(2))
    assert [mail.delivery_id for mail in made.stream(0)] == [1, 2]
    made.add([row(3)])
    assert [mail.delivery_id for mail in made.stream(0)] == [3]


@given(
    st.lists(st.sampled_from(["a.example", "b.example", "c.example"]), min_size=1, max_size=40),
    st.integers(1, 3),
    st.integers(0, 1 << 32),
)
def test_every_mail_goes_out_once_whatever_happens(domains, most, seed) -> None:
    """No order of takes, losses and landings loses a mail, doubles one or gets stuck."""
    dice = Random(seed)
    made = feed(*(row(number, domain) for number, domain in enumerate(domains)), most=most)
    landed: list[int] = []
    flying: list[int] = []
    while not made.over:
        moved = False
        for session in dice.sample(range(4), 4):
            for mail in given_to(made, session, dice.randint(1, 3)):
                flying.append(mail)
                moved = True
            busy = [len(sessions) for sessions in made._busy.values()]
            assert all(number <= most for number in busy)
        while flying and (not moved or dice.random() < 0.7):
            mail = flying.pop(dice.randrange(len(flying)))
            moved = True
            if dice.random() < 0.3:
                if not made.returned(mail):
                    landed.append(mail)
            else:
                made.landed(mail)
                landed.append(mail)
        assert moved
    assert sorted(landed) == list(range(len(domains)))
