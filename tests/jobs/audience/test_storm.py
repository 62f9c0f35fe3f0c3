"""Many who ask at once: limits hold, nobody waits for ever, and nobody is there twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from syndicate.jobs.audience.signup import sign_up
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.model.errors import LimitError
from syndicate.store import history, subscribers
from syndicate.store.schema import letters, subscriptions
from tests.support.audience import NELL, confirm, request, rows, states
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
