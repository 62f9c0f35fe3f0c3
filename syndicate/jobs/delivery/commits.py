"""What :mod:`journal` is for SQLite, on PostgreSQL: one commit before each final dot.

Another host can't read a file of ours, so ``sending`` goes into the row itself,
together with the endings that came since. With ``synchronous_commit = off`` a
commit waits for no disk: it outlives this process, not a power cut. One
statement does both, in one round trip, and says so where the row has got into
other hands meanwhile: then the mail is not sent.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from syndicate.jobs.delivery.ending import Batch, Ending
from syndicate.model.errors import DeliveryError, StoreError
from syndicate.store.engine import Store
from syndicate.store.ledger import Settlement, settlement_values

_SET: Final = ", ".join(
    f"{name} = %({name})s" for name in Settlement._fields if name != "delivery_id"
)
_SETTLE: Final = (
    f"UPDATE deliveries SET {_SET}, claimant = NULL WHERE id = %(row)s AND claimant = %(token)s"
)
_BEGIN: Final = (
    "UPDATE deliveries SET state = 'sending', tried = %(now)s WHERE id = %(next)s"
    " AND claimant = %(token)s AND state IN ('queued', 'deferred', 'in doubt') RETURNING id"
)
_BOTH: Final = f"WITH ended AS ({_SETTLE}) {_BEGIN}"
_UNSENT: Final = (
    "UPDATE deliveries SET state = %(state)s WHERE id = %(row)s AND claimant = %(token)s"
)


class Commits:
    """A connection of its own on which every statement is a commit."""

    def __init__(self, store: Store, token: str) -> None:
        self._store, self._token = store, token
        self._unsaved: list[Ending] = []
        self._endings: list[Ending] = []
        self._error = store.engine.dialect.loaded_dbapi.Error
        with store.read() as connection:
            # Fails as everything else does where there is no server.
            connection.exec_driver_sql("SELECT 1")
        pooled: Any = store.engine.raw_connection()
        self._raw: Any = pooled.driver_connection
        pooled.detach()
        self._raw.autocommit = True
        self._run("SET synchronous_commit = off")

    @property
    def size(self) -> int:
        return len(self._endings)

    def sending(self, row: int, *, now: datetime) -> None:
        begin = {"next": row, "now": now, "token": self._token}
        if self._unsaved:
            for ending in self._unsaved[:-1]:
                self._run(_SETTLE, self._values(ending))
            rows = self._run(_BOTH, {**begin, **self._values(self._unsaved[-1])})
            self._unsaved.clear()
        else:
            rows = self._run(_BEGIN, begin)
        if not rows:
            raise DeliveryError(
                f"delivery {row}",
                "another process has taken it over",
                "this one was away for longer than its lease lasts; deliver again",
            )

    def unsent(self, row: int, state: str) -> None:
        self._run(_UNSENT, {"row": row, "state": state, "token": self._token})

    def ended(self, ending: Ending) -> None:
        self._endings.append(ending)
        # A suppression and its row are written together, with the batch.
        if not ending.suppress:
            self._unsaved.append(ending)

    def take(self) -> Batch | None:
        while self._unsaved:
            self._run(_SETTLE, self._values(self._unsaved[0]))
            del self._unsaved[0]
        if not self._endings:
            return None
        endings, self._endings = tuple(self._endings), []
        unsettled = tuple(ending for ending in endings if ending.suppress)
        return Batch(endings, unsettled, lambda: None)

    def put_back(self, batch: Batch) -> None:
        self._endings[:0] = batch.endings

    def close(self) -> None:
        self._raw.close()

    def _values(self, ending: Ending) -> dict[str, Any]:
        return {"token": self._token, **settlement_values(ending.settlement)}

    def _run(self, statement: str, values: dict[str, Any] | None = None) -> bool:
        """Execute; whether it returned a row."""
        try:
            cursor = self._raw.execute(statement, values, prepare=values is not None)
            return cursor.description is not None and cursor.fetchone() is not None
        except self._error as error:
            reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
            raise StoreError(
                f"store {self._store.name}", reason, "check that the server is running"
            ) from error
