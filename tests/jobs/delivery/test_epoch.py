"""A restored backup: nobody whom it calls unmailed is mailed before a log was asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from syndicate.jobs.audience import operator
from syndicate.jobs.delivery import control
from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.jobs.delivery.parts import usual
from syndicate.jobs.delivery.reconcile import reconcile
from syndicate.model.errors import DeliveryError
from syndicate.store import dump, mailings
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.mailing import EDITION, Newsroom, edition, mailing, make, readers, rows, states
from tests.support.smtpd import Smtpd


@pytest.fixture
def store_url() -> str:
    """What is decided here is the same on either database."""
    return "sqlite:///data/store.db"


def back_up(press, tmp_path: Path) -> Path:
    path = tmp_path / "backup.gz"
    dump.write(press.store, path, now=press.clock())
    return path


def log_of(server: Smtpd) -> list[str]:
    return [f"{name}\n" for name in server.message_ids]


def test_a_store_restored_from_the_middle_of_a_delivery_holds_it(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        readers(press, 10)
        edition(press)
        deliver(press, limit=3)
        backup = back_up(press, tmp_path)
        deliver_due(press)
        assert len(server.accepted) == 10
        dump.restore(press.store, backup)
        assert states(press) == {"accepted": 3, "queued": 7}
        report = deliver_due(press)
        assert report.editions[0].state == "held"
        assert "older than the last of its mails" in report.editions[0].reason
        command = f"syndicate mail reconcile {EDITION} --log FILE"
        assert report.editions[0].reason.endswith(command)
    assert len(server.accepted) == 10


def test_reconciled_by_a_log_only_the_rest_is_mailed(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        readers(press, 10)
        edition(press)
        deliver(press, limit=3)
        backup = back_up(press, tmp_path)
        deliver(press, limit=4)
        dump.restore(press.store, backup)
        deliver_due(press)
        done = reconcile(press, EDITION, log=log_of(server))
        assert (done.accepted, done.failed, done.requeued) == (4, 0, 3)
        deliver_due(press)
        assert states(press) == {"accepted": 10}
        assert mailing(press).state == "done"
    assert len(set(server.message_ids)) == len(server.accepted) == 10


def test_a_log_that_names_none_of_its_mails_sends_nobody_another(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        readers(press, 4)
        backup = back_up(press, tmp_path)
        edition(press)
        deliver_due(press)
        dump.restore(press.store, backup)
        edition(press)
        deliver_due(press)
        with pytest.raises(DeliveryError, match="names none of its mails"):
            reconcile(press, EDITION, log=[])
        deliver_due(press)
        assert mailing(press).state == "held"
    assert len(server.accepted) == 4


def test_an_edition_that_the_restored_store_does_not_know_is_held_when_it_is_made_again(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        readers(press, 10)
        backup = back_up(press, tmp_path)
        edition(press)
        deliver_due(press)
        dump.restore(press.store, backup)
        edition(press)
        report = deliver_due(press)
        assert report.editions[0].state == "held"
        assert len(server.accepted) == 10
        # The names of its mails follow from the edition and the people, so the log knows them.
        assert reconcile(press, EDITION, log=log_of(server)).accepted == 10
        assert mailing(press).state == "done"
        deliver_due(press)
    assert len(server.accepted) == 10


def test_another_edition_is_not_held(room: Newsroom, server: Smtpd, tmp_path: Path) -> None:
    with room.press() as press:
        readers(press, 3)
        backup = back_up(press, tmp_path)
        edition(press)
        deliver_due(press)
        dump.restore(press.store, backup)
        room.later(days=7)
        fill(press, page("3", published=at("2026-01-28T08:00")), moment="2026-01-28T12:00")
        make(press)
        report = deliver_due(press)
        assert [(each.edition, each.state) for each in report.editions] == [
            ("weekly/2026-W05", "done")
        ]
    assert len(server.accepted) == 6


def test_a_held_one_can_not_just_be_released(room: Newsroom, server: Smtpd, tmp_path: Path) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver(press, limit=1)
        backup = back_up(press, tmp_path)
        deliver_due(press)
        dump.restore(press.store, backup)
        deliver_due(press)
        with pytest.raises(DeliveryError, match=f"mail reconcile {EDITION} --log FILE"):
            control.release(press, EDITION)


@pytest.mark.parametrize("let_go", [control.approve, control.resume])
def test_of_one_whose_recipients_a_restored_store_does_not_know_nobody_counts_as_settled(
    room: Newsroom, server: Smtpd, tmp_path: Path, let_go: Callable[..., object]
) -> None:
    """It was sent after the backup, in which it waited for a person."""
    if let_go is control.approve:
        text = room.site.file.read_text()
        room.site.file.write_text(text.replace("schedule =", "approval = true\nschedule =", 1))
    with room.press() as press:
        readers(press, 3)
        edition(press)
        if let_go is control.resume:
            control.pause(press, EDITION)
        else:
            deliver_due(press)
        backup = back_up(press, tmp_path)
        let_go(press, EDITION)
        deliver_due(press)
        dump.restore(press.store, backup)
        with pytest.raises(DeliveryError, match="which sends nothing: syndicate "):
            reconcile(press, EDITION, log=log_of(server))
        let_go(press, EDITION)
        assert deliver_due(press).editions[0].state == "held"
        assert reconcile(press, EDITION, log=log_of(server)).accepted == 3
        deliver_due(press)
    assert len(server.accepted) == 3


def test_with_an_operators_word_that_all_was_sent_nothing_more_goes_out(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        readers(press, 5)
        edition(press)
        deliver(press, limit=1)
        backup = back_up(press, tmp_path)
        deliver_due(press)
        dump.restore(press.store, backup)
        reconcile(press, EDITION, word="accepted")
        deliver_due(press)
        assert states(press) == {"accepted": 5}
    assert len(server.accepted) == 5


def held(press, server: Smtpd, tmp_path: Path) -> Path:
    """Held with one of five known as mailed, though three were; returns the epochs' file."""
    readers(press, 5)
    edition(press)
    deliver(press, limit=1)
    backup = back_up(press, tmp_path)
    deliver(press, limit=2)
    dump.restore(press.store, backup)
    assert deliver_due(press).editions[0].state == "held"
    assert len(server.accepted) == 3
    return press.config.subscribers.secrets / "deliveries.json"


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_will_be_sent_is_counted(
    room: Newsroom, server: Smtpd, tmp_path: Path, dry_run: bool
) -> None:
    with room.press() as press:
        held(press, server, tmp_path)
        assert reconcile(press, EDITION, word="unsent", dry_run=dry_run).requeued == 4
        deliver_due(press)
        assert len(server.accepted) == (3 if dry_run else 7)


