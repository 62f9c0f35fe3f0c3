"""``feeds ping``: what a person or a program is told of the hubs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syndicate.cli.context import Context
from syndicate.cli.feeds_ping import ping
from syndicate.jobs.publish import publish
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.hub import Hub, answering, running
from tests.support.sites import Site, make_site


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running() as started:
        yield started


@pytest.fixture
def site(tmp_path: Path, hub: Hub) -> Site:
    """A site that has published nine feeds just now, and told nobody."""
    made = make_site(tmp_path / "site", feeds=f'hubs = ["{hub.url}"]\n')
    with made.press(now=datetime.now(UTC).isoformat()) as press:
        fill(press, page("1"))
        publish(press)
    return made


def run(site: Site, *words: str) -> Result:
    context = Context(str(site.file))
    return CliRunner().invoke(ping, words, obj=context, standalone_mode=False)


def test_what_waits_is_sent_and_listed(site: Site, hub: Hub):
    done = run(site)
    assert done.return_value == 0
    assert done.stdout.splitlines()[-1] == "9 of 9 pings taken"
    assert done.stdout.count(hub.url) == len(hub.requests) == 9


def test_a_second_time_there_is_nothing_to_send(site: Site, hub: Hub):
    run(site)
    assert run(site).stdout == "0 of 0 pings taken\n"
    assert len(hub.requests) == 9


def test_a_dry_run_sends_nothing(site: Site, hub: Hub):
    done = run(site, "--dry-run")
    assert (done.return_value, hub.requests) == (0, [])
    assert done.stdout.splitlines()[-1] == "9 pings would be sent"


def test_a_hub_that_refuses_is_named_and_the_code_says_so(site: Site, hub: Hub):
    hub.behaviour = answering(403, "not for you")
    done = run(site)
    assert done.return_value == 4
    assert done.stdout.splitlines()[-1] == "0 of 9 pings taken, 9 refused"
    assert f"warning: hub {hub.url}: 403 Forbidden: not for you; 9 feeds" in done.stderr


def test_refusals_stay_in_sight(site: Site, hub: Hub):
    hub.behaviour = answering(403)
    run(site)
    again = run(site)
    assert (again.return_value, again.stdout.count("403 Forbidden")) == (0, 9)


def test_programs_get_every_ping_with_its_reply(site: Site, hub: Hub):
    hub.behaviour = answering(503, "later")
    report = json.loads(run(site, "--json").stdout)
    assert (report["done"], len(report["waiting"]), report["failed"]) == (0, 9, [])
    (tried,) = report["tried"]
    assert (tried["code"], tried["reason"]) == (503, "Service Unavailable: later")
    assert tried["attempts"] == 1


def test_without_hubs_it_says_how_to_name_them(tmp_path: Path):
    done = run(make_site(tmp_path / "site"))
    assert done.return_value == 0
    assert "[feeds] hubs" in done.stdout
