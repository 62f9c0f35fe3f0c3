"""What servers say, and what becomes of the mails, the addresses and the domains."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from syndicate.jobs.delivery import control
from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.delivery.standing import status
from syndicate.store import domains, history, runs, subscribers, suppressions
from tests.support import smtpd
from tests.support.hub import closed_port
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
from tests.support.smtpd import Order, Smtpd

IDA, TOM = "ida@quayside.example", "tom@quayside.example"
Told = Callable[..., tuple[Newsroom, Smtpd]]


@pytest.fixture
def store_url() -> str:
    """What is decided here is the same on either database: see test_databases.py."""
    return "sqlite:///data/store.db"


@pytest.fixture
def told(store_url: str, tmp_path: Path) -> Iterator[Told]:
    """A newsroom whose mail server was told what to do."""
    with ExitStack() as stack:

        def make(*orders: Order, **settings) -> tuple[Newsroom, Smtpd]:
            server = stack.enter_context(smtpd.running(*orders))
            return newsroom(tmp_path, store_url, server.port, **settings), server

        yield make


def row_of(press, address: str):
    with press.store.read() as connection:
        person = subscribers.by_canonical(connection, address)
    return next(row for row in rows(press) if person and row.subscriber_id == person.id)


def test_a_greylisted_mail_comes_again_and_is_taken(told: Told) -> None:
    room, server = told(smtpd.greylisting())
    with room.press() as press:
        readers(press, 3)
        edition(press)
        deliver_due(press)
        assert states(press) == {"deferred": 3}
        deliver_due(press)
        assert server.accepted == []
        room.later(minutes=6)
        deliver_due(press)
        assert states(press) == {"accepted": 3}
        assert {row.attempts for row in rows(press)} == {2}
        assert mailing(press).state == "done"


def test_a_mail_is_the_same_at_each_attempt(told: Told) -> None:
    room, server = told(smtpd.at("recorded", smtpd.Drop(), recipient=IDA, times=[1]))
    with room.press() as press:
        readers(press, [IDA])
        edition(press)
        deliver_due(press)
        room.later(minutes=6)
        deliver_due(press)
    first, second = server.accepted
    assert first.message_id == second.message_id
    assert first.data == second.data


def test_an_address_that_does_not_exist_is_suppressed_at_once(told: Told) -> None:
    room, _ = told(smtpd.refusing(TOM, "550 5.1.1 No such user"))
    with room.press() as press:
        readers(press, [IDA, TOM])
        edition(press)
        report = deliver_due(press)
        assert report.summary() == {
            "accepted": 1,
            "deferred": 0,
            "failed": 1,
            "in_doubt": 0,
            "left_out": 0,
        }
        assert row_of(press, TOM).reason == "550 5.1.1 No such user"
        with press.store.read() as connection:
            person = subscribers.by_canonical(connection, TOM)
            assert person is not None
            held = suppressions.of(connection, person.fingerprint)
            kinds = [event.kind for event in history.of(connection, person.id)]
        assert [(each.newsletter, each.reason, each.detail) for each in held] == [
            ("", "bounced", "5.1.1")
        ]
        assert sorted(kinds) == ["bounced", "suppressed"]
        assert mailing(press).state == "done"


def test_a_full_mailbox_counts_but_is_not_given_up(told: Told) -> None:
    room, _ = told(smtpd.refusing(TOM, "552 5.2.2 Mailbox full"))
    with room.press() as press:
        readers(press, [TOM])
        edition(press)
        deliver_due(press)
        with press.store.read() as connection:
            person = subscribers.by_canonical(connection, TOM)
            assert person is not None
            assert suppressions.of(connection, person.fingerprint) == []


@pytest.mark.usefixtures("attentive")
def test_our_own_fault_holds_the_domain_and_nobody_else(told: Told) -> None:
    refusing = smtpd.at("rcpt", smtpd.Say("550 5.7.1 Rejected by policy"), recipient=TOM)
    room, server = told(refusing, connections=1)
    crowd = [f"r{number}@quayside.example" for number in range(30)]
    with room.press() as press:
        readers(press, [TOM, *crowd, "nell@elsewhere.example"])
        edition(press)
        report = deliver_due(press)
        assert "nell@elsewhere.example" in server.recipients
        (held,) = report.held
        assert (held.domain, held.reason) == ("quayside.example", "550 5.7.1 Rejected by policy")
        # Those that were on the connection already went out; all others wait.
        assert len(server.accepted) < 10
        assert mailing(press).state == "sending"
        with press.store.read() as connection:
            person = subscribers.by_canonical(connection, TOM)
            assert person is not None
            assert suppressions.of(connection, person.fingerprint) == []


def test_a_held_domains_mails_wait_until_their_time_is_up(told: Told) -> None:
    """Two days from its first attempt for the one that was refused, three from the edition's
    hour for those that never were on the wire."""
    refusing = smtpd.at("rcpt", smtpd.Say("550 5.7.1 Rejected by policy"), recipient=TOM)
    room, server = told(refusing, connections=1)
    with room.press() as press:
        readers(press, [TOM])
        readers(press, [IDA, "eve@quayside.example"], hour=3)
        edition(press)
        deliver_due(press)
        room.later(days=2, minutes=-1)
        deliver_due(press)
        assert states(press) == {"deferred": 1, "queued": 2}
        room.later(minutes=2)
        deliver_due(press)
        assert row_of(press, TOM).reason.startswith("given up after 48 hours")
        assert states(press) == {"failed": 1, "queued": 2}
        room.later(days=1, hours=2)
        deliver_due(press)
        assert states(press) == {"failed": 1, "excluded": 2}
        assert row_of(press, IDA).reason == "expired before it could be sent"
    assert server.accepted == []


NO_ACCOUNT = "530 5.7.0 Authentication required"


@pytest.mark.parametrize("connections", [1, 3])
def test_a_refusal_before_any_recipient_pauses_the_edition(told: Told, connections: int) -> None:
    room, server = told(smtpd.at("mail", smtpd.Say(NO_ACCOUNT)), connections=connections)
    with room.press() as press:
        readers(press, 60)
        edition(press)
        report = deliver_due(press)
        assert report.summary() == {
            "accepted": 0,
            "deferred": 0,
            "failed": 0,
            "in_doubt": 0,
            "left_out": 0,
        }
        assert [each.edition for each in report.stopped] == [EDITION]
        relay = f"127.0.0.1:{server.port}"
        assert mailing(press).state == "paused"
        assert mailing(press).reason == (
            f"refused before any recipient was named: {relay} says {NO_ACCOUNT}"
        )
        # No attempt of anybody's, and no word on any domain.
        assert {(row.state, row.attempts, row.claimant) for row in rows(press)} == {
            ("queued", 0, None)
        }
        with press.store.read() as connection:
            assert domains.resting(connection, now=press.clock()) == []
    assert server.connections <= 2 * connections
    assert server.faults == []


def test_a_refused_edition_goes_on_when_it_is_resumed(told: Told) -> None:
    room, server = told(smtpd.at("mail", smtpd.Say(NO_ACCOUNT)))
    with room.press() as press:
        readers(press, 20)
        edition(press)
        deliver_due(press)
        asked = server.connections
        assert [each.edition for each in deliver_due(press).stopped] == [EDITION]
        assert server.connections == asked
        server.orders.clear()
        control.resume(press, EDITION)
        deliver_due(press)
        assert states(press) == {"accepted": 20}
        assert mailing(press).state == "done"


def test_a_limit_for_the_day_pauses_the_edition_where_it_stands(told: Told) -> None:
    limit = smtpd.Say("550 5.4.5 Daily user sending limit exceeded")
    room, server = told()
    server.orders.append(
        lambda moment: limit if moment.stage == "mail" and len(server.accepted) >= 7 else None
    )
    with room.press() as press:
        readers(press, 20)
        edition(press)
        deliver_due(press)
        accepted = len(server.accepted)
        assert states(press) == {"accepted": accepted, "queued": 20 - accepted}
        assert accepted < 12
        assert mailing(press).state == "paused"
        server.orders.clear()
        control.resume(press, EDITION)
        deliver_due(press)
        assert states(press) == {"accepted": 20}
    assert len(set(server.message_ids)) == len(server.message_ids) == 20


def second(port: int) -> str:
    return (
        f'\n[[mail.relays]]\nname = "second"\nhost = "127.0.0.1"\nport = {port}\n'
        'security = "none"\n'
    )


def test_a_server_that_refuses_us_is_passed_over_for_one_that_does_not(told: Told) -> None:
    with smtpd.running() as other:
        room, server = told(smtpd.at("mail", smtpd.Say(NO_ACCOUNT)), more=second(other.port))
        with room.press() as press:
            readers(press, 60)
            edition(press)
            deliver_due(press)
            assert states(press) == {"accepted": 60}
            assert {row.attempts for row in rows(press)} == {1}
            assert mailing(press).state == "done"
    assert (len(server.accepted), len(other.accepted)) == (0, 60)


def test_where_each_server_refuses_us_the_edition_pauses(told: Told) -> None:
    with smtpd.running(smtpd.at("mail", smtpd.Say("550 5.7.1 Not this sender"))) as other:
        room, server = told(smtpd.at("mail", smtpd.Say(NO_ACCOUNT)), more=second(other.port))
        with room.press() as press:
            readers(press, 60)
            edition(press)
            deliver_due(press)
            assert mailing(press).state == "paused"
            reason = mailing(press).reason
            assert states(press) == {"queued": 60}
    assert f"127.0.0.1:{server.port} says {NO_ACCOUNT}" in reason
    assert f"127.0.0.1:{other.port} says 550 5.7.1 Not this sender" in reason


def test_a_mail_that_no_server_can_have_pauses_the_edition(told: Told) -> None:
    room, server = told()
    server.offers = ("PIPELINING", "8BITMIME", "SIZE 2000")
    with room.press() as press:
        readers(press, 20)
        edition(press)
        deliver_due(press)
        assert mailing(press).state == "paused"
        assert "552 5.3.4" in mailing(press).reason
        assert states(press) == {"queued": 20}


@pytest.mark.usefixtures("attentive")
def test_a_released_domain_is_mailed_again(told: Told) -> None:
    room, server = told(
        smtpd.at("rcpt", smtpd.Say("550 5.7.1 Rejected by policy"), recipient=TOM, times=[1]),
        connections=1,
    )
    with room.press() as press:
        readers(press, [TOM, *(f"r{number}@quayside.example" for number in range(30))])
        edition(press)
        deliver_due(press)
        released = control.release_domain(press, "quayside.example")
        assert (released.freed > 20, released.later) == (True, 0)
        deliver_due(press)
        assert states(press) == {"accepted": 31}
    assert len(server.accepted) == 31


@pytest.mark.usefixtures("attentive")
def test_a_domain_that_wants_less_gets_a_rest(told: Told) -> None:
    room, server = told(
        smtpd.at("rcpt", smtpd.Say("450 4.7.28 Too fast"), recipient=TOM, times=[1]),
        connections=1,
    )
    with room.press() as press:
        readers(press, [TOM, *(f"r{number}@quayside.example" for number in range(30))])
        edition(press)
        deliver_due(press)
        before = len(server.accepted)
        assert before < 10
        with press.store.read() as connection:
            known = domains.known(connection, ["quayside.example"])["quayside.example"]
        assert (known.connections, known.pause, known.failures) == (2, 1.0, 1)
        assert known.until == room.now.replace(minute=1)
        deliver_due(press)
        assert len(server.accepted) == before


def test_a_connection_lost_after_the_dot_leaves_one_mail_in_doubt(told: Told) -> None:
    room, _ = told(smtpd.at("dot", smtpd.Drop(), recipient=TOM, times=[1]))
    with room.press() as press:
        readers(press, [IDA, TOM])
        edition(press)
        deliver_due(press)
        assert row_of(press, TOM).state == "in doubt"
        assert row_of(press, IDA).state == "accepted"
        assert mailing(press).state == "sending"
        room.later(minutes=6)
        deliver_due(press)
        assert states(press) == {"accepted": 2}
        assert mailing(press).state == "done"


def test_with_hold_a_mail_in_doubt_is_not_sent_again(told: Told) -> None:
    lost = smtpd.at("recorded", smtpd.Drop(), recipient=TOM)
    room, server = told(lost, mail='in_doubt = "hold"')
    with room.press() as press:
        readers(press, [IDA, TOM])
        edition(press)
        deliver_due(press)
        room.later(hours=1)
        deliver_due(press)
        assert states(press) == {"accepted": 1, "in doubt": 1}
        assert (mailing(press).state, mailing(press).reason) == ("done", "1 in doubt")
    assert sorted(server.recipients) == [IDA, TOM]


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data"])
def test_a_connection_lost_before_the_dot_costs_no_attempt(told: Told, stage: str) -> None:
    room, server = told(smtpd.at(stage, smtpd.Drop(), times=[1]), connections=1)
    with room.press() as press:
        readers(press, [IDA, TOM])
        edition(press)
        deliver_due(press)
        assert states(press) == {"accepted": 2}
        assert {row.attempts for row in rows(press)} == {1}
    assert sorted(server.recipients) == [IDA, TOM]


def test_a_mail_that_breaks_every_connection_holds_up_no_other(told: Told) -> None:
    room, server = told(smtpd.at("rcpt", smtpd.Drop(), recipient=TOM), connections=1)
    with room.press() as press:
        readers(press, [TOM, *(f"r{number}@d{number}.example" for number in range(12))])
        edition(press)
        deliver_due(press)
        assert row_of(press, TOM).state == "deferred"
        assert len(server.accepted) >= 10


def test_after_the_time_for_retries_a_mail_is_given_up(told: Told) -> None:
    room, _ = told(smtpd.at("rcpt", smtpd.Say("450 4.2.0 Busy")), mail='retry_for = "2h"')
    with room.press() as press:
        readers(press, [IDA])
        edition(press)
        for _ in range(8):
            deliver_due(press)
            room.later(minutes=30)
        (row,) = rows(press)
        assert row.state == "failed"
        assert row.reason.startswith("given up after 2 hours: 450 4.2.0 Busy")
        assert mailing(press).state == "done"


def test_a_server_that_is_away_for_an_hour_loses_nobody(store_url: str, tmp_path: Path) -> None:
    port = closed_port()
    room = newsroom(tmp_path, store_url, port)
    with room.press() as press:
        everybody = readers(press, 10)
        edition(press)
        for _ in range(4):
            report = deliver_due(press)
            assert f"127.0.0.1:{port}" in report.errors[0]
            assert states(press) == {"queued": 10}
            assert {row.attempts for row in rows(press)} == {0}
            room.later(minutes=15)
        with press.store.read() as connection:
            assert runs.latest(connection)["delivery"].outcome == "failed"
        with smtpd.running(port=port) as server:
            deliver_due(press)
            assert sorted(server.recipients) == sorted(everybody)
        assert mailing(press).state == "done"


def test_a_server_that_takes_one_connection_is_used_with_one(told: Told) -> None:
    def single(moment):
        return (
            smtpd.Say("421 4.7.0 Too many")
            if moment.stage == "banner" and moment.connection > 1
            else None
        )

    room, _ = told(single, connections=4)
    with room.press() as press:
        readers(press, 20)
        edition(press)
        report = deliver_due(press)
        assert report.errors == ()
        assert states(press) == {"accepted": 20}


def test_a_connection_too_many_that_is_refused_once_all_is_sent_is_no_error(told: Told) -> None:
    def single(moment):
        if moment.stage == "banner" and moment.connection > 1:
            while "QUIT" not in server.commands and not server.ended.wait(0.01):
                pass
            return smtpd.Say("421 4.7.0 Too many")
        return None

    room, server = told(single, connections=2)
    with room.press() as press:
        readers(press, 3)
        edition(press)
        report = deliver_due(press)
        assert report.errors == ()
        assert states(press) == {"accepted": 3}


@pytest.mark.parametrize(
    ("hello", "said"),
    [
        (b"250-odd.example\r\n250 PIPELINING\r\n250 Again\r\n", "than it was asked: 250 Again"),
        (b"250 odd.example\r\n421 Too busy\r\n", "than it was asked: 421 Too busy"),
        (b"250 odd.example\r\n250-", "than it was asked"),
    ],
)
def test_a_server_that_can_not_be_used_after_its_greeting_is_not_asked_for_ever(
    store_url: str, tmp_path: Path, hello: bytes, said: str
) -> None:
    greeted = 0

    class Greeting(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            nonlocal greeted
            greeted += 1
            self.wfile.write(b"220 odd.example\r\n")
            self.rfile.readline()
            self.wfile.write(hello)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Greeting) as server:
        serving = threading.Thread(target=server.serve_forever, args=(0.05,))
        serving.start()
        room = newsroom(tmp_path, store_url, server.server_address[1], connections=2)
        with room.press() as press:
            readers(press, 4)
            edition(press)
            report = deliver_due(press)
            assert states(press).keys() <= {"queued", "deferred"}
        server.shutdown()
        serving.join()
    assert said in report.errors[0]
    assert greeted < 40


def test_an_international_address_fails_alone_where_the_server_knows_none(
    store_url: str, tmp_path: Path
) -> None:
    with smtpd.running(offers=("PIPELINING", "8BITMIME")) as server:
        room = newsroom(tmp_path, store_url, server.port)
        with room.press() as press:
            readers(press, [IDA, "渡船@quayside.example"])
            edition(press)
            deliver_due(press)
            assert states(press) == {"accepted": 1, "failed": 1}
        assert server.recipients == [IDA]


def test_no_more_connections_go_to_a_domain_than_it_may_have(told: Told) -> None:
    busy: dict[str, set[int]] = {}
    most = 0

    def watching(moment):
        nonlocal most
        if moment.stage == "dot":
            domain = moment.recipient.rpartition("@")[2]
            busy.setdefault(domain, set()).add(moment.connection)
            most = max(most, len(busy[domain]))
        if moment.stage == "answered":
            busy.get(moment.recipient.rpartition("@")[2], set()).discard(moment.connection)
        return smtpd.Wait(0.02) if moment.stage == "recorded" else None

    room, _ = told(watching, connections=4, mail="per_domain = 2")
    with room.press() as press:
        readers(press, [f"r{number}@quayside.example" for number in range(30)])
        edition(press)
        deliver_due(press)
        assert states(press) == {"accepted": 30}
    assert most <= 2


def test_a_new_sender_warms_up(told: Told) -> None:
    room, server = told(mail="warm_up = 4")
    with room.press() as press:
        readers(press, [f"r{number}@quayside.example" for number in range(9)])
        edition(press)
        deliver_due(press)
        deliver_due(press)
        assert len(server.accepted) == 4
        room.later(days=1)
        deliver_due(press)
        assert len(server.accepted) == 9
        assert mailing(press).state == "done"
        with press.store.read() as connection:
            known = domains.known(connection, ["quayside.example"])["quayside.example"]
        assert (known.day, known.accepted, known.days) == ("2026-01-27", 5, 1)


def test_what_is_held_shows_in_the_status(told: Told) -> None:
    room, _ = told(smtpd.at("rcpt", smtpd.Say("550 5.7.1 Rejected by policy")), connections=1)
    with room.press() as press:
        readers(press, [TOM, IDA])
        edition(press)
        deliver_due(press)
        standing = status(press, EDITION)
        assert [each.domain for each in standing.domains] == ["quayside.example"]
        assert standing.counts.keys() <= {"deferred", "queued"}
