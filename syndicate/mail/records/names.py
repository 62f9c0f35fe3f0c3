"""How the DNS is asked, by whoever has a connection to it."""

from __future__ import annotations

from typing import Protocol


class UnansweredError(Exception):
    """A name server gave no answer, or none of use. ``name`` is what it was asked for."""

    def __init__(self, name: str, cause: str) -> None:
        super().__init__(name, cause)
        self.name, self.cause = name, cause

    def __str__(self) -> str:
        return f"{self.name}: {self.cause}"


class Resolver(Protocol):
    """Asks the DNS. A name that does not exist has nothing, which is an answer.

    Raises :class:`UnansweredError` where none comes.
    """

    def texts(self, name: str) -> tuple[str, ...]:
        """The TXT records, each with its strings joined (RFC 7208, 3.3)."""
        ...

    def addresses(self, name: str) -> tuple[str, ...]:
        """The IPv4 and IPv6 addresses."""
        ...

    def exchanges(self, name: str) -> tuple[str, ...]:
        """The hosts that take mail, the preferred first. A null MX (RFC 7505) is ``.``."""
        ...

    def reverse(self, address: str) -> tuple[str, ...]:
        """The names of an address."""
        ...
