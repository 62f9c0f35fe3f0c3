"""What a gate says of a mail."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong. ``gate`` is the name by which an operator lets it pass."""

    gate: str
    cause: str
    way_out: str

    def __str__(self) -> str:
        return f"{self.gate}: {self.cause}; {self.way_out}"