def test_held_with_the_file_gone_a_log_settles_it(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        held(press, server, tmp_path).unlink()
        done = reconcile(press, EDITION, log=log_of(server))
        assert (done.accepted, done.failed, done.requeued) == (2, 0, 2)
        deliver_due(press)
        assert (states(press), mailing(press).state) == ({"accepted": 5}, "done")
    assert len(set(server.message_ids)) == len(server.accepted) == 5


def test_held_with_the_file_gone_an_operators_word_settles_it(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        held(press, server, tmp_path).unlink()
        assert reconcile(press, EDITION, word="accepted").accepted == 4
        assert mailing(press).state == "done"
        deliver_due(press)
    assert len(server.accepted) == 3


def test_held_with_the_file_gone_all_is_sent_on_an_operators_word(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    with room.press() as press:
        held(press, server, tmp_path).unlink()
        assert reconcile(press, EDITION, word="unsent").requeued == 4
        deliver_due(press)
        assert (states(press), mailing(press).state) == ({"accepted": 5}, "done")
    assert len(server.accepted) == 7


def test_an_edition_held_by_a_gate_stays_so(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 2)
        edition(press)
        deliver(press, limit=1)
        with press.store.write() as connection:
            mailings.move(
                connection, mailing(press).edition_id, "held", seen=["sending"], reason="size: much"
            )
        assert reconcile(press, EDITION, word="unsent").requeued == 0
        assert mailing(press).state == "held"
    assert len(server.accepted) == 1


def test_what_the_restored_store_never_sent_still_stands_before_its_gates(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    said = ["size: much"]
    parts = replace(usual(), gates=lambda *_: list(said))
    with room.press() as press:
        readers(press, 4)
        edition(press)
        backup = back_up(press, tmp_path)
        deliver(press, limit=2)
        dump.restore(press.store, backup)
        deliver(press, parts=parts)
        assert reconcile(press, EDITION, log=log_of(server)).requeued == 2
        assert deliver(press, parts=parts).editions[0].reason == "size: much"
        assert len(server.accepted) == 2
        said.clear()
        control.release(press, EDITION)
        deliver(press, parts=parts)
        assert (states(press), mailing(press).state) == ({"accepted": 4}, "done")
    assert len(set(server.message_ids)) == len(server.accepted) == 4


@pytest.mark.parametrize(("sent", "state"), [(2, "held"), (4, "done")])
def test_one_that_a_gate_held_in_the_restored_store_is_held_until_there_is_nothing_to_send(
    room: Newsroom, server: Smtpd, tmp_path: Path, sent: int, state: str
) -> None:
    parts = replace(usual(), gates=lambda *_: ["size: much"])
    with room.press() as press:
        readers(press, 4)
        edition(press)
        deliver(press, parts=parts)
        backup = back_up(press, tmp_path)
        control.release(press, EDITION, ["size"])
        deliver(press, limit=sent, parts=parts)
        dump.restore(press.store, backup)
        assert reconcile(press, EDITION, log=log_of(server)).accepted == sent
        assert mailing(press).state == state
        deliver_due(press)
    assert len(server.accepted) == sent


def test_a_store_that_is_merely_reopened_holds_nothing(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 5)
        edition(press)
        deliver(press, limit=1)
    with room.press() as press:
        deliver_due(press)
        assert mailing(press).state == "done"
    assert len(server.accepted) == 5


def test_what_is_known_outside_the_store_is_kept_by_the_secrets(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 5)
        edition(press)
        deliver_due(press)
        known = json.loads((press.config.subscribers.secrets / "deliveries.json").read_text())
        assert known == {EDITION: mailing(press).epoch}


def test_a_file_that_was_damaged_stops_delivery(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 5)
        edition(press)
        press.config.subscribers.secrets.mkdir(parents=True, exist_ok=True)
        (press.config.subscribers.secrets / "deliveries.json").write_text("{")
        report = deliver_due(press)
        assert "deliveries.json" in report.errors[0]
        assert {row.state for row in rows(press)} <= {"queued"}
    assert server.accepted == []


def test_a_copy_of_the_database_file_is_a_backup_too(tmp_path: Path, server: Smtpd) -> None:
    from tests.support.mailing import newsroom

    room = newsroom(tmp_path, "sqlite:///data/store.db", server.port)
    file = room.site.root / "data/store.db"
    copy = tmp_path / "copy.db"
    with room.press() as press:
        readers(press, 6)
        edition(press)
        deliver(press, limit=2)
    with sqlite3.connect(file) as store, sqlite3.connect(copy) as target:
        store.backup(target)
    store.close()
    target.close()
    with room.press() as press:
        deliver_due(press)
    for other in file.parent.glob("store.db*"):
        if other.is_file():
            other.unlink()
    copy.rename(file)
    with room.press() as press:
        assert deliver_due(press).editions[0].state == "held"
    assert len(server.accepted) == 6


def test_who_got_it_and_left_before_the_store_was_restored_is_answered_for(
    room: Newsroom, server: Smtpd, tmp_path: Path
) -> None:
    """The restored store fixes its recipients anew, without those who have left since."""
    with room.press() as press:
        everybody = readers(press, 4)
        edition(press)
        backup = back_up(press, tmp_path)
        deliver(press, limit=3)
        gone = server.recipients[0]
        operator.suppress(press, gone)
        dump.restore(press.store, backup)
        deliver_due(press)
        assert reconcile(press, EDITION, log=log_of(server)).accepted == 3
        deliver_due(press)
        assert states(press) == {"accepted": 4}
    assert sorted(server.recipients) == sorted(everybody)
