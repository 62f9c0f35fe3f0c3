"""Letters: each is sent by one process, comes up again if that was killed, and expires."""

from __future__ import annotations

from datetime import timedelta

from syndicate.store import history, letters
from syndicate.store.engine import Store
from syndicate.store.letters import CLAIMED_FOR, Letter
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
WEEK = timedelta(days=7)


def add(store: Store, number: int = 1, **fields) -> int:
    values = {"language": "en", "message_id": f"<{number}@gazette.example>", "now": NOW}
    with store.write() as connection:
        return letters.add(
            connection, "confirm", number, **{**values, "expires": NOW + WEEK, **fields}
        )


def claim(store: Store, now=NOW, **fields) -> list[Letter]:
    with store.write() as connection:
        return letters.claim(connection, now=now, **fields)


def only(store: Store) -> Letter:
    with store.read() as connection:
        (found,) = letters.of(connection, 1)
    return found


def test_a_letter_is_due_at_once(store: Store) -> None:
    add(store, details={"newsletters": ["weekly"]})
    (taken,) = claim(store)
    assert (taken.attempts, taken.details) == (1, {"newsletters": ["weekly"]})
    with store.read() as connection:
        assert letters.next_due(connection) == NOW + CLAIMED_FOR


def test_a_claimed_letter_is_not_claimed_again(store: Store) -> None:
    add(store)
    claim(store)
    assert claim(store) == []


def test_a_letter_whose_sender_was_killed_comes_up_again_as_the_same(store: Store) -> None:
    add(store)
    (first,) = claim(store)
    (second,) = claim(store, NOW + CLAIMED_FOR)
    assert (second.id, second.message_id, second.attempts) == (first.id, first.message_id, 2)


def test_two_that_claim_at_once_share_the_letters(store: Store) -> None:
    for number in range(6):
        add(store, number)
    if store.is_sqlite:
        taken = [claim(store, limit=3), claim(store, limit=3)]
    else:
        with store.write() as one, store.write() as other:
            taken = [letters.claim(each, now=NOW, limit=3) for each in (one, other)]
    assert sorted(letter.subscriber_id for some in taken for letter in some) == list(range(6))


def test_a_settled_letter_is_done(store: Store) -> None:
    add(store)
    (taken,) = claim(store)
    with store.write() as connection:
        letters.settle(connection, taken.id, "sent", code=250, reply="queued", now=NOW)
    assert claim(store, NOW + WEEK - timedelta(seconds=1)) == []
    assert (only(store).state, only(store).code, only(store).settled) == ("sent", 250, NOW)


def test_a_letter_that_was_put_off_comes_again_when_it_is_due(store: Store) -> None:
    add(store)
    (taken,) = claim(store)
    later = NOW + timedelta(hours=1)
    with store.write() as connection:
        letters.put_off(connection, taken.id, due=later, code=451, reply="greylisted")
    assert claim(store, later - timedelta(seconds=1)) == []
    assert claim(store, later)[0].reply == "greylisted"


def test_a_letter_that_comes_too_late_is_not_sent(store: Store) -> None:
    add(store)
    assert claim(store, NOW + WEEK) == []
    with store.write() as connection:
        assert letters.expire(connection, now=NOW + WEEK) == 1
        assert letters.counts(connection) == {"expired": 1}
        assert letters.next_due(connection) is None


def test_letters_are_withdrawn_by_kind(store: Store) -> None:
    add(store)
    with store.write() as connection:
        assert letters.withdraw(connection, 1, "known", now=NOW) == 0
        assert letters.withdraw(connection, 1, "confirm", now=NOW) == 1
        assert letters.withdraw(connection, 1, now=NOW) == 0


def test_a_withdrawn_letter_is_not_put_off(store: Store) -> None:
    number = add(store)
    with store.write() as connection:
        letters.withdraw(connection, 1, now=NOW)
        letters.put_off(connection, number, due=NOW, code=None, reply="")
    assert claim(store) == []


def test_the_history_is_told_from_the_latest(store: Store) -> None:
    with store.write() as connection:
        for kind in ("asked", "confirmed"):
            history.add(connection, 1, kind, "subscriber", at=NOW, details={"of": kind})
        history.add(connection, 2, "asked", "subscriber", at=NOW)
        assert [event.kind for event in history.of(connection, 1)] == ["confirmed", "asked"]
        history.scrub(connection, 1)
        assert {str(event.details) for event in history.of(connection, 1)} == {"{}"}


def test_a_number_that_was_given_is_not_given_again(store: Store) -> None:
    """A mail that comes back is known by it, long after it was deleted."""
    numbers = [add(store), add(store, 2)]
    with store.write() as connection:
        letters.remove(connection, 2)
        drafts = [letters.Draft("known", 3, "en", f"<many{n}@gazette.example>", {}) for n in "ab"]
        letters.add_many(connection, drafts, now=NOW, expires=NOW)
        numbers += [each.id for each in letters.of(connection, 3)]
        letters.expire(connection, now=NOW + WEEK)
        assert letters.forget(connection, before=NOW + WEEK + WEEK) == 3
    numbers.append(add(store, 4))
    assert numbers == [1, 2, 3, 4, 5]
