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

#: In place of a newsletter: that somebody was erased, whatever bars them besides. No
#: newsletter has such a name, and nothing takes it back.
ERASURE: Final = "*"

_NOTED: Final = "syndicate_departures"
#: How many were noted when each savepoint was set, the outermost first.
_MARKED: Final = "syndicate_departures_at"


@dataclass(frozen=True, slots=True)
class Departure:
    """A suppression of a newsletter; without ``reason`` it was lifted at that moment.

    Or the erasure of whoever had the address ``at`` that moment (:data:`ERASURE`).
    """

    fingerprint: str
    newsletter: str
    reason: SuppressionReason | None
    at: datetime | None = None


def watch(store: Store, tell: Callable[[Sequence[Departure]], None]) -> None:
    """Have ``tell`` called right before each commit that changes suppressions."""
    store.engine.update_execution_options(**{_NOTED: True})

    def committing(connection: Connection) -> None:
        noted = connection.info.pop(_NOTED, None)
        connection.info.pop(_MARKED, None)
        if noted:
            tell(noted)

    def rolling_back(connection: Connection) -> None:
        connection.info.pop(_NOTED, None)
        connection.info.pop(_MARKED, None)

    def marking(connection: Connection, _name: str | None) -> None:
        number = len(connection.info.get(_NOTED, ()))
        connection.info.setdefault(_MARKED, []).append(number)

    def keeping(connection: Connection, _name: str, _context: None) -> None:
        connection.info[_MARKED].pop()

    def going_back(connection: Connection, _name: str, _context: None) -> None:
        del connection.info.get(_NOTED, [])[connection.info[_MARKED].pop() :]

    event.listen(store.engine, "commit", committing)
    event.listen(store.engine, "rollback", rolling_back)
    event.listen(store.engine, "savepoint", marking)
    event.listen(store.engine, "release_savepoint", keeping)
    event.listen(store.engine, "rollback_savepoint", going_back)


def note(connection: Connection, departure: Departure) -> None:
    """Note one in a writing transaction; forgotten where nobody watches, and if it is undone."""
    if connection.get_execution_options().get(_NOTED):
        connection.info.setdefault(_NOTED, []).append(departure)


def know(connection: Connection) -> None:
    """Tell nobody of what this transaction has noted so far: it came from who is told."""
    connection.info.pop(_NOTED, None)
