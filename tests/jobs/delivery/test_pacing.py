"""How fast mail goes to each receiving domain, over processes and restarts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.jobs.delivery.desk import Desk, Taken, rules_of
from syndicate.jobs.delivery.epoch import Epochs
from syndicate.jobs.delivery.pacing import TURN, Pacing
from syndicate.jobs.edition import newsletter_of
from syndicate.jobs.press import Press
from syndicate.model.edition import Edition
from syndicate.store import claims, domains, editions
from syndicate.store.domains import Domain
from tests.support import smtpd
from tests.support.mailing import Newsroom, edition, mailing, newsroom, readers, rows, states
from tests.support.smtpd import Smtpd

CROWD = [f"r{number}@quayside.example" for number in range(40)]


@pytest.fixture
def server() -> Iterator[Smtpd]:
    with smtpd.running() as started:
        yield started


def paced(root: Path, server: Smtpd, mail: str) -> Newsroom:
    return newsroom(root, "sqlite:///data/store.db", server.port, mail=mail)


def made(press) -> Edition:
    with press.store.read() as connection:
        found = editions.called(connection, "weekly", "2026-W04")
    assert found is not None
    return found


def pacing_of(press) -> Pacing:
    rules = rules_of(press, newsletter_of(press, "weekly"), made(press))
    return Pacing(press.config.mail, rules, press.clock)


def admitted(press, pacing: Pacing, token: str, number: int) -> list[int]:
    with press.store.write() as connection:
        found = claims.claim(
            connection, 1, "weekly", token, now=press.clock(), limit=number, resend=True
        )
        return [row.id for row in pacing.admit(connection, found, {}, now=press.clock())]


def frozen(room: Newsroom, press: Press) -> None:
    """The crowd are the recipients of the edition, and none of them is mailed."""
    readers(press, CROWD)
    edition(press)
    with press.store.write() as connection:
        held = Domain("quayside.example", until=press.clock() + timedelta(seconds=1), reason="x")
        domains.write(connection, [held], now=press.clock())
    deliver_due(press)
    with press.store.write() as connection:
        domains.forget(connection, "quayside.example")
    room.later(seconds=2)


def test_a_rate_spreads_rows_over_the_minutes(tmp_path: Path, server: Smtpd) -> None:
    room = paced(tmp_path, server, "rate = 60")
    with room.press() as press:
        frozen(room, press)
        now = press.clock()
        assert len(admitted(press, pacing_of(press), "a", 40)) == 10
        waits = sorted(row.due - now for row in rows(press) if row.reason == TURN)
        assert waits == [timedelta(seconds=10 + place) for place in range(30)]


def test_what_waits_for_its_turn_goes_at_its_moment(tmp_path: Path, server: Smtpd) -> None:
    room = paced(tmp_path, server, "rate = 60")
    with room.press() as press:
        frozen(room, press)
        pacing = pacing_of(press)
        first = admitted(press, pacing, "a", 40)
        assert admitted(press, pacing, "a", 40) == []
        room.later(seconds=14)
        again = admitted(press, pacing, "a", 40)
        assert len(again) == 5
        assert not set(first) & set(again)


def test_two_processes_share_a_rate(tmp_path: Path, server: Smtpd) -> None:
    room = paced(tmp_path, server, "rate = 60")
    with room.press() as press:
        frozen(room, press)
        mine, yours = pacing_of(press), pacing_of(press)
        admitted(press, mine, "a", 20)
        admitted(press, yours, "b", 20)
        assert yours.room("quayside.example") == (4, 2.0)


def test_a_domain_of_which_nothing_is_known_has_all_that_is_configured(
    tmp_path: Path, server: Smtpd
) -> None:
    room = paced(tmp_path, server, "per_domain = 3")
    with room.press() as press:
        readers(press, CROWD)
        edition(press)
        assert pacing_of(press).room("quayside.example") == (3, 0.0)


def test_what_a_server_says_counts_at_once(tmp_path: Path, server: Smtpd) -> None:
    room = paced(tmp_path, server, "per_domain = 4")
    with room.press() as press:
        edition(press)
        pacing = pacing_of(press)
        assert pacing.heard("quayside.example", "slow", "450 4.7.28")
        assert pacing.room("quayside.example") == (0, 0.0)
        assert pacing.room("elsewhere.example") == (4, 0.0)
        room.later(minutes=2)
        assert pacing.room("quayside.example") == (2, 1.0)


def test_rows_that_come_meanwhile_do_not_make_a_server_s_word_forgotten(
    tmp_path: Path, server: Smtpd
) -> None:
    room = paced(tmp_path, server, "")
    with room.press() as press:
        frozen(room, press)
        pacing = pacing_of(press)
        pacing.heard("quayside.example", "hold", "550 5.7.1 Policy")
        assert admitted(press, pacing, "a", 10) == []
        assert pacing.room("quayside.example") == (0, 0.0)
        # The store has been told, and then an operator has released it.
        pacing.learned({"quayside.example": Domain("quayside.example")}, {"quayside.example"})
        assert admitted(press, pacing, "a", 10) != []


def test_nothing_more_goes_to_a_domain_that_refuses_us(room: Newsroom, server: Smtpd) -> None:
    marks: list[int] = []

    def refuse(moment: smtpd.Moment) -> smtpd.Act | None:
        if moment.stage == "rcpt" and (marks or len(server.accepted) >= 60):
            marks.append(len(server.accepted))
            return smtpd.Say("550 5.7.1 Policy")
        return None

    server.orders.append(refuse)
    with room.press() as press:
        readers(press, [f"reader{number}@quayside.example" for number in range(400)])
        edition(press)
        deliver(press)
    # What was on each of two connections: one behind, one ahead and one in hand.
    assert 1 <= len(marks) <= 6


def test_what_another_process_was_told_is_learned_with_the_next_look(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        frozen(room, press)
        desk = Desk(press, newsletter_of(press, "weekly"), made(press), "b", Epochs(press.config))
        taken = [row.id for row in desk.take(10, {}).rows]
        assert len(taken) == 10
        held = Domain("quayside.example", held=press.clock(), reason="550 5.7.1 Policy")
        with press.store.write() as connection:
            domains.write(connection, [held], now=press.clock())
        assert [row.id for row in desk.look_again(taken).gone] == taken


@pytest.mark.usefixtures("attentive")
def test_what_a_domain_asked_for_outlives_the_process(tmp_path: Path) -> None:
    slow = smtpd.at("rcpt", smtpd.Say("450 4.7.28 Too fast"), recipient=CROWD[0], times=[1])
    with smtpd.running(slow) as server:
        room = paced(tmp_path, server, "")
        with room.press() as press:
            readers(press, CROWD)
            edition(press)
            deliver_due(press)
            before = len(server.accepted)
        with room.press() as press:
            room.later(seconds=30)
            deliver_due(press)
            assert len(server.accepted) == before
            room.later(seconds=31)
            deliver(press, limit=2)
            assert len(server.accepted) == before + 2


@pytest.mark.usefixtures("attentive")
def test_with_a_limit_rows_of_a_domain_that_rests_are_not_waited_for(
    room: Newsroom, server: Smtpd
) -> None:
    """All that may go is in hand, and none of it may go now: it used to spin for ever."""
    server.orders.append(smtpd.at("rcpt", smtpd.Say("421 4.7.28 Slow down"), times=[1]))
    with room.press() as press:
        readers(press, [f"reader{number}@quayside.example" for number in range(20)])
        edition(press)
        deliver(press, limit=8)
        assert mailing(press).state == "sending"
        assert {row.claimant for row in rows(press)} == {None}


def test_the_next_rows_are_claimed_before_the_last_ones_are_out(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, waiting = Desk.take, []

    def watched(desk: Desk, limit: int, in_hand: Mapping[str, int]) -> Taken:
        waiting.append(sum(in_hand.values()))
        return take(desk, limit, in_hand)

    monkeypatch.setattr(Desk, "take", watched)
    with room.press() as press:
        readers(press, 300)
        edition(press)
        deliver(press)
        assert states(press) == {"accepted": 300}
    assert waiting[0] == 0
    assert any(waiting[1:])
