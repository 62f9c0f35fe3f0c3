"""Delivery: everybody gets an edition once, and the ledger can answer for each."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from syndicate.jobs.audience.leaving import unsubscribe
from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.jobs.delivery.rehearsal import prospect, send_test
from syndicate.model.errors import DeliveryError
from syndicate.model.subscriber import EVERY
from syndicate.store import runs, subscribers, suppressions
from syndicate.store.schema import articles
from tests.support import smtpd
from tests.support.articles import at, page
from tests.support.audience import token
from tests.support.filling import fill
from tests.support.mailing import (
    EDITION,
    Newsroom,
    edition,
    mailing,
    make,
    newsroom,
    readers,
    rows,
    states,
)
from tests.support.smtpd import Smtpd


def suppress(press, address: str, reason="complained") -> None:
    with press.store.write() as connection:
        mark = press.secrets.fingerprint(address)
        suppressions.add(connection, mark, EVERY, reason, since=press.clock())


def reasons(press) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows(press):
        found[row.reason] = found.get(row.reason, 0) + 1
    return found


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


def test_a_second_run_sends_nothing(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 10)
        edition(press)
        deliver_due(press)
        assert deliver_due(press).editions == ()
    assert len(server.accepted) == 10


def test_nothing_due_is_not_recorded_as_a_run(room: Newsroom) -> None:
    with room.press() as press:
        deliver_due(press)
        with press.store.read() as connection:
            assert runs.latest(connection) == {}


def test_the_ledger_says_what_the_server_said(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, ["ida@quayside.example"])
        edition(press)
        deliver_due(press)
        (row,) = rows(press)
    assert (row.code, row.enhanced, row.reply) == (250, "2.0.0", "Ok: queued")
    assert row.relay == f"127.0.0.1:{server.port}"
    assert (row.attempts, row.claimant) == (1, None)
    assert row.message_id == server.accepted[0].message_id


def test_who_subscribes_after_the_freeze_does_not_get_it(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver(press, limit=1)
        readers(press, ["late@quayside.example"])
        deliver_due(press)
    assert len(server.accepted) == 3
    assert "late@quayside.example" not in server.recipients


def test_a_limit_is_kept_and_the_rest_goes_later(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 20)
        edition(press)
        report = deliver(press, limit=7)
        assert report.summary()["accepted"] == 7
        assert mailing(press).state == "sending"
        assert all(row.claimant is None for row in rows(press))
        deliver_due(press)
    assert len(set(server.message_ids)) == len(server.accepted) == 20


def test_suppressed_people_are_left_out_and_the_row_says_why(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, ["ida@quayside.example", "tom@quayside.example"])
        suppress(press, "tom@quayside.example")
        edition(press)
        deliver_due(press)
        assert reasons(press) == {"": 1, "suppressed: complained": 1}
        assert (mailing(press).candidates, mailing(press).recipients) == (2, 1)
    assert server.recipients == ["ida@quayside.example"]


def test_who_is_suppressed_after_the_freeze_is_not_mailed(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        named = readers(press, 5)
        edition(press)
        deliver(press, limit=1)
        left = (set(named) - set(server.recipients)).pop()
        suppress(press, left)
        deliver_due(press)
        assert reasons(press) == {"": 4, "suppressed: complained": 1}
    assert left not in server.recipients


def test_who_unsubscribes_after_the_freeze_is_not_mailed(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        named = readers(press, 5)
        edition(press)
        deliver(press, limit=1)
        left = (set(named) - set(server.recipients)).pop()
        unsubscribe(press, token(press, "unsubscribe", "weekly", address=left))
        deliver_due(press)
        assert len(server.accepted) == 4
        assert states(press) == {"accepted": 4, "excluded": 1}
    assert left not in server.recipients


def test_who_is_erased_after_the_freeze_is_not_mailed(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        named = readers(press, 5)
        edition(press)
        deliver(press, limit=1)
        left = (set(named) - set(server.recipients)).pop()
        with press.store.write() as connection:
            person = subscribers.by_canonical(connection, left)
            assert person is not None
            subscribers.remove(connection, person.id)
        deliver_due(press)
        assert reasons(press) == {"": 4, "erased": 1}
    assert left not in server.recipients


def test_who_leaves_while_it_is_being_sent_is_not_mailed(store_url: str, tmp_path: Path) -> None:
    slow = smtpd.at("dot", smtpd.Wait(0.12))
    with smtpd.running(slow) as server:
        room = newsroom(tmp_path, store_url, server.port, connections=1)
        with room.press() as press:
            named = readers(press, 30)
            edition(press)
            sending = threading.Thread(target=deliver_due, args=(press,))
            sending.start()
            while len(server.accepted) < 2:
                threading.Event().wait(0.01)
            # All are in hand by now; the last ones are still to go out.
            gone = [row for row in rows(press) if row.state == "queued"][-1].subscriber_id
            with press.store.write() as connection:
                person = subscribers.by_ids(connection, [gone])[gone]
            suppress(press, person.canonical, "unsubscribed")
            sending.join()
            assert states(press) == {"accepted": 29, "excluded": 1}
        assert person.address in named
        assert person.address not in server.recipients


def test_whose_sections_have_nothing_new_is_left_out(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, ["ida@quayside.example"], sections=("cms/203001",))
        readers(press, ["tom@quayside.example"], sections=("cms/201001",))
        edition(press)
        deliver_due(press)
        assert reasons(press) == {"": 1, "nothing new in the chosen sections": 1}
    assert server.recipients == ["tom@quayside.example"]


def test_a_local_hour_is_waited_for(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, ["now@quayside.example"])
        readers(press, ["nine@quayside.example"], hour=9, timezone="Europe/Berlin")
        edition(press)
        report = deliver_due(press)
        assert server.recipients == ["now@quayside.example"]
        assert report.editions[0].due == room.now.replace(hour=8)
        room.later(hours=7)
        deliver_due(press)
        assert mailing(press).state == "done"
    assert server.recipients[1:] == ["nine@quayside.example"]


def test_a_local_hour_that_is_the_editions_own_is_now(room: Newsroom, server: Smtpd) -> None:
    """An edition is made some seconds after its hour."""
    room.now = at("2026-01-26T00:00:05")
    with room.press() as press:
        named = readers(press, ["own@quayside.example"], hour=8, timezone="Asia/Shanghai")
        named += readers(press, ["same@quayside.example"], hour=9, timezone="Asia/Tokyo")
        readers(press, ["later@quayside.example"], hour=9, timezone="Asia/Shanghai")
        edition(press)
        room.later(seconds=5)
        report = deliver_due(press)
        assert sorted(server.recipients) == sorted(named)
        assert report.editions[0].due == at("2026-01-26T01:00")


def test_of_an_edition_that_goes_out_before_it_is_due_hours_count_from_then_on(
    room: Newsroom, server: Smtpd
) -> None:
    room.now = at("2026-01-25T17:30")
    with room.press() as press:
        readers(press, ["now@quayside.example"])
        readers(press, ["two@quayside.example"], hour=2, timezone="Asia/Shanghai")
        edition(press)
        deliver_due(press)
        assert server.recipients == ["now@quayside.example"]
        assert [row.due for row in rows(press)] == [room.now, at("2026-01-25T18:00")]


def test_a_local_hour_holds_through_the_night_that_clocks_change(
    room: Newsroom, server: Smtpd
) -> None:
    """03:00 in Berlin on the day that begins with 01:00 UTC at the end of winter time."""
    room.now = room.now.replace(month=3, day=28, hour=20)
    with room.press("newsletters.weekly.expires=7d") as press:
        readers(press, ["ida@quayside.example"], hour=2, timezone="Europe/Berlin")
        readers(press, ["tom@quayside.example"], hour=4, timezone="Europe/Berlin")
        fill(press, page("1", published=room.now - timedelta(days=8)), moment="2026-03-21T12:00")
        make(press)
        deliver_due(press)
        assert [row.due.hour for row in rows(press)] == [1, 2]
        room.later(hours=5)
        deliver_due(press)
        assert server.recipients == ["ida@quayside.example"]
        room.later(hours=1)
        deliver_due(press)
    assert server.recipients == ["ida@quayside.example", "tom@quayside.example"]


def test_an_edition_that_is_too_old_expires(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        room.later(days=4)
        deliver_due(press)
        assert mailing(press).state == "expired"
        assert rows(press) == []
    assert server.accepted == []


def test_an_edition_that_is_made_too_late_expires(room: Newsroom, server: Smtpd) -> None:
    """It is as old as its news: a site that was away does not mail what has long been due."""
    room.now = at("2026-01-29T00:00:01")
    with room.press() as press:
        readers(press, 3)
        edition(press)
        (done,) = deliver_due(press).editions
        assert (done.state, done.reason) == (
            "expired",
            "due more than 3d before its delivery could begin",
        )
        assert rows(press) == []
    assert server.accepted == []


def test_an_edition_that_is_made_late_and_in_time_goes_out(room: Newsroom, server: Smtpd) -> None:
    room.now = at("2026-01-28T23:59")
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver_due(press)
        assert {row.expires for row in rows(press)} == {at("2026-01-29T00:00")}
    assert len(server.accepted) == 3


def test_a_row_that_waited_too_long_is_not_mailed_any_more(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver(press, limit=1)
        room.later(days=4)
        deliver_due(press)
        assert reasons(press) == {"": 1, "expired before it could be sent": 2}
        assert mailing(press).state == "done"
    assert len(server.accepted) == 1


def test_an_edition_without_recipients_stays_closed(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        edition(press)
        deliver_due(press)
        assert mailing(press).state == "empty"
        readers(press, 3)
        assert deliver_due(press).editions == ()
        with pytest.raises(DeliveryError, match="empty"):
            deliver(press, EDITION)
    assert server.accepted == []


def test_a_dry_run_counts_and_changes_nothing(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 3)
        suppress(press, "reader0@d0.example")
        edition(press)
        (found,) = prospect(press)
        assert (found.edition, found.candidates, found.left_out, found.due) == (EDITION, 3, 1, 2)
        assert rows(press) == []
    assert server.accepted == []


def test_a_dry_run_says_of_an_edition_that_is_too_old_that_nothing_goes_out(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        readers(press, 3)
        edition(press)
        room.later(days=4)
        (found,) = prospect(press)
        assert (found.state, found.due) == ("expired", 0)
        assert [each.state for each in deliver_due(press).editions] == ["expired"]
    assert server.accepted == []


def test_a_test_mail_goes_out_beside_the_ledger(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        edition(press)
        outcome = send_test(press, "weekly", "editor@gazette.example")
        assert outcome.kind == "accepted"
        assert rows(press) == []
    assert server.recipients == ["editor@gazette.example"]


def test_a_stop_leaves_nothing_in_hand(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 10)
        edition(press)
        deliver(press, limit=1)
        room.stops = True
        deliver_due(press)
        assert all(row.claimant is None for row in rows(press))
        assert states(press) == {"accepted": 1, "queued": 9}


def test_two_deliveries_at_once_share_the_work(store_url: str, tmp_path: Path) -> None:
    slow = smtpd.at("dot", smtpd.Wait(0.01))
    with smtpd.running(slow) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press, room.press() as other:
            readers(press, 200)
            edition(press)
            deliver(press, limit=1)
            reports = []
            both = [
                threading.Thread(target=lambda p=each: reports.append(deliver_due(p)))
                for each in (press, other)
            ]
            for each in both:
                each.start()
            for each in both:
                each.join()
            assert states(press) == {"accepted": 200}
            assert mailing(press).state == "done"
        assert len(set(server.message_ids)) == len(server.accepted) == 200
        assert sum(report.summary()["accepted"] for report in reports) == 199
        assert all(report.summary()["accepted"] for report in reports)


def test_an_article_withdrawn_meanwhile_pauses_the_edition(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 5)
        edition(press, "1", "2")
        deliver(press, limit=1)
        with press.store.write() as connection:
            connection.execute(articles.update().where(articles.c.key == "2").values(hidden=True))
        report = deliver_due(press)
        assert report.editions[0].state == "paused"
        assert report.editions[0].reason == "withdrawn meanwhile: cms/2"
    assert len(server.accepted) == 1


def test_nobody_is_lost_or_mailed_twice_when_the_clock_jumps(
    store_url: str, tmp_path: Path
) -> None:
    with smtpd.running(smtpd.greylisting()) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            readers(press, 20)
            edition(press)
            for hours in (0, -3, 0, 1, -1, 2, 2):
                room.later(hours=hours)
                deliver_due(press)
            assert states(press) == {"accepted": 20}
        assert len(set(server.message_ids)) == len(server.accepted) == 20
