"""How things stand, and the verb that shows it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from syndicate.jobs import digest
from syndicate.jobs.press import job
from syndicate.jobs.publish import publish
from syndicate.schedule import standing
from syndicate.store import runs
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

NOW = datetime.now(UTC).isoformat()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


def work(site: Site, *, now: str = "2026-01-26T01:00") -> None:
    """A whole cycle, with nothing really read."""
    with site.press(now=now) as press:
        with job(press, "ingest:cms", lease="ingest") as running:
            fill(press, page("1"), moment="2026-01-26T00:59")
            running.note("partly", {"new": 1, "changed": 0, "errors": 2})
        publish(press)
        digest.make_due(press, "weekly")


def test_a_source_tells_its_last_reading(site: Site):
    work(site)
    with site.press() as press:
        (source,) = standing.read(press).sources
    assert (source.outcome, source.new, source.errors) == ("partly", 1, 2)
    assert source.started == at("2026-01-26T01:00")
    assert source.newest == at("2026-01-20T08:00")


@pytest.mark.parametrize(("stale", "expected"), [("6d", False), ("5d", True)])
def test_a_source_without_news_is_stale(site: Site, stale, expected):
    work(site)
    with site.press(f"sources.cms.stale={stale}") as press:
        (source,) = standing.read(press).sources
    assert source.stale is expected


def test_a_reading_that_was_killed_is_told(site: Site):
    with site.press() as press:
        with press.store.write() as connection:
            runs.start(connection, "ingest:cms", at("2026-01-26T00:50"))
        (source,) = standing.read(press).sources
    assert source.outcome == "interrupted"


def test_leases_are_told_while_they_are_held(site: Site):
    with site.press() as press:
        with job(press, "publish"):
            assert [lease.kind for lease in standing.read(press).leases] == ["publish"]
        assert standing.read(press).leases == ()


def test_status_makes_no_store(site: Site):
    done = site.run("status")
    assert "syndicate run" in done.stdout
    assert not (site.root / "data").exists()


def test_status_of_nothing_is_json_too(site: Site):
    found = json.loads(site.run("status", "--json").stdout)
    assert found["store"]["bytes"] is None
    assert [source["name"] for source in found["sources"]] == ["cms"]
    assert not (site.root / "data").exists()


def test_status_shows_what_ran_and_what_is_next(site: Site):
    fixed = 'clock = 2026-01-26T09:00:00\nlanguage = "en"'
    site.file.write_text(site.file.read_text().replace('language = "en"', fixed))
    work(site, now=NOW)  # status goes by the real clock
    done = site.run("status")
    lines = done.stdout.splitlines()
    assert next(line for line in lines if line.startswith("cms")).split()[3:7] == [
        "partly",
        "1",
        "0",
        "2",
    ]
    assert next(line for line in lines if line.startswith("ingest:cms")).endswith("every 15m")
    assert "the site's clock stands still" in done.stdout
    assert "stale" in done.stdout
    assert "overdue" not in done.stdout


def test_status_exits_with_4_when_something_is_overdue_and_says_what(site: Site):
    work(site, now="2026-01-26T01:00")
    done = site.run("status", check=False)
    assert done.returncode == 4
    assert "overdue: ingest:cms since 2026-01-26 09:15" in done.stdout


def test_json_names_what_is_overdue(site: Site):
    work(site, now="2026-01-26T01:00")
    done = site.run("status", "--json", check=False)
    assert done.returncode == 4
    found = json.loads(done.stdout)
    assert "ingest:cms" in found["overdue"]
    assert found["store"]["bytes"] > 0
    assert [edition["edition"] for edition in found["editions"]] == ["2026-W04"]
