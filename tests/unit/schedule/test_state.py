"""What the store says about what has run."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from syndicate.jobs import digest
from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.press import job
from syndicate.jobs.publish import publish
from syndicate.model.errors import PublishError
from syndicate.schedule import due, state
from syndicate.store import leases, runs
from syndicate.store.leases import Holder
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

NOW = at("2026-01-26T01:00")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path)


def lease(kind: str, **changes) -> leases.Lease:
    holder = {"token": "x", "host": socket.gethostname(), "pid": os.getpid(), "born": ""}
    holder.update(changes)
    return leases.Lease(kind, Holder(**holder), NOW, NOW + leases.DURATION)


def test_an_empty_store_has_everything_to_do(site: Site):
    with site.press() as press:
        found = state.read(press)
        jobs = {each.job for each in due.to_do(agenda(press, found))}
    assert jobs == {"ingest:cms", "publish", "digest:weekly", "tidying"}


def agenda(press, found):
    return due.agenda(press.config, found, now=press.clock(), shown=press.shown)


def test_what_is_done_is_not_due(site: Site):
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        digest.make_due(press, "weekly")
        made = {each.job for each in due.to_do(agenda(press, state.read(press)))}
        deliver_due(press)
        mailed = {each.job for each in due.to_do(agenda(press, state.read(press)))}
    assert made == {"ingest:cms", "tidying", "delivery"}
    assert mailed == {"ingest:cms", "tidying"}


def test_a_change_makes_publishing_due_since_the_reading_that_brought_it(site: Site):
    with site.press(now="2026-01-26T00:00") as press:
        fill(press, page("1"))
        publish(press)
    for minute, new in (("10", 0), ("20", 3), ("30", 0)):
        with site.press(now=f"2026-01-26T00:{minute}") as press, job(press, "ingest:cms") as run:
            run.note("ok", {"new": new})
    with site.press() as press:
        fill(press, page("2"), moment="2026-01-26T00:20")
        found = state.read(press)
    assert found.moved == at("2026-01-26T00:20")


def test_a_job_in_hand_is_leased_and_one_that_ended_is_not(site: Site):
    with site.press() as press:
        with job(press, "ingest:cms", lease="ingest"):
            assert state.read(press).leased == {"ingest"}
        assert state.read(press).leased == frozenset()


@pytest.mark.parametrize(
    ("changes", "seconds", "expected"),
    [
        ({}, 59, True),
        ({}, 60, False),
        ({"pid": 2**22 + 1}, 1, False),
        ({"pid": 2**22 + 1, "host": "elsewhere"}, 1, True),
    ],
)
def test_who_holds_a_lease(changes, seconds, expected):
    now = NOW.replace(second=0) + (leases.DURATION / 60) * seconds
    assert state.is_held(lease("ingest", **changes), now=now) is expected


def test_a_failure_does_not_count_as_done(site: Site):
    with site.press(now="2026-01-26T00:00") as press, job(press, "publish"):
        pass
    with site.press() as press:
        with pytest.raises(PublishError), job(press, "publish"):
            raise PublishError("feeds", "no space", "free some")
        found = state.read(press)
    assert found.good == {"publish": at("2026-01-26T00:00")}
    assert found.runs["publish"].outcome == "failed"


def test_runs_are_told_in_the_order_they_ended(site: Site):
    for hour in ("02", "03"):
        with site.press(now=f"2026-01-26T{hour}:00") as press, job(press, f"ingest:{hour}"):
            pass
    with site.press() as press, press.store.read() as connection:
        jobs = [run.job for run in runs.ended_since(connection, at("2026-01-26T02:00"))]
        assert jobs == ["ingest:03"]
