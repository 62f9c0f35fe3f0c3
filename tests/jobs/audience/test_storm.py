"""Many who ask at once: limits hold, nobody waits for ever, and nobody is there twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from syndicate.jobs.audience import confirm as confirming
from syndicate.jobs.audience import operator, preferences, rights
from syndicate.jobs.audience.preferences import Changes
from syndicate.jobs.audience.signup import sign_up
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.model.errors import LimitError, TokenError
from syndicate.store import history, subscribers
from syndicate.store.schema import letters, subscriptions
from tests.support.audience import (
    CANONICAL,
    NELL,
    NOW,
    ask,
    confirm,
    held,
    is_known,
    request,
    rows,
    states,
    subscribe,
    token,
)
from tests.support.sites import Site


def storm(press: Press, addresses: list[str], *clients: str) -> int:
    """Sign all these up, four at a time, from these clients in turn; how many were refused."""
    secrets_of(press)

    def try_one(place: int) -> bool:
        try:
            client = clients[place % len(clients)]
            sign_up(press, request(addresses[place], "weekly", "monthly", client=client))
        except LimitError:
            return True
        return False

    with ThreadPoolExecutor(4) as pool:
        return sum(pool.map(try_one, range(len(addresses))))


def test_one_client_sends_no_more_than_its_share(site: Site) -> None:
    strangers = [f"reader{number}@saltmarrow{number}.example" for number in range(30)]
    with site.press("limits.per_client=7") as press:
        assert storm(press, strangers, "192.0.2.1") == 23
        assert rows(press, letters) == 7


def test_many_clients_send_no_more_than_all_may(site: Site) -> None:
    strangers = [f"reader{number}@saltmarrow{number % 5}.example" for number in range(30)]
    with site.press("limits.total=7") as press:
        assert storm(press, strangers, *(f"192.0.2.{n}" for n in range(30))) == 23
        assert rows(press, letters) == 7
        with press.store.read() as connection:
            assert subscribers.count(connection) == 7


def test_one_address_is_one_person_with_one_subscription_each(site: Site) -> None:
    with site.press("limits.per_address=5") as press:
        assert storm(press, [NELL, NELL.upper()] * 10, "192.0.2.1", "192.0.2.2") == 0
        with press.store.read() as connection:
            assert subscribers.count(connection) == 1
        assert (rows(press, subscriptions), rows(press, letters)) == (2, 5)


def test_a_confirmation_pressed_by_many_hands_happens_once(site: Site) -> None:
    with site.press() as press:
        storm(press, [NELL], "192.0.2.1")
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: confirm(press), range(12)))
        assert states(press) == {"monthly": "pending", "weekly": "active"}
        with press.store.read() as connection:
            kinds = [event.kind for event in history.of(connection, 1)]
        assert kinds.count("confirmed") == 1


def while_erased(press: Press, act: Callable[[], object]) -> object:
    """What ``act`` comes to that begins while Nell's erasure is written, and ends after it."""
    with ThreadPoolExecutor(1) as pool:
        with press.store.write() as connection:
            found = subscribers.by_canonical(connection, CANONICAL)
            assert found is not None
            rights.forget(connection, found, actor="subscriber", now=NOW)
            acting = pool.submit(act)
            if not press.store.is_sqlite:
                await_one_that_waits(press)
        return acting.result(timeout=60)


def await_one_that_waits(press: Press) -> None:
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    while True:
        with press.store.read() as connection:
            if connection.execute(waiting).scalar_one():
                return
        time.sleep(0.01)


def test_who_is_erased_this_moment_changes_nothing_any_more(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        link, more = token(press), Changes(choices=(Choice("monthly"),), timezone="UTC")
        with pytest.raises(TokenError):
            while_erased(press, lambda: preferences.change(press, link, more))
        assert rows(press, subscriptions) == 0


def test_who_is_erased_this_moment_confirms_nothing_any_more(site: Site) -> None:
    with site.press() as press:
        ask(press)
        link = token(press, "confirm", "weekly")
        with pytest.raises(TokenError):
            while_erased(press, lambda: confirming.confirm(press, link))
        assert not is_known(press)


def test_who_signs_up_while_being_erased_is_somebody_new(site: Site) -> None:
    with site.press() as press:
        before = subscribe(press).subscriber
        while_erased(press, lambda: ask(press))
        assert states(press) == {"weekly": "pending"}
        assert held(press).subscriber.id != before.id


def test_whom_an_operator_adds_during_an_erasure_is_somebody_new(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        while_erased(press, lambda: operator.add(press, NELL, (Choice("monthly"),)))
        assert states(press) == {"monthly": "pending"}


def test_many_hands_on_one_person_never_wait_for_each_other(site: Site) -> None:
    """Each takes several rows: in whatever order, nobody is told of a deadlock."""
    with site.press() as press:
        subscribe(press, NELL, "weekly", "monthly")
        link = token(press)

        def act(place: int) -> None:
            if place % 2:
                operator.add(
                    press, NELL, (Choice("weekly", cadence="daily"), Choice("monthly", hour=place))
                )
            else:
                turned = (Choice("monthly", hour=place), Choice("weekly", cadence="weekly"))
                preferences.change(press, link, Changes(choices=turned))

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(act, range(24)))
        assert states(press) == {"monthly": "active", "weekly": "active"}
