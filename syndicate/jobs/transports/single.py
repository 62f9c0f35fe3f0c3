"""One mail at a time, for callers that don't run an event loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from syndicate.jobs import loop
from syndicate.jobs.press import never
from syndicate.jobs.stopping import GRACE, heeding
from syndicate.jobs.transports.interface import Transport
from syndicate.model.delivery import Outcome, Outgoing, Reply, Witness


def send_one(
    transport: Transport,
    mail: Outgoing,
    *,
    witness: Witness | None = None,
    stopping: Callable[[], bool] = never,
) -> Outcome:
    """Send a mail on a connection of its own, and say what became of it.

    ``witness`` is told as well, for callers that record the attempt before the
    final dot. Once ``stopping`` says yes, no server is waited for long. Raises
    :class:`syndicate.model.errors.TransportError` where no server can be used.
    """
    return loop.run(_sent(transport, mail, witness, stopping))


async def _sent(
    transport: Transport,
    mail: Outgoing,
    witness: Witness | None,
    stopping: Callable[[], bool],
) -> Outcome:
    noting = _Noting(witness)
    async with heeding(stopping) as told:
        session = await told.within(0.0, transport.session())
        if session is None:
            return Outcome("unsent", Reply(0, "stopped before a server could be used"), "mail", "")
        try:
            await told.within(GRACE, session.deliver(iter([mail]), noting))
        finally:
            await session.close()
    # Not even begun, where the server hung up after its greeting.
    early = Outcome("unsent", Reply(0, "the server closed the connection"), "mail", session.relay)
    return noting.outcome or early


@dataclass(slots=True)
class _Noting:
    witness: Witness | None
    outcome: Outcome | None = None

    def sending(self, mail: Outgoing) -> None:
        if self.witness is not None:
            self.witness.sending(mail)

    def settled(self, mail: Outgoing, outcome: Outcome) -> None:
        self.outcome = outcome
        if self.witness is not None:
            self.witness.settled(mail, outcome)
