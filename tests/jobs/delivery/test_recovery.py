"""After a death: the living go on with what the dead had in hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from syndicate.jobs.delivery import control, recovery
from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.jobs.delivery.run import log_of
from syndicate.jobs.delivery.standing import status
from syndicate.jobs.process import this_process
from syndicate.store import claims, leases, mailings
from syndicate.store.leases import Holder
from syndicate.store.schema import deliveries
from tests.support.mailing import Newsroom, edition, mailing, newsroom, readers, rows, states
from tests.support.smtpd import Smtpd

GONE = "gone"


def take_some(press, number: int = 3, *, sending: int = 1) -> list[int]:
    """Rows in the hands of another process, the first of them on the wire."""
    with press.store.write() as connection:
        taken = claims.claim(
            connection, 1, "weekly", GONE, now=press.clock(), limit=number, resend=True
        )
    # Closed with a mail on the wire, it stays for whoever finds it.
    log = log_of(press, GONE)
    for row in taken[:sending]:
        log.sending(row.id, now=press.clock())
    log.close()
    return [row.id for row in taken]


def begun(press) -> None:
    readers(press, 6)
    edition(press)
    deliver(press, limit=1)


def test_rows_in_the_hands_of_the_dead_go_on(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        begun(press)
        take_some(press)
        report = deliver_due(press)
        assert (report.recovered.doubtful, report.recovered.freed) == (1, 2)
        assert states(press) == {"accepted": 6}
        assert mailing(press).state == "done"
    assert len(server.accepted) == 6


def test_a_rehearsed_cancellation_knows_what_the_dead_had_in_hand(room: Newsroom) -> None:
    with room.press() as press:
        begun(press)
        take_some(press)
        assert status(press, "weekly").at_work == 0
        before = rows(press), mailing(press)
        would = control.cancel(press, "weekly", dry_run=True)
        assert (would.accepted, would.doubtful, would.left, would.under_way) == (1, 1, 4, 0)
        assert (rows(press), mailing(press)) == before
        done = control.cancel(press, "weekly")
        assert (done.accepted, done.doubtful, done.left, done.under_way) == (1, 1, 4, 0)
        assert states(press) == {"accepted": 1, "in doubt": 1, "excluded": 4}
        standing = status(press, "weekly")
        assert [standing.goes_again(each) for each in standing.doubtful] == [False]


def test_what_the_dead_had_in_hand_of_a_cancelled_edition_is_left_out(room: Newsroom) -> None:
    with room.press() as press:
        begun(press)
        take_some(press, 4)
        with press.store.write() as connection:
            mailings.move(connection, 1, "cancelled", seen=["sending"], reason="enough")
        deliver_due(press)
        # One was in nobody's hands; a cancellation leaves none of those.
        assert states(press) == {"accepted": 1, "in doubt": 1, "excluded": 4}
        assert {row.reason for row in rows(press) if row.state == "excluded"} == {"enough"}


def test_with_hold_what_was_on_the_wire_is_in_doubt_and_nothing_else(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press("mail.in_doubt=hold") as press:
        begun(press)
        taken = take_some(press)
        deliver_due(press)
        doubtful = [row for row in rows(press) if row.state == "in doubt"]
        assert [row.id for row in doubtful] == taken[:1]
        assert doubtful[0].reason == "on the wire when its process died"
        assert states(press) == {"accepted": 5, "in doubt": 1}
    assert len(server.accepted) == 5


def test_a_row_in_doubt_keeps_its_message_id_when_it_is_sent_again(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        begun(press)
        (first,) = take_some(press, 1)
        before = {row.id: row.message_id for row in rows(press)}
        deliver_due(press)
        (row,) = [each for each in rows(press) if each.id == first]
        assert (row.state, row.attempts) == ("accepted", 2)
        assert row.message_id == before[first]
        assert row.message_id in server.message_ids


def test_looking_at_the_status_recovers_nothing(room: Newsroom) -> None:
    with room.press() as press:
        begun(press)
        take_some(press)
        status(press, "weekly")
        assert {row.claimant for row in rows(press)} == {None, GONE}


def test_claims_of_a_store_that_was_brought_from_elsewhere_are_free(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        begun(press)
        with press.store.write() as connection:
            connection.execute(
                update(deliveries).where(deliveries.c.state == "queued").values(claimant="strange")
            )
        deliver_due(press)
        assert states(press) == {"accepted": 6}


@pytest.fixture
def shared(postgres_url: str, tmp_path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, postgres_url, server.port)


def lease(press, holder: Holder, *, minutes: float = 0) -> None:
    with press.store.write() as connection:
        leases.take(
            connection,
            f"{recovery.LEASE}{GONE}",
            holder,
            now=press.clock(),
            is_alive=lambda _: True,
        )
        if minutes:
            moved = leases.DURATION + timedelta(minutes=minutes)
            from syndicate.store.schema import leases as table

            held = leases.current(connection)[0].expires - moved
            connection.execute(table.update().values(expires=held))


@pytest.mark.postgres
def test_another_hosts_rows_are_its_own_until_its_lease_ends(
    shared: Newsroom, server: Smtpd
) -> None:
    elsewhere = Holder(token="t", host="elsewhere", pid=1, born="")
    with shared.press() as press:
        begun(press)
        take_some(press)
        lease(press, elsewhere)
        deliver_due(press)
        assert states(press) == {"accepted": 3, "sending": 1, "queued": 2}
        assert mailing(press).state == "sending"


@pytest.mark.postgres
def test_another_hosts_rows_are_free_when_its_lease_has_ended(
    shared: Newsroom, server: Smtpd
) -> None:
    elsewhere = Holder(token="t", host="elsewhere", pid=1, born="")
    with shared.press() as press:
        begun(press)
        take_some(press)
        lease(press, elsewhere, minutes=1)
        deliver_due(press)
        assert states(press) == {"accepted": 6}
    assert len(server.accepted) == 6


@pytest.mark.postgres
def test_a_dead_process_of_this_host_frees_its_rows_at_once(
    shared: Newsroom, server: Smtpd
) -> None:
    here = this_process()
    dead = Holder(token="t", host=here.host, pid=here.pid, born="another boot/1")
    with shared.press() as press:
        begun(press)
        take_some(press)
        lease(press, dead)
        deliver_due(press)
        assert states(press) == {"accepted": 6}


@pytest.mark.postgres
def test_who_was_away_for_too_long_does_not_send_what_others_have_taken_over(
    shared: Newsroom, server: Smtpd
) -> None:
    from syndicate.jobs.delivery.commits import Commits
    from syndicate.model.errors import DeliveryError

    with shared.press() as press:
        begun(press)
        (row,) = take_some(press, 1, sending=0)
        log = Commits(press.store, GONE)
        with press.store.write() as connection:
            claims.release(connection, GONE)
        with pytest.raises(DeliveryError, match="another process has taken it over"):
            log.sending(row, now=press.clock())
        log.close()
