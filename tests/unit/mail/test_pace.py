"""A domain gets what it takes: less when it says so, more as it goes well."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail import pace
from syndicate.mail.pace import Bounds, after, allowance, resting, room
from syndicate.store.domains import Domain

NOW = datetime(2026, 1, 26, 8, tzinfo=UTC)
TIDE = Domain("tide.example")
LIMITS = Bounds(connections=4)


def accepted(domain: Domain, number: int = 1, *, now: datetime = NOW, limits=LIMITS) -> Domain:
    return after(domain, "accepted", limits, now=now, number=number)


def slowed(domain: Domain, *, now: datetime = NOW) -> Domain:
    return after(domain, "slow", LIMITS, now=now, reason="421 Too fast")


def test_an_unknown_domain_gets_what_is_configured() -> None:
    assert room(TIDE, LIMITS) == (4, 0.0)
    assert not resting(TIDE, now=NOW)
    assert allowance(TIDE, LIMITS, now=NOW) is None


def test_a_rate_is_a_pause_between_two_mails() -> None:
    assert room(TIDE, Bounds(connections=4, rate=120)) == (4, 0.5)


def test_a_domain_that_wants_less_rests_and_then_gets_half() -> None:
    found = slowed(TIDE)
    assert resting(found, now=NOW + timedelta(seconds=59))
    assert not resting(found, now=NOW + timedelta(seconds=60))
    assert room(found, LIMITS) == (2, 1.0)
    assert found.reason == "421 Too fast"


def test_many_replies_at_once_count_as_one_wish_for_less() -> None:
    assert slowed(slowed(TIDE), now=NOW + timedelta(seconds=1)) == slowed(TIDE)


def test_the_rests_grow_while_it_goes_on_wanting_less() -> None:
    found, now, rests = TIDE, NOW, []
    for _ in range(8):
        found = slowed(found, now=now)
        assert found.until is not None
        rests.append((found.until - now) // timedelta(minutes=1))
        now = found.until
    assert rests == [1, 2, 5, 15, 30, 60, 60, 60]
    assert room(found, LIMITS) == (1, pace.LONGEST_PAUSE)


def test_it_gets_all_again_as_mail_is_accepted() -> None:
    found, later = slowed(slowed(TIDE), now=NOW + timedelta(hours=1)), NOW + timedelta(hours=2)
    for _ in range(40):
        found = accepted(found, now=later)
    assert room(found, LIMITS) == (4, 0.0)
    assert (found.failures, found.reason, found.until) == (0, "", None)


def test_mail_that_was_on_its_way_does_not_end_a_rest() -> None:
    assert resting(accepted(slowed(TIDE)), now=NOW)


def test_a_held_domain_gets_nothing_until_it_is_released() -> None:
    found = after(TIDE, "hold", LIMITS, now=NOW, reason="550 5.7.515 Not authenticated")
    assert resting(found, now=NOW + timedelta(days=30))
    assert found.reason == "550 5.7.515 Not authenticated"
    assert not resting(pace.released(found), now=NOW)


@pytest.mark.parametrize("kind", ["retry", "fail"])
def test_what_concerns_one_mail_changes_nothing(kind) -> None:
    assert after(TIDE, kind, LIMITS, now=NOW) == TIDE


def test_a_new_sender_sends_half_as_many_again_on_each_day() -> None:
    limits, found, sent = Bounds(connections=4, warm_up=100), TIDE, []
    for day in range(5):
        now = NOW + timedelta(days=day)
        left = allowance(found, limits, now=now)
        assert left is not None
        found = accepted(found, left, now=now, limits=limits)
        assert allowance(found, limits, now=now) == 0
        sent.append(left)
    assert sent == [100, 150, 225, 338, 507]


def test_a_day_of_warming_up_ends_at_midnight_utc() -> None:
    limits = Bounds(connections=4, warm_up=100)
    found = accepted(TIDE, 100, limits=limits)
    assert pace.next_day(NOW) == datetime(2026, 1, 27, tzinfo=UTC)
    assert allowance(found, limits, now=pace.next_day(NOW) - timedelta(seconds=1)) == 0
    assert allowance(found, limits, now=pace.next_day(NOW)) == 150


@pytest.mark.parametrize("between", [7, 31])
def test_days_without_mail_do_not_let_a_sender_send_more(between: int) -> None:
    limits, found, sent = Bounds(connections=4, warm_up=100), TIDE, []
    for time in range(4):
        now = NOW + timedelta(days=between * time)
        left = allowance(found, limits, now=now)
        assert left is not None
        found = accepted(found, left, now=now, limits=limits)
        sent.append(left)
    assert sent == [100, 150, 225, 338]


def test_a_sender_that_was_silent_for_five_weeks_is_new_again() -> None:
    limits = Bounds(connections=4, warm_up=100)
    found = accepted(TIDE, 100, limits=limits)
    assert allowance(found, limits, now=NOW + timedelta(days=36)) == 100
    assert allowance(found, limits, now=NOW + timedelta(days=35)) == 150


KINDS = st.sampled_from(["accepted", "retry", "slow", "hold", "fail"])


@given(
    steps=st.lists(st.tuples(KINDS, st.integers(0, 200_000), st.integers(1, 500)), max_size=40),
    limits=st.builds(
        Bounds, connections=st.integers(1, 9), rate=st.integers(0, 99), warm_up=st.integers(0, 99)
    ),
)
def test_no_row_of_replies_takes_a_domain_out_of_its_bounds(steps, limits) -> None:
    found, now = TIDE, NOW
    for kind, seconds, number in steps:
        now += timedelta(seconds=seconds)
        found = after(found, kind, limits, now=now, number=number)
        most, pause = room(found, limits)
        assert 1 <= most <= limits.connections
        assert 0 <= pause <= 60
        left = allowance(found, limits, now=now)
        assert (left is None) == (limits.warm_up == 0)
        assert left is None or left >= 0
