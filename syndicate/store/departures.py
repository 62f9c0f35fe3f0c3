"""Who has left, and who came back: told to somebody outside the store before it is committed.

A restored backup has forgotten who left since it was made. Whoever keeps that
elsewhere (``jobs/departures.py``) is told of each suppression that is written
or lifted, by its keyed hash and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, event

from syndicate.model.subscriber import SuppressionReason
from syndicate.store.engine import Store

_NOTED: Final = "syndicate_departures"


@dataclass(frozen=True, slots=True)
class Departure:
    """A suppression of a newsletter; without ``reason`` it was lifted at that moment."""

    fingerprint: str
    newsletter: str
    reason: SuppressionReason | None
    at: datetime | None = None


def watch(store: Store, tell: Callable[[Sequence[Departure]], None]) -> None:
    """Have ``tell`` called right before each commit that changes suppressions."""
    store.engine.update_execution_options(**{_NOTED: True})

    def committing(connection: Connection) -> None:
        noted = connection.info.pop(_NOTED, None)
        if noted:
            tell(noted)

    def rolling_back(connection: Connection) -> None:
        connection.info.pop(_NOTED, None)

    event.listen(store.engine, "commit", committing)
    event.listen(store.engine, "rollback", rolling_back)


def note(connection: Connection, departure: Departure) -> None:
    """Note one in a writing transaction; forgotten where nobody watches, and with a rollback."""
    if connection.get_execution_options().get(_NOTED):
        connection.info.setdefault(_NOTED, []).append(departure)
