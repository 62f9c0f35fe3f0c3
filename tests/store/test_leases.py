"""A lease: one holder at a time, also where several ask for it for the first time at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

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
