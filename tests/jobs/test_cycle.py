"""One whole cycle, on both databases, and with parts that fail."""

from __future__ import annotations

import socket
from pathlib import Path

from syndicate.jobs.cycle import run_cycle
from syndicate.store import leases, runs
from syndicate.store.leases import Holder
from tests.support.articles import at
from tests.support.sites import make_site


def test_a_cycle_reads_publishes_and_makes_what_is_due(store_url: str, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", store=store_url)
    site.write("1", views=10)
    with site.press() as press:
        report = run_cycle(press)
        again = run_cycle(press)
    assert [one.new for one in report.ingested] == [1]
    assert report.published is not None
    assert report.published.feeds == 3
    assert [edition.stories for edition in report.editions] == [1]
    assert (report.partly, report.failed) == (False, False)
    assert again.published is not None
    assert (again.published.written, again.editions) == (0, [])


def test_both_databases_publish_the_same_bytes(postgres_url: str, tmp_path: Path) -> None:
    found = []
    for name, url in (("sqlite", "sqlite:///data/store.db"), ("postgres", postgres_url)):
        site = make_site(tmp_path / name, store=url)
        site.write("1", views=10)
        site.write("2", section=("203001", "Books"), parent=("203", "Culture"))
        with site.press() as press:
            run_cycle(press)
        found.append({p.relative_to(site.feeds): p.read_bytes() for p in site.feeds.rglob("*.*")})
    assert found[0] == found[1]


def test_a_source_that_fails_leaves_the_others_their_turn(tmp_path: Path) -> None:
    other = '[[sources]]\nname = "lost"\npath = "nowhere"\nurl = "https://x.example/"\n'
    site = make_site(tmp_path / "site", more=other)
    site.write("1")
    with site.press() as press:
        report = run_cycle(press)
    assert (report.partly, report.failed) == (True, False)
    assert "nowhere" in report.errors[0]
    assert (site.feeds / "rss.xml").exists()


def test_what_another_process_is_doing_is_left_to_it(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.write("1")
    with site.press() as press:
        with press.store.write() as connection:
            other = Holder("other", "elsewhere", 1, "")
            leases.take(connection, "ingest:cms", other, now=press.clock(), is_alive=lambda _: True)
        report = run_cycle(press)
    assert (report.ingested, report.partly) == ([], False)
    assert "process 1 on elsewhere" in report.waived[0]


def test_a_dead_process_of_this_host_holds_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.write("1")
    with site.press() as press:
        with press.store.write() as connection:
            dead = Holder("dead", socket.gethostname(), 2**22 + 1, "")
            leases.take(connection, "ingest:cms", dead, now=press.clock(), is_alive=lambda _: True)
        assert [one.new for one in run_cycle(press).ingested] == [1]


def test_each_run_forgets_what_is_of_no_more_use_once_a_day(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    started = []
    for moment in ("2026-01-26T01:00", "2026-01-26T23:00", "2026-01-27T01:00"):
        with site.press(now=moment) as press:
            run_cycle(press)
            with press.store.read() as connection:
                started.append(runs.latest(connection)["tidying"].started)
    assert started == [at("2026-01-26T01:00"), at("2026-01-26T01:00"), at("2026-01-27T01:00")]
