"""Mail goes out in few words, and each server gets only what it understands."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.jobs import loop
from syndicate.jobs.transports import send_one
from syndicate.model.delivery import Outgoing
from syndicate.model.errors import StoreError, TransportError
from tests.support.outgoing import Log, deliver, outgoing, several, transport
from tests.support.smtpd import OFFERS, Lines, Say, Smtpd, Wait, at, greylisting, refusing, running

PLAIN = ("8BITMIME",)
LATER = "The ferry sails again.\r\n" * 40


@contextmanager
def answering(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server for one connection, which ``answer`` speaks on; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=lambda: answer(listening.accept()[0]), daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(5)


def without(*words: str) -> tuple[str, ...]:
    return tuple(offer for offer in OFFERS if offer.split()[0] not in words)


@pytest.mark.parametrize(
    "offers",
    [OFFERS, without("CHUNKING"), without("PIPELINING"), (), PLAIN, ("CHUNKING",)],
)
def test_every_mail_is_accepted_once_and_in_order(offers: tuple[str, ...]) -> None:
    with running(offers=offers) as server:
        log = deliver(transport(server), several(20))
    assert server.message_ids == [f"<{number}@gazette.example>" for number in range(1, 21)]
    assert set(log.kinds.values()) == {"accepted"}
    assert log.begun == list(range(1, 21))
    assert (server.connections, server.faults) == (1, [])


@pytest.mark.parametrize(("offers", "last"), [(OFFERS, ""), (without("CHUNKING"), "DATA\r\n")])
def test_with_pipelining_a_mail_costs_one_round_trip(offers: tuple[str, ...], last: str) -> None:
    writes = []
    with running(offers=offers) as server:

        async def run() -> None:
            session = await transport(server).session()
            write = session._wire.write
            session._wire.write = lambda parts: (writes.append(b"".join(parts)), write(parts))  # type: ignore
            await session.deliver(iter(several(10)), Log())
            await session.close()

        loop.run(run())
    # The first envelope, with the first octet, ten bodies that carry the next along, and QUIT.
    assert len(writes) == 12
    assert writes[1].endswith(f"RCPT TO:<reader2@tide.example>\r\n{last}".encode())
    assert server.faults == []


def test_the_answer_is_kept_word_for_word() -> None:
    with running() as server:
        log = deliver(transport(server), several(1))
    reply = log.outcomes[1].reply
    assert (reply.code, reply.enhanced, reply.text) == (250, "2.0.0", "Ok: queued")
    assert log.outcomes[1].relay == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize(
    ("stage", "offers"),
    [
        *((stage, offers) for stage in ("rcpt", "dot") for offers in (OFFERS, PLAIN)),
        *((stage, without("CHUNKING")) for stage in ("rcpt", "data", "dot")),
        *((stage, without("CHUNKING", "PIPELINING")) for stage in ("rcpt", "data", "dot")),
    ],
)
def test_a_refusal_is_that_mails_own(stage: str, offers: tuple[str, ...]) -> None:
    refused = refusing("reader2@tide.example", "550 5.7.1 Not that one", stage=stage)
    with running(refused, offers=offers) as server:
        log = deliver(transport(server), several(4))
    assert log.kinds == {1: "accepted", 2: "refused", 3: "accepted", 4: "accepted"}
    outcome = log.outcomes[2]
    assert (outcome.stage, outcome.reply.code, outcome.reply.enhanced) == (stage, 550, "5.7.1")
    assert (len(server.accepted), server.connections, server.faults) == (3, 1, [])


@pytest.mark.parametrize("offers", [OFFERS, without("PIPELINING")])
def test_a_server_that_can_not_take_a_sender_for_now_is_asked_on(offers: tuple[str, ...]) -> None:
    with running(at("mail", Say("451 4.3.0 Not now"), times=(2,)), offers=offers) as server:
        log = deliver(transport(server), several(4))
    assert log.kinds == {1: "accepted", 2: "refused", 3: "accepted", 4: "accepted"}
    assert (len(server.accepted), server.connections, server.faults) == (3, 1, [])


@pytest.mark.parametrize("offers", [OFFERS, without("PIPELINING")])
def test_a_server_that_refuses_the_sender_is_asked_no_more(offers: tuple[str, ...]) -> None:
    with running(at("mail", Say("550 5.7.1 Not you"), times=(2,)), offers=offers) as server:
        log = deliver(transport(server), several(4))
    assert log.kinds == {1: "accepted", 2: "refused", 3: "unsent"}
    assert (log.outcomes[2].stage, log.outcomes[2].reply.code) == ("mail", 550)
    assert (len(server.accepted), server.connections, server.faults) == (1, 1, [])


def test_all_recipients_may_be_refused() -> None:
    with running(at("rcpt", Say("450 4.2.0 Later"))) as server:
        log = deliver(transport(server), several(5))
    assert log.ended == [("refused", "rcpt")] * 5
    assert server.faults == []


def test_a_server_that_wants_a_body_for_nobody_gets_an_empty_one() -> None:
    """RFC 2920, 3.1: 354 although the only recipient was refused."""
    heard = []

    def answer(wire: socket.socket) -> None:
        file = wire.makefile("rwb")

        def say(text: str) -> None:
            file.write(f"{text}\r\n".encode())
            file.flush()

        say("220 odd.example")
        while line := file.readline():
            heard.append(line.decode().strip())
            verb = heard[-1].split()[0].upper()
            if verb == "EHLO":
                say("250-odd.example\r\n250 PIPELINING")
            elif verb == "RCPT":
                say("550 5.1.1 No" if "reader1" in heard[-1] else "250 Ok")
            elif verb == "DATA":
                say("354 Go on")
                while (line := file.readline()) != b".\r\n":
                    heard.append(line.decode().strip())
                say("250 Ok")
            elif verb == "QUIT":
                say("221 Bye")
                break
            else:
                say("250 Ok")
        file.close()
        wire.close()

    with answering(answer) as port:
        log = deliver(transport(Smtpd(port=port)), several(2))
    assert log.kinds == {1: "refused", 2: "accepted"}
    bodies = [line for line in heard if line.startswith("Message-ID")]
    assert bodies == ["Message-ID: <2@gazette.example>"]


def test_replies_may_have_many_lines() -> None:
    with running(*(at(stage, Lines(200)) for stage in ("hello", "rcpt", "recorded"))) as server:
        log = deliver(transport(server), several(3))
    assert set(log.kinds.values()) == {"accepted"}
    assert len(log.outcomes[1].reply.text) <= 500


def test_a_server_may_take_its_time() -> None:
    slow = [at(stage, Wait(0.05), times=(1,)) for stage in ("banner", "data", "dot", "recorded")]
    with running(*slow, offers=without("CHUNKING")) as server:
        log = deliver(transport(server), several(3))
    assert set(log.kinds.values()) == {"accepted"}


def test_a_greylisted_mail_goes_through_the_second_time() -> None:
    with running(greylisting()) as server:
        first = deliver(transport(server), several(3))
        second = deliver(transport(server), several(3))
    assert first.ended == [("refused", "rcpt")] * 3
    assert set(second.kinds.values()) == {"accepted"}
    assert len(server.accepted) == 3


BODIES = st.lists(st.sampled_from(["", ".", "..", ".dot", "text.", "\t.", "a" * 990]), max_size=8)


@pytest.mark.parametrize("offers", [OFFERS, without("CHUNKING"), ()])
def test_what_arrives_is_what_was_sent(offers: tuple[str, ...]) -> None:
    with running(offers=offers) as server:

        @given(BODIES)
        def arrives(body: list[str]) -> None:
            server.accepted.clear()
            mail = outgoing(1, body="".join(f"{line}\r\n" for line in body))
            deliver(transport(server), [mail, outgoing(2)])
            assert [taken.data for taken in server.accepted] == [mail.data, outgoing(2).data]
            assert server.faults == []

        arrives()


@pytest.mark.parametrize(
    ("offers", "verbs"),
    [(OFFERS, ["BDAT", "BDAT", "BDAT"]), (without("CHUNKING"), ["DATA", "DATA"])],
)
def test_a_body_goes_out_in_one_piece_where_the_server_takes_pieces(
    offers: tuple[str, ...], verbs: list[str]
) -> None:
    """But for a connection's first octet."""
    with running(offers=offers) as server:
        deliver(transport(server), [outgoing(1, body=".dot\r\n"), outgoing(2)])
    found = [command.split()[0] for command in server.commands]
    assert [each for each in found if each in ("BDAT", "DATA")] == verbs


