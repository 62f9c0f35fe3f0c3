"""A DNS on paper: what each name has, for tests that need no wire."""

from __future__ import annotations

from dataclasses import dataclass, field

from syndicate.mail.records.names import UnansweredError


@dataclass
class Paper:
    """``texts`` and the rest by name; ``broken`` names give no answer. ``asked`` is noted."""

    txt: dict[str, list[str]] = field(default_factory=dict)
    hosts: dict[str, list[str]] = field(default_factory=dict)
    mx: dict[str, list[str]] = field(default_factory=dict)
    ptr: dict[str, list[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def texts(self, name: str) -> tuple[str, ...]:
        return self._has(self.txt, name)

    def addresses(self, name: str) -> tuple[str, ...]:
        return self._has(self.hosts, name)

    def exchanges(self, name: str) -> tuple[str, ...]:
        return self._has(self.mx, name)

    def reverse(self, address: str) -> tuple[str, ...]:
        return self._has(self.ptr, address)

    def _has(self, kind: dict[str, list[str]], name: str) -> tuple[str, ...]:
        self.asked.append(name)
        if name in self.broken:
            raise UnansweredError(name, "no answer in time")
        return tuple(kind.get(name, ()))
