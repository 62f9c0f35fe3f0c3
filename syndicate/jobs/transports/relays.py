"""Several mail servers, the first that can be used: fail-over, and who is left alone for a while.

A server that could not be used is asked again after half a minute, and after
each further failure in twice that time, up to a quarter of an hour; before
that only where no other is left.
"""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from syndicate.config.mail import Server
from syndicate.jobs.transports.greeting import UnusableError, greet, name_of, trust_of
from syndicate.jobs.transports.patience import Patience
from syndicate.jobs.transports.smtp import Course, SmtpSession
from syndicate.model.errors import TransportError

FIRST_REST: Final = 30.0
LONGEST_REST: Final = 900.0

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Relay:
    """A server and how it has been. ``until`` is when it is worth another try."""

    server: Server
    failures: int = 0
    until: float = 0.0
    #: Loses what is sent ahead of its replies, whatever it offers.
    deaf: bool = False
    #: Can't be sent BDAT, whatever it offers.
    chunkless: bool = False

    trust: ssl.SSLContext | None = None

    @property
    def name(self) -> str:
        return name_of(self.server)

    def trusted(self) -> ssl.SSLContext:
        self.trust = self.trust or trust_of(self.server)
        return self.trust


@dataclass(slots=True)
class RelayTransport:
    """The servers in the order of preference. ``clock`` is a monotonic one, in seconds."""

    servers: Sequence[Server]
    lmtp: bool = False
    patience: Patience = field(default_factory=Patience)
    clock: Callable[[], float] = time.monotonic
    _relays: tuple[_Relay, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._relays = tuple(_Relay(server) for server in self.servers)

    @property
    def connections(self) -> int:
        return self.servers[0].connections

    async def session(self) -> SmtpSession:
        now = self.clock()
        up = [relay for relay in self._relays if relay.until <= now]
        failed: list[tuple[_Relay, UnusableError]] = []
        for relay in (*up, *(relay for relay in self._relays if relay not in up)):
            try:
                return await self._opened(relay)
            except UnusableError as error:
                failed.append((relay, error))
                self._note(relay, Course(good=False, why=str(error)))
        if len(failed) == 1:
            relay, only = failed[0]
            raise TransportError(
                f"mail server {relay.name}", str(only), _way_out(only, relay.server)
            )
        raise TransportError(
            "mail servers",
            ", ".join(f"{relay.name} ({each})" for relay, each in failed),
            "see [mail.smtp] and [[mail.relays]]",
        )

    async def _opened(self, relay: _Relay) -> SmtpSession:
        greeted = await greet(
            relay.server, lmtp=self.lmtp, patience=self.patience, trust=relay.trusted
        )
        if relay.deaf:
            greeted = replace(greeted, offers=replace(greeted.offers, pipelining=False))
        if relay.chunkless:
            greeted = replace(greeted, offers=replace(greeted.offers, chunking=False))
        return SmtpSession(
            greeted,
            relay=relay.name,
            patience=self.patience,
            report=lambda course: self._note(relay, course),
        )

    def _note(self, relay: _Relay, course: Course) -> None:
        if course.deaf and not relay.deaf:
            relay.deaf = True
            _log.warning("mail server %s loses what is sent ahead: no more is", relay.name)
        if course.chunkless and not relay.chunkless:
            relay.chunkless = True
            _log.warning(
                "mail server %s gets DATA from now on, not the BDAT that it offers: %s",
                relay.name,
                course.why,
            )
        if course.good or course.chunkless:
            relay.failures, relay.until = 0, 0.0
            return
        if relay.until > self.clock():
            # Another connection to it has told already.
            return
        relay.failures += 1
        rest = min(FIRST_REST * 2 ** (relay.failures - 1), LONGEST_REST)
        relay.until = self.clock() + rest
        if len(self._relays) > 1:
            _log.warning(
                "mail server %s: %s; left alone for %g seconds", relay.name, course.why, rest
            )


def _way_out(error: UnusableError, server: Server) -> str:
    secret = "token_command" if server.token_command else "password"
    ways = {
        "connect": "check its name and port in [mail.smtp], and that it runs",
        "hello": "check that a mail server listens there, and security in [mail.smtp]",
        "tls": "check security and authority in [mail.smtp]",
        "auth": f"check user and {secret} in [mail.smtp]",
    }
    return error.way_out or ways[error.stage]