CHUNKING = pytest.mark.parametrize("offers", [OFFERS, without("PIPELINING")])


@CHUNKING
def test_of_a_mail_in_pieces_that_a_server_does_not_know_it_reads_no_command(
    offers: tuple[str, ...],
) -> None:
    """An article can't speak to it, whatever its lines say."""
    said = "RSET\r\nMAIL FROM:<a@evil.example>\r\nRCPT TO:<b@tide.example>\r\nDATA\r\nHi\r\n.\r\n"
    with running(offers=offers, chunkless=True) as server:
        log = deliver(transport(server), several(3, body=said))
    assert {outcome.kind for outcome in log.outcomes.values()} == {"unsent"}
    assert log.outcomes[1].reply.code == 502
    assert [command.split()[0] for command in server.commands] == ["EHLO", "MAIL", "RCPT", "BDAT"]
    assert log.begun == server.accepted == server.faults == []


@CHUNKING
def test_a_server_that_answers_a_piece_twice_gets_dots_from_then_on(
    offers: tuple[str, ...],
) -> None:
    with running(offers=offers, echo=0) as server:
        through = transport(server)
        first = deliver(through, several(2))
        assert first.begun == server.accepted == []
        second = deliver(through, several(2))
    assert {outcome.kind for outcome in first.outcomes.values()} == {"unsent"}
    assert second.kinds == {1: "accepted", 2: "accepted"}
    verbs = [command.split()[0] for command in server.commands]
    assert [each for each in verbs if each in ("BDAT", "DATA")] == ["BDAT", "DATA", "DATA"]
    assert server.faults == []


