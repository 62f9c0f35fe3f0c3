"""One connection, several streams of mails: what one leaves behind does not harm the next."""

from __future__ import annotations

import pytest

from syndicate.jobs import loop
from tests.support.outgoing import Log, outgoing, transport
from tests.support.smtpd import OFFERS, Smtpd, refusing, running

TOM = "tom@tide.example"


def in_turn(server: Smtpd, *streams: list) -> Log:
    log = Log()

    async def run() -> None:
        session = await transport(server).session()
        for stream in streams:
            await session.deliver(iter(stream), log)
        await session.close()

    loop.run(run())
    return log


@pytest.mark.parametrize("offers", [OFFERS, ("8BITMIME",)])
def test_a_refusal_at_the_end_of_a_stream_does_not_harm_the_next(offers: tuple[str, ...]) -> None:
    """The server's transaction is still open, and MAIL within one is refused (RFC 5321, 4.1.4)."""
    with running(refusing(TOM, "550 5.1.1 Nobody"), offers=offers) as server:
        log = in_turn(server, [outgoing(1, to=TOM)], [outgoing(2)])
    assert (log.kinds[1], log.kinds[2]) == ("refused", "accepted")
    assert (server.connections, server.faults) == (1, [])


def test_a_mail_accepted_at_the_end_of_a_stream_needs_nothing() -> None:
    with running() as server:
        in_turn(server, [outgoing(1)], [outgoing(2)], [])
    assert "RSET" not in server.commands
    assert (len(server.accepted), server.faults) == (2, [])
