"""Counts of attempts: right under concurrency, and forgotten in time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from syndicate.store import attempts
from syndicate.store.engine import Store
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
SPAN = timedelta(minutes=5)
A, B = ("client", "a"), ("address", "b")


def counts(store: Store, scope="client", key="a", since=NOW):
    with store.read() as connection:
        return attempts.counts(connection, {(scope, key): since})[scope, key]


def test_attempts_are_counted_by_scope_key_and_span(store: Store) -> None:
    with store.write() as connection:
        for scope, key, span in (
            ("client", "a", NOW),
            ("client", "a", NOW),
            ("client", "a", NOW - SPAN),
            ("client", "b", NOW),
            ("address", "a", NOW),
        ):
            attempts.add(connection, {(scope, key): span})
    assert counts(store) == {NOW: 2}
    assert counts(store, since=NOW - SPAN) == {NOW - SPAN: 1, NOW: 2}
    assert counts(store, "address") == {NOW: 1}


def test_no_count_is_lost_between_processes(store: Store) -> None:
    def count(_: int) -> None:
        with store.write() as connection:
            attempts.add(connection, {A: NOW})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(40)))
    assert counts(store) == {NOW: 40}


def test_no_more_than_the_limit_is_let_in_however_many_ask_at_once(store: Store) -> None:
    def try_once(_: int) -> bool:
        with store.write() as connection:
            attempts.lock(connection, [A])
            held = attempts.counts(connection, {A: NOW})[A]
            if sum(held.values()) >= 5:
                return False
            attempts.add(connection, {A: NOW})
            return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(try_once, range(40))) == 5
    assert counts(store) == {NOW: 5}


def test_several_keys_are_counted_and_asked_for_at_once(store: Store) -> None:
    with store.write() as connection:
        attempts.lock(connection, [A, B])
        attempts.add(connection, {A: NOW, B: NOW - SPAN})
        attempts.add(connection, {A: NOW, B: NOW})
        asked = {A: NOW, B: NOW - SPAN, ("total", "all"): NOW}
        assert attempts.counts(connection, asked) == {
            A: {NOW: 2},
            B: {NOW - SPAN: 1, NOW: 1},
            ("total", "all"): {},
        }


def test_totals_are_by_key(store: Store) -> None:
    with store.write() as connection:
        for key, span in (("address", NOW), ("address", NOW - SPAN), ("domain", NOW)):
            attempts.add(connection, {("silent", key): span})
        assert attempts.totals(connection, "silent", since=NOW - SPAN) == {
            "address": 2,
            "domain": 1,
        }


def test_old_spans_are_forgotten(store: Store) -> None:
    with store.write() as connection:
        attempts.add(connection, {A: NOW - SPAN})
        attempts.add(connection, {A: NOW})
        assert attempts.forget(connection, before=NOW) == 1
    assert counts(store, since=NOW - SPAN) == {NOW: 1}
