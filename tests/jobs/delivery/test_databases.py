"""Everything that can become of a mail at once, on both databases."""

from __future__ import annotations

from pathlib import Path

from syndicate.jobs.delivery import control
from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.delivery.standing import status
from syndicate.store import subscribers, suppressions
from tests.support import smtpd
from tests.support.mailing import EDITION, edition, mailing, newsroom, readers, rows, states

FINE, GONE, LATER, LOST, HELD = (
    f"{name}@{name}.example" for name in ("fine", "gone", "later", "lost", "held")
)
ORDERS = (
    smtpd.refusing(GONE, "550 5.1.1 No such user"),
    smtpd.at("rcpt", smtpd.Say("450 4.2.0 Greylisted"), recipient=LATER, times=[1]),
    smtpd.at("recorded", smtpd.Drop(), recipient=LOST, times=[1]),
    smtpd.at("rcpt", smtpd.Say("550 5.7.1 Policy"), recipient=HELD, times=[1]),
)


def test_each_kind_of_reply_ends_as_it_should(store_url: str, tmp_path: Path) -> None:
    with smtpd.running(*ORDERS) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            named = {
                address: number
                for number, address in enumerate(readers(press, [FINE, GONE, LATER, LOST, HELD]), 1)
            }
            edition(press)
            deliver_due(press)
            found = {row.subscriber_id: row.state for row in rows(press)}
            assert {address: found[number] for address, number in named.items()} == {
                FINE: "accepted",
                GONE: "failed",
                LATER: "deferred",
                LOST: "in doubt",
                HELD: "deferred",
            }
            with press.store.read() as connection:
                person = subscribers.by_canonical(connection, GONE)
                assert person is not None
                assert suppressions.of(connection, person.fingerprint)[0].reason == "bounced"
            control.release_domain(press, "held.example")
            room.later(minutes=7)
            deliver_due(press)
            assert states(press) == {"accepted": 4, "failed": 1}
            assert mailing(press).state == "done"
            standing = status(press, EDITION)
            assert standing.reasons == [("failed", "550 5.1.1 No such user", 1)]
        assert sorted(server.recipients) == sorted([FINE, LATER, LOST, LOST, HELD])
        assert server.faults == []


def test_a_thousand_go_out_in_batches(store_url: str, tmp_path: Path) -> None:
    with smtpd.running(keep=False) as server:
        room = newsroom(tmp_path, store_url, server.port, connections=4, mail="per_domain = 100")
        with room.press() as press:
            readers(press, 1000)
            edition(press)
            deliver_due(press)
            assert states(press) == {"accepted": 1000}
            assert {(row.attempts, row.claimant) for row in rows(press)} == {(1, None)}
        assert len(set(server.message_ids)) == len(server.accepted) == 1000
