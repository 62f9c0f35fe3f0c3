"""An ending: what became of one attempt, with all that follows from it, on one line.

It is decided when the server's word comes and written where it outlives the
process; the database learns of it with others, now or after a restart.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple, Protocol

from syndicate.mail.replies import Kind
from syndicate.store.ledger import Settlement

_MOMENTS: Final = ("due", "first", "tried", "settled")
_LONGEST: Final = 500
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Ending(NamedTuple):
    """``kind`` is the verdict's: what the domain learns from it. With ``suppress``
    the address must not be mailed again by anybody, ``soft`` counts towards that."""

    settlement: Settlement
    subscriber_id: int
    domain: str
    kind: Kind
    suppress: bool = False
    soft: bool = False

    def line(self) -> str:
        """As one line of text without its end."""
        said = self.settlement
        tried, text = said.tried, said.tried.isoformat()
        # Most endings know one moment only.
        due, first, settled = (
            text if moment is tried else moment and moment.isoformat()
            for moment in (said.due, said.first, said.settled)
        )
        return _encode(
            [
                self.subscriber_id,
                self.domain,
                self.kind,
                self.suppress,
                self.soft,
                # In the order of the settlement's fields.
                said.delivery_id,
                said.state,
                said.reason[:_LONGEST],
                due,
                said.attempts,
                first,
                text,
                settled,
                said.code,
                said.enhanced,
                said.reply[:_LONGEST],
                said.relay,
            ]
        )

    @staticmethod
    def read(line: str) -> Ending:
        """Raises :class:`ValueError` for anything but a line that :meth:`line` wrote."""
        subscriber_id, domain, kind, suppress, soft, *values = json.loads(line)
        settled = dict(zip(Settlement._fields, values, strict=True))
        for name in _MOMENTS:
            settled[name] = settled[name] and datetime.fromisoformat(settled[name])
        return Ending(Settlement(**settled), subscriber_id, domain, kind, suppress, soft)


@dataclass(frozen=True, slots=True)
class Batch:
    """Endings that the database is to learn, those ``unsettled`` also in the ledger itself.

    ``forget`` is called once it has.
    """

    endings: tuple[Ending, ...]
    unsettled: tuple[Ending, ...]
    forget: Callable[[], None]


class Log(Protocol):
    """Where a process writes what it sends and what becomes of it, before anything else."""

    @property
    def size(self) -> int:
        """How many endings the database has yet to learn of."""
        ...

    def sending(self, row: int, *, now: datetime) -> None:
        """Right before a mail's final dot. What this raises keeps the mail from being sent."""
        ...

    def unsent(self, row: int, state: str) -> None:
        """The final dot did not go out after all; the row was in ``state`` before."""
        ...

    def ended(self, ending: Ending) -> None: ...

    def take(self) -> Batch | None:
        """What the database is to learn now; None for nothing."""
        ...

    def put_back(self, batch: Batch) -> None:
        """The database could not be written: its endings wait for another time."""
        ...

    def close(self) -> None: ...
