"""After a death: what a process left undone goes on, and what it was sending is in doubt.

Done whenever a delivery starts, and when one has nothing left to do but the
ledger has: so the living go on with what the dead had in hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from syndicate.jobs.delivery import aftermath, journal
from syndicate.jobs.delivery.journal import Abandoned
from syndicate.jobs.press import Press
from syndicate.jobs.process import is_alive, this_process
from syndicate.mail.ledger import ON_THE_WIRE
from syndicate.store import claims, leases, ledger, mailings
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


def _from_journals(press: Press) -> Recovered:
    folder = journals(press.store)
    done = Recovered()
    for dead in journal.abandoned(folder):
        done += _take_over(press, dead)
        dead.remove()
    # In this order: whoever claims has a journal first.
    with press.store.read() as connection:
        holders = claims.claimants(connection)
    for token in holders - journal.known(folder):
        # There is none of it: the store was brought here from elsewhere. Of one that
        # has died just now, the next who looks takes over what its journal says.
        with press.store.write(durable=True) as connection:
            done += Recovered(freed=claims.release(connection, token))
    return done


def _take_over(press: Press, dead: Abandoned) -> Recovered:
    now = press.clock()
    with press.store.write(durable=True) as connection:
        touched = claims.editions_of(connection, dead.token)
        ledger.settle(connection, dead.token, [each.settlement for each in dead.endings])
        aftermath.learn(connection, press, dead.endings, now=now)
        doubtful = claims.doubt(connection, dead.token, dead.sending, reason=ON_THE_WIRE, now=now)
        freed = claims.release(connection, dead.token)
        for edition_id in touched:
            mailings.advance(connection, edition_id)
    return Recovered(len(dead.endings), doubtful, freed)


def _from_leases(press: Press) -> Recovered:
    done, now = Recovered(), press.clock()
    # In this order: whoever claims has a lease first.
    with press.store.read() as connection:
        holders = claims.claimants(connection)
        living = leases.living(connection, LEASE, this_process().host, now=now, is_alive=is_alive)
    for token in holders - {kind.removeprefix(LEASE) for kind in living}:
        with press.store.write() as connection:
            touched = claims.editions_of(connection, token)
            doubtful = claims.doubt(connection, token, None, reason=ON_THE_WIRE, now=now)
            freed = claims.release(connection, token)
            for edition_id in touched:
                mailings.advance(connection, edition_id)
            leases.forget(connection, f"{LEASE}{token}")
        done += Recovered(doubtful=doubtful, freed=freed)
    return done
