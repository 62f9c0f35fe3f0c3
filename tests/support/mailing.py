"""A newsroom with readers and an edition to mail: what delivery's tests begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from syndicate.audience import address as addresses
from syndicate.config.load import load_config
from syndicate.digests import edition as craft
from syndicate.jobs.edition import newsletter_of, period_of
from syndicate.jobs.press import Press, open_press
from syndicate.mail.dkimkey import make_key
from syndicate.model.subscriber import Wish
from syndicate.store import mailings, subscribers, subscriptions
from syndicate.store.mailings import Mailing
from syndicate.store.schema import deliveries
from syndicate.store.subscribers import Newcomer
from syndicate.store.subscriptions import Given
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

#: A Monday, 09:00 in the site's zone: the weekly edition is an hour old.
NOW = at("2026-01-26T01:00")
EDITION = "weekly/2026-W04"
KEY = "k" * 40

_MAIL = """
transport = "smtp"
{mail}
[mail.smtp]
host = "127.0.0.1"
port = {port}
security = "none"
connections = {connections}

[mail.dkim]
domain = "gazette.example"
selector = "test"
key = "dkim.pem"
"""


@dataclass
class Newsroom:
    """A site and a clock that a test moves."""

    site: Site
    now: datetime = NOW
    stops: bool = False

    @contextmanager
    def press(self, *overrides: str) -> Iterator[Press]:
        config = load_config(self.site.file, environment={}, overrides=overrides)
        with open_press(config, clock=lambda: self.now, stopping=lambda: self.stops) as press:
            yield press

    def later(self, **passed: float) -> None:
        self.now += timedelta(**passed)


def newsroom(
    root: Path,
    store: str,
    port: int,
    *,
    connections: int = 2,
    mail: str = "",
    newsletter: str = "",
    more: str = "",
    clock: str = "",
) -> Newsroom:
    """A newsroom whose mail goes to a server on this machine. Nothing is in the store yet.

    With ``clock`` that is the moment that what is shown counts from, for verbs.
    """
    site = make_site(root / "site", store=store, newsletter=newsletter)
    signing_key(site.root)
    text = site.file.read_text() + _MAIL.format(mail=mail, port=port, connections=connections)
    if clock:
        text = text.replace("[store]", f'clock = "{clock}"\n[store]', 1)
    site.file.write_text(text + more)
    return Newsroom(site)


@cache
def _signing_key() -> bytes:
    return make_key()


def signing_key(folder: Path) -> None:
    """The key that mails are signed with: one for all tests, since making one takes a while."""
    path = folder / "dkim.pem"
    path.touch(mode=0o600)
    path.write_bytes(_signing_key())


def readers(
    press: Press, everybody: Iterable[str] | int, *, start: int = 0, **wish: Any
) -> list[str]:
    """Active subscribers of the weekly newsletter; a number makes up that many addresses."""
    named = (
        [f"reader{number}@d{number % 7}.example" for number in range(start, start + everybody)]
        if isinstance(everybody, int)
        else list(everybody)
    )
    timezone = wish.pop("timezone", "UTC")
    wanted = Wish(**{"newsletter": "weekly", "cadence": "weekly", "language": "en", **wish})
    rows = []
    for name in named:
        parsed = addresses.parse(name)
        rows.append(
            Newcomer(
                key=press.secrets.fingerprint(parsed.canonical)[:32],
                address=parsed.given,
                canonical=parsed.canonical,
                domain=parsed.domain,
                fingerprint=press.secrets.fingerprint(parsed.canonical),
                language="en",
                timezone=timezone,
                created=press.clock(),
            )
        )
    with press.store.write() as connection:
        subscribers.add_many(connection, rows)
        known = subscribers.by_canonicals(connection, [row.canonical for row in rows])
        subscriptions.begin_many(
            connection,
            [(each.id, wanted) for each in known.values()],
            Given("imported", press.clock()),
        )
    return named


def edition(press: Press, *keys: str, moment: str = "2026-01-20T12:00") -> None:
    """The weekly edition, of these articles, made without a preview that nobody looks at."""
    fill(press, *(page(key) for key in keys or ("1", "2")), moment=moment)
    make(press)


def begun(room: Newsroom, number: int = 3) -> None:
    """A newsroom with so many readers, and the weekly edition made."""
    with room.press() as press:
        readers(press, number)
        edition(press)


def make(press: Press) -> None:
    """The edition of the last complete week."""
    newsletter = newsletter_of(press, "weekly")
    period = period_of(press, newsletter, None)
    with press.store.write() as connection:
        craft.make(connection, newsletter, period, None, now=press.shown)


def rows(press: Press) -> list[Any]:
    """The ledger, in the order of its rows."""
    with press.store.read() as connection:
        return list(connection.execute(select(deliveries).order_by(deliveries.c.id)))


def states(press: Press) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows(press):
        found[row.state] = found.get(row.state, 0) + 1
    return found


def mailing(press: Press) -> Mailing:
    with press.store.read() as connection:
        found = mailings.find(connection, 1)
    assert found is not None
    return found
