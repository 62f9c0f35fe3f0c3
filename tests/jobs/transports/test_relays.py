"""Where one server can't be used the next one is, and the first is asked again in time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from syndicate.config.mail import Server
from syndicate.jobs import loop
from syndicate.jobs.transports.relays import RelayTransport
from syndicate.model.errors import StoreError, TransportError
from tests.support.hub import closed_port
from tests.support.outgoing import QUICK, Log, at_server, deliver, relay, several
from tests.support.smtpd import Drop, Say, at, running


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def through(servers: Sequence[Server], clock: Clock | None = None) -> RelayTransport:
    return RelayTransport(servers, patience=QUICK, clock=clock or Clock())


def test_the_first_server_is_used_while_it_can_be() -> None:
    with running() as first, running() as second:
        servers = [at_server(first), relay("second", second.port)]
        deliver(through(servers), several(3))
    assert (len(first.accepted), second.connections) == (3, 0)


@pytest.mark.parametrize("act", [Drop(), Say("421 4.3.2 Down"), Say("554 5.7.1 Not you")])
def test_where_the_first_can_not_be_used_the_next_is(act) -> None:
    with running(at("banner", act)) as first, running() as second:
        servers = [at_server(first), relay("second", second.port)]
        log = deliver(through(servers), several(3))
    assert set(log.kinds.values()) == {"accepted"}
    assert len(second.accepted) == 3
    assert log.outcomes[1].relay == f"127.0.0.1:{second.port}"


def test_a_server_that_is_down_is_left_alone_for_a_while() -> None:
    clock = Clock()
    with running(at("banner", Drop())) as first, running() as second:
        transport = through([at_server(first), relay("second", second.port)], clock)
        deliver(transport, several(1))
        deliver(transport, several(1))
        assert first.connections == 1
        clock.now += 30
        first.orders.clear()
        deliver(transport, several(1))
    assert first.connections == 2
    assert (len(first.accepted), len(second.accepted)) == (1, 2)


def test_a_server_that_stays_down_is_asked_ever_more_seldom() -> None:
    clock, asked = Clock(), []
    with running(at("banner", Drop())) as first, running() as second:
        transport = through([at_server(first), relay("second", second.port)], clock)
        for minute in range(0, 3600, 30):
            clock.now = 1000.0 + minute
            before = first.connections
            deliver(transport, several(1))
            if first.connections > before:
                asked.append(minute)
    assert asked == [0, 30, 90, 210, 450, 930, 1830, 2730]


def test_a_server_that_takes_no_mail_counts_as_down() -> None:
    clock = Clock()
    with running(at("mail", Drop())) as first, running() as second:
        transport = through([at_server(first), relay("second", second.port)], clock)
        assert deliver(transport, several(1)).kinds == {1: "unsent"}
        assert deliver(transport, several(1)).kinds == {1: "accepted"}
    assert len(second.accepted) == 1


def test_a_server_that_has_taken_mail_is_not_left_alone() -> None:
    with running(at("mail", Drop(), mails=2)) as first, running() as second:
        transport = through([at_server(first), relay("second", second.port)])
        deliver(transport, several(3))
        deliver(transport, several(2))
    assert (first.connections, second.connections) == (2, 0)


def test_one_that_refuses_the_sender_is_left_alone_though_it_has_taken_mail() -> None:
    with running(at("mail", Say("550 5.4.5 Daily limit"), mails=2)) as first, running() as second:
        transport = through([at_server(first), relay("second", second.port)])
        deliver(transport, several(3))
        deliver(transport, several(2))
    assert (len(first.accepted), len(second.accepted)) == (2, 2)


def test_a_server_that_loses_what_is_sent_ahead_is_sent_nothing_ahead_any_more() -> None:
    with running(deaf=True) as server:
        transport = RelayTransport([at_server(server)], patience=replace(QUICK, mail=1.0))
        assert deliver(transport, several(3)).kinds == {1: "accepted", 2: "unsent", 3: "unsent"}
        assert set(deliver(transport, several(3)).kinds.values()) == {"accepted"}


def test_a_server_that_does_not_know_the_pieces_it_offers_gets_none_any_more() -> None:
    with running(chunkless=True) as first, running() as second:
        transport = through([at_server(first), relay("second", second.port)])
        assert set(deliver(transport, several(3)).kinds.values()) == {"unsent"}
        assert set(deliver(transport, several(3)).kinds.values()) == {"accepted"}
    assert (len(first.accepted), second.connections) == (3, 0)


def test_what_ends_here_is_not_held_against_a_server() -> None:
    class Broken(Log):
        def sending(self, mail) -> None:
            raise StoreError("store", "the disk is full")

    with running() as first, running() as second:
        transport = through([at_server(first), relay("second", second.port)])
        with pytest.raises(StoreError):
            deliver(transport, several(1), log=Broken())
        deliver(transport, several(1))
    assert (len(first.accepted), second.connections) == (1, 0)


def test_where_all_are_down_each_is_tried_and_named() -> None:
    one, two = closed_port(), closed_port()
    transport = through([relay("one", one), relay("two", two, host="nowhere.invalid")])
    with pytest.raises(TransportError) as raised:
        loop.run(transport.session())
    said = str(raised.value)
    assert f"127.0.0.1:{one} (connect: connection refused)" in said
    assert f"nowhere.invalid:{two} (connect: no such host)" in said


@pytest.mark.parametrize("stage", ["banner", "hello"])
@pytest.mark.parametrize(
    ("said", "way_out"),
    [
        ("421 4.3.2 Too busy", "it wants to be left alone for now: what waits goes out later"),
        ("554 5.7.1 Not from there", "it wants no mail from this machine: its log says why"),
    ],
)
def test_a_server_that_turns_us_away_is_known_to_be_one(
    stage: str, said: str, way_out: str
) -> None:
    with (
        running(at(stage, Say(said))) as server,
        pytest.raises(TransportError, match=re.escape(f"hello: {said}; {way_out}")),
    ):
        deliver(through([at_server(server)]), several(1))


def test_the_only_server_is_asked_every_time() -> None:
    with running(at("banner", Drop(), times=(1,))) as server:
        transport = through([at_server(server)])
        with pytest.raises(TransportError, match="hello: the server closed the connection"):
            deliver(transport, several(1))
        assert deliver(transport, several(1)).kinds == {1: "accepted"}


def test_failing_over_is_told_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with running() as second:
        servers = [relay("one", closed_port()), relay("second", second.port)]
        deliver(through(servers), several(1))
    assert "connection refused; left alone for 30 seconds" in caplog.text
