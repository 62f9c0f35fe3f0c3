"""Which addresses a file has had so far, and in which line: on disk, not in memory."""

from __future__ import annotations

import sqlite3


class Seen:
    """A database of its own, that is gone when it is closed."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        for statement in (
            "PRAGMA journal_mode = OFF",
            "PRAGMA cache_size = -8192",
            "CREATE TABLE seen (hash BLOB PRIMARY KEY, line INTEGER) WITHOUT ROWID",
            "BEGIN",
        ):
            self._database.execute(statement)

    def note(self, fingerprint: str, line: int) -> int | None:
        """The line that has had this address, if one has."""
        short = bytes.fromhex(fingerprint[:32])
        done = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (short, line))
        if done.rowcount:
            return None
        found = self._database.execute("SELECT line FROM seen WHERE hash = ?", (short,))
        return int(found.fetchone()[0])

    def close(self) -> None:
        self._database.close()
