"""After a death: what a process left undone goes on, and what it was sending is in doubt.

Done whenever a delivery starts, and when one has nothing left to do but the
ledger has: so the living go on with what the dead had in hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from syndicate.jobs.delivery import aftermath, journal
from syndicate.jobs.delivery.journal import Abandoned
from syndicate.jobs.press import Press
from syndicate.jobs.process import is_alive, this_process
from syndicate.mail.ledger import ON_THE_WIRE
from syndicate.store import claims, leases, ledger, ledger_amends, mailings
from syndicate.store.engine import Store

#: The kinds of the leases by which delivering processes are known; the token follows.
LEASE = "delivery:"


@dataclass(frozen=True, slots=True)
class Recovered:
    """``settled`` endings that the database did not know, rows now in doubt, rows set free."""

    settled: int = 0
    doubtful: int = 0
    freed: int = 0

    def __add__(self, other: Recovered) -> Recovered:
        return Recovered(
            self.settled + other.settled,
            self.doubtful + other.doubtful,
            self.freed + other.freed,
        )


def journals(store: Store) -> Path:
    """The folder of the journals of a SQLite store: beside its file."""
    return Path(f"{store.engine.url.database}-ledger")


def recover(press: Press) -> Recovered:
    """Take over from every process that has rows in hand and is dead."""
    return _from_journals(press) if press.store.is_sqlite else _from_leases(press)


def living(press: Press, connection: Connection) -> set[str]:
    """The tokens of the delivering processes that live, for all that is known here."""
    if press.store.is_sqlite:
        folder = journals(press.store)
        return journal.known(folder) - {dead.token for dead in journal.abandoned(folder)}
    now, host = press.clock(), this_process().host
    held = leases.living(connection, LEASE, host, now=now, is_alive=is_alive)
    return {kind.removeprefix(LEASE) for kind in held}


def rehearse(press: Press, connection: Connection) -> None:
    """Take over from the dead in a transaction that is going to be undone.

    Their journals stay where they are.
    """
    alive, known = living(press, connection), set[str]()
    if press.store.is_sqlite:
        for dead in journal.abandoned(journals(press.store)):
            _take_over(connection, press, dead)
            known.add(dead.token)
    for token in claims.claimants(connection) - alive - known:
        _free(connection, press, token)


def close_over(connection: Connection, edition_id: int, *, now: datetime) -> None:
    """Leave out what somebody had in hand, and has no more, when its mailing was ended for good."""
    mailing = mailings.find(connection, edition_id)
    if mailing is not None and mailing.is_over:
        ledger_amends.close(connection, edition_id, mailing.reason, now=now)


def _from_journals(press: Press) -> Recovered:
    folder = journals(press.store)
    done = Recovered()
    for dead in journal.abandoned(folder):
        with press.store.write(durable=True) as connection:
            done += _take_over(connection, press, dead)
        dead.remove()
    # In this order: whoever claims has a journal first.
    with press.store.read() as connection:
        holders = claims.claimants(connection)
    for token in holders - journal.known(folder):
        # There is none of it: the store was brought here from elsewhere. Of one that
        # has died just now, the next who looks takes over what its journal says.
        with press.store.write(durable=True) as connection:
            touched = claims.editions_of(connection, token)
            done += Recovered(freed=claims.release(connection, token))
            for edition_id in touched:
                close_over(connection, edition_id, now=press.clock())
    return done


def _take_over(connection: Connection, press: Press, dead: Abandoned) -> Recovered:
    now = press.clock()
    touched = claims.editions_of(connection, dead.token)
    ledger.settle(connection, dead.token, [each.settlement for each in dead.endings])
    aftermath.learn(connection, press, dead.endings, now=now)
    doubtful = claims.doubt(connection, dead.token, dead.sending, reason=ON_THE_WIRE, now=now)
    freed = claims.release(connection, dead.token)
    _moved_on(connection, touched, now)
    return Recovered(len(dead.endings), doubtful, freed)


def _from_leases(press: Press) -> Recovered:
    done = Recovered()
    # In this order: whoever claims has a lease first.
    with press.store.read() as connection:
        holders = claims.claimants(connection)
        alive = living(press, connection)
    for token in holders - alive:
        with press.store.write() as connection:
            done += _free(connection, press, token)
            leases.forget(connection, f"{LEASE}{token}")
    return done


def _free(connection: Connection, press: Press, token: str) -> Recovered:
    """Set free what a dead process had in hand; what the database calls ``sending`` is in doubt."""
    now = press.clock()
    touched = claims.editions_of(connection, token)
    doubtful = claims.doubt(connection, token, None, reason=ON_THE_WIRE, now=now)
    freed = claims.release(connection, token)
    _moved_on(connection, touched, now)
    return Recovered(doubtful=doubtful, freed=freed)


def _moved_on(connection: Connection, touched: Iterable[int], now: datetime) -> None:
    for edition_id in touched:
        mailings.advance(connection, edition_id)
        close_over(connection, edition_id, now=now)
