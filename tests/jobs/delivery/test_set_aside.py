"""What is settled without another try is told of like what was tried."""

from __future__ import annotations

from pathlib import Path

from syndicate.jobs.audience.leaving import unsubscribe
from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.store import runs
from tests.support import smtpd
from tests.support.audience import token
from tests.support.mailing import Newsroom, edition, newsroom, readers, states
from tests.support.smtpd import Smtpd


def test_a_mail_that_is_given_up_has_failed(store_url: str, tmp_path: Path) -> None:
    with smtpd.running(smtpd.at("rcpt", smtpd.Say("450 4.2.0 Busy"))) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            readers(press, 1)
            edition(press)
            deliver_due(press)
            room.later(hours=49)
            report = deliver_due(press)
            assert report.summary()["failed"] == 1
            (each,) = report.editions
            # Nothing was said to a server, and no limit counts it.
            assert (each.state, each.done.failed, each.done.tried) == ("done", 1, 0)
            with press.store.read() as connection:
                assert runs.latest(connection)["delivery"].summary["failed"] == 1


def test_who_has_left_since_and_what_has_expired_is_counted(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        named = readers(press, 4)
        edition(press)
        deliver(press, limit=1)
        left = sorted(set(named) - set(server.recipients))[0]
        unsubscribe(press, token(press, "unsubscribe", "weekly", address=left))
        (each,) = deliver(press, limit=1).editions
        assert (each.done.accepted, each.done.left_out) == (1, 1)
        room.later(days=30)
        report = deliver_due(press)
        assert (report.summary()["left_out"], report.summary()["failed"]) == (1, 0)
        assert states(press) == {"accepted": 2, "excluded": 2}
    assert len(server.accepted) == 2
