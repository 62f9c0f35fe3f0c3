"""A connection may be lost at any point: each mail is told apart by what the server can have seen.

In doubt is only the mail whose end went out and was not answered: its final dot, or
with CHUNKING the last octet of its chunk.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from syndicate.jobs import loop
from syndicate.jobs.transports import send_one
from syndicate.jobs.transports.patience import Patience
from syndicate.model.errors import TransportError
from tests.support.outgoing import QUICK, Log, deliver, outgoing, several, transport
from tests.support.smtpd import OFFERS, Drop, Say, Wait, at, rate_limiting, running

pytestmark = pytest.mark.usefixtures("either_loop")


def without(*words: str) -> tuple[str, ...]:
    return tuple(offer for offer in OFFERS if offer not in words)


#: Only with DATA is there a reply between the recipient and the body.
DATA = {
    "pipelining": without("CHUNKING"),
    "plain": without("CHUNKING", "PIPELINING"),
}
ALL = {**DATA, "chunking": OFFERS, "chunking alone": without("PIPELINING")}
WITH_DATA = pytest.mark.parametrize("offers", DATA.values(), ids=DATA)
HOWEVER = pytest.mark.parametrize("offers", ALL.values(), ids=ALL)
FORCE = pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
SECOND = {"recipient": "reader2@tide.example"}
#: More than all the buffers on the way together.
LARGE = ("x" * 76 + "\r\n") * 210_000
ANY_SIZE = pytest.mark.parametrize(
    "offers", [("PIPELINING", "8BITMIME"), ("PIPELINING", "8BITMIME", "CHUNKING")]
)


class Hurried:
    """Patient until the first mail has been settled; then with one stage no more."""

    def __init__(self, stage: str, log: Log) -> None:
        self.stage, self.log = stage, log

    def __getattr__(self, name: str) -> float:
        return getattr(QUICK, name)

    def for_stage(self, stage: str) -> float:
        if stage == self.stage and self.log.outcomes:
            return 0.05
        return QUICK.for_stage(stage)


@FORCE
@pytest.mark.parametrize("stage", ["banner", "hello"])
def test_a_server_that_hangs_up_on_the_greeting_can_not_be_used(stage: str, reset: bool) -> None:
    with (
        running(at(stage, Drop(reset))) as server,
        pytest.raises(TransportError, match=f"127.0.0.1:{server.port}: (hello|connect): "),
    ):
        deliver(transport(server), several(1))


@WITH_DATA
@FORCE
def test_before_the_body_a_mail_is_unsent(reset: bool, offers: tuple[str, ...]) -> None:
    lost("data", reset, offers)


@HOWEVER
@FORCE
def test_at_its_recipient_a_mail_is_unsent(reset: bool, offers: tuple[str, ...]) -> None:
    lost("rcpt", reset, offers)


def lost(stage: str, reset: bool, offers: tuple[str, ...]) -> None:
    """The second of four is lost before its body."""
    with running(at(stage, Drop(reset), **SECOND), offers=offers) as server:
        log = deliver(transport(server), several(4))
    assert log.kinds[1] == "accepted"
    # Only what had been taken in hand is settled; the fourth was never asked for.
    assert {log.kinds[number] for number in (2, 3)} == {"unsent"}
    assert log.begun == [1]
    assert server.message_ids == ["<1@gazette.example>"]


@HOWEVER
@FORCE
def test_a_loss_at_the_sender_leaves_the_mail_unsent(reset: bool, offers: tuple[str, ...]) -> None:
    with running(at("mail", Drop(reset), mails=1), offers=offers) as server:
        log = deliver(transport(server), several(3))
    assert log.kinds == {1: "accepted", 2: "unsent", 3: "unsent"}
    assert log.outcomes[2].stage == "mail"


@HOWEVER
@FORCE
@pytest.mark.parametrize("stage", ["dot", "recorded"])
def test_after_the_dot_a_mail_is_in_doubt(stage: str, reset: bool, offers: tuple[str, ...]) -> None:
    with running(at(stage, Drop(reset), **SECOND), offers=offers) as server:
        log = deliver(transport(server), several(4))
    assert log.ended[:3] == [("accepted", "dot"), ("in doubt", "dot"), log.ended[2]]
    assert log.kinds[3] == "unsent"
    assert log.begun == [1, 2]
    accepted = {"dot": 1, "recorded": 2}[stage]
    assert len(server.accepted) == accepted


@HOWEVER
@FORCE
def test_after_the_answer_a_mail_is_accepted(reset: bool, offers: tuple[str, ...]) -> None:
    with running(at("answered", Drop(reset), **SECOND), offers=offers) as server:
        log = deliver(transport(server), several(4))
    # A reset may overtake the answer: then nobody here can have read it.
    expected = {"accepted", "in doubt"} if reset else {"accepted"}
    assert log.kinds[2] in expected
    assert {kind for number, kind in log.kinds.items() if number > 2} <= {"unsent"}


@ANY_SIZE
@FORCE
def test_a_loss_within_the_body_leaves_the_mail_unsent(
    reset: bool, offers: tuple[str, ...]
) -> None:
    """It is too large for all the buffers on the way, so its end can't have gone out."""
    large = outgoing(2, body=LARGE)
    with running(at("body", Drop(reset), **SECOND), offers=offers) as server:
        log = deliver(transport(server), [outgoing(1), large, outgoing(3)])
    assert log.ended == [("accepted", "dot"), ("unsent", "data"), ("unsent", "dot")]
    assert log.begun == [1, 2]


