"""What jobs have run and how they ended, so that what is due follows from tables alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from syndicate.store.schema import runs

Outcome = Literal["running", "ok", "partly", "failed"]

#: Runs older than this are forgotten, the latest of each job aside.
KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a job. ``finished`` is empty while it runs, or if it was killed."""

    job: str
    started: datetime
    finished: datetime | None
    outcome: Outcome
    summary: Mapping[str, Any]


def start(connection: Connection, job: str, now: datetime) -> int:
    done = connection.execute(
        insert(runs).values(job=job, started=now, outcome="running", summary={})
    )
    return int(done.inserted_primary_key[0])  # type: ignore[index]


def finish(
    connection: Connection,
    run_id: int,
    *,
    now: datetime,
    outcome: Outcome,
    summary: Mapping[str, Any],
) -> None:
    connection.execute(
        update(runs)
        .where(runs.c.id == run_id)
        .values(finished=now, outcome=outcome, summary=dict(summary))
    )


def latest(connection: Connection) -> dict[str, Run]:
    """The latest run of each job."""
    last = select(func.max(runs.c.id)).group_by(runs.c.job)
    rows = connection.execute(select(runs).where(runs.c.id.in_(last)))
    return {row.job: _run(row) for row in rows}


def recent(connection: Connection, job: str, *, limit: int) -> list[Run]:
    """The latest runs of a job that have ended, the latest first."""
    query = select(runs).where(runs.c.job == job, runs.c.finished.is_not(None))
    return [_run(row) for row in connection.execute(query.order_by(runs.c.id.desc()).limit(limit))]


def good(connection: Connection) -> dict[str, datetime]:
    """When the latest run of each job that did its work, if not all of it, was started."""
    last = select(func.max(runs.c.id)).where(runs.c.outcome.in_(("ok", "partly")))
    rows = connection.execute(
        select(runs.c.job, runs.c.started).where(runs.c.id.in_(last.group_by(runs.c.job)))
    )
    return {job: started for job, started in rows}  # noqa: C416


def ended_since(connection: Connection, moment: datetime) -> Iterator[Run]:
    """The runs that have ended after ``moment``, the earliest first."""
    rows = connection.execute(
        select(runs).where(runs.c.finished > moment).order_by(runs.c.finished, runs.c.id)
    )
    return (_run(row) for row in rows)


def forget(connection: Connection, now: datetime) -> int:
    """Delete what is older than 30 days; returns how many went."""
    last = select(func.max(runs.c.id)).group_by(runs.c.job)
    gone = connection.execute(
        delete(runs).where(runs.c.started < now - KEPT, runs.c.id.not_in(last))
    )
    return int(gone.rowcount)


def _run(row: Row[Any]) -> Run:
    return Run(row.job, row.started, row.finished, row.outcome, row.summary)
