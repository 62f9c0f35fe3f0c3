"""What gained most views in seven days: the one feed that views move.

The seven days end at the last full hour before the store's latest reading, so
that the feed follows from the store alone, and is reckoned once an hour at
most. The reckoned list is kept in the store until the hour changes.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from sqlalchemy import Connection

from syndicate.digests import select
from syndicate.model.edition import Period
from syndicate.store import facts, sources, views, visible

#: An article's id, and the views it gained.
Gained = tuple[int, int]

_DAYS = timedelta(days=7)
_FACT = "most-viewed"

#: How many are kept: hidden ones fall out of the feed before the next reckoning.
_KEPT = 1200


def hour(connection: Connection) -> datetime | None:
    """The moment at which the seven days end; None before the first reading."""
    latest = sources.latest_reading(connection)
    return latest and latest.replace(minute=0, second=0, microsecond=0)


def ranked(connection: Connection, end: datetime) -> list[Gained]:
    """The articles that gained views in the seven days before ``end``, most first."""
    held = json.loads(facts.read(connection, _FACT) or "{}")
    if held.get("end") == end.isoformat() and "ranked" in held:
        return [(number, gained) for number, gained in held["ranked"]]
    return _reckon(connection, end)


def keep(connection: Connection, end: datetime, found: list[Gained]) -> None:
    """Keep a reckoned list. Needs a writing transaction."""
    facts.write(connection, _FACT, json.dumps({"end": end.isoformat(), "ranked": found}))


def _reckon(connection: Connection, end: datetime) -> list[Gained]:
    period = Period("weekly", end - _DAYS, end, "UTC", "")
    found: list[Gained] = []
    for source_id in sources.names(connection):
        histories = views.histories(connection, source_id, period.start, period.end)
        known = visible.ids_of_keys(connection, source_id, (one.key for one in histories))
        read = sources.was_read_between(
            connection, source_id, period.start - _DAYS / 2, period.start
        )
        live = sources.live_keys(connection, source_id, known) if read else set()
        for one in histories:
            if one.key in known:
                number, _, published = known[one.key]
                gained = select.gain(one, period, published, confirmed=one.key in live)
                if gained is not None and gained.views:
                    found.append((number, gained.views))
    found.sort(key=lambda item: (-item[1], -item[0]))
    return found[:_KEPT]