@ANY_SIZE
def test_a_refusal_within_the_body_is_that_mails_refusal(offers: tuple[str, ...]) -> None:
    large = outgoing(1, body=LARGE)
    with running(at("body", Say("552 5.3.4 Too much")), offers=offers) as server:
        log = deliver(transport(server), [large, outgoing(2)])
    assert log.outcomes[1].reply.code == 552
    assert log.ended == [("refused", "dot"), ("unsent", "mail")]


@WITH_DATA
def test_a_server_that_closes_before_the_body_says_so_to_one_mail(offers: tuple[str, ...]) -> None:
    closing("data", offers)


@HOWEVER
@pytest.mark.parametrize("stage", ["mail", "rcpt", "dot"])
def test_a_server_that_closes_says_so_to_one_mail_and_the_rest_is_unsent(
    stage: str, offers: tuple[str, ...]
) -> None:
    closing(stage, offers)


def closing(stage: str, offers: tuple[str, ...]) -> None:
    order = at(stage, Say("421 4.3.2 Going down"), mails=1)
    with running(order, offers=offers) as server:
        log = deliver(transport(server), several(4))
    assert (log.kinds[1], log.kinds[2]) == ("accepted", "refused")
    assert {kind for number, kind in log.kinds.items() if number > 2} == {"unsent"}
    assert (log.outcomes[2].stage, log.outcomes[2].reply.code) == (stage, 421)
    assert log.outcomes[3].reply.text == "Going down"


def test_a_server_that_closes_between_two_mails_leaves_none_in_doubt() -> None:
    with running(at("answered", Say("421 4.4.2 Idle"))) as server:

        async def run(log: Log) -> None:
            session = await transport(server).session()
            await session.deliver(iter([outgoing(1)]), log)
            while session.alive:
                await asyncio.sleep(0.005)
            await session.deliver(iter([outgoing(2)]), log)
            await session.close()

        log = Log()
        loop.run(run(log))
    # The second was not even asked for.
    assert log.kinds == {1: "accepted"}


def test_a_rate_limit_stops_the_connection_and_not_the_mails_before_it() -> None:
    with running(rate_limiting(3)) as server:
        log = deliver(transport(server), several(6))
    assert log.kinds == {1: "accepted", 2: "accepted", 3: "accepted", 4: "refused", 5: "unsent"}
    assert log.outcomes[4].reply.enhanced == "4.7.28"


