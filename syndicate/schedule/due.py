"""What is due, and what comes next: a pure function of the tables and the time.

Nothing here remembers anything between two calls. So a time that passed while
nobody ran is caught up once, a job that was killed is due again, and two
schedulers that ask at the same moment get the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from syndicate.config.duration import format_duration
from syndicate.config.model import Config, Newsletter, Source
from syndicate.config.schedule import Schedule
from syndicate.digests import period as periods
from syndicate.jobs import names
from syndicate.jobs.audience import tidying
from syndicate.model.edition import Cadence
from syndicate.store.runs import Run

#: How long after its start a publish or an edition that failed is tried again.
RETRY: Final = timedelta(minutes=5)

_LATE_EDITION: Final = timedelta(hours=1)
_LATE_PUBLISH: Final = timedelta(minutes=30)
_LATE_READING: Final = timedelta(minutes=10)
_LATE_DELIVERY: Final = timedelta(hours=1)
_LATE_LETTER: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class State:
    """What the tables say. Jobs go by their names (``jobs.names``).

    * ``runs``: the latest run of each job.
    * ``good``: when the latest run of each job that did its work started.
    * ``leased``: the kinds of job that a living process is doing now.
    * ``editions``: newsletter, cadence and label of each edition on record.
    * ``revision``: the store's; ``moved``: when it left the published one behind.
    * ``ping``: when the next ping to a hub may be sent, if any waits.
    * ``letter``: when the next letter to one person is to go out, if any waits.
    * ``delivery``: when an edition can next be moved on, or a mail of one sent.
    """

    runs: Mapping[str, Run] = field(default_factory=dict)
    good: Mapping[str, datetime] = field(default_factory=dict)
    leased: frozenset[str] = frozenset()
    editions: frozenset[tuple[str, Cadence, str]] = frozenset()
    revision: int = 0
    moved: datetime | None = None
    ping: datetime | None = None
    letter: datetime | None = None
    delivery: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A job and its next time.

    ``at`` is when it is, or was, to be done; ``None`` if its time will never
    come (the site's clock stands still). ``now`` says that it is due,
    ``running`` that a living process is at it, ``overdue`` that it has been
    due for too long. ``reason`` completes "because": a few plain words.
    """

    job: str
    at: datetime | None
    reason: str
    now: bool = False
    running: bool = False
    overdue: bool = False


def agenda(config: Config, state: State, *, now: datetime, shown: datetime) -> tuple[Due, ...]:
    """Every job with its next time, the most urgent first.

    ``shown`` is the moment that editions go by: the site's fixed clock, else ``now``.
    """
    found = [
        *(_reading(source, state, now) for source in config.sources),
        _publish(state, now),
        _push(state, now),
        *(
            _edition(
                letter, schedule, state, now=now, shown=shown, stands=config.site.clock is not None
            )
            for letter in config.newsletters
            for schedule in letter.schedules
        ),
        _delivery(state, now),
        _letters(state, now),
        _bounces(config, state, now),
        _tidying(config, state, now),
    ]
    return tuple(sorted((due for due in found if due is not None), key=_urgency))


def to_do(found: Iterable[Due]) -> Iterator[Due]:
    """What a worker is needed for now."""
    return (due for due in found if due.now and not due.running)


def is_running(run: Run | None, leased: frozenset[str]) -> bool:
    """Whether a living process is at this run. One without was killed."""
    if run is None or run.outcome != "running":
        return False
    return not leased.isdisjoint((run.job, run.job.partition(":")[0]))


def _reading(source: Source, state: State, now: datetime) -> Due:
    job = names.ingest(source.name)
    run = state.runs.get(job)
    if run is None:
        return Due(job, now, "never read", now=True)
    running = is_running(run, state.leased)
    interrupted = run.outcome == "running" and not running
    at = run.started if interrupted else run.started + source.every
    # Measured from the last reading that was done: one that fails every
    # quarter of an hour is as late as one that is never tried.
    late = now - (state.good.get(job, run.started) + source.every)
    return Due(
        job,
        at,
        _said(run, running, f"every {format_duration(source.every)}"),
        now=interrupted or at <= now,
        running=running,
        overdue=late > max(2 * source.every, _LATE_READING),
    )


