"""Told to stop: nobody is waited for as long as a mail server may take otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.delivery.parts import usual
from tests.support import smtpd
from tests.support.mailing import Newsroom, edition, mailing, newsroom, readers, rows, states

FOREVER = smtpd.Wait(forever=True)


def stopped(root: Path, store: str, stage: str, *, number: int = 2, grace: float = 0.3) -> Newsroom:
    """What is left where a server says nothing more from a stage on, and we are told to stop."""
    rooms: list[Newsroom] = []

    def mute(moment: smtpd.Moment) -> smtpd.Act | None:
        if moment.stage != stage:
            return None
        rooms[0].stops = True
        return FOREVER

    with smtpd.running(mute) as server:
        rooms.append(room := newsroom(root, store, server.port))
        with room.press() as press:
            readers(press, number)
            edition(press)
            (each,) = deliver_due(press, parts=replace(usual(), grace=grace)).editions
            # The limit of a step would have been an error, or a reason.
            assert each.error == ""
    room.stops = False
    return room


@pytest.mark.parametrize("stage", ["banner", "hello"])
def test_a_connection_that_is_being_opened_is_given_up(
    store_url: str, tmp_path: Path, stage: str
) -> None:
    room = stopped(tmp_path, store_url, stage)
    with room.press() as press:
        assert states(press) == {"queued": 2}
        assert {(row.attempts, row.claimant) for row in rows(press)} == {(0, None)}
        assert mailing(press).state == "sending"


def test_what_is_not_answered_soon_is_in_doubt(store_url: str, tmp_path: Path) -> None:
    room = stopped(tmp_path, store_url, "recorded", number=1)
    with room.press() as press:
        assert states(press) == {"in doubt": 1}
        assert {row.reason for row in rows(press)} == {
            "connection lost at dot: given up here before it was answered"
        }
        assert {row.claimant for row in rows(press)} == {None}


def test_what_had_not_gone_out_to_its_end_waits_for_the_next(
    store_url: str, tmp_path: Path
) -> None:
    room = stopped(tmp_path, store_url, "rcpt", number=5)
    with room.press() as press:
        assert states(press) == {"queued": 5}
        assert {row.claimant for row in rows(press)} == {None}


def test_what_is_answered_in_time_is_accepted(store_url: str, tmp_path: Path) -> None:
    rooms: list[Newsroom] = []

    def slow(moment: smtpd.Moment) -> smtpd.Act | None:
        if moment.stage != "recorded":
            return None
        rooms[0].stops = True
        return smtpd.Wait(1.0)

    with smtpd.running(slow) as server:
        rooms.append(room := newsroom(tmp_path, store_url, server.port))
        with room.press() as press:
            readers(press, 2)
            edition(press)
            deliver_due(press)
            assert states(press) == {"accepted": 2}
