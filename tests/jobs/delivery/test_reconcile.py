"""Settling what is in doubt, by a mail server's log or an operator's word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from syndicate.jobs.audience import operator
from syndicate.jobs.delivery import control
from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.delivery.reconcile import reconcile
from syndicate.jobs.delivery.recovery import LEASE
from syndicate.jobs.delivery.run import log_of
from syndicate.jobs.process import is_alive, this_process
from syndicate.model.errors import DeliveryError
from syndicate.store import leases, mailings
from syndicate.store.schema import deliveries
from tests.support import smtpd
from tests.support.mailing import (
    EDITION,
    Newsroom,
    edition,
    mailing,
    newsroom,
    readers,
    rows,
    states,
)
from tests.support.smtpd import Smtpd

TAKEN, LOST, FINE = "taken@quayside.example", "lost@quayside.example", "fine@quayside.example"


@pytest.fixture
def server() -> Iterator[Smtpd]:
    """One mail is taken and one is not, and neither is answered."""
    orders = (
        smtpd.at("recorded", smtpd.Drop(), recipient=TAKEN, times=[1]),
        smtpd.at("dot", smtpd.Drop(), recipient=LOST, times=[1]),
    )
    with smtpd.running(*orders) as started:
        yield started


@pytest.fixture
def room(store_url: str, tmp_path: Path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, store_url, server.port, mail='in_doubt = "hold"')


def begun(press) -> None:
    readers(press, [TAKEN, LOST, FINE])
    edition(press)
    deliver_due(press)
    assert states(press) == {"accepted": 1, "in doubt": 2}


def test_whoever_left_meanwhile_is_settled_too(room: Newsroom, server: Smtpd) -> None:
    """The log does not know their mail: so it was not sent, and is not any more."""
    with room.press() as press:
        begun(press)
        operator.suppress(press, LOST)
        reconcile(press, EDITION, log=[f"{name}\n" for name in server.message_ids])
        deliver_due(press)
        assert states(press) == {"accepted": 2, "excluded": 1}
        assert mailing(press).state == "done"
    assert LOST not in server.recipients


def test_a_log_settles_what_was_taken_and_the_rest_is_sent(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        begun(press)
        done = reconcile(press, EDITION, log=[f"{name}\n" for name in server.message_ids])
        assert (done.accepted, done.requeued) == (1, 1)
        deliver_due(press)
        assert states(press) == {"accepted": 3}
        assert mailing(press).state == "done"
    assert sorted(server.recipients) == sorted([TAKEN, LOST, FINE])


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize("log", [[], ["<2026-W04.0123456789abcdef@gazette.example>\n"]])
def test_a_log_that_names_none_of_its_mails_is_another_one(
    room: Newsroom, server: Smtpd, log: list[str], dry_run: bool
) -> None:
    with room.press() as press:
        begun(press)
        with pytest.raises(DeliveryError, match="names none of its mails") as refused:
            reconcile(press, EDITION, log=log, dry_run=dry_run)
        assert "--unsent" in str(refused.value)
        assert states(press) == {"accepted": 1, "in doubt": 2}


def test_where_nothing_was_accepted_yet_any_log_will_do(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, [LOST])
        edition(press)
        deliver_due(press)
        assert reconcile(press, EDITION, log=[]).requeued == 1
        deliver_due(press)
        assert states(press) == {"accepted": 1}


def test_postfix_says_what_bounced(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        begun(press)
        taken = next(mail for mail in server.accepted if mail.recipient == TAKEN)
        done = reconcile(
            press,
            EDITION,
            log=[
                f"mx postfix/cleanup[1]: 4Bq1Xw: message-id={taken.message_id}\n",
                f"mx postfix/smtp[2]: 4Bq1Xw: to=<{TAKEN}>, status=bounced (550 5.1.1 Nobody)\n",
            ],
        )
        assert (done.accepted, done.failed, done.requeued) == (0, 1, 1)
        failed = [row.reason for row in rows(press) if row.state == "failed"]
        assert failed == ["bounced: 550 5.1.1 Nobody (by a mail server's log)"]


def test_where_nothing_is_to_be_settled_nothing_ends_anew(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, ["ann@quayside.example"])
        edition(press)
        deliver_due(press)
        before = mailing(press)
        assert before.state == "done"
        room.later(hours=1)
        assert reconcile(press, EDITION, log=[]).requeued == 0
        assert reconcile(press, EDITION, word="accepted").accepted == 0
        assert mailing(press) == before


def test_of_a_cancelled_edition_nothing_is_sent_again(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        begun(press)
        press_on = [f"{name}\n" for name in server.message_ids]
        deliver_due(press)
        with press.store.write() as connection:
            mailings.move(connection, 1, "sending", seen=["done"])
        control.cancel(press, EDITION)
        done = reconcile(press, EDITION, log=press_on)
        assert (done.accepted, done.requeued, done.left_out) == (1, 0, 1)
        assert states(press) == {"accepted": 2, "excluded": 1}
        assert mailing(press).state == "cancelled"


def test_a_dry_run_settles_nothing(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        begun(press)
        log = [f"{name}\n" for name in server.message_ids]
        assert reconcile(press, EDITION, log=log, dry_run=True).accepted == 1
        assert states(press) == {"accepted": 1, "in doubt": 2}
        assert mailing(press).state == "done"


def test_by_an_operators_word_all_in_doubt_were_accepted(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        begun(press)
        assert reconcile(press, EDITION, word="accepted").accepted == 2
        deliver_due(press)
        assert states(press) == {"accepted": 3}
        assert mailing(press).reason == ""
    assert len(server.accepted) == 2


def test_by_an_operators_word_all_in_doubt_are_sent_again(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        begun(press)
        assert reconcile(press, EDITION, word="unsent").requeued == 2
        deliver_due(press)
        assert states(press) == {"accepted": 3}
    assert len(server.accepted) == 4


def test_with_nothing_to_settle_it_by_it_says_so(room: Newsroom) -> None:
    with room.press() as press:
        begun(press)
        with pytest.raises(DeliveryError, match="nothing to settle it by"):
            reconcile(press, EDITION)


def test_of_an_edition_that_is_only_ready_nobody_is_frozen(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, [TAKEN])
        edition(press)
        for words in ({"log": []}, {"word": "accepted"}, {"word": "unsent"}):
            assert not reconcile(press, EDITION, **words).begun
        control.pause(press, EDITION)
        assert not reconcile(press, EDITION, word="accepted").begun
        control.resume(press, EDITION)
        assert (mailing(press).frozen, rows(press)) == (None, [])
        # Who comes before its delivery begins still gets it.
        readers(press, [FINE])
        deliver_due(press)
    assert sorted(set(server.recipients)) == sorted([TAKEN, FINE])


def test_what_is_being_delivered_is_not_settled(room: Newsroom) -> None:
    with room.press() as press:
        begun(press)
        living = log_of(press, "living")
        with press.store.write() as connection:
            leases.take(
                connection, f"{LEASE}living", this_process(), now=press.clock(), is_alive=is_alive
            )
            connection.execute(
                update(deliveries).where(deliveries.c.id == 1).values(claimant="living")
            )
        before = rows(press)
        with pytest.raises(DeliveryError, match=f"syndicate mail pause {EDITION}"):
            reconcile(press, EDITION, word="accepted")
        assert rows(press) == before
        living.close()
