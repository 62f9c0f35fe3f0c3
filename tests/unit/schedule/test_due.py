"""What is due, by tables: a state of the store, a moment, and what follows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from syndicate.config.load import load_text
from syndicate.config.model import Config
from syndicate.schedule.due import Due, State, agenda, to_do
from syndicate.store.runs import Run
from tests.support.articles import at

NOW = "2026-01-26T01:00"  # Monday, 09:00 in Shanghai

SITE = """
[site]
title = "The Test Gazette"
url = "https://news.gazette.example/"
timezone = "Asia/Shanghai"
"""
SOURCE = """
[[sources]]
name = "cms"
path = "articles"
url = "https://www.gazette.example/"
every = "15m"
"""
MAIL = """
[mail]
sender = "digest@gazette.example"
"""


def letter(schedule: str = "mon 08:00", zone: str = "Asia/Shanghai") -> str:
    return f"""
[[newsletters]]
name = "weekly"
title = "The Test Week"
schedule = "{schedule}"
timezone = "{zone}"
"""


def config(*tables: str, clock: str = "") -> Config:
    site = SITE + (f"clock = {clock}\n" if clock else "")
    return load_text("".join((site, MAIL, *tables)), Path("/nowhere/config.toml")).config


def run(job: str, started: str, outcome: str = "ok", **summary: int) -> Run:
    finished = None if outcome == "running" else at(started) + timedelta(minutes=1)
    return Run(job, at(started), finished, outcome, summary)  # type: ignore[arg-type]


def state(*runs: Run, **more) -> State:
    good = {one.job: one.started for one in runs if one.outcome in ("ok", "partly")}
    return State(**{"runs": {one.job: one for one in runs}, "good": good, **more})


def of(job: str, found: tuple[Due, ...]) -> Due | None:
    return next((due for due in found if due.job == job), None)


def look(configured: Config, held: State, now: str = NOW, shown: str | None = None):
    return agenda(configured, held, now=at(now), shown=at(shown or now))


def one(job: str, configured: Config, held: State, now: str = NOW, shown: str | None = None) -> Due:
    found = of(job, look(configured, held, now, shown))
    assert found is not None
    return found


# Sources


def test_a_source_never_read_is_due_at_once():
    due = one("ingest:cms", config(SOURCE), State())
    assert (due.now, due.overdue, due.at) == (True, False, at(NOW))


@pytest.mark.parametrize(
    ("now", "expected", "overdue"),
    [
        ("2026-01-26T00:14:59", False, False),
        ("2026-01-26T00:15:00", True, False),
        ("2026-01-26T00:45:00", True, False),
        ("2026-01-26T00:45:01", True, True),
        ("2026-02-20T00:00:00", True, True),
    ],
)
def test_a_source_is_due_after_its_time_and_late_after_twice_that(now, expected, overdue):
    held = state(run("ingest:cms", "2026-01-26T00:00"))
    due = one("ingest:cms", config(SOURCE), held, now)
    assert due.at == at("2026-01-26T00:15")
    assert (due.now, due.overdue) == (expected, overdue)


def test_a_source_read_every_minute_is_late_only_after_ten():
    often = config(SOURCE.replace("15m", "1m"))
    held = state(run("ingest:cms", "2026-01-26T00:00"))
    assert not one("ingest:cms", often, held, "2026-01-26T00:11:00").overdue
    assert one("ingest:cms", often, held, "2026-01-26T00:11:01").overdue


def test_a_week_of_downtime_is_one_reading():
    held = state(run("ingest:cms", "2026-01-19T00:00"), run("publish", "2026-01-19T00:01"))
    found = look(config(SOURCE), held)
    assert [due.job for due in to_do(found)].count("ingest:cms") == 1


def test_a_reading_that_was_killed_is_due_at_once():
    held = state(run("ingest:cms", "2026-01-26T00:59", "running"))
    due = one("ingest:cms", config(SOURCE), held)
    assert (due.now, due.running) == (True, False)
    assert "interrupted" in due.reason


@pytest.mark.parametrize("lease", ["ingest", "ingest:cms"])
def test_a_reading_under_way_is_not_started_again(lease):
    held = state(run("ingest:cms", "2026-01-25T00:00", "running"), leased=frozenset({lease}))
    found = look(config(SOURCE), held)
    assert of("ingest:cms", found).running  # type: ignore[union-attr]
    assert "ingest:cms" not in [due.job for due in to_do(found)]


def test_a_reading_that_hangs_is_called_overdue():
    held = state(
        run("ingest:cms", "2026-01-25T00:00", "running"),
        good={"ingest:cms": at("2026-01-24T23:45")},
        leased=frozenset({"ingest"}),
    )
    assert one("ingest:cms", config(SOURCE), held).overdue


def test_a_source_that_fails_again_and_again_becomes_overdue():
    held = state(
        run("ingest:cms", "2026-01-26T00:50", "failed"),
        good={"ingest:cms": at("2026-01-25T12:00")},
    )
    due = one("ingest:cms", config(SOURCE), held)
    assert (due.now, due.overdue) == (False, True)
    assert due.at == at("2026-01-26T01:05")


def test_a_source_that_is_no_longer_configured_is_forgotten():
    held = state(run("ingest:gone", "2026-01-01T00:00"))
    assert of("ingest:gone", look(config(SOURCE), held)) is None


# Publishing


def test_what_was_never_published_is_due_at_once():
    assert one("publish", config(), State()).now


def test_publishing_waits_for_the_store_to_move():
    held = state(run("publish", "2026-01-26T00:00", revision=7), revision=7)
    assert of("publish", look(config(), held)) is None


def test_publishing_is_due_when_the_store_has_moved():
    held = state(
        run("publish", "2026-01-25T00:00", revision=7), revision=8, moved=at("2026-01-26T00:50")
    )
    due = one("publish", config(), held)
    assert (due.now, due.overdue, due.at) == (True, False, at("2026-01-26T00:50"))


def test_publishing_is_overdue_after_half_an_hour_of_movement():
    held = state(
        run("publish", "2026-01-25T00:00", revision=7), revision=8, moved=at("2026-01-26T00:29")
    )
    assert one("publish", config(), held).overdue


@pytest.mark.parametrize("outcome", ["failed", "partly"])
@pytest.mark.parametrize(("now", "expected"), [("01:04:59", False), ("01:05:00", True)])
def test_a_publish_that_failed_is_tried_again_five_minutes_later(outcome, now, expected):
    held = state(run("publish", "2026-01-26T01:00", outcome, revision=7), revision=7)
    due = one("publish", config(), held, f"2026-01-26T{now}")
    assert due.now is expected
    assert due.at == at("2026-01-26T01:05")


def test_a_publish_that_was_killed_is_due_at_once():
    held = state(run("publish", "2026-01-26T00:59", "running"))
    assert one("publish", config(), held).now


def test_a_publish_under_way_is_not_started_again():
    held = state(run("publish", "2026-01-26T00:59", "running"), leased=frozenset({"publish"}))
    assert list(to_do(look(config(), held))) == []


# Editions


def made(*labels: str, cadence: str = "weekly") -> State:
    return State(editions=frozenset(("weekly", cadence, label) for label in labels))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("now", "label", "due_at"),
    [
        ("2026-01-25T23:59:59", "2026-W03", "2026-01-19T00:00"),  # Monday 07:59 in Shanghai
        ("2026-01-26T00:00:00", "2026-W04", "2026-01-26T00:00"),  # 08:00
    ],
)
def test_an_edition_is_due_at_its_hour_in_its_own_zone(now, label, due_at):
    due = one("digest:weekly", config(letter()), State(), now)
    assert (due.now, due.at) == (True, at(due_at))
    assert label in due.reason


def test_an_edition_that_is_made_is_next_due_a_week_later():
    due = one("digest:weekly", config(letter()), made("2026-W04"))
    assert (due.now, due.overdue, due.at) == (False, False, at("2026-02-02T00:00"))


def test_weeks_of_downtime_are_one_edition():
    found = look(config(letter()), made("2026-W01"), "2026-03-05T00:00")
    jobs = [due.job for due in to_do(found)]
    assert jobs.count("digest:weekly") == 1
    assert "2026-W09" in of("digest:weekly", found).reason  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("now", "expected"), [("2026-01-26T01:00:00", False), ("2026-01-26T01:00:01", True)]
)
def test_an_edition_is_overdue_after_an_hour(now, expected):
    assert one("digest:weekly", config(letter()), State(), now).overdue is expected


@pytest.mark.parametrize(
    ("schedule", "zone", "label", "after"),
    [
        # New York springs forward on 8 March 2026: 02:30 is skipped, 03:00 is what follows.
        ("daily 02:30", "America/New_York", "2026-03-07", "2026-03-08T07:00"),
        # It falls back on 1 November 2026: of the two 01:30 the first counts.
        ("daily 01:30", "America/New_York", "2026-10-31", "2026-11-01T05:30"),
        # A week with the change in it still ends on Monday at 08:00 by the clock on the wall.
        ("mon 08:00", "Europe/Berlin", "2026-W13", "2026-03-30T06:00"),
        ("mon 08:00", "Europe/Berlin", "2026-W43", "2026-10-26T07:00"),
    ],
)
def test_daylight_saving(schedule, zone, label, after):
    configured = config(letter(schedule, zone))
    before = at(after) - timedelta(seconds=1)
    early = agenda(configured, State(), now=before, shown=before)
    assert label not in of("digest:weekly", early).reason  # type: ignore[union-attr]
    due = one("digest:weekly", configured, State(), after)
    assert (due.now, due.at) == (True, at(after))
    assert label in due.reason


def test_an_edition_that_failed_is_tried_again_five_minutes_later():
    held = state(run("digest:weekly", "2026-01-26T01:00", "failed"))
    assert not one("digest:weekly", config(letter()), held, "2026-01-26T01:04").now
    assert one("digest:weekly", config(letter()), held, "2026-01-26T01:05").now


def test_an_edition_under_way_is_not_started_again():
    held = state(run("digest:weekly", "2026-01-26T00:59", "running"), leased=frozenset({"digest"}))
    assert "digest:weekly" not in [due.job for due in to_do(look(config(letter()), held))]


def test_an_edition_that_was_killed_is_due():
    held = state(run("digest:weekly", "2026-01-26T00:59", "running"))
    assert one("digest:weekly", config(letter()), held).now


def test_editions_go_by_the_clock_that_is_shown():
    due = one("digest:weekly", config(letter()), State(), "2026-11-20T00:00", shown=NOW)
    assert (due.now, due.at) == (True, at("2026-01-26T00:00"))


SEVERAL = letter() + 'also = ["daily 07:00", "monthly 1 09:00"]\n'


def test_every_cadence_that_is_offered_has_its_own_edition():
    found = look(config(SEVERAL), made("2026-W04"))
    due = {each.job: each.reason for each in to_do(found) if each.job.startswith("digest")}
    assert due.keys() == {"digest:weekly/daily", "digest:weekly/monthly"}
    assert "2026-01-25" in due["digest:weekly/daily"]
    assert "2025-12" in due["digest:weekly/monthly"]


def test_one_cadence_that_failed_does_not_hold_up_another():
    held = state(run("digest:weekly/daily", "2026-01-26T00:59", "failed"))
    found = look(config(SEVERAL), held)
    assert not of("digest:weekly/daily", found).now  # type: ignore[union-attr]
    assert of("digest:weekly", found).now  # type: ignore[union-attr]


def test_a_clock_that_stands_still_never_reaches_the_next_edition():
    configured = config(letter(), clock="2026-01-26T09:00:00")
    due = one("digest:weekly", configured, made("2026-W04"), "2026-11-20T00:00", shown=NOW)
    assert (due.now, due.at) == (False, None)


# Mail


def test_an_edition_that_can_be_mailed_is_due():
    due = one("delivery", config(), State(delivery=at("2026-01-26T00:59")))
    assert (due.now, due.overdue) == (True, False)


def test_mails_that_wait_for_their_hour_are_due_then():
    due = one("delivery", config(), State(delivery=at("2026-01-26T05:00")))
    assert (due.now, due.at) == (False, at("2026-01-26T05:00"))


def test_a_delivery_that_another_process_is_at_is_left_to_it():
    held = State(delivery=at("2026-01-26T00:00"), leased=frozenset({"delivery:0a1b"}))
    assert "delivery" not in [due.job for due in to_do(look(config(), held))]


def test_a_delivery_that_failed_is_tried_again_five_minutes_later():
    held = state(run("delivery", "2026-01-26T01:00", "failed"), delivery=at("2026-01-26T00:30"))
    assert not one("delivery", config(), held, "2026-01-26T01:04").now
    assert one("delivery", config(), held, "2026-01-26T01:05").now


def test_a_delivery_is_overdue_after_an_hour():
    held = State(delivery=at("2026-01-26T00:00"))
    assert not one("delivery", config(), held, "2026-01-26T01:00").overdue
    assert one("delivery", config(), held, "2026-01-26T01:00:01").overdue


def test_a_letter_that_waits_is_due_at_once():
    due = one("letters", config(), State(letter=at("2026-01-26T00:59")))
    assert (due.now, due.overdue) == (True, False)


def test_letters_that_could_not_be_sent_are_tried_again_five_minutes_later():
    held = state(run("letters", "2026-01-26T01:00", "failed"), letter=at("2026-01-26T00:30"))
    assert not one("letters", config(), held, "2026-01-26T01:04").now
    assert one("letters", config(), held, "2026-01-26T01:05").now


def test_bounces_are_looked_for_only_where_there_is_a_mailbox():
    assert of("bounces", look(config(), State())) is None
    mailbox = config('[mail.bounces]\nmaildir = "bounces"\n')
    assert one("bounces", mailbox, State()).now
    read = state(run("bounces", "2026-01-26T00:58"))
    assert one("bounces", mailbox, read).at == at("2026-01-26T01:03")


def test_forgetting_is_due_once_a_day():
    assert one("tidying", config(letter()), State()).now
    tidied = state(run("tidying", "2026-01-25T01:01"))
    due = one("tidying", config(letter()), tidied)
    assert (due.now, due.at) == (False, at("2026-01-26T01:01"))


# Order


def test_what_is_due_comes_first_and_what_never_comes_last():
    configured = config(SOURCE, letter(), clock="2026-01-26T09:00:00")
    held = state(
        run("ingest:cms", "2026-01-26T00:59"),
        run("tidying", "2026-01-26T00:00"),
        editions=frozenset({("weekly", "weekly", "2026-W04")}),
    )
    jobs = [due.job for due in look(configured, held)]
    assert jobs == ["publish", "ingest:cms", "tidying", "digest:weekly"]
