"""What it costs to record a mail before its final dot: our journal, against commits to SQLite.

Each mail is written down twice, as sending and as accepted. The peers do that
with two commits to a row in WAL mode: with ``synchronous = NORMAL``, which
outlives the process, and with ``FULL``, which outlives a power cut too.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from measuring import Figure, compared, show, stated, tell, workplace

_NOW: Final = datetime(2026, 1, 26, 9, tzinfo=UTC)
_FULL: Final = 40
"""Commits that wait for the disk are measured on one mail in so many."""


def main() -> None:
    parser = stated(__doc__.partition("\n")[0])
    parser.add_argument("--mails", type=int, default=20_000, metavar="N")
    given = parser.parse_args()
    ours, normal, full = [], [], []
    with workplace(None) as folder:
        for round_ in range(1, given.repeat + 1):
            tell(f"round {round_} of {given.repeat}")
            ours.append(journal(folder / "journal", given.mails))
            normal.append(commits(folder, given.mails, "NORMAL"))
            full.append(commits(folder, given.mails // _FULL, "FULL"))
    show(figures(given.mails, ours, normal, full), as_json=given.json, counted="mails")


def figures(mails: int, ours: list[float], normal: list[float], full: list[float]) -> list[Figure]:
    what = "1,000 mails, two lines of the journal each"
    return [
        compared(mails, what, ours, "two commits, synchronous = NORMAL", normal, 1.0),
        compared(mails, what, ours, "two commits, synchronous = FULL", full, 1.0),
    ]


def journal(folder: Path, mails: int) -> float:
    """Seconds for a thousand mails."""
    from syndicate.jobs.delivery.ending import Ending
    from syndicate.jobs.delivery.journal import Journal
    from syndicate.store.ledger import Settlement

    log = Journal(folder, "benchmark")
    begun = time.perf_counter()
    for row in range(mails):
        log.sending(row, now=_NOW)
        settled = Settlement(
            row,
            "accepted",
            "",
            _NOW,
            1,
            _NOW,
            _NOW,
            _NOW,
            250,
            "2.0.0",
            "Ok: queued as 4Bq1Xw2vZzz1",
            "mail.example.org:25",
        )
        log.ended(Ending(settled, row, "example.org", "accepted"))
        if log.size >= 500 and (batch := log.take()) is not None:
            batch.forget()
    spent = time.perf_counter() - begun
    if (batch := log.take()) is not None:
        batch.forget()
    log.close()
    return spent / mails * 1000


def commits(folder: Path, mails: int, synchronous: str) -> float:
    """Seconds for a thousand mails."""
    path = folder / f"{synchronous}.db"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute(f"PRAGMA synchronous = {synchronous}")
    database.execute("CREATE TABLE mails (id INTEGER PRIMARY KEY, state TEXT, reply TEXT)")
    database.execute("BEGIN")
    rows = ((row,) for row in range(mails))
    database.executemany("INSERT INTO mails VALUES (?, 'queued', '')", rows)
    database.execute("COMMIT")
    begun = time.perf_counter()
    for row in range(mails):
        database.execute("UPDATE mails SET state = 'sending' WHERE id = ?", (row,))
        database.execute(
            "UPDATE mails SET state = 'accepted', reply = '250 2.0.0 Ok' WHERE id = ?", (row,)
        )
    spent = time.perf_counter() - begun
    database.close()
    return spent / mails * 1000


if __name__ == "__main__":
    main()
