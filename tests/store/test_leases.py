"""A lease: one holder at a time, also where several ask for it for the first time at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from syndicate.model.errors import LeaseHeldError
from syndicate.store import leases
from syndicate.store.engine import Store
from syndicate.store.leases import Holder
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
ASKING = 4
ROUNDS = 10


def test_of_several_that_ask_for_the_first_time_at_once_one_gets_it(store: Store) -> None:
    together = Barrier(ASKING)

    def ask(number: int, kind: str) -> str:
        holder = Holder(f"token{number}", "host", number, "")
        together.wait()
        try:
            with store.write() as connection:
                leases.take(connection, kind, holder, now=NOW, is_alive=lambda _: True)
        except LeaseHeldError:
            return "told"
        return "got"

    with ThreadPoolExecutor(ASKING) as threads:
        for round_ in range(ROUNDS):
            kind = f"publish{round_}"
            said = list(threads.map(lambda number, kind=kind: ask(number, kind), range(ASKING)))
            assert sorted(said) == ["got", "told", "told", "told"]


def test_who_restores_is_alone(store: Store) -> None:
    together = Barrier(2)
    other, restoring = (Holder(name, "host", number, "") for number, name in enumerate("ab"))

    def take(holder: Holder, round_: int) -> str:
        together.wait()
        try:
            with store.write() as connection:
                if holder is restoring:
                    leases.take_alone(connection, holder, now=NOW, is_alive=lambda _: True)
                else:
                    kind = f"publish{round_}"
                    leases.take(connection, kind, holder, now=NOW, is_alive=lambda _: True)
        except LeaseHeldError:
            return "told"
        return "got"

    with ThreadPoolExecutor(2) as threads:
        for round_ in range(ROUNDS):
            said = threads.map(take, (other, restoring), (round_, round_))
            assert sorted(said) == ["got", "told"]
            with store.write() as connection:
                for lease in leases.current(connection):
                    leases.forget(connection, lease.kind)


def test_whoever_is_dead_keeps_nobody_from_being_alone(store: Store) -> None:
    dead = Holder("dead", "host", 1, "")
    restoring = Holder("restoring", "host", 2, "")
    with store.write() as connection:
        leases.take(connection, "serve:dead", dead, now=NOW, is_alive=lambda _: True)
    with store.write() as connection:
        leases.take_alone(connection, restoring, now=NOW, is_alive=lambda each: each != dead)
        leases.release(connection, leases.ALONE, restoring)
    elsewhere = Holder("elsewhere", "another", 1, "")
    with store.write() as connection:
        leases.take(connection, "serve:elsewhere", elsewhere, now=NOW, is_alive=lambda _: True)
    # What lives on another host nobody here can ask.
    told = pytest.raises(LeaseHeldError, match="has died counts for a minute more")
    with told, store.write() as connection:
        leases.take_alone(connection, restoring, now=NOW, is_alive=lambda _: False)
