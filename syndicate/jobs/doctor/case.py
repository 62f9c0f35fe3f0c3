"""What is examined, with what it is examined by; and what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from syndicate.config.mail import Server
from syndicate.config.model import Config
from syndicate.mail.address import parse_mailbox
from syndicate.mail.records.names import Resolver

Level = Literal["ok", "warn", "fail"]

_WORST: Final[tuple[Level, ...]] = ("ok", "warn", "fail")

#: Asks a web address, method first: its status and the beginning of its answer. Raises
#: ``OSError``, ``HTTPException`` or ``ValueError``.
Visit = Callable[[str, str], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. ``way_out`` says what to do; empty where there is nothing to be done."""

    name: str
    level: Level
    said: str
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """``addresses`` are those that mail leaves from, where somebody has said so."""

    config: Config
    resolver: Resolver
    addresses: tuple[str, ...]
    visit: Visit

    @property
    def domain(self) -> str:
        """The sender's."""
        return self.config.mail.sender_address.rpartition("@")[2].lower()

    @property
    def envelope(self) -> str:
        """The envelope sender, without the token of a single mail."""
        mail = self.config.mail
        return parse_mailbox(mail.bounces.address or mail.sender).address.lower()

    @property
    def servers(self) -> tuple[Server, ...]:
        """The relays, where there are any."""
        mail = self.config.mail
        return (mail.smtp, *mail.relays) if mail.transport in ("smtp", "lmtp") else ()


def worst(checks: Iterable[Check]) -> Level:
    return max((check.level for check in checks), key=_WORST.index, default="ok")
