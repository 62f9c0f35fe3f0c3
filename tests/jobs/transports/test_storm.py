"""Several sessions at once, with servers that fail at random: nobody lost, nobody mailed twice.

What delivery does with a ledger is done here with a list: what did not go
out goes again, until everything has.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from random import Random

import pytest

from syndicate.jobs import loop
from syndicate.jobs.transports.relays import RelayTransport
from syndicate.model.delivery import Outcome, Outgoing
from syndicate.model.errors import TransportError
from tests.support.authority import Certified, certified
from tests.support.outgoing import QUICK, Log, at_server, relay, several
from tests.support.smtpd import OFFERS, Act, Drop, Lines, Moment, Order, Say, running

STAGES = ("hello", "mail", "rcpt", "data", "body", "dot", "recorded", "answered")
MAILS = 250


def storm(seed: int) -> Order:
    """One step in thirty goes wrong, in one way or another."""
    dice = Random(seed)
    acts: list[Act] = [
        *(Drop(), Drop(reset=True), Lines(40), Say("421 4.3.2 Not now"), Say("450 4.2.0 Later")),
    ]

    def order(moment: Moment) -> Act | None:
        if moment.stage not in STAGES or dice.random() > 1 / 30:
            return None
        act = dice.choice(acts)
        # Unasked or after it was recorded, a refusal would not be true.
        if isinstance(act, Say) and moment.stage in ("recorded", "answered", "body"):
            return Drop()
        return act

    return order


class Rounds(Log):
    """Puts what did not go out back into the queue; knows what was in doubt, and how often."""

    def __init__(self, queue: deque[Outgoing], doubtful: Counter[str]) -> None:
        super().__init__()
        self.queue, self.doubtful = queue, doubtful

    def settled(self, mail: Outgoing, outcome: Outcome) -> None:
        super().settled(mail, outcome)
        if outcome.kind == "in doubt":
            self.doubtful[mail.message_id] += 1
        if outcome.kind != "accepted":
            del self.outcomes[mail.delivery_id]
            self.queue.append(mail)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return certified(tmp_path_factory.mktemp("authority"))


@pytest.mark.parametrize(
    "offers",
    [OFFERS, tuple(each for each in OFFERS if each != "CHUNKING"), ("8BITMIME",)],
    ids=["chunking", "pipelining", "plain"],
)
@pytest.mark.parametrize("secure", [False, True], ids=["clear", "tls"])
@pytest.mark.parametrize("seed", [1, 2])
def test_everybody_gets_it_and_twice_only_what_was_in_doubt(
    seed: int, secure: bool, offers: tuple[str, ...], known: Certified
) -> None:
    queue, doubtful = deque(several(MAILS)), Counter[str]()
    witnesses = []

    def mails():
        while queue:
            yield queue.popleft()

    async def connection(transport: RelayTransport) -> None:
        witness = Rounds(queue, doubtful)
        witnesses.append(witness)
        while queue:
            try:
                session = await transport.session()
            except TransportError:
                continue
            await session.deliver(mails(), witness)
            await session.close()

    async def run() -> None:
        settings = {"security": "starttls", "authority": known.authority} if secure else {}
        servers = [at_server(first, **settings), relay("second", second.port, **settings)]
        transport = RelayTransport(servers, patience=QUICK)
        async with asyncio.timeout(60):
            await asyncio.gather(*(connection(transport) for _ in range(4)))

    tls = known.context if secure else None
    with (
        running(storm(seed), offers=offers, tls=tls) as first,
        running(storm(seed + 1000), offers=offers, tls=tls) as second,
    ):
        loop.run(run())
        taken = Counter([*first.message_ids, *second.message_ids])
        faults = first.faults + second.faults
    accepted = [number for witness in witnesses for number in witness.outcomes]
    assert sorted(accepted) == list(range(1, MAILS + 1))
    assert len(taken) == MAILS
    # Once, and once more for each time that nobody could tell.
    assert all(count <= 1 + doubtful[name] for name, count in taken.items())
    assert faults == []
