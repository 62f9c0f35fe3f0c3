"""A mail that may be a report, wherever it waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Incoming:
    """``name`` tells it from others where it waits; ``done`` marks it there as dealt with.

    ``recipients`` are of its envelope, where that is known. ``fault`` says why
    it could not be fetched; the others have their turn all the same.
    """

    name: str
    data: bytes
    done: Callable[[], None] = nothing
    recipients: tuple[str, ...] = ()
    fault: str = ""
