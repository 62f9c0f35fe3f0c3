"""Mails for the wire, and a witness that remembers what it was told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from syndicate.config.mail import Relay, Smtp
from syndicate.jobs import loop
from syndicate.jobs.transports.patience import Patience
from syndicate.jobs.transports.relays import RelayTransport
from syndicate.model.delivery import Envelope, Outcome, Outgoing
from tests.support.smtpd import Smtpd

SENDER = "digest@gazette.example"
#: No test waits for longer than this, whatever a server does.
QUICK = Patience(
    connect=5,
    banner=5,
    hello=5,
    tls=5,
    auth=5,
    token=5,
    mail=5,
    rcpt=5,
    data=5,
    block=5,
    dot=5,
    quit=1,
)


def outgoing(
    number: int,
    *,
    to: str = "",
    sender: str = SENDER,
    body: str | bytes = "The ferry sails again.\r\n",
    international: bool = False,
) -> Outgoing:
    recipient = to or f"reader{number}@tide.example"
    message_id = f"<{number}@gazette.example>"
    head = f"Message-ID: {message_id}\r\nSubject: The Test Week\r\n\r\n"
    text = body.encode() if isinstance(body, str) else body
    return Outgoing(
        delivery_id=number,
        envelope=Envelope(sender, recipient, international),
        message_id=message_id,
        domain=recipient.rpartition("@")[2],
        data=head.encode() + text,
    )


def several(count: int, **fields: Any) -> list[Outgoing]:
    return [outgoing(number, **fields) for number in range(1, count + 1)]


@dataclass
class Log:
    """Holds a session to what it promises while it writes down what it is told."""

    outcomes: dict[int, Outcome] = field(default_factory=dict)
    begun: list[int] = field(default_factory=list)
    on_the_wire: set[int] = field(default_factory=set)

    def sending(self, mail: Outgoing) -> None:
        assert mail.delivery_id not in self.outcomes, "sent after it was settled"
        assert not self.on_the_wire, "two mails of one session on the wire"
        self.begun.append(mail.delivery_id)
        self.on_the_wire.add(mail.delivery_id)

    def settled(self, mail: Outgoing, outcome: Outcome) -> None:
        assert mail.delivery_id not in self.outcomes, "settled twice"
        if outcome.kind in ("accepted", "in doubt"):
            assert mail.delivery_id in self.on_the_wire, "accepted without having been sent"
        self.on_the_wire.discard(mail.delivery_id)
        self.outcomes[mail.delivery_id] = outcome

    @property
    def kinds(self) -> dict[int, str]:
        return {number: outcome.kind for number, outcome in sorted(self.outcomes.items())}

    @property
    def ended(self) -> list[tuple[str, str]]:
        """Kind and stage of each mail, in the order of their numbers."""
        return [(outcome.kind, outcome.stage) for _, outcome in sorted(self.outcomes.items())]


def at_server(server: Smtpd, **fields: Any) -> Smtp:
    """The server as [mail.smtp] names it; without TLS unless it is told otherwise."""
    place = {"host": server.path} if server.path else {"host": "127.0.0.1", "port": server.port}
    return Smtp(**{**place, "security": "none", **_secret(fields)})


def relay(name: str, port: int, **fields: Any) -> Relay:
    fields = {"host": "127.0.0.1", "security": "none", **_secret(fields)}
    return Relay(name=name, port=port, **fields)


def _secret(fields: dict[str, Any]) -> dict[str, Any]:
    if "password" in fields:
        fields["password"] = SecretStr(fields["password"])
    if "authority" in fields:
        fields["authority"] = Path(fields["authority"])
    return fields


def transport(server: Smtpd, *, patience: Patience = QUICK, **fields: Any) -> RelayTransport:
    return RelayTransport([at_server(server, **fields)], lmtp=server.lmtp, patience=patience)


def deliver(through: Any, mails: Iterable[Outgoing], *, log: Log | None = None) -> Log:
    """Deliver on one session, and close it; what became of each mail."""
    witness = log or Log()

    async def run() -> None:
        session = await through.session()
        try:
            await session.deliver(iter(mails), witness)
        finally:
            await session.close()

    loop.run(run())
    return witness
