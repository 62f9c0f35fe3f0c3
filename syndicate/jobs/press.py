"""What every job is given, and the frame that each one runs in.

The frame takes the job's lease, keeps it alive, and records the run: so that
two processes never do the same thing at once, and what is due follows from
the store's tables.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.jobs.departures import Departures
from syndicate.jobs.process import is_alive, this_process
from syndicate.model.errors import LeaseHeldError, StoreError
from syndicate.model.progress import Progress, silent
from syndicate.store import departures, leases, runs
from syndicate.store.engine import Store
from syndicate.store.opening import open_store
from syndicate.store.runs import Outcome

if TYPE_CHECKING:
    from jinja2 import Environment

    from syndicate.audience.keys import Secrets

_RENEWED_EVERY = leases.DURATION.total_seconds() / 3


def never() -> bool:
    return False


@dataclass(frozen=True)
class Press:
    """A configured newsroom, ready to work.

    ``clock`` tells the time (UTC); ``shown`` is the moment that what is shown
    counts from, the site's fixed clock if it has one. ``stopping`` is asked
    between steps: when it says yes, a job finishes its step and ends.
    ``progress`` makes a listener for a named piece of work of a known or
    unknown length. With ``scratch`` nothing is to be left behind: secrets that are
    not there yet are made up for the time being.
    """

    config: Config
    store: Store
    clock: Callable[[], datetime]
    stopping: Callable[[], bool] = never
    progress: Callable[[str], Progress] = field(default=lambda _: silent)
    scratch: bool = False

    @property
    def shown(self) -> datetime:
        return self.config.site.clock or self.clock()

    @cached_property
    def templates(self) -> Environment:
        from syndicate.resources import template_loader
        from syndicate.templating import environment

        return environment(template_loader(self.config.root))

    @cached_property
    def secrets(self) -> Secrets:
        from syndicate.jobs.secrets import read_secrets

        return read_secrets(self.config, self.store, keep=not self.scratch)


@contextmanager
def open_press(
    config: Config,
    *,
    clock: Callable[[], datetime],
    stopping: Callable[[], bool] = never,
    progress: Callable[[str], Progress] = lambda _: silent,
    create: bool = True,
    scratch: bool = False,
) -> Iterator[Press]:
    """Open the configured store and close it again.

    With ``scratch``, for a look or a dry run, a store and secrets that are not there
    yet are made in memory and forgotten.
    """
    store = open_store(config.store.url, root=config.root, create=create, scratch=scratch)
    if not (scratch and store.is_fleeting):
        departures.watch(store, Departures(config).tell)
    try:
        yield Press(config, store, clock, stopping, progress, scratch)
    finally:
        store.close()


class Running:
    """A job under way: it notes here how it ends."""

    def __init__(self) -> None:
        self.outcome: Outcome = "ok"
        self.summary: Mapping[str, Any] = {}

    def note(self, outcome: Outcome, summary: Mapping[str, Any]) -> None:
        self.outcome, self.summary = outcome, summary


@contextmanager
def job(press: Press, name: str, *, lease: str = "") -> Iterator[Running]:
    """Run a job under its lease and record it.

    ``lease`` is the kind of job where several jobs share one. Raises
    :class:`~syndicate.model.errors.LeaseHeldError` where another process has it.
    """
    kind, holder = lease or name, this_process()
    with press.store.write() as connection:
        leases.take(connection, kind, holder, now=press.clock(), is_alive=is_alive)
    with press.store.write() as connection:
        run_id = runs.start(connection, name, press.clock())
        runs.forget(connection, press.clock())
    running = Running()
    try:
        with _renewing(press, kind, partial(leases.renew, kind=kind, holder=holder)):
            yield running
    except BaseException as error:
        running.note("failed", {"error": str(error)})
        raise
    finally:
        with press.store.write() as connection:
            runs.finish(
                connection,
                run_id,
                now=press.clock(),
                outcome=running.outcome,
                summary=running.summary,
            )
            leases.release(connection, kind, holder)


@contextmanager
def present(press: Press, verb: str) -> Iterator[None]:
    """Be known to work with the store for as long as this lasts, at a job or not.

    Raises :class:`~syndicate.model.errors.LeaseHeldError` while a process restores it. A
    store that can't be written to just then keeps nobody from serving what is in it.
    """
    holder = this_process()
    kind = f"{verb}:{holder.token}"
    take = partial(leases.take, kind=kind, holder=holder, is_alive=is_alive)
    with suppress(StoreError), press.store.write() as connection:
        leases.sweep(connection, f"{verb}:", now=press.clock())
        take(connection, now=press.clock())
    try:
        with _renewing(press, kind, take):
            yield
    finally:
        _released(press, kind, holder)


@contextmanager
def alone(press: Press) -> Iterator[None]:
    """Be the only one at work in the store; raises ``LeaseHeldError`` while another one is."""
    holder = this_process()
    with press.store.write() as connection:
        leases.take_alone(connection, holder, now=press.clock(), is_alive=is_alive)
    try:
        with _renewing(
            press, leases.ALONE, partial(leases.renew, kind=leases.ALONE, holder=holder)
        ):
            yield
    finally:
        _released(press, leases.ALONE, holder)


def _released(press: Press, kind: str, holder: leases.Holder) -> None:
    # What can't be written runs out by itself.
    with suppress(StoreError), press.store.write() as connection:
        leases.release(connection, kind, holder)


class _Renewal(Protocol):
    def __call__(self, connection: Connection, /, *, now: datetime) -> object: ...


@contextmanager
def _renewing(press: Press, kind: str, renew: _Renewal) -> Iterator[None]:
    """Keep a lease alive in the background."""
    ended = threading.Event()
    renewer = threading.Thread(
        target=_renew, args=(press, renew, ended), name=f"lease-{kind}", daemon=True
    )
    renewer.start()
    try:
        yield
    finally:
        ended.set()
        renewer.join()


def _renew(press: Press, renew: _Renewal, ended: threading.Event) -> None:
    while not ended.wait(_RENEWED_EVERY):
        # The store is busy for longer than it waits, or somebody restores it: the next
        # round comes before the lease runs out.
        with suppress(StoreError, LeaseHeldError), press.store.write() as connection:
            renew(connection, now=press.clock())
