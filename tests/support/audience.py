"""A site with readers: what the audience's tests begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from syndicate.jobs.audience import confirm as confirming
from syndicate.jobs.audience.gate import stamp
from syndicate.jobs.audience.signup import Request, sign_up
from syndicate.jobs.audience.standing import Standing, standing
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of, tokens_of
from syndicate.model.subscriber import Event
from syndicate.store import history, letters, subscribers, suppressions
from syndicate.store.letters import Letter
from syndicate.store.schema import metadata
from tests.support.articles import at
from tests.support.sites import Site, make_site

NOW = at("2026-01-26T01:00")
NELL = "Nell.Harrow@saltmarrow.example"
CANONICAL = NELL.lower()

#: A second newsletter, and for the first one a choice of cadence and language.
MORE = """
[[newsletters]]
name = "monthly"
title = "The Test Month"
schedule = "monthly 1 08:00"
"""
CHOICE = 'also = ["daily 08:00"]\nlanguages = ["zh"]\n'


def readers_site(root: Path, store: str, *, more: str = "") -> Site:
    return make_site(root / "site", store=store, newsletter=CHOICE, more=MORE + more)


@contextmanager
def after(site: Site, *overrides: str, **passed: float) -> Iterator[Press]:
    """A press some time after :data:`NOW`."""
    with site.press(*overrides, now=(NOW + timedelta(**passed)).isoformat()) as press:
        yield press


def request(address: str = NELL, *names: str, **fields: Any) -> Request:
    """A sign-up to these newsletters, or to the weekly one."""
    choices = fields.pop("choices", tuple(Choice(name) for name in names or ("weekly",)))
    return Request(address=address, choices=choices, **fields)


def ask(press: Press, address: str = NELL, *names: str, **fields: Any) -> None:
    sign_up(press, request(address, *names, **fields))


def token(press: Press, purpose: Any = "manage", *extra: str, address: str = NELL) -> str:
    """A link's token, as a mail to this address brings it."""
    with press.store.read() as connection:
        found = subscribers.by_canonical(connection, address.lower())
    assert found is not None
    return tokens_of(press).make(purpose, found.key, *extra, now=press.clock())


def confirm(press: Press, address: str = NELL, *names: str) -> Any:
    """Press the button that the confirmation's link leads to."""
    named = names or ("weekly",)
    return confirming.confirm(press, token(press, "confirm", *named, address=address))


def subscribe(press: Press, address: str = NELL, *names: str, **fields: Any) -> Standing:
    """Sign up and confirm."""
    ask(press, address, *names, **fields)
    confirm(press, address, *names)
    return held(press, address)


def held(press: Press, address: str = NELL) -> Standing:
    with press.store.read() as connection:
        found = subscribers.by_canonical(connection, address.lower())
        assert found is not None
        return standing(connection, found)


def is_known(press: Press, address: str = NELL) -> bool:
    with press.store.read() as connection:
        return subscribers.by_canonical(connection, address.lower()) is not None


def states(press: Press, address: str = NELL) -> dict[str, str]:
    return {each.newsletter: each.state for each in held(press, address).subscriptions}


def queued(press: Press, address: str = NELL) -> list[Letter]:
    with press.store.read() as connection:
        found = subscribers.by_canonical(connection, address.lower())
        return letters.of(connection, found.id) if found else []


def happened(press: Press, number: int) -> list[Event]:
    """Somebody's history, in the order of events."""
    with press.store.read() as connection:
        return history.of(connection, number)[::-1]


def fingerprint(press: Press, address: str = NELL) -> str:
    return secrets_of(press).fingerprint(address.lower())


def bar(press: Press, newsletter: str, reason: Any, *, detail: str = "") -> None:
    """Suppress Nell's address as if a mailbox, or she herself, had done so."""
    hashed = fingerprint(press)
    with press.store.write() as connection:
        suppressions.add(connection, hashed, newsletter, reason, since=NOW, detail=detail)


def fresh_stamp(press: Press) -> str:
    return stamp(press)


def contents(press: Press, *without: str) -> Mapping[str, list[tuple]]:
    """Every row of every table, to be compared with what is there later."""
    with press.store.read() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
            if table.name not in without
        }


def rows(press: Press, table: Any) -> int:
    with press.store.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
