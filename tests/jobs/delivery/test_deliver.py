"""Delivery: everybody gets an edition once, and the ledger can answer for each."""

from __future__ import annotations

from syndicate.jobs.delivery.deliver import deliver_due
from tests.support.mailing import Newsroom, edition, mailing, readers, states
from tests.support.smtpd import Smtpd


def test_everybody_gets_the_edition(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        everybody = readers(press, 40)
        edition(press)
        report = deliver_due(press)
        assert report.errors == ()
        assert states(press) == {"accepted": 40}
        assert mailing(press).state == "done"
    assert sorted(server.recipients) == sorted(everybody)
    assert server.faults == []