@pytest.mark.parametrize(
    ("stage", "kind", "offers"),
    [
        *((stage, "unsent", without("CHUNKING")) for stage in ("mail", "rcpt", "data")),
        *((stage, "unsent", OFFERS) for stage in ("mail", "rcpt")),
        *(("dot", "in doubt", offers) for offers in (OFFERS, without("CHUNKING"))),
    ],
)
def test_a_server_that_does_not_answer_is_left_in_time(
    stage: str, kind: str, offers: tuple[str, ...]
) -> None:
    log = Log()
    with running(at(stage, Wait(forever=True), mails=1), offers=offers) as server:
        deliver(transport(server, patience=Hurried(stage, log)), several(3), log=log)
    assert log.kinds == {1: "accepted", 2: kind, 3: "unsent"}
    assert "no answer within 0.05 seconds" in log.outcomes[2].reply.text


@ANY_SIZE
def test_a_server_that_does_not_read_is_left_in_time(offers: tuple[str, ...]) -> None:
    patience = replace(QUICK, block=0.05)
    large = outgoing(1, body=LARGE)
    with running(at("body", Wait(forever=True)), offers=offers) as server:
        log = deliver(transport(server, patience=patience), [large])
    assert log.ended == [("unsent", "data")]


@pytest.mark.parametrize("stage", ["banner", "hello"])
def test_a_server_that_does_not_greet_is_left_in_time(stage: str) -> None:
    patience = replace(QUICK, **{stage: 0.05})
    with (
        running(at(stage, Wait(forever=True))) as server,
        pytest.raises(TransportError, match=r"no answer within 0\.05 seconds"),
    ):
        deliver(transport(server, patience=patience), several(1))


@pytest.mark.parametrize("offers", [OFFERS, without("CHUNKING")])
def test_what_a_server_loses_of_what_was_sent_ahead_is_unsent(offers: tuple[str, ...]) -> None:
    """It offers PIPELINING, and drops what follows the end of a mail."""
    log = Log()
    with running(deaf=True, offers=offers) as server:
        deliver(transport(server, patience=Hurried("mail", log)), several(3), log=log)
    assert log.kinds == {1: "accepted", 2: "unsent", 3: "unsent"}
    assert log.begun == [1]


@pytest.mark.parametrize(
    "words",
    ["HTTP/1.1 400 Bad Request", "999 What", "x" * 5000, "299-" + "y" * 99 + "\n", "354 Go on"],
    ids=["http", "no-such-code", "endless-line", "endless-reply", "out-of-place"],
)
def test_what_is_not_smtp_ends_the_connection(words: str) -> None:
    text = words if not words.startswith("299") else words * 1000
    with running(at("rcpt", Say(text), **SECOND)) as server:
        log = deliver(transport(server), several(3))
    assert log.kinds[1] == "accepted"
    assert log.kinds[3] == "unsent"
    assert log.kinds[2] in ("unsent", "refused")
    assert len(server.accepted) == 1


def test_a_cancellation_settles_what_is_under_way() -> None:
    async def run(log: Log) -> None:
        session = await transport(server).session()
        task = asyncio.create_task(session.deliver(iter(several(3)), log))
        while 2 not in log.begun:
            await asyncio.sleep(0.005)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not session.alive
        await session.close()

    with running(at("dot", Wait(forever=True), **SECOND)) as server:
        log = Log()
        loop.run(run(log))
    assert log.kinds == {1: "accepted", 2: "in doubt", 3: "unsent"}


def test_the_limits_are_those_of_the_standard() -> None:
    """RFC 5321, 4.5.3.2."""
    limits = Patience()
    assert (limits.banner, limits.mail, limits.rcpt) == (300, 300, 300)
    assert (limits.data, limits.block, limits.dot) == (120, 180, 600)


def test_a_single_mail_to_a_server_that_hangs_up_is_unsent() -> None:
    with running(at("mail", Drop())) as server:
        outcome = send_one(transport(server), outgoing(1))
    assert (outcome.kind, outcome.stage) == ("unsent", "mail")
