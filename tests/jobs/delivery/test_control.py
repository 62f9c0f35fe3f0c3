"""What operators ask of a delivery, and decide."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from syndicate.jobs import digest
from syndicate.jobs.audience import operator
from syndicate.jobs.delivery import control
from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.jobs.delivery.parts import usual
from syndicate.jobs.delivery.run import log_of
from syndicate.jobs.delivery.standing import status
from syndicate.jobs.delivery.witness import Tally
from syndicate.jobs.process import this_process
from syndicate.model.errors import DeliveryError, LeaseHeldError
from syndicate.store import leases
from syndicate.store.leases import Holder
from syndicate.store.schema import articles, deliveries
from tests.support import smtpd
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.mailing import (
    EDITION,
    Newsroom,
    edition,
    mailing,
    make,
    newsroom,
    readers,
    states,
)
from tests.support.smtpd import Smtpd


@pytest.fixture
def store_url() -> str:
    """What is decided here is the same on either database."""
    return "sqlite:///data/store.db"


@pytest.fixture
def approving(store_url: str, tmp_path: Path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, store_url, server.port, newsletter="approval = true")


def test_an_edition_waits_for_approval(approving: Newsroom, server: Smtpd) -> None:
    with approving.press() as press:
        readers(press, 3)
        edition(press)
        assert deliver_due(press).editions[0].state == "awaiting"
        assert server.accepted == []
        control.approve(press, EDITION)
        deliver_due(press)
    assert len(server.accepted) == 3


def test_an_edition_may_be_approved_before_delivery_has_seen_it(
    approving: Newsroom, server: Smtpd
) -> None:
    with approving.press() as press:
        readers(press, 3)
        edition(press)
        assert control.approve(press, "weekly").approved == approving.now
        deliver_due(press)
    assert len(server.accepted) == 3


def test_an_edition_that_nobody_approves_lapses(approving: Newsroom, server: Smtpd) -> None:
    with approving.press() as press:
        readers(press, 3)
        edition(press)
        deliver_due(press)
        approving.later(days=4)
        with pytest.raises(DeliveryError, match="more than 3d ago"):
            control.approve(press, EDITION)
        deliver_due(press)
        assert mailing(press).state == "lapsed"
        with pytest.raises(DeliveryError, match="it is lapsed"):
            control.approve(press, EDITION)
    assert server.accepted == []


def test_an_edition_that_is_made_late_has_less_time_to_be_approved(
    approving: Newsroom, server: Smtpd
) -> None:
    approving.now = at("2026-01-28T20:00")
    with approving.press() as press:
        readers(press, 3)
        edition(press)
        deliver_due(press)
        approving.later(hours=4, seconds=1)
        with pytest.raises(DeliveryError, match="due more than 3d ago"):
            control.approve(press, EDITION)
        deliver_due(press)
        assert mailing(press).state == "lapsed"
    assert server.accepted == []


def test_an_edition_that_is_approved_late_goes_at_once_or_at_the_readers_next_hour(
    approving: Newsroom, server: Smtpd
) -> None:
    """Whichever is nearer to what they have asked for."""
    approving.now = at("2026-01-26T00:00:05")
    with approving.press() as press:
        readers(press, ["noon@quayside.example"], hour=12)
        readers(press, ["seven@quayside.example"], hour=7)
        edition(press)
        deliver_due(press)
        approving.later(hours=20)
        control.approve(press, EDITION)
        report = deliver_due(press)
        assert server.recipients == ["noon@quayside.example"]
        assert report.editions[0].due == at("2026-01-27T07:00")


def test_a_rejected_edition_is_never_sent(approving: Newsroom, server: Smtpd) -> None:
    with approving.press() as press:
        readers(press, 3)
        edition(press)
        assert control.reject(press, EDITION).mailing.state == "cancelled"
        assert deliver_due(press).editions == ()
    assert server.accepted == []


def test_pause_and_resume(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 6)
        edition(press)
        deliver(press, limit=2)
        assert control.pause(press, EDITION).state == "paused"
        assert deliver_due(press).editions == ()
        assert control.resume(press, EDITION).state == "sending"
        deliver_due(press)
    assert len(set(server.message_ids)) == len(server.accepted) == 6


@pytest.mark.usefixtures("attentive")
def test_a_pause_stops_a_delivery_that_is_under_way(store_url: str, tmp_path: Path) -> None:
    with smtpd.running(smtpd.at("dot", smtpd.Wait(0.1))) as server:
        room = newsroom(tmp_path, store_url, server.port, connections=1)
        with room.press() as press:
            readers(press, 100)
            edition(press)
            sending = threading.Thread(target=deliver_due, args=(press,))
            sending.start()
            while len(server.accepted) < 2:
                threading.Event().wait(0.01)
            control.pause(press, EDITION)
            sending.join()
            found = states(press)
            assert found["queued"] > 50
            assert found["accepted"] == len(server.accepted)


@pytest.mark.usefixtures("attentive")
def test_a_cancellation_leaves_nobody_queued_whom_a_process_had_in_hand(
    store_url: str, tmp_path: Path
) -> None:
    with smtpd.running(smtpd.at("dot", smtpd.Wait(0.1))) as server:
        room = newsroom(tmp_path, store_url, server.port, connections=1)
        with room.press() as press:
            readers(press, 60)
            edition(press)
            sending = threading.Thread(target=deliver_due, args=(press,))
            sending.start()
            while len(server.accepted) < 2:
                threading.Event().wait(0.01)
            assert control.cancel(press, EDITION).under_way > 40
            sending.join()
            taken = len(server.accepted)
            assert states(press) == {"accepted": taken, "excluded": 60 - taken}
            assert status(press, EDITION).reasons == [
                ("excluded", "cancelled by an operator", 60 - taken)
            ]


def test_before_its_recipients_are_fixed_an_edition_can_be_paused_too(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        control.pause(press, EDITION)
        deliver_due(press)
        assert server.accepted == []
        assert control.resume(press, EDITION).state == "ready"
        deliver_due(press)
    assert len(server.accepted) == 3


def test_cancel_ends_it_and_every_row_says_why(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 6)
        edition(press)
        deliver(press, limit=2)
        assert control.cancel(press, EDITION).mailing.state == "cancelled"
        assert states(press) == {"accepted": 2, "excluded": 4}
        deliver_due(press)
        standing = status(press, EDITION)
        assert standing.reasons == [("excluded", "cancelled by an operator", 4)]
        with pytest.raises(DeliveryError, match="it is cancelled"):
            control.resume(press, EDITION)
    assert len(server.accepted) == 2


def test_resumed_after_an_article_was_withdrawn_it_goes_on_without_it(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        readers(press, 5)
        edition(press, "1", "2")
        deliver(press, limit=1)
        with press.store.write() as connection:
            connection.execute(articles.update().where(articles.c.key == "2").values(hidden=True))
        deliver_due(press)
        control.resume(press, EDITION)
        deliver_due(press)
        assert states(press) == {"accepted": 5}
    assert b"Ferry number 2" in server.accepted[0].data
    assert all(b"Ferry number 2" not in mail.data for mail in server.accepted[1:])


def test_what_failed_is_tried_once_more(store_url: str, tmp_path: Path) -> None:
    full = smtpd.at("rcpt", smtpd.Say("552 5.2.2 Mailbox full"), times=[1])
    with smtpd.running(full) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            readers(press, 3)
            edition(press)
            deliver_due(press)
            assert states(press) == {"failed": 3}
            assert control.retry(press, EDITION) == 3
            deliver_due(press)
            assert states(press) == {"accepted": 3}
            assert mailing(press).state == "done"
        assert len(server.accepted) == 3


def test_who_is_barred_from_another_newsletter_is_tried_once_more(
    store_url: str, tmp_path: Path
) -> None:
    full = smtpd.at("rcpt", smtpd.Say("552 5.2.2 Mailbox full"), times=[1])
    with smtpd.running(full) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            first, second, _ = readers(press, 3)
            edition(press)
            deliver_due(press)
            operator.suppress(press, first, newsletter="monthly")
            operator.suppress(press, second, newsletter="weekly")
            assert control.retry(press, EDITION) == 2
            deliver_due(press)
            assert states(press) == {"accepted": 2, "failed": 1}
        assert second not in server.recipients


def test_addresses_that_do_not_exist_are_not_tried_once_more(
    store_url: str, tmp_path: Path
) -> None:
    with smtpd.running(smtpd.at("rcpt", smtpd.Say("550 5.1.1 Nobody"))) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            readers(press, 3)
            edition(press)
            deliver_due(press)
            assert control.retry(press, EDITION) == 0
            assert mailing(press).state == "done"


def test_the_status_of_one_that_is_under_way(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 60)
        edition(press)
        deliver(press, limit=20)
        room.later(minutes=1)
        standing = status(press, "weekly")
    assert standing.counts == {"accepted": 20, "queued": 40}
    assert standing.rate == 20
    assert standing.left is not None
    assert standing.left.total_seconds() == 120
    assert standing.at_work == 0


def test_the_time_left_is_that_of_what_can_go_now(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 20)
        # 18:00 and 20:00 of that day, UTC: hours from now.
        readers(press, 5, start=100, hour=18)
        readers(press, 2, start=200, hour=20)
        edition(press)
        deliver(press, limit=10)
        room.later(minutes=1)
        standing = status(press, EDITION)
        assert (standing.queue.ready, standing.queue.waiting) == (10, 7)
        assert (standing.queue.first, standing.queue.last) == (
            at("2026-01-26T18:00"),
            at("2026-01-26T20:00"),
        )
        assert standing.rate == 10
        assert standing.left == timedelta(minutes=1)
        deliver(press)
        standing = status(press, EDITION)
    assert (standing.queue.ready, standing.queue.waiting, standing.left) == (0, 7, None)


def test_what_a_server_has_put_off_is_not_counted_into_the_time_left(
    store_url: str, tmp_path: Path
) -> None:
    later = smtpd.at("rcpt", smtpd.Say("450 4.2.0 Greylisted"), recipient="reader1@d1.example")
    with smtpd.running(later) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            readers(press, 3)
            edition(press)
            deliver(press)
            standing = status(press, EDITION)
    assert (standing.queue.ready, standing.queue.waiting, standing.left) == (0, 1, None)
    assert standing.queue.first == standing.due


def test_the_rate_is_that_of_the_time_in_which_mails_went(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 20)
        readers(press, 30, start=100, hour=18)
        edition(press)
        deliver(press)
        # Hours later the readers' hour has come; nothing went in between.
        room.later(hours=17)
        deliver(press, limit=10)
        room.later(minutes=1)
        standing = status(press, EDITION)
    assert (standing.rate, standing.left) == (10, timedelta(minutes=2))


def test_a_clock_that_was_put_back_makes_no_rate(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 20)
        edition(press)
        deliver(press, limit=10)
        room.later(hours=-2)
        standing = status(press, EDITION)
    assert (standing.rate, standing.left, standing.queue.waiting) == (0, None, 10)


def test_a_delivery_tells_what_can_go_and_what_waits(room: Newsroom) -> None:
    heard: list[Tally] = []
    with room.press() as press:
        readers(press, 6)
        readers(press, 3, start=100, hour=18)
        edition(press)
        deliver(press, limit=2, listen=heard.append)
        assert (heard[-1].total, heard[-1].accepted) == (2, 2)
        deliver(press, listen=heard.append)
    assert (heard[-1].total, heard[-1].accepted, heard[-1].waiting) == (4, 4, 3)
    assert heard[-1].until == at("2026-01-26T18:00")


def test_only_who_works_at_the_edition_is_at_work(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver(press, limit=1)
        with press.store.write() as connection:
            connection.execute(update(deliveries).where(deliveries.c.id == 2).values(claimant="x"))
        # Nobody lives who has it in hand.
        assert status(press, EDITION).at_work == 0
        living = log_of(press, "x")
        assert status(press, EDITION).at_work == 1
        room.later(days=7)
        fill(press, page("3", published=at("2026-01-28T09:00")), moment="2026-01-29T12:00")
        make(press)
        assert status(press, "weekly/2026-W05").at_work == 0
        living.close()


def test_the_status_of_one_that_has_not_begun(room: Newsroom) -> None:
    with room.press() as press:
        edition(press)
        assert status(press, "weekly").mailing is None


def test_an_edition_that_is_not_there_is_named(room: Newsroom) -> None:
    with room.press() as press, pytest.raises(DeliveryError, match="not made yet"):
        status(press, "weekly/2026-W03")


def test_a_gate_holds_the_edition_until_it_is_mended_or_waived(
    room: Newsroom, server: Smtpd
) -> None:
    said = ["size: 120 KB of HTML", "links: a relative one"]
    parts = replace(usual(), gates=lambda *_: list(said))
    with room.press() as press:
        readers(press, 3)
        edition(press)
        report = deliver(press, parts=parts)
        assert (report.editions[0].state, report.editions[0].reason) == ("held", "\n".join(said))
        assert deliver(press, parts=parts).editions == ()
        with pytest.raises(DeliveryError, match="name one of: links, size"):
            control.release(press, EDITION, ["sizes"])
        control.release(press, EDITION, ["size"])
        assert deliver(press, parts=parts).editions[0].reason == "links: a relative one"
        said.pop()
        control.release(press, EDITION)
        deliver(press, parts=parts)
        assert states(press) == {"accepted": 3}
    assert len(server.accepted) == 3


def test_a_mail_that_no_large_mailbox_takes_is_not_sent(room: Newsroom, server: Smtpd) -> None:
    none = [f"mail.dkim.{name}=" for name in ("domain", "selector", "key")]
    with room.press(*none) as press:
        readers(press, 3)
        edition(press)
        assert deliver_due(press).editions[0].state == "held"
        assert mailing(press).reason.startswith("signature: the mail is not signed")
        assert server.accepted == []
        control.release(press, EDITION, ["signature"])
        deliver_due(press)
    assert len(server.accepted) == 3


def test_what_is_edited_before_the_first_mail_counts(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 2)
        fill(press, page("1"), page("2", address="../201001/2.aspx"), page("3"))
        make(press)
        deliver_due(press)
        assert mailing(press).reason.startswith("links: ")
        digest.edit(press, "weekly", digest.Edits(leave_out=["cms/2"], lead="cms/1"))
        readers(press, ["late@harbour.example"])
        control.release(press, EDITION, dry_run=True)
        assert states(press) == {"queued": 2}
        control.release(press, EDITION)
        deliver_due(press)
        assert (mailing(press).state, mailing(press).recipients) == ("done", 3)
    assert "late@harbour.example" in server.recipients
    told = server.accepted[0].data.decode()
    assert "Subject: Ferry number 1 " in told
    assert "Ferry number 2" not in told


def test_recipients_taken_back_while_the_gates_look_are_not_lost(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)

        def gates(*_: object) -> list[str]:
            control.pause(press, EDITION)
            control.resume(press, EDITION)
            return []

        deliver(press, parts=replace(usual(), gates=gates))
        assert mailing(press).state == "ready"
        deliver_due(press)
        assert states(press) == {"accepted": 3}
    assert len(server.accepted) == 3


def test_nobody_is_taken_back_while_a_process_writes_them_down(room: Newsroom) -> None:
    other = Holder("another", this_process().host, 1, "")
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver(press, parts=replace(usual(), gates=lambda *_: ["size: 120 KB of HTML"]))
        with press.store.write() as connection:
            leases.take(connection, "freeze:1", other, now=press.clock(), is_alive=lambda _: True)
        with pytest.raises(LeaseHeldError):
            control.release(press, EDITION)
        assert states(press) == {"queued": 3}
        assert mailing(press).state == "held"


def test_whoever_was_tried_is_not_taken_back(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver(press, limit=1)
        control.pause(press, EDITION)
        control.resume(press, EDITION)
        assert states(press) == {"accepted": 1, "queued": 2}
        deliver_due(press)
    assert len(server.accepted) == 3


def test_only_a_held_edition_is_released(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver_due(press)
        with pytest.raises(DeliveryError, match="it is done"):
            control.release(press, EDITION)


def test_only_a_domain_that_rests_is_released(room: Newsroom) -> None:
    with room.press() as press, pytest.raises(DeliveryError, match="nothing keeps mail"):
        control.release_domain(press, "quayside.example")