def test_an_answer_too_many_is_found_out_at_the_farewell_at_last(
    caplog: pytest.LogCaptureFixture,
) -> None:
    # Each answer comes alone.
    with running(at("dot", Wait(0.1), times=(1,)), echo=0.05) as server:
        through = transport(server)
        deliver(through, several(1))
        deliver(through, [outgoing(2)])
    assert server.message_ids == ["<1@gazette.example>", "<2@gazette.example>"]
    assert [each.split()[0] for each in server.commands].count("DATA") == 1
    assert "gets DATA from now on, not the BDAT that it offers: said 250" in caplog.text


@CHUNKING
def test_a_refused_piece_is_that_mails_refusal(offers: tuple[str, ...]) -> None:
    refused = refusing("reader1@tide.example", "450 4.7.1 Come again", stage="piece")
    with running(refused, offers=offers) as server:
        log = deliver(transport(server), several(3))
    assert log.kinds == {1: "refused", 2: "accepted", 3: "accepted"}
    assert (log.outcomes[1].stage, log.outcomes[1].reply.code) == ("dot", 450)
    assert (len(server.accepted), server.connections, server.faults) == (2, 1, [])


def test_what_is_said_between_two_deliveries_is_not_taken_for_an_answer() -> None:
    with running(at("answered", Say("250 2.0.0 Once more"), times=(1,))) as server:

        async def run() -> None:
            session = await transport(server).session()
            await session.deliver(iter([outgoing(1)]), log)
            while session.alive and not session._wire._ready:
                await asyncio.sleep(0.005)
            await session.deliver(iter([outgoing(2)]), log)
            assert not session.alive
            await session.close()

        log = Log()
        loop.run(run())
    assert log.kinds == {1: "accepted"}


def test_a_large_mail_arrives_whole() -> None:
    mail = outgoing(1, body="0123456789abcdef" * 4 + "\r\n" + ("x" * 76 + "\r\n") * 60_000)
    with running() as server:
        log = deliver(transport(server), [mail, outgoing(2)])
    assert log.kinds == {1: "accepted", 2: "accepted"}
    assert server.accepted[0].data == mail.data


