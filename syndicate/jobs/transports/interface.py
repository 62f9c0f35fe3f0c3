"""What every transport can do, whatever is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from syndicate.model.delivery import Outgoing, Witness


class Session(Protocol):
    """One connection. For one task at a time, in one event loop."""

    @property
    def relay(self) -> str:
        """Who is at the other end: ``host:port`` or a path."""
        ...

    @property
    def alive(self) -> bool:
        """Whether more can be delivered. If not, ask the transport for another session."""
        ...

    async def deliver(self, mails: Iterator[Outgoing], witness: Witness) -> None:
        """Send mails until there are no more, or the connection is lost; then return.

        Every mail that was pulled from ``mails`` has been settled then. At most
        three are pulled ahead of the last one settled. ``mails`` is asked within
        the event loop: it may compose a mail, but not wait for one. It ends where
        there is none for now, and more can be delivered later.

        What ``mails`` raises is raised again once the mails under way have been
        answered. What the witness raises ends the connection without sending
        the mail that it was told of. A cancellation settles what is under way,
        with a mail whose dot is out in doubt. A folder that takes no more raises
        :class:`syndicate.model.errors.TransportError`.
        """
        ...

    async def close(self) -> None:
        """Say good-bye. Never raises for what a server or a network can do."""
        ...


class Transport(Protocol):
    """Where sessions come from."""

    @property
    def connections(self) -> int:
        """How many sessions one process may have at once."""
        ...

    async def session(self) -> Session:
        """A session that can be used now.

        Raises :class:`syndicate.model.errors.TransportError`, which names each
        server that was tried and why it can't be used.
        """
        ...
