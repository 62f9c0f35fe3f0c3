"""The DNS, asked through dnspython: the one place that knows it."""

from __future__ import annotations

from typing import Any, Final

import dns.exception
import dns.rdatatype
import dns.resolver
import dns.reversename

from syndicate.mail.records.names import UnansweredError
from syndicate.model.errors import UsageError

_SECONDS: Final = 5.0


class Dns:
    """A :class:`~syndicate.mail.records.names.Resolver`.

    ``server`` is a name server to ask, ``address`` or ``address:port``; without
    one it is this machine's usual.
    """

    def __init__(self, server: str = "") -> None:
        try:
            self._resolver = dns.resolver.Resolver(configure=not server)
        except dns.resolver.NoResolverConfiguration as error:
            raise UsageError(
                "DNS", "this machine has no name server configured", "name one with --nameserver"
            ) from error
        if server:
            host, port = _split(server)
            try:
                self._resolver.nameservers = [host]
            except ValueError as error:
                raise UsageError(
                    f"name server {server}", "not an address", "write one such as 192.0.2.53"
                ) from error
            self._resolver.port = port
        self._resolver.lifetime = _SECONDS

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(
            b"".join(record.strings).decode("utf-8", "replace") for record in self._ask(name, "TXT")
        )

    def addresses(self, name: str) -> tuple[str, ...]:
        return tuple(record.address for kind in ("A", "AAAA") for record in self._ask(name, kind))

    def exchanges(self, name: str) -> tuple[str, ...]:
        found = sorted(self._ask(name, "MX"), key=lambda record: (record.preference, record))
        return tuple(str(record.exchange).rstrip(".") or "." for record in found)

    def reverse(self, address: str) -> tuple[str, ...]:
        name = dns.reversename.from_address(address).to_text()
        return tuple(str(record.target).rstrip(".") for record in self._ask(name, "PTR"))

    def _ask(self, name: str, kind: str) -> list[Any]:
        absolute = name if name.endswith(".") else f"{name}."
        try:
            return list(self._resolver.resolve(absolute, kind))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except (dns.exception.DNSException, OSError, ValueError) as error:
            cause = "no answer in time" if isinstance(error, dns.exception.Timeout) else str(error)
            raise UnansweredError(name, cause.splitlines()[0] if cause else "no answer") from error


def _split(server: str) -> tuple[str, int]:
    host, separator, port = server.rpartition(":")
    if separator and port.isdecimal() and ("]" in host or ":" not in host):
        return host.strip("[]"), int(port)
    return server.strip("[]"), 53
