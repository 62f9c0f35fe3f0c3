"""``syndicate serve`` from outside: what it serves, what it keeps doing, how it ends."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
import structlog

from syndicate.config.load import load_config
from syndicate.jobs.press import alone, open_press
from syndicate.jobs.publish import publish
from syndicate.schedule.supervisor import Supervisor
from syndicate.store import leases, runs
from syndicate.web.app import application
from syndicate.web.listen import address_of, listen
from syndicate.web.server import server
from tests.e2e.serving import serving, until
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.sites import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site", source='every = "1s"')


def titles(body: bytes) -> list[str]:
    return [entry.title for entry in feedparser.parse(body).entries]


def latest_runs(site: Site) -> dict[str, runs.Run]:
    with site.press() as press, press.store.read() as connection:
        return runs.latest(connection)


def test_a_new_page_is_in_the_feeds_without_anybody_doing_anything(site: Site):
    site.write("1", headline="The ferry sails")
    with serving(site) as serve:
        assert titles(serve.wait_for("feeds/rss.xml", "The ferry sails")) == ["The ferry sails"]
        assert "The ferry sails" in (serve.get("") or b"").decode()
        site.write("2", headline="Gulls return", published="2026-01-21 08:00")
        found = serve.wait_for("feeds/city/atom.xml", "Gulls return")
        assert titles(found) == ["Gulls return", "The ferry sails"]
        until(lambda: "digest:weekly" in latest_runs(site))
        assert serve.stop() == 0
    assert "Traceback" not in serve.said


def test_the_newsletter_of_the_week_is_made(site: Site):
    site.write("1")
    clock = "clock = 2026-01-26T09:00:00"
    site.file.write_text(site.file.read_text().replace("[store]", f"{clock}\n[store]"))
    with serving(site) as serve:
        until(lambda: serve.get("editions/weekly/2026-W04"))


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_stopping_finishes_what_is_under_way(site: Site, by):
    for number in range(1, 401):
        site.write(str(number), folder=f"{number % 20}")
    with serving(site) as serve:
        until(lambda: (site.root / "data/store.db").exists() and latest_runs(site))
        assert serve.stop(by=by) == 0
    assert all(run.outcome != "running" for run in latest_runs(site).values())
    with site.press() as press, press.store.read() as connection:
        assert leases.current(connection) == []
    assert [path for path in site.feeds.rglob("*") if path.name.startswith(".")] == []
    for path in site.feeds.rglob("*.xml"):
        assert not feedparser.parse(path.read_bytes()).bozo


def test_what_was_cut_short_is_done_after_the_next_start(site: Site):
    for number in range(1, 101):
        site.write(str(number))
    site.write("900", headline="The last of them", published="2026-01-21 08:00")
    with serving(site) as serve:
        until(lambda: (site.root / "data/store.db").exists() and latest_runs(site))
        serve.stop()
    with serving(site) as serve:
        serve.wait_for("feeds/feed.json", "The last of them")


def test_a_worker_that_is_killed_takes_nothing_with_it(site: Site):
    site.write("1")
    with serving(site) as serve:
        serve.wait_for("feeds/rss.xml", "Ferry 1")
        # A process that is nobody any more holds the lease and a run.
        until(lambda: _kill_child(serve.process.pid))
        until(lambda: "the worker was killed" in serve.said)
        assert serve.get("feeds/rss.xml")
        assert serve.stop() == 0


def _kill_child(parent: int) -> bool:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    for child in children:
        os.kill(int(child), signal.SIGKILL)
    return bool(children)


def test_without_jobs_it_only_serves(site: Site):
    site.write("1")
    with serving(site, "--no-jobs") as serve:
        assert serve.get("healthz") == b"ok"
        assert serve.get("feeds/rss.xml") is None
        site.run("run")
        assert titles(serve.get("feeds/rss.xml") or b"") == ["Ferry 1 sails again"]
        assert serve.stop() == 0


def test_a_changed_configuration_is_told_while_pages_still_go_by_the_old(site: Site):
    site.write("1")
    with serving(site) as serve:
        serve.wait_for("feeds/rss.xml", "Ferry 1")
        site.file.write_text(site.file.read_text() + "\n# Looked at once more.\n")
        until(lambda: "the configuration has changed" in serve.said)
        assert serve.stop() == 0


def test_a_changed_configuration_is_told_without_jobs_too(site: Site):
    with serving(site, "--no-jobs") as serve:
        assert serve.get("healthz") == b"ok"
        site.file.write_text(site.file.read_text() + "\n# Looked at once more.\n")
        until(lambda: "changed: pages follow it only after a restart" in serve.said)
        assert serve.stop() == 0


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    store = "sqlite:///data/store.db"
    if request.param == "postgres":
        store = str(request.getfixturevalue("postgres_url")).replace("+psycopg", "")
    return make_site(tmp_path / "site", store=store)


def test_nothing_is_restored_while_it_runs_busy_or_idle(either: Site):
    either.write("1")
    either.run("run")
    backup = str(either.root / "backup.gz")
    either.run("backup", backup)
    with serving(either, "--no-jobs") as serve:
        assert serve.get("healthz") == b"ok"
        done = either.run("restore", backup, "--yes", check=False)
        assert done.returncode == 1
        assert re.search(
            r"^syndicate: restore: process \d+ on \S+ is at work in the store \(serve\); "
            "stop it first$",
            done.stderr,
            re.MULTILINE,
        )
        assert serve.stop() == 0
    assert "restored" in either.run("restore", backup, "--yes").stdout


def test_one_that_was_killed_keeps_nobody_from_restoring(site: Site):
    site.write("1")
    site.run("run")
    backup = str(site.root / "backup.gz")
    site.run("backup", backup)
    with serving(site, "--no-jobs") as serve:
        assert serve.get("healthz") == b"ok"
        serve.stop(by=signal.SIGKILL)
    assert "restored" in site.run("restore", backup, "--yes").stdout
    with serving(site, "--no-jobs") as serve:
        assert serve.get("healthz") == b"ok"
        assert serve.stop() == 0


def test_it_does_not_begin_while_a_backup_is_restored(site: Site):
    site.run("run")
    config = load_config(site.file, environment={})
    with open_press(config, clock=lambda: datetime.now(UTC)) as press, alone(press):
        done = site.run("serve", "--port", "0", check=False)
    assert done.returncode == 1
    assert "is restoring a backup since" in done.stderr
    assert "Serving" not in done.stderr


def test_a_port_in_use_is_said_in_one_line(site: Site):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = site.run("serve", "--port", str(port), check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"syndicate: 127.0.0.1 port {port}: address already in use; ")
    assert "Traceback" not in done.stderr


def test_a_busy_worker_never_keeps_a_reader_waiting(tmp_path: Path):
    """The worker burns a processor until the readers have had their answers."""
    site, answered = make_site(tmp_path / "site"), tmp_path / "answered"
    burn = f"import os\nwhile not os.path.exists({str(answered)!r}): sum(range(1000))"

    def ask(url: str) -> list[bytes]:
        bodies = []
        for _ in range(50):
            with urllib.request.urlopen(url + "feeds/rss.xml", timeout=60) as answer:
                bodies.append(answer.read())
        return bodies

    async def run() -> None:
        worker = Supervisor(
            [sys.executable, "-c", burn], log=structlog.get_logger(), monotonic=time.monotonic
        )
        listener = listen("127.0.0.1", 0)
        address = address_of(listener)
        served = server(application(press, structlog.get_logger()))
        task = asyncio.create_task(served.serve(sockets=[listener]))
        await worker.start([], work={})
        bodies = await asyncio.to_thread(ask, address)
        assert not worker.is_ready  # it was at it all the time
        answered.touch()
        await worker.stop()
        served.should_exit = True
        await task
        assert bodies == [(site.feeds / "rss.xml").read_bytes()] * 50

    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        asyncio.run(run())


def test_a_second_signal_ends_it_at_once(site: Site, tmp_path: Path):
    """A worker that can't finish its step must not keep the machine from going down."""
    for number in range(1, 401):
        site.write(str(number))
    with serving(site) as serve:
        until(lambda: _children(serve.process.pid))
        (child,) = _children(serve.process.pid)
        os.kill(child, signal.SIGSTOP)
        serve.process.send_signal(signal.SIGTERM)
        until(lambda: _is_told(serve.url))
        serve.process.send_signal(signal.SIGTERM)
        serve.process.wait(60)
        assert not Path(f"/proc/{child}/cwd").exists()


def _children(parent: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def _is_told(url: str) -> bool:
    """Whether it has stopped listening."""
    try:
        urllib.request.urlopen(url + "healthz", timeout=5).close()
    except OSError:
        return True
    return False


def test_help_names_the_options():
    done = subprocess.run(
        [sys.executable, "-m", "syndicate", "serve", "--help"], capture_output=True, text=True
    )
    for option in ("--host", "--port", "--no-jobs"):
        assert option in done.stdout
