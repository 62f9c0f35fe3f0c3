"""Pushing: hubs hear of every change, whatever they or we are doing meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from syndicate.jobs.cycle import run_cycle
from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.jobs.push import BUDGET, push
from syndicate.model.errors import LeaseHeldError
from syndicate.store import leases, pings, runs
from syndicate.store.leases import Holder
from syndicate.store.pings import Ping
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.hub import Hub, answering, closed_port, running
from tests.support.sites import Site, make_site

FEEDS = "https://news.gazette.example/feeds"
NAMES = ("atom.xml", "feed.json", "rss.xml")
FOLDERS = ("", "/city", "/harbour-news")
FERRY = sorted(f"{FEEDS}{folder}/{name}" for folder in FOLDERS for name in NAMES)
CULTURE = (("203", "Culture"), ("203001", "Books"))
NOW = at("2026-01-26T01:00")


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running() as started:
        yield started


def with_hubs(root: Path, *urls: str, store: str = "sqlite:///data/store.db", more: str = ""):
    named = ", ".join(f'"{url}"' for url in urls)
    return make_site(root / "site", store=store, feeds=f"hubs = [{named}]\n", more=more)


@contextmanager
def at_hour(site: Site, hours: float) -> Iterator[Press]:
    moment = NOW + timedelta(hours=hours)
    with site.press(now=moment.isoformat()) as press:
        yield press


def change(press: Press, *keys: str, moment: str = "2026-01-20T12:00", **fields) -> None:
    fill(press, *(page(key, **fields) for key in keys), moment=moment)
    publish(press)


def rows(press: Press) -> list[Ping]:
    with press.store.read() as connection:
        return pings.listing(connection)


def states(press: Press) -> dict[str, int]:
    found: dict[str, int] = {}
    for ping in rows(press):
        found[ping.state] = found.get(ping.state, 0) + 1
    return found


def test_every_changed_feed_is_told_to_the_hub(store_url: str, tmp_path: Path, hub: Hub) -> None:
    with with_hubs(tmp_path, hub.url, store=store_url).press() as press:
        change(press, "1")
        report = push(press)
        assert (report.done, report.waiting, report.warnings) == (9, (), ())
        assert states(press) == {"done": 9}
    assert sorted(hub.topics) == FERRY


def test_an_unchanged_feed_is_not_told(tmp_path: Path, hub: Hub) -> None:
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")
        change(press, "2", breadcrumb=CULTURE)
        push(press)
        hub.requests.clear()
        change(press, "3", breadcrumb=CULTURE, moment="2026-01-21T12:00")
        push(press)
        publish(press)
        push(press)
    folders = {topic.removeprefix(FEEDS).rpartition("/")[0] for topic in hub.topics}
    assert (len(hub.requests), folders) == (9, {"", "/culture", "/books"})


def test_two_changes_before_the_ping_are_one_ping(tmp_path: Path, hub: Hub) -> None:
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")
        change(press, "2", moment="2026-01-21T12:00")
        push(press)
    assert sorted(hub.topics) == FERRY


def test_a_change_while_its_ping_is_under_way_is_told_too(tmp_path: Path, hub: Hub) -> None:
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")

        def publishing(handler) -> None:
            hub.behaviour = answering(204)
            change(press, "2", moment="2026-01-21T12:00")
            answering(204)(handler)

        hub.behaviour = publishing
        push(press)
        assert states(press) == {"done": 8, "pending": 1}
        push(press)
        assert states(press) == {"done": 9}
    assert len(hub.topics) == 10


def test_what_was_written_but_not_recorded_is_told_all_the_same(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = with_hubs(tmp_path, hub.url)
    with site.press() as press:
        fill(press, page("1"))
        with monkeypatch.context() as broken:
            broken.setattr("syndicate.store.documents.record", killed)
            with pytest.raises(KeyboardInterrupt):
                publish(press)
        assert rows(press) == []
        assert (site.feeds / "rss.xml").exists()
        publish(press)
        push(press)
    assert sorted(hub.topics) == FERRY


def killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_restart_loses_no_ping(tmp_path: Path, hub: Hub) -> None:
    site = with_hubs(tmp_path, hub.url)
    with site.press() as press:
        change(press, "1")
    with site.press() as press:
        assert push(press).done == 9


def test_a_hub_that_is_away_is_asked_once_and_all_its_pings_wait(tmp_path: Path) -> None:
    with with_hubs(tmp_path, f"http://127.0.0.1:{closed_port()}/").press() as press:
        change(press, "1")
        report = push(press)
        assert (len(report.tried), len(report.waiting), report.failed) == (1, 9, ())
        assert len({ping.due for ping in report.waiting}) == 1
        assert report.warnings[0].endswith("connection refused; 9 feeds will be told later")
        assert push(press).tried == ()


def test_a_hub_that_comes_back_gets_everything(tmp_path: Path, hub: Hub) -> None:
    site = with_hubs(tmp_path, hub.url)
    hub.behaviour = answering(503)
    with site.press() as press:
        change(press, "1")
        push(press)
    hub.behaviour = answering(202)
    with at_hour(site, 0.1) as press:
        assert push(press).done == 9
    assert sorted(set(hub.topics)) == FERRY


def test_the_next_change_finds_a_hub_that_is_back(tmp_path: Path, hub: Hub) -> None:
    port = closed_port()
    site = with_hubs(tmp_path, f"http://127.0.0.1:{port}/hub")
    for hour in (0, 0.1, 0.3, 1, 3):
        with at_hour(site, hour) as press:
            change(press, "1")
            push(press)
    with running(port=port) as back, at_hour(site, 3.1) as press:
        change(press, "2", breadcrumb=CULTURE, moment="2026-01-21T12:00")
        assert push(press).waiting == ()
        assert {ping.state for ping in rows(press)} == {"done"}
    assert set(FERRY) < set(back.topics)


def test_a_hub_that_asks_for_time_is_not_asked_for_other_feeds_either(
    tmp_path: Path, hub: Hub
) -> None:
    site = with_hubs(tmp_path, hub.url)
    hub.behaviour = answering(429, Retry_After="7200")
    with site.press() as press:
        change(press, "1")
        push(press)
    hub.behaviour = answering(204)
    with at_hour(site, 1.9) as press:
        change(press, "2", breadcrumb=CULTURE, moment="2026-01-21T12:00")
        assert push(press).tried == ()
        with press.store.read() as connection:
            assert pings.next_attempt(connection) == NOW + timedelta(hours=2)
    with at_hour(site, 2) as press:
        assert push(press).done == 15


def test_a_topic_that_a_hub_can_t_take_stands_in_no_other_s_way(tmp_path: Path, hub: Hub) -> None:
    def picky(handler) -> None:
        bad = hub.requests[-1].topic == f"{FEEDS}/atom.xml"
        answering(502 if bad else 204)(handler)

    site = with_hubs(tmp_path, hub.url)
    hub.behaviour = picky
    for hour in (0, 0.5):
        with at_hour(site, hour) as press:
            change(press, "1")
            push(press)
            found = states(press)
    assert found == {"done": 8, "pending": 1}


def test_a_refusal_is_kept_with_its_reason_and_not_repeated(tmp_path: Path, hub: Hub) -> None:
    site = with_hubs(tmp_path, hub.url)
    hub.behaviour = answering(404, "no\x1b[2J such\nhub")
    with site.press() as press:
        change(press, "1")
        report = push(press)
    assert (len(report.failed), report.waiting) == (9, ())
    assert report.warnings == (
        f"hub {hub.url}: 404 Not Found: no [2J such hub; "
        "9 feeds will not be told again until they change",
    )
    with at_hour(site, 5) as press:
        assert push(press).tried == ()
        assert len(push(press).failed) == 9
    assert len(hub.requests) == 9


def test_a_hub_that_stays_away_is_given_up_at_last(tmp_path: Path) -> None:
    site = with_hubs(tmp_path, f"http://127.0.0.1:{closed_port()}/")
    with site.press() as press:
        change(press, "1")
    for hour in (0, 47.99):
        with at_hour(site, hour) as press:
            report = push(press)
    assert (len(report.failed), report.waiting) == (9, ())
    assert {ping.reason for ping in report.failed} == {
        "given up after 48 hours: connection refused"
    }


def test_one_hub_that_is_away_holds_up_no_other(tmp_path: Path, hub: Hub) -> None:
    away = f"http://127.0.0.1:{closed_port()}/"
    with with_hubs(tmp_path, away, hub.url).press() as press:
        change(press, "1")
        report = push(press)
    assert (report.done, len(report.waiting)) == (9, 9)


def test_slow_hubs_get_no_more_than_their_time(tmp_path: Path, hub: Hub) -> None:
    moment = [NOW]

    def slow(handler) -> None:
        moment[0] += BUDGET / 2
        answering(204)(handler)

    hub.behaviour = slow
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")
        report = push(timed(press, moment))
    assert (report.done, len(report.waiting)) == (3, 6)


def timed(press: Press, moment: list) -> Press:
    return Press(press.config, press.store, lambda: moment[0])


def test_it_stops_between_two_pings_when_told_to(tmp_path: Path, hub: Hub) -> None:
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")
        stopping = Press(press.config, press.store, press.clock, lambda: len(hub.requests) == 2)
        assert push(stopping).done == 2


def test_a_hub_given_up_in_the_configuration_gets_nothing_more(tmp_path: Path, hub: Hub) -> None:
    site = with_hubs(tmp_path, hub.url)
    with site.press() as press:
        change(press, "1")
    with site.press("feeds.hubs=") as press:
        push(press)
        assert (rows(press), hub.requests) == ([], [])


def test_a_feed_that_is_no_more_is_not_told(tmp_path: Path, hub: Hub) -> None:
    site = with_hubs(tmp_path, hub.url)
    with site.press() as press:
        change(press, "1")
    with site.press("feeds.formats=rss") as press:
        publish(press)
        push(press)
    assert {topic.rpartition("/")[2] for topic in hub.topics} == {"rss.xml"}


def test_without_hubs_nothing_is_noted_or_recorded(site: Site) -> None:
    with site.press() as press:
        change(press, "1")
        push(press)
        assert rows(press) == []
        with press.store.read() as connection:
            assert "push" not in runs.latest(connection)


def test_a_dry_run_says_what_would_be_sent(tmp_path: Path, hub: Hub) -> None:
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")
        before = rows(press)
        assert len(push(press, dry_run=True).tried) == 9
        assert (rows(press), hub.requests) == (before, [])


def test_a_person_may_send_what_still_waits(tmp_path: Path, hub: Hub) -> None:
    hub.behaviour = answering(503, Retry_After="7200")
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")
        push(press)
        hub.behaviour = answering(204)
        assert push(press).tried == ()
        assert push(press, early=True).done == 9


def test_two_processes_do_not_tell_twice(tmp_path: Path, hub: Hub) -> None:
    with with_hubs(tmp_path, hub.url).press() as press:
        change(press, "1")
        with press.store.write() as connection:
            other = Holder("other", "elsewhere", 1, "")
            leases.take(connection, "push", other, now=press.clock(), is_alive=lambda _: True)
        with pytest.raises(LeaseHeldError, match="process 1 on elsewhere"):
            push(press)
    assert hub.requests == []


CHILD = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from syndicate.config.load import load_config
from syndicate.jobs.press import open_press
from syndicate.jobs.push import push
config = load_config(Path(sys.argv[1]), environment={})
with open_press(config, clock=lambda: datetime(2026, 1, 26, 1, tzinfo=UTC)) as press:
    push(press)
"""


