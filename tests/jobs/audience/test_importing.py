"""Bringing subscribers in from a file, on both databases."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from syndicate.jobs.audience.importing import import_subscribers
from syndicate.jobs.audience.leaving import leave_one
from syndicate.jobs.audience.remarks import Remark
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.model.errors import LeaseHeldError, SubscriberError, UsageError
from syndicate.model.subscriber import EVERY, Subscription
from syndicate.store import history, leases, letters, subscribers, subscriptions, suppressions
from syndicate.store.leases import Holder
from syndicate.store.schema import events, imports
from syndicate.store.schema import letters as letter_rows
from syndicate.store.schema import subscribers as people
from syndicate.store.schema import subscriptions as subscribed
from tests.support.articles import at
from tests.support.sites import Site, make_site

NELL = "nell@harbour.example"


@pytest.fixture
def site(tmp_path: Path, store_url: str) -> Site:
    return make_site(
        tmp_path / "site",
        store=store_url,
        newsletter='also = ["daily 07:00"]\nlanguages = ["zh-Hans"]\n',
    )


@pytest.fixture
def press(site: Site) -> Iterator[Press]:
    with site.press() as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path):
    def written(*lines: str, name: str = "people.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return written


def held(press: Press, address: str = NELL) -> Subscription | None:
    with press.store.read() as connection:
        person = subscribers.by_canonical(connection, address)
        return person and subscriptions.find(connection, person.id, "weekly")


def number(press: Press, table) -> int:
    with press.store.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def bar(press: Press, reason: str, newsletter: str = EVERY, address: str = NELL) -> None:
    mark = secrets_of(press).fingerprint(address)
    with press.store.write() as connection:
        suppressions.add(connection, mark, newsletter, reason, since=at("2026-01-02T00:00"))


def test_those_who_have_consented_get_the_next_edition(press, write):
    file = write("email,name,language", f"{NELL},Nell Harrow,zh-Hans")
    report = import_subscribers(press, file, "weekly", confirmed=True)
    found = held(press)
    assert (report.added, report.letters) == (1, 0)
    assert (found.state, found.consent, found.form) == ("active", "imported", "import")
    assert (found.language, found.cadence, found.sections) == ("zh-Hans", "weekly", None)


def test_others_are_asked_by_mail_first(press, write):
    report = import_subscribers(press, write("email", NELL), "weekly")
    assert (report.added, report.letters) == (1, 1)
    found = held(press)
    assert found.state == "pending"
    with press.store.read() as connection:
        (letter,) = letters.of(connection, found.subscriber_id)
    assert (letter.kind, letter.state, letter.details) == (
        "confirm",
        "queued",
        {"newsletters": ["weekly"]},
    )


def test_a_name_and_the_address_are_kept_as_they_were_written(press, write):
    import_subscribers(
        press, write("email,name", '"Nell@Harbour.example","Harrow, Nell"'), "weekly"
    )
    with press.store.read() as connection:
        found = subscribers.by_canonical(connection, NELL)
    assert (found.address, found.name) == ("Nell@Harbour.example", "Harrow, Nell")


def test_every_import_stands_in_the_history(press, write):
    import_subscribers(press, write("email", NELL), "weekly", confirmed=True)
    with press.store.read() as connection:
        (event,) = history.of(connection, held(press).subscriber_id)
    assert (event.kind, event.actor, event.newsletter, event.details) == (
        "imported",
        "operator",
        "weekly",
        {"confirmed": True},
    )


def test_importing_again_adds_nobody_and_mails_nobody(press, write):
    file = write("email", NELL, "ben@harbour.example")
    import_subscribers(press, file, "weekly")
    again = import_subscribers(press, file, "weekly")
    assert (again.added, again.known, again.letters) == (0, 2, 0)
    assert [number(press, each) for each in (people, subscribed, letter_rows, events)] == [2] * 4


def test_who_was_asked_to_confirm_may_be_imported_as_confirmed(press, write):
    file = write("email,cadence", f"{NELL},daily")
    import_subscribers(press, file, "weekly")
    report = import_subscribers(press, file, "weekly", confirmed=True)
    assert (report.activated, report.added) == (1, 0)
    found = held(press)
    assert (found.state, found.cadence) == ("active", "daily")


def test_who_is_subscribed_keeps_what_they_chose(press, write):
    import_subscribers(press, write("email,cadence", f"{NELL},daily"), "weekly", confirmed=True)
    other = write("email,cadence", f"{NELL},weekly", name="other.csv")
    assert import_subscribers(press, other, "weekly", confirmed=True).known == 1
    assert held(press).cadence == "daily"


@pytest.mark.parametrize("reason", ["unsubscribed", "bounced", "complained", "operator", "erased"])
def test_who_must_not_be_mailed_is_not_brought_back(press, write, reason):
    bar(press, reason)
    remarks: list[Remark] = []
    report = import_subscribers(
        press, write("email", NELL), "weekly", confirmed=True, tell=remarks.append
    )
    assert (report.barred, report.added, held(press)) == (1, 0, None)
    assert remarks == [
        Remark(2, "barred", "email", f"must not be mailed ({reason} since 2026-01-02)")
    ]


def test_who_has_left_another_newsletter_may_come(press, write):
    bar(press, "unsubscribed", "monthly")
    assert import_subscribers(press, write("email", NELL), "weekly", confirmed=True).added == 1


def test_who_has_left_is_not_brought_back(press, write):
    import_subscribers(press, write("email", NELL), "weekly", confirmed=True)
    with press.store.write() as connection:
        person = subscribers.by_canonical(connection, NELL)
        leave_one(connection, person, "weekly", actor="subscriber", how="button", now=press.clock())
    for confirmed in (True, False):
        file = write("email,name", f"{NELL},{confirmed}")
        assert import_subscribers(press, file, "weekly", confirmed=confirmed).barred == 1
    assert held(press).state == "ended"


def test_bad_lines_are_told_and_the_rest_goes_on(press, write):
    file = write(
        "email,name,language,sections",
        "nell@,Nell,en,",
        f"{NELL},Nell,fr,nowhere",
        "ben@harbour.example,Ben,en,",
    )
    remarks: list[Remark] = []
    report = import_subscribers(press, file, "weekly", confirmed=True, tell=remarks.append)
    assert (report.lines, report.bad, report.added) == (3, 2, 1)
    assert [(each.line, each.kind, each.field) for each in remarks] == [
        (2, "bad", "email"),
        (3, "bad", "language"),
        (3, "bad", "sections"),
    ]


def test_an_address_counts_once_however_it_is_written(press, write):
    remarks: list[Remark] = []
    file = write("email", NELL, "NELL@HARBOUR.EXAMPLE", "nell@harbour.example.")
    report = import_subscribers(press, file, "weekly", confirmed=True, tell=remarks.append)
    assert (report.added, report.duplicates, report.bad) == (1, 1, 1)
    assert remarks[0] == Remark(3, "duplicate", "email", "the same address as in line 2")


def test_a_dry_run_says_the_same_and_changes_nothing(press, write):
    bar(press, "bounced", address="ben@harbour.example")
    file = write("email", NELL, NELL, "ben@harbour.example", "ben@")
    foreseen: list[Remark] = []
    remarks: list[Remark] = []
    dry = import_subscribers(press, file, "weekly", dry_run=True, tell=foreseen.append)
    assert [number(press, each) for each in (people, letter_rows, events, imports)] == [0] * 4
    done = import_subscribers(press, file, "weekly", tell=remarks.append)
    assert replace(dry, dry_run=False) == done
    assert foreseen == remarks


def test_a_long_file_goes_in_batch_by_batch(press, write):
    file = write("email", *(f"reader{n}@harbour.example" for n in range(2500)))
    assert import_subscribers(press, file, "weekly", confirmed=True).added == 2500
    assert number(press, subscribed) == 2500


def test_an_import_that_was_told_to_stop_goes_on_where_it_stood(press, write):
    lines = [f"reader{n}@harbour.example" for n in range(2500)]
    file = write("email", *lines[:2000], lines[0], "ben@", *lines[2000:])
    stopping = replace(press, stopping=lambda: True)
    first = import_subscribers(stopping, file, "weekly", confirmed=True)
    assert (first.stopped, first.added) == (True, 999)
    remarks: list[Remark] = []
    second = import_subscribers(press, file, "weekly", confirmed=True, tell=remarks.append)
    assert (second.resumed, second.stopped) == (1000, False)
    assert (second.lines, second.added, second.known) == (2502, 2500, 0)
    assert [each.kind for each in remarks] == ["duplicate", "bad"]


def test_a_file_of_nothing_but_bad_lines_is_told_line_by_line(press, write):
    told: list[int] = []
    noted: list[int] = []
    file = write("email", *(["nell@"] * 2500))

    def tell(remark: Remark) -> None:
        told.append(remark.line)
        if remark.line in (2, 1001, 2001):
            with press.store.read() as connection:
                noted.append(connection.execute(select(imports.c.line)).scalar_one())

    assert import_subscribers(press, file, "weekly", tell=tell).bad == 2500
    assert told == list(range(2, 2502))
    assert noted == [1000, 2000, 2501]


def test_who_did_not_confirm_in_time_may_be_imported_as_confirmed(press, write):
    file = write("email", NELL)
    import_subscribers(press, file, "weekly")
    with press.store.write() as connection:
        subscriptions.lapse(connection, before=at("2027-01-01T00:00"), now=press.clock())
    assert import_subscribers(press, file, "weekly").known == 1
    assert import_subscribers(press, file, "weekly", confirmed=True).activated == 1
    assert held(press).state == "active"


def test_another_newsletter_or_another_word_is_another_import(press, write):
    file = write("email", *(f"reader{n}@harbour.example" for n in range(1500)))
    stopping = replace(press, stopping=lambda: True)
    import_subscribers(stopping, file, "weekly", confirmed=False)
    report = import_subscribers(press, file, "weekly", confirmed=True)
    assert (report.resumed, report.activated, report.added) == (0, 999, 501)


def test_two_imports_do_not_go_at_once(press, write):
    other = Holder("other", "elsewhere", 1, "1")
    with press.store.write() as connection:
        leases.take(connection, "import", other, now=press.clock(), is_alive=lambda _: True)
    with pytest.raises(LeaseHeldError, match="process 1 on elsewhere"):
        import_subscribers(press, write("email", NELL), "weekly")


def test_an_unknown_newsletter_names_those_known(press, write):
    with pytest.raises(UsageError, match="known are: weekly"):
        import_subscribers(press, write("email", NELL), "monthly")


def test_a_file_that_is_not_there_is_named(press, tmp_path):
    with pytest.raises(SubscriberError, match="no such file"):
        import_subscribers(press, tmp_path / "none.csv", "weekly")


def test_an_import_killed_in_the_middle_loses_nobody_and_doubles_nobody(site, press, write):
    total = 6000
    file = write("email", *(f"reader{n}@harbour.example" for n in range(total)))
    with press.store.write():
        pass  # the tables are there before the other process looks for them
    words = ["subscribers", "import", str(file), "--newsletter", "weekly", "--yes"]
    process = subprocess.Popen(
        [sys.executable, "-m", "syndicate", "--config", str(site.file), *words],
        stdout=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while number(press, people) < 1000 and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    before = number(press, people)
    assert 1000 <= before < total
    site.run(*words)
    assert [number(press, each) for each in (people, subscribed, letter_rows, events)] == [
        total
    ] * 4
    with press.store.read() as connection:
        row = connection.execute(select(imports)).one()
    assert (row.line, row.summary["added"], row.finished is None) == (total + 1, total, False)
