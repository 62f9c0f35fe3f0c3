"""How long a mail server may take for each step (RFC 5321, 4.5.3.2).

Less would give up on servers that look a name up before they answer, or that
hold a suspicious connection on purpose; a mail whose dot is not answered in
time is in doubt, so that limit is the longest.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """In seconds. ``block`` is for what was written to leave this machine."""

    connect: float = 30.0
    banner: float = 300.0
    hello: float = 300.0
    tls: float = 60.0
    auth: float = 300.0
    token: float = 60.0
    mail: float = 300.0
    rcpt: float = 300.0
    data: float = 120.0
    block: float = 180.0
    dot: float = 600.0
    quit: float = 5.0

    def for_stage(self, stage: str) -> float:
        limit: float = getattr(self, stage)
        return limit