def test_a_kill_before_the_answer_is_recorded_repeats_one_ping_and_loses_none(
    tmp_path: Path, hub: Hub
) -> None:
    site = with_hubs(tmp_path, hub.url)
    with site.press() as press:
        change(press, "1")

    def hang_at_the_third(handler) -> None:
        if len(hub.requests) == 3:
            hub.behaviour = answering(204)
            os.kill(child.pid, signal.SIGKILL)
            return
        answering(204)(handler)

    hub.behaviour = hang_at_the_third
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(site.file)])
    assert child.wait(60) == -signal.SIGKILL
    with site.press() as press:
        assert states(press) == {"done": 2, "pending": 7}
        push(press)
        assert states(press) == {"done": 9}
    assert len(hub.topics) == 10
    assert sorted(set(hub.topics)) == FERRY


def test_a_cycle_pushes_what_it_has_published(tmp_path: Path, hub: Hub) -> None:
    site = with_hubs(tmp_path, hub.url)
    site.write("1")
    with site.press() as press:
        report = run_cycle(press)
    assert report.pushed is not None
    assert (report.pushed.done, report.partly) == (9, False)


def test_a_hub_that_is_away_fails_no_cycle(tmp_path: Path) -> None:
    site = with_hubs(tmp_path, f"http://127.0.0.1:{closed_port()}/")
    site.write("1")
    with site.press() as press:
        report = run_cycle(press)
    assert report.pushed is not None
    assert len(report.pushed.warnings) == 1
    assert (report.partly, report.failed, report.errors) == (False, False, [])
