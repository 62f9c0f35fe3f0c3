"""Counts of attempts: right under concurrency, and forgotten in time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from syndicate.store import attempts
from syndicate.store.engine import Store
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
SPAN = timedelta(minutes=5)


def counts(store: Store, scope="client", key="a", since=NOW):
    with store.read() as connection:
        return attempts.counts(connection, scope, key, since=since)


def test_attempts_are_counted_by_scope_key_and_span(store: Store) -> None:
    with store.write() as connection:
        for scope, key, span in (
            ("client", "a", NOW),
            ("client", "a", NOW),
            ("client", "a", NOW - SPAN),
            ("client", "b", NOW),
            ("address", "a", NOW),
        ):
            attempts.add(connection, scope, key, span=span)
    assert counts(store) == {NOW: 2}
    assert counts(store, since=NOW - SPAN) == {NOW - SPAN: 1, NOW: 2}
    assert counts(store, "address") == {NOW: 1}


def test_no_count_is_lost_between_processes(store: Store) -> None:
    def count(_: int) -> None:
        with store.write() as connection:
            attempts.add(connection, "client", "a", span=NOW)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(40)))
    assert counts(store) == {NOW: 40}


def test_no_more_than_the_limit_is_let_in_however_many_ask_at_once(store: Store) -> None:
    def try_once(_: int) -> bool:
        with store.write() as connection:
            attempts.lock(connection, "client", "a")
            held = attempts.counts(connection, "client", "a", since=NOW)
            if sum(held.values()) >= 5:
                return False
            attempts.add(connection, "client", "a", span=NOW)
            return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(try_once, range(40))) == 5
    assert counts(store) == {NOW: 5}


def test_totals_are_by_key(store: Store) -> None:
    with store.write() as connection:
        attempts.add(connection, "silent", "address", span=NOW, number=2)
        attempts.add(connection, "silent", "address", span=NOW - SPAN)
        attempts.add(connection, "silent", "domain", span=NOW)
        assert attempts.totals(connection, "silent", since=NOW - SPAN) == {
            "address": 3,
            "domain": 1,
        }


def test_old_spans_are_forgotten(store: Store) -> None:
    with store.write() as connection:
        attempts.add(connection, "client", "a", span=NOW - SPAN)
        attempts.add(connection, "client", "a", span=NOW)
        assert attempts.forget(connection, before=NOW) == 1
    assert counts(store, since=NOW - SPAN) == {NOW: 1}
