"""What each feed last showed, and when that had last changed: by the feed's folder.

A feed may come to show other articles without any of them being new: one moves
to another section, an older one arrives, one is withdrawn. Then only this record
tells that the feed moved. It is kept of feeds that are given up, too: one that
comes back is the same feed, and must not go back in time. So is that of archive
documents, whose own record (``archives``) goes with them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, select

from syndicate.store.schema import feed_states
from syndicate.store.upsert import inserting

#: No feed's own folder has this in it.
_ARCHIVE = "/archive/"

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class FeedState:
    """``shown`` is a digest of what a feed showed, None where that is not known;
    ``updated`` is when it came to show it, UTC, in whole seconds."""

    shown: str | None
    updated: datetime


def read(connection: Connection) -> dict[str, FeedState]:
    """Folder to state, of every feed that was ever published."""
    rows = connection.execute(
        select(feed_states.c.folder, feed_states.c.shown, feed_states.c.updated).where(
            feed_states.c.folder.not_like(f"%{_ARCHIVE}%")
        )
    )
    return {row.folder: FeedState(row.shown, row.updated) for row in rows}


def given_up(connection: Connection, folder: str, numbers: Collection[int]) -> dict[int, FeedState]:
    """What documents of a section's archive last showed before they were given up, by number."""
    names = {f"{folder}{_ARCHIVE}{number}": number for number in sorted(numbers)}
    wanted = list(names)
    found: dict[int, FeedState] = {}
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(feed_states.c.folder, feed_states.c.shown, feed_states.c.updated).where(
                feed_states.c.folder.in_(wanted[start : start + _CHUNK])
            )
        )
        found |= {names[row.folder]: FeedState(row.shown, row.updated) for row in rows}
    return found


def give_up(connection: Connection, folder: str, states: Mapping[int, FeedState]) -> None:
    """Keep what documents of a section's archive showed, by number, when they are given up."""
    record(connection, {f"{folder}{_ARCHIVE}{number}": each for number, each in states.items()})


def record(connection: Connection, states: Mapping[str, FeedState]) -> None:
    """Record what feeds show from now on. Needs a writing transaction.

    No date goes back: a publisher that was overtaken by another records after it.
    """
    if not states:
        return
    statement = inserting(connection, feed_states)
    fresh = statement.excluded
    held = feed_states.c.updated
    statement = statement.on_conflict_do_update(
        index_elements=[feed_states.c.folder],
        set_={
            "shown": fresh.shown,
            "updated": case((held > fresh.updated, held), else_=fresh.updated),
        },
    )
    connection.execute(
        statement,
        [
            {"folder": folder, "shown": state.shown, "updated": state.updated}
            for folder, state in sorted(states.items())
        ],
    )