def _publish(state: State, now: datetime) -> Due | None:
    run = state.runs.get(names.PUBLISH)
    if run is None:
        return Due("publish", now, "never published", now=True)
    running = is_running(run, state.leased)
    failed = run.outcome in ("failed", "partly")
    behind = run.summary.get("revision") != state.revision
    if run.outcome == "ok" and not behind:
        return None
    since = state.moved or run.started
    at = run.started + RETRY if failed else run.started if run.outcome == "running" else since
    return Due(
        "publish",
        at,
        _said(run, running, "the store has moved on"),
        now=at <= now,
        running=running,
        overdue=now - since > _LATE_PUBLISH,
    )


def _push(state: State, now: datetime) -> Due | None:
    """Hubs that are away are waited for as long as their pings last: never overdue."""
    if state.ping is None:
        return None
    running = is_running(state.runs.get(names.PUSH), state.leased)
    reason = "running" if running else "a hub has not been told"
    return Due("push", state.ping, reason, now=state.ping <= now, running=running)


def _delivery(state: State, now: datetime) -> Due | None:
    """Several processes may be at one mailing, each with a lease of its own."""
    if state.delivery is None:
        return None
    running = any(kind.partition(":")[0] == names.DELIVERY for kind in state.leased)
    run = state.runs.get(names.DELIVERY)
    failed = run is not None and run.outcome == "failed"
    at = max(state.delivery, run.started + RETRY) if run and failed else state.delivery
    return Due(
        names.DELIVERY,
        at,
        _said(run if failed else None, running, "an edition is to be mailed"),
        now=at <= now,
        running=running,
        overdue=now - state.delivery > _LATE_DELIVERY,
    )


def _letters(state: State, now: datetime) -> Due | None:
    if state.letter is None:
        return None
    run = state.runs.get(names.LETTERS)
    running = is_running(run, state.leased)
    failed = run is not None and run.outcome == "failed"
    at = max(state.letter, run.started + RETRY) if run and failed else state.letter
    return Due(
        names.LETTERS,
        at,
        _said(run if failed else None, running, "somebody waits for a letter"),
        now=at <= now,
        running=running,
        overdue=now - state.letter > _LATE_LETTER,
    )


def _bounces(config: Config, state: State, now: datetime) -> Due | None:
    settings = config.mail.bounces
    if settings.maildir is None and not settings.host:
        return None
    run = state.runs.get(names.BOUNCES)
    running = is_running(run, state.leased)
    at = run.started + settings.every if run else now
    return Due(
        names.BOUNCES,
        at,
        _said(run, running, f"every {format_duration(settings.every)}"),
        now=at <= now,
        running=running,
    )


def _tidying(config: Config, state: State, now: datetime) -> Due | None:
    """Forgetting what is of no more use, once a day where there are newsletters."""
    if not config.newsletters:
        return None
    run = state.runs.get(names.TIDYING)
    running = is_running(run, state.leased)
    at = run.started + tidying.EVERY if run else now
    return Due(names.TIDYING, at, _said(run, running, "once a day"), now=at <= now, running=running)


def _edition(
    letter: Newsletter,
    schedule: Schedule,
    state: State,
    *,
    now: datetime,
    shown: datetime,
    stands: bool,
) -> Due:
    job = names.digest(letter, schedule.cadence)
    period = periods.last_due(schedule, shown, letter.zone)
    if (letter.name, period.cadence, period.label) in state.editions:
        following = periods.due_at(periods.following(period), schedule)
        if stands:
            return Due(job, None, "the site's clock stands still")
        return Due(job, following, str(schedule))
    at = since = periods.due_at(period, schedule)
    run = state.runs.get(job)
    running = is_running(run, state.leased)
    if run is not None and run.outcome == "failed" and run.started + RETRY > now:
        return Due(job, run.started + RETRY, _said(run, running, ""), overdue=_late(shown, since))
    return Due(
        job,
        at,
        _said(run, running, f"the edition of {period.label}"),
        now=True,
        running=running,
        overdue=_late(shown, since),
    )


def _late(shown: datetime, since: datetime) -> bool:
    return shown - since > _LATE_EDITION


def _said(run: Run | None, running: bool, otherwise: str) -> str:
    if running:
        return "running"
    if run is not None and run.outcome == "running":
        return "the last run was interrupted"
    if run is not None and run.outcome == "failed":
        return "the last run failed"
    if run is not None and run.outcome == "partly" and run.job == "publish":
        return "the last run met errors"
    return otherwise


def _urgency(due: Due) -> tuple[bool, bool, float, str]:
    return not due.now, due.at is None, due.at.timestamp() if due.at else 0.0, due.job
