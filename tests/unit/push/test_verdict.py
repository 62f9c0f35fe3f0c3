"""What replies mean, and how long pings wait."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.push.verdict import JITTER, Reply, judge, line, wait
from tests.unit.push.pinging import NOW, ping

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def minutes(verdict) -> float:
    return (verdict.due - NOW) / MINUTE


@pytest.mark.parametrize("code", [200, 202, 204, 299])
def test_any_success_is_done(code):
    assert judge(ping(), Reply(code), now=NOW).state == "done"


@pytest.mark.parametrize("code", [400, 401, 403, 404, 410, 422, 451, 499])
def test_a_request_that_would_fail_again_is_failed_for_good(code):
    verdict = judge(ping(), Reply(code, "Not Found: no such topic"), now=NOW)
    assert (verdict.state, verdict.due) == ("failed", None)
    assert verdict.reason == "Not Found: no such topic"


@pytest.mark.parametrize("code", [None, 100, 301, 302, 307, 408, 425, 429, 500, 503, 599])
def test_everything_else_is_tried_again(code):
    verdict = judge(ping(), Reply(code), now=NOW)
    assert verdict.state == "pending"
    assert verdict.due > NOW


@pytest.mark.parametrize(
    ("attempts", "least"), [(0, 1), (1, 5), (2, 15), (3, 60), (4, 180), (5, 180), (40, 180)]
)
def test_waits_grow_and_then_stay(attempts, least):
    waited = wait(ping(attempts=attempts)) / MINUTE
    assert least <= waited <= least * (1 + JITTER)


def test_the_chance_in_a_wait_is_the_same_each_time():
    assert wait(ping()) == wait(ping())


def test_two_topics_do_not_come_back_at_the_same_moment():
    waits = {wait(ping(f"{n}/rss.xml")) for n in range(20)}
    assert len(waits) == 20


def test_a_hub_that_asks_for_more_time_gets_it():
    assert minutes(judge(ping(), Reply(429, "", "1800"), now=NOW)) == 30


def test_a_hub_may_name_a_moment():
    moment = format_datetime(NOW + 2 * HOUR, usegmt=True)
    assert minutes(judge(ping(), Reply(503, "", moment), now=NOW)) == 120


def test_a_hub_that_asks_for_less_time_waits_no_less():
    verdict = judge(ping(attempts=2), Reply(503, "", "1"), now=NOW)
    assert minutes(verdict) >= 15


@pytest.mark.parametrize("asked", ["86400", "9" * 400, "Fri, 01 Jan 2038 00:00:00 GMT"])
def test_no_hub_makes_a_ping_wait_for_more_than_half_a_day(asked):
    assert judge(ping(), Reply(429, "", asked), now=NOW).due == NOW + 12 * HOUR


@pytest.mark.parametrize("asked", ["soon", "-5", "1.5", "Fri, 99 Jan 2038", "²", "٣"])
def test_what_is_no_time_is_passed_over(asked):
    assert judge(ping(), Reply(429, "", asked), now=NOW).due == NOW + wait(ping())


@given(st.text())
def test_no_text_of_a_hub_upsets_the_verdict(text):
    verdict = judge(ping(), Reply(503, text, text), now=NOW)
    assert verdict.due <= NOW + 12 * HOUR
    assert len(verdict.reason) <= 200
    assert verdict.reason.isprintable()


def test_a_ping_is_given_up_after_two_days():
    old = ping(attempts=9, changed=NOW - 46 * HOUR)
    verdict = judge(old, Reply(None, "connection refused"), now=NOW)
    assert verdict.state == "failed"
    assert verdict.reason == "given up after 48 hours: connection refused"


def test_a_newer_change_keeps_an_old_ping_alive():
    busy = ping(attempts=30, changed=NOW - HOUR)
    assert judge(busy, Reply(None), now=NOW).state == "pending"


def test_a_hub_that_stays_away_is_asked_some_twenty_times():
    tried = ping(changed=NOW, due=NOW)
    moment, count = NOW, 0
    while True:
        verdict = judge(tried, Reply(None), now=moment)
        count += 1
        if verdict.state == "failed":
            break
        moment = verdict.due
        tried = ping(changed=NOW, attempts=count, due=moment)
    assert 15 <= count <= 20
    assert moment > NOW + 40 * HOUR


@pytest.mark.parametrize(
    ("code", "whole"), [(None, True), (429, True), (503, True), (500, False), (408, False)]
)
def test_some_failures_are_the_hub_s_and_some_the_topic_s(code, whole):
    assert judge(ping(), Reply(code), now=NOW).of_the_hub is whole


def test_a_stranger_s_text_becomes_a_short_line():
    assert line(" No \x1b[31msuch\r\n topic\x9d\u202e ") == "No [31msuch topic"
    assert line("word " * 100) == ("word " * 100)[:199] + "…"
