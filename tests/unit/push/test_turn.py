"""Who is next at a hub."""

from __future__ import annotations

from datetime import timedelta

from syndicate.push.turn import turns
from tests.unit.push.pinging import HUB, NOW, ping

EARLIER = NOW - timedelta(hours=1)
LATER = NOW + timedelta(hours=1)


def names(pings) -> list[str]:
    return [each.topic.rpartition("feeds/")[2] for each in pings]


def test_what_is_due_goes_out_and_the_rest_stays():
    (turn,) = turns([ping("a"), ping("b", due=LATER, attempts=1, code=500)], now=NOW)
    assert (names(turn.due), turn.waiting) == (["a"], ())


def test_each_hub_has_its_own_turn():
    found = turns([ping("a"), ping("a", hub="https://another.example/")], now=NOW)
    assert [turn.hub for turn in found] == ["https://another.example/", HUB]


def test_those_tried_longest_ago_come_first():
    pings = [ping("a", tried=NOW), ping("b", tried=EARLIER), ping("c")]
    (turn,) = turns(pings, now=NOW)
    assert names(turn.due) == ["c", "b", "a"]


def test_a_hub_that_asked_for_time_gets_no_others_meanwhile():
    held = ping("a", due=LATER, attempts=1, code=429)
    (turn,) = turns([held, ping("b")], now=NOW)
    assert (turn.due, names(turn.held), turn.holder) == ((), ["b"], held)


def test_a_hub_that_was_away_is_tried_with_the_next_change():
    away = ping("a", due=LATER, attempts=3, code=None)
    (turn,) = turns([away, ping("b")], now=NOW)
    assert (names(turn.due), names(turn.waiting)) == (["b"], ["a"])


def test_a_person_may_send_everything_at_once():
    asked = ping("a", due=LATER, attempts=1, code=503)
    (turn,) = turns([asked, ping("b")], now=NOW, early=True)
    assert sorted(names(turn.due)) == ["a", "b"]
