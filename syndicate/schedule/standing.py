"""How things stand: what was done last, what comes next, and what is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from syndicate.config.model import Config, Source
from syndicate.jobs.delivery import outlook
from syndicate.jobs.press import Press
from syndicate.model.edition import Edition
from syndicate.schedule.due import Due, State, agenda, is_running
from syndicate.schedule.state import is_held, read_from
from syndicate.store import domains, editions, leases, mailings, presence, sources, visible
from syndicate.store.domains import Domain
from syndicate.store.leases import Lease
from syndicate.store.mailings import Mailing
from syndicate.store.runs import Run

_EDITIONS = 5


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """A source and its latest reading.

    ``reading`` is the moment that the reading is of, ``started`` when it was
    taken. ``outcome`` is the run's, or ``interrupted``; empty if there was
    none. ``new``, ``changed`` and ``errors`` count pages of that run.
    ``stale`` says that its newest article, of ``newest``, is too old.
    """

    name: str
    reading: datetime | None = None
    started: datetime | None = None
    outcome: str = ""
    new: int = 0
    changed: int = 0
    errors: int = 0
    newest: datetime | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """``size`` is the store's in bytes, ``None`` where there is no store yet.

    ``mailings`` are by their edition's id: whose delivery has not begun has none.
    ``waiting`` are the editions that only a person can let go on, ``held`` the
    receiving domains; ``unsettled`` are those with mails in doubt that nobody
    but a person settles, and how many.
    """

    now: datetime
    shown: datetime
    store: str
    size: int | None
    sources: tuple[SourceStanding, ...]
    next: tuple[Due, ...]
    editions: tuple[Edition, ...] = ()
    mailings: Mapping[int, Mailing] = field(default_factory=dict)
    waiting: tuple[tuple[Edition, Mailing], ...] = ()
    leases: tuple[Lease, ...] = ()
    held: tuple[Domain, ...] = ()
    unsettled: tuple[tuple[Edition, int], ...] = ()

    @property
    def overdue(self) -> tuple[Due, ...]:
        return tuple(due for due in self.next if due.overdue)

    @property
    def is_stuck(self) -> bool:
        """Whether mailing stopped by itself somewhere, and somebody has to mend something."""
        return bool(self.held or self.unsettled) or any(
            mailing.is_stuck for _, mailing in self.waiting
        )

    @property
    def stale(self) -> tuple[SourceStanding, ...]:
        return tuple(source for source in self.sources if source.stale)


def of_nothing(config: Config, *, store: str, now: datetime, shown: datetime) -> Standing:
    """How things stand before anything has run."""
    return Standing(
        now=now,
        shown=shown,
        store=store,
        size=None,
        sources=tuple(SourceStanding(source.name) for source in config.sources),
        next=agenda(config, State(), now=now, shown=shown),
    )


def read(press: Press) -> Standing:
    """How things stand now, in one consistent view of the store."""
    now, shown = press.clock(), press.shown
    resend = press.config.mail.in_doubt == "resend"
    outside = outlook.known_outside(press)
    with press.store.read() as connection:
        state = read_from(connection, press.config, now=now, shown=shown)
        latest = editions.listing(connection, limit=_EDITIONS)
        begun = mailings.by_editions(connection, [edition.id for edition in latest])
        unclosed = [
            (edition, outlook.in_truth(press, edition, mailing, outside))
            for edition, mailing in mailings.open_editions(connection)
            if press.config.newsletter(edition.newsletter)
        ]
        begun |= {edition.id: mailing for edition, mailing in unclosed if mailing is not None}
        return Standing(
            now=now,
            shown=shown,
            store=press.store.name,
            size=presence.size(press.store),
            sources=_sources(connection, press.config, state, shown),
            next=agenda(press.config, state, now=now, shown=shown),
            editions=tuple(latest),
            mailings=begun,
            waiting=tuple(
                (edition, mailing)
                for edition, mailing in unclosed
                if mailing is not None and mailing.state in mailings.WAITING
            ),
            held=tuple(each for each in domains.resting(connection, now=now) if each.held),
            unsettled=tuple(
                (edition, number)
                for edition, _, number in mailings.unsettled(connection, now=now, resend=resend)
                if press.config.newsletter(edition.newsletter)
            ),
            leases=tuple(lease for lease in leases.current(connection) if is_held(lease, now=now)),
        )


def _sources(
    connection: Connection, config: Config, state: State, shown: datetime
) -> tuple[SourceStanding, ...]:
    readings = sources.latest_readings(connection)
    newest = visible.newest_by_source(connection)
    return tuple(_source(source, state, readings, newest, shown) for source in config.sources)


def _source(
    source: Source,
    state: State,
    readings: Mapping[str, datetime],
    newest: Mapping[str, datetime],
    shown: datetime,
) -> SourceStanding:
    run = state.runs.get(f"ingest:{source.name}")
    latest = newest.get(source.name)
    return SourceStanding(
        name=source.name,
        reading=readings.get(source.name),
        started=run.started if run else None,
        outcome=_outcome(run, state),
        new=_count(run, "new"),
        changed=_count(run, "changed"),
        errors=_count(run, "errors"),
        newest=latest,
        stale=latest is not None and shown - latest > source.stale,
    )


def _outcome(run: Run | None, state: State) -> str:
    if run is None:
        return ""
    killed = run.outcome == "running" and not is_running(run, state.leased)
    return "interrupted" if killed else run.outcome


def _count(run: Run | None, name: str) -> int:
    found = run.summary.get(name, 0) if run else 0
    return found if isinstance(found, int) else 0
