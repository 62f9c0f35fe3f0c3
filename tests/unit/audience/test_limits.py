"""Limits: never more within any period than they say, and again as soon as there is room."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.audience.limits import HOUR, Rule, rules
from syndicate.config.audience import Limits
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
RULE = Rule("client", 3, HOUR)


def counted(rule: Rule, moments, now):
    counts = Counter(rule.current(moment) for moment in moments)
    return {span: n for span, n in counts.items() if span >= rule.earliest(now)}


def test_below_the_limit_nobody_waits() -> None:
    assert RULE.wait({NOW: 2}, NOW) == timedelta()


def test_at_the_limit_one_waits_until_the_oldest_span_has_left() -> None:
    assert RULE.wait({NOW - timedelta(minutes=30): 1, NOW: 2}, NOW) == timedelta(minutes=35)


@given(st.lists(st.integers(0, 4 * 3600), max_size=60), st.integers(1, 5))
def test_no_period_holds_more_than_the_limit(seconds: list[int], number: int) -> None:
    rule, taken = Rule("client", number, HOUR), []
    for moment in sorted(NOW + timedelta(seconds=s) for s in seconds):
        if not rule.wait(counted(rule, taken, moment), moment):
            taken.append(moment)
    assert all(sum(first <= m < first + HOUR for m in taken) <= number for first in taken)


@given(st.lists(st.integers(0, 3600), min_size=1, max_size=20))
def test_who_has_waited_as_told_is_let_in(seconds: list[int]) -> None:
    moments = sorted(NOW + timedelta(seconds=s) for s in seconds)
    rule, now = Rule("client", len(moments), HOUR), NOW + HOUR
    wait = rule.wait(counted(rule, moments, now), now)
    later = now + wait
    assert not rule.wait(counted(rule, moments, later), later)


def test_the_rules_are_those_of_the_configuration() -> None:
    made = rules(Limits(per_client=1, per_address=2, per_domain=3, total=4))
    assert [
        (rule.number, rule.period / HOUR)
        for rule in (made.client, made.address, made.domain, made.total)
    ] == [(1, 1), (2, 24), (3, 1), (4, 1)]


@pytest.mark.parametrize("scope", ["client", "address", "domain", "total"])
def test_each_rule_counts_for_itself(scope: str) -> None:
    assert getattr(rules(Limits()), scope).scope == scope
