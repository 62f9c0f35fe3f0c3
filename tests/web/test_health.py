"""For machines: alive, ready, and figures for those who may know them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text
from starlette.applications import Starlette

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.store import mailings, runs
from syndicate.store.schema import deliveries, domains
from syndicate.web import health
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.mailed import letter, mailed, reader
from tests.support.sites import make_site
from tests.web.serving import Server, looking, served, served_press, trusting


@contextmanager
def running(press: Press, monotonic=None) -> Iterator[Server]:
    log = structlog.get_logger()
    app = Starlette(routes=health.routes(press, log, monotonic=monotonic or looking()))
    with served(app) as server:
        yield server


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Press]:
    with make_site(tmp_path / "site").press() as opened:
        yield opened


def figures(server: Server, **headers: str) -> dict[tuple[str, ...], float]:
    reply = server.ask("/metrics", **headers)
    assert reply.status == 200
    return {
        (sample.name.removeprefix("syndicate_"), *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(reply.text)
        for sample in family.samples
    }


def test_who_answers_is_alive(press: Press) -> None:
    with running(press) as server:
        reply = server.ask("/healthz")
    assert (reply.status, reply.text, reply.headers["Cache-Control"]) == (200, "ok", "no-store")


def test_who_has_the_store_is_ready(press: Press) -> None:
    with running(press) as server:
        assert (server.ask("/readyz").status, server.ask("/readyz").text) == (200, "ready")


def test_the_site_itself_has_these_addresses(press: Press) -> None:
    with served_press(press) as server:
        asked = [server.ask(path).status for path in ("/healthz", "/readyz", "/metrics")]
        posted = server.ask("/webhooks/ses", "POST", Content_Length="0")
    assert (asked, posted.status, posted.text) == ([200, 200, 200], 404, "no such webhook")


def test_a_store_of_another_version_is_not_ready(press: Press) -> None:
    with press.store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with running(press) as server:
        reply = server.ask("/readyz")
    assert (reply.status, reply.text) == (503, "the store is not ready")


@pytest.fixture
def either(store_url: str, tmp_path: Path) -> Iterator[Press]:
    with make_site(tmp_path / "site", store=store_url).press() as opened:
        yield opened


def test_the_figures_are_those_of_the_store(either: Press) -> None:
    now = either.clock()
    fill(either, page("1"))
    publish(either)
    ida, tom = reader(either), reader(either, "tom@cliffs.example")
    mailed(either, ida, now)
    waiting = mailed(either, tom, now)
    letter(either, ida)
    with either.store.write() as connection:
        edition = connection.execute(text("SELECT max(id) FROM editions")).scalar_one()
        mailings.ensure(connection, edition, "sending")
        connection.execute(
            deliveries.update()
            .where(deliveries.c.id == waiting)
            .values(state="queued", tried=None, settled=None, due=now - timedelta(seconds=90))
        )
        connection.execute(domains.insert().values(domain="a.example", held=now, changed=now))
        connection.execute(
            domains.insert().values(domain="b.example", until=now + timedelta(hours=1), changed=now)
        )
    with running(either) as server:
        found = figures(server)
    assert found["feeds",] == 9
    assert found["documents",] >= found["feeds",]
    assert found["editions", "weekly", "sending"] == 1
    assert found["deliveries", "weekly", "accepted"] == 1
    assert found["deliveries", "weekly", "queued"] == 1
    assert found["delivery_queue_age_seconds",] == 90
    assert (found["letters", "queued"], found["letters", "sent"]) == (0, 1)
    assert (found["domains_held",], found["domains_resting",]) == (1, 1)
    assert found["job_last_success_timestamp_seconds", "publish"] == now.timestamp()


def test_a_mailing_that_ended_long_ago_is_not_counted_again(press: Press) -> None:
    mailed(press, reader(press), press.clock())
    with press.store.write() as connection:
        edition = connection.execute(text("SELECT max(id) FROM editions")).scalar_one()
        mailings.ensure(connection, edition, "done")
        mailings.note(connection, edition, finished=press.clock() - timedelta(days=8))
    with running(press) as server:
        found = figures(server)
    assert [key for key in found if key[0] == "deliveries"] == []
    assert found["editions", "weekly", "done"] == 1


def test_a_job_that_failed_has_no_success(press: Press) -> None:
    with press.store.write() as connection:
        number = runs.start(connection, "publish", press.clock())
        runs.finish(connection, number, now=press.clock(), outcome="failed", summary={})
    with running(press) as server:
        assert not any("publish" in key for key in figures(server))


def test_many_who_ask_are_one_read(press: Press) -> None:
    with running(press, trusting) as server:
        before = figures(server)
        reader(press)
        mailed(press, reader(press), press.clock())
        assert figures(server) == before


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"X_Forwarded_For": "127.0.0.1"}, 200),
        ({"X_Forwarded_For": "203.0.113.9"}, 404),
        ({"X_Forwarded_For": "127.0.0.1, 203.0.113.9"}, 404),
        ({"X_Forwarded_For": "203.0.113.9, 10.1.2.3"}, 404),
        ({"X_Forwarded_For": "10.1.2.3"}, 200),
        ({"Forwarded": "for=127.0.0.1"}, 404),
    ],
)
def test_figures_are_for_this_machine_and_the_proxies_alone(
    tmp_path: Path, headers: dict[str, str], status: int
) -> None:
    site = make_site(tmp_path / "site")
    with site.press("web.trusted_proxies=10.0.0.0/8") as press, running(press) as server:
        assert server.ask("/metrics", **headers).status == status


def test_where_they_are_not_wanted_there_are_no_figures(tmp_path: Path) -> None:
    with (
        make_site(tmp_path / "site").press("web.metrics=false") as press,
        running(press) as server,
    ):
        assert server.ask("/metrics").status == 404


def test_a_newer_prometheus_gets_the_newer_form(press: Press) -> None:
    with running(press) as server:
        reply = server.ask("/metrics", Accept="application/openmetrics-text; version=1.0.0")
    assert reply.headers["Content-Type"].startswith("application/openmetrics-text")
    assert reply.text.endswith("# EOF\n")
