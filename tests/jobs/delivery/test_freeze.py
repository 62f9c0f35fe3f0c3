"""Freezing: everybody who might get an edition has a row, and is counted, before the first mail."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from syndicate.jobs.delivery import freeze as freezing
from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.jobs.process import this_process
from syndicate.model.errors import StoreError
from syndicate.store import leases, ledger, recipients
from syndicate.store.leases import Holder
from tests.support.mailing import Newsroom, edition, mailing, readers, rows, states
from tests.support.smtpd import Smtpd


@pytest.fixture
def store_url() -> str:
    """What is decided here is the same on either database."""
    return "sqlite:///data/store.db"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freezing, "_BATCH", 10)


def test_all_batches_are_written(room: Newsroom, server: Smtpd, small: None) -> None:
    with room.press() as press:
        readers(press, 35)
        edition(press)
        deliver_due(press)
        assert (mailing(press).candidates, mailing(press).recipients) == (35, 35)
    assert len(set(server.recipients)) == 35


def test_one_that_was_stopped_goes_on_where_it_was(
    room: Newsroom, server: Smtpd, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room.press() as press:
        readers(press, 35)
        edition(press)
        with monkeypatch.context() as broken:
            add, calls = ledger.add, []

            def failing(connection, batch) -> None:
                calls.append(batch)
                if len(calls) == 3:
                    raise StoreError("store", "it is gone")
                add(connection, batch)

            broken.setattr(ledger, "add", failing)
            report = deliver_due(press)
            assert "it is gone" in report.errors[0]
        assert states(press) == {"queued": 20}
        assert server.accepted == []
        deliver_due(press)
        assert states(press) == {"accepted": 35}
        assert (mailing(press).candidates, mailing(press).recipients) == (35, 35)
    assert len(server.accepted) == 35


def test_who_leaves_between_two_halves_is_counted_all_the_same(
    room: Newsroom, server: Smtpd, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from syndicate.store import subscriptions

    with room.press() as press:
        readers(press, 35)
        edition(press)
        with monkeypatch.context() as broken:
            real = recipients.recipients

            def cut(*args, **kwargs):
                for number, each in enumerate(real(*args, **kwargs)):
                    if number == 15:
                        raise StoreError("store", "it is gone")
                    yield each

            broken.setattr(recipients, "recipients", cut)
            deliver_due(press)
        written = {row.subscriber_id for row in rows(press)}
        with press.store.write() as connection:
            for number in (min(written), max(written) + 1):
                subscriptions.end(connection, number, "weekly", reason="", now=press.clock())
        deliver_due(press)
        assert mailing(press).candidates == 34
        assert states(press) == {"accepted": 33, "excluded": 1}


def test_an_edition_whose_people_are_miscounted_is_held(
    room: Newsroom, server: Smtpd, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room.press() as press:
        readers(press, 5)
        edition(press)
        real = recipients.recipients

        def losing(*args, **kwargs):
            yield from list(real(*args, **kwargs))[1:]

        with monkeypatch.context() as broken:
            broken.setattr(recipients, "recipients", losing)
            report = deliver_due(press)
        assert "5 people might get it and 4 rows were written" in report.errors[0]
        assert mailing(press).state == "held"
        deliver_due(press)
    assert server.accepted == []


def test_a_second_process_waits_for_the_first_to_freeze(room: Newsroom, server: Smtpd) -> None:
    other = Holder(token="other", host="elsewhere", pid=1, born="")
    with room.press() as press:
        readers(press, 5)
        edition(press)
        with press.store.write() as connection:
            leases.take(connection, "freeze:1", other, now=press.clock(), is_alive=lambda _: True)
        report = deliver_due(press)
        assert "process 1 on elsewhere" in report.editions[0].waived
        assert report.errors == ()
    assert server.accepted == []


def test_a_delivery_that_may_linger_waits_until_recipients_are_fixed(
    room: Newsroom, server: Smtpd
) -> None:
    ours = this_process()
    other = Holder("other", ours.host, ours.pid, ours.born)
    with room.press() as press:
        readers(press, 3)
        edition(press)
        with press.store.write() as connection:
            leases.take(connection, "freeze:1", other, now=press.clock(), is_alive=lambda _: True)

        def finish() -> None:
            time.sleep(0.5)
            with press.store.write() as connection:
                leases.release(connection, "freeze:1", other)

        finishing = threading.Thread(target=finish)
        finishing.start()
        report = deliver(press, linger=timedelta(minutes=1))
        finishing.join()
        assert (report.editions[0].waived, report.summary()["accepted"]) == ("", 3)
    assert len(server.accepted) == 3


def test_message_ids_are_all_different(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 50)
        edition(press)
        deliver_due(press)
        assert len({row.message_id for row in rows(press)}) == 50


def test_a_zone_that_is_known_no_more_counts_as_the_newsletters(
    room: Newsroom, tmp_path: Path
) -> None:
    with room.press() as press:
        readers(press, ["ida@quayside.example"], hour=10, timezone="Atlantis/Capital")
        edition(press)
        deliver_due(press)
        (row,) = rows(press)
        # 10:00 in Asia/Shanghai.
        assert row.due.hour == 2