@pytest.mark.parametrize(
    ("mail", "offers", "enhanced"),
    [
        (outgoing(1, to="josé@tide.example", international=True), without("SMTPUTF8"), "5.6.7"),
        (outgoing(1, body="Größe\r\n"), without("8BITMIME"), "5.6.3"),
        (outgoing(1, body="x" * 70 + "\r\n"), ("SIZE 100",), "5.3.4"),
        (outgoing(1, body="x" * 999 + "\r\n"), OFFERS, "5.6.0"),
        (outgoing(1, body="a\n.\r\nMAIL FROM:<x@y.example>\r\n"), OFFERS, "5.6.0"),
        (outgoing(1, body="a\r.\r\r\n"), OFFERS, "5.6.0"),
        (outgoing(1, body="no end"), OFFERS, "5.6.0"),
        (outgoing(1, to="a@b.example>\r\nRCPT TO:<c@d.example"), OFFERS, "5.1.3"),
        (outgoing(1, sender="a b@c.example"), OFFERS, "5.1.7"),
    ],
    ids=["utf8", "8bit", "size", "line", "lf-dot", "cr-dot", "end", "injection", "sender"],
)
def test_what_a_server_must_not_get_is_refused_here(
    mail: Outgoing, offers: tuple[str, ...], enhanced: str
) -> None:
    with running(offers=offers) as server:
        log = deliver(transport(server), [mail, outgoing(2, body="")])
    outcome = log.outcomes[1]
    stage = "rcpt" if enhanced in ("5.6.7", "5.1.3") else "mail"
    assert (outcome.kind, outcome.reply.enhanced, outcome.stage) == ("refused", enhanced, stage)
    assert outcome.reply.code in (552, 553, 554)
    assert server.recipients == ["reader2@tide.example"]
    assert server.faults == []


def test_a_local_part_outside_ascii_goes_to_a_server_that_takes_it() -> None:
    with running() as server:
        log = deliver(transport(server), [outgoing(1, to="josé@tide.example", international=True)])
    assert log.kinds == {1: "accepted"}
    assert server.recipients == ["josé@tide.example"]
    assert server.faults == []


def test_an_empty_reverse_path_is_sent_as_such() -> None:
    with running() as server:
        deliver(transport(server), [outgoing(1, sender="")])
    assert "MAIL FROM:<> SIZE=" in server.commands[1]


def test_a_server_without_extensions_is_greeted_the_old_way() -> None:
    with running(at("hello", Say("502 5.5.1 What?"), times=(1,))) as server:
        log = deliver(transport(server), several(2))
    assert log.kinds == {1: "accepted", 2: "accepted"}
    assert [command.split()[0] for command in server.commands[:3]] == ["EHLO", "HELO", "MAIL"]
    assert server.faults == []


def test_a_session_delivers_again_and_again() -> None:
    with running() as server:
        log = Log()

        async def run() -> None:
            session = await transport(server).session()
            for number in range(1, 6):
                await session.deliver(iter([outgoing(number)]), log)
                assert session.alive
            await session.close()

        loop.run(run())
    assert set(log.kinds.values()) == {"accepted"}
    assert (server.connections, server.commands[-1]) == (1, "QUIT")


def test_what_the_mails_raise_comes_out_once_those_under_way_are_answered() -> None:
    def broken():
        yield outgoing(1)
        yield outgoing(2)
        raise StoreError("store", "gone")

    with running() as server:
        log = Log()

        async def run() -> None:
            session = await transport(server).session()
            with pytest.raises(StoreError):
                await session.deliver(broken(), log)
            assert session.alive
            await session.close()

        loop.run(run())
    assert log.kinds == {1: "accepted", 2: "accepted"}


def test_nothing_goes_out_that_the_witness_could_not_write_down() -> None:
    class Full(Log):
        def sending(self, mail: Outgoing) -> None:
            if mail.delivery_id == 2:
                raise StoreError("store", "the disk is full")
            super().sending(mail)

    with running() as server:
        log = Full()
        with pytest.raises(StoreError):
            deliver(transport(server), several(4), log=log)
    assert server.message_ids == ["<1@gazette.example>"]
    assert log.kinds == {1: "accepted", 2: "unsent", 3: "unsent"}


def test_one_mail_can_be_sent_without_an_event_loop() -> None:
    with running() as server:
        outcome = send_one(transport(server), outgoing(1))
        assert (outcome.kind, server.recipients) == ("accepted", ["reader1@tide.example"])
    with pytest.raises(TransportError):
        send_one(transport(server), outgoing(1))
