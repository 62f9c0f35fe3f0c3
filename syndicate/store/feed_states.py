"""What each feed last showed, and when that had last changed: by the feed's folder.

A feed may come to show other articles without any of them being new: one moves
to another section, an older one arrives, one is withdrawn. Then only this record
tells that the feed moved. It is kept of feeds that are given up, too: one that
comes back is the same feed, and must not go back in time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from syndicate.store.schema import feed_states
from syndicate.store.upsert import inserting


@dataclass(frozen=True, slots=True)
class FeedState:
    """``shown`` is a digest of what a feed showed, None where that is not known;
    ``updated`` is when it came to show it, UTC, in whole seconds."""

    shown: str | None
    updated: datetime


def read(connection: Connection) -> dict[str, FeedState]:
    """Folder to state, of every feed that was ever published."""
    rows = connection.execute(
        select(feed_states.c.folder, feed_states.c.shown, feed_states.c.updated)
    )
    return {row.folder: FeedState(row.shown, row.updated) for row in rows}


def record(connection: Connection, states: Mapping[str, FeedState]) -> None:
    """Record what feeds show from now on. Needs a writing transaction."""
    if not states:
        return
    statement = inserting(connection, feed_states)
    statement = statement.on_conflict_do_update(
        index_elements=[feed_states.c.folder],
        set_={"shown": statement.excluded.shown, "updated": statement.excluded.updated},
    )
    connection.execute(
        statement,
        [
            {"folder": folder, "shown": state.shown, "updated": state.updated}
            for folder, state in sorted(states.items())
        ],
    )
