"""What is read most: in the seven days before the latest reading, or else so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from syndicate.jobs.publishing import viewed
from syndicate.jobs.publishing.newest import Newest
from syndicate.language import Catalogue, date_in_words
from syndicate.store import sources, views, visible

PLACES: Final = 5
#: How many are looked at for that: some may lie in sections that are hidden.
_LOOKED_AT: Final = 200


@dataclass(frozen=True, slots=True)
class Ranking:
    """Articles' ids and their views, most first: gained before ``end``, or all there are."""

    places: tuple[tuple[int, int], ...] = ()
    end: datetime | None = None

    def title(self, words: Catalogue) -> str:
        if not self.places:
            return ""
        return words.gettext("Most read") if self.end else words.gettext("Most read so far")

    def note(self, timezone: str, words: Catalogue) -> str:
        if not self.places or self.end is None:
            return ""
        said = words.gettext("in the seven days to %(day)s")
        return said % {"day": date_in_words(self.end, timezone, words)}

    def said(self, count: int, words: Catalogue) -> str:
        """``+1,240 views``."""
        if self.end is not None:
            message = words.ngettext("+%(count)s view", "+%(count)s views", count)
        else:
            message = words.ngettext("%(count)s view", "%(count)s views", count)
        return message % {"count": words.number(count)}


def ranking(connection: Connection, newest: Newest) -> Ranking:
    """The most read of what ``newest`` may show."""
    end = viewed.hour(connection)
    gained = dict(viewed.ranked(connection, end)[:_LOOKED_AT]) if end else {}
    if gained:
        return Ranking(_first(gained, newest), end)
    return Ranking(_first(_totals(connection), newest))


def _first(counts: dict[int, int], newest: Newest) -> tuple[tuple[int, int], ...]:
    return tuple((number, counts[number]) for number in newest.shown(list(counts))[:PLACES])


def _totals(connection: Connection) -> dict[int, int]:
    found: list[tuple[int, int]] = []
    for source_id in sources.names(connection):
        most = sorted(views.totals_now(connection, source_id), key=lambda each: -each[1])
        totals = dict(most[:_LOOKED_AT])
        known = visible.ids_of_keys(connection, source_id, totals)
        found += [(number, totals[key]) for key, (number, _, _) in known.items() if totals[key]]
    found.sort(key=lambda each: (-each[1], -each[0]))
    return dict(found)
