"""When an article last left a feed that showed it, or came back into it.

The store keeps for each section and list when anything was withdrawn from it
at all: only where that is later than all that a feed shows is it asked
whether the feed is concerned.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection

from syndicate.jobs.publishing.newest import OF_EACH
from syndicate.model.section import SectionTree
from syndicate.store import articles, sections, withdrawals
from syndicate.store.withdrawals import Place, Withdrawal

Withdrawn = Callable[[datetime], datetime | None]
"""When a feed last moved by a withdrawal after this moment, if it did."""


class Withdrawals:
    """Tells it of every feed. ``withheld`` sections are in none."""

    def __init__(
        self, connection: Connection, tree: SectionTree, withheld: Collection[int]
    ) -> None:
        self._connection, self._tree = connection, tree
        self._withheld = frozenset(withheld)
        self._latest = sections.removals(connection)

    def of_site(self, items: int) -> Withdrawn:
        return self._of(Place(without=self._withheld), items, self._latest_of_all())

    def of_section(self, section_id: int, items: int) -> Withdrawn:
        """Of a section and all below it."""
        place = Place(tuple(self._tree.subtree(section_id)), without=self._withheld)
        return self._of(place, items, self._latest.get(section_id))

    def of_list(self, list_id: int, latest: datetime | None, items: int) -> Withdrawn:
        return self._of(Place(list_id=list_id, without=self._withheld), items, latest)

    def of_each_section(self, items: int, shown: Callable[[], list[int]]) -> Withdrawn:
        """Of the few newest of every section, of which ``items`` are ``shown``."""

        def withdrawn(since: datetime) -> datetime | None:
            latest = self._latest_of_all()
            if latest is None or latest <= since:
                return None
            dates = articles.arrivals(self._connection, shown())
            held = [((published, number), came) for number, (published, came) in dates.items()]
            return max(
                (
                    each.at
                    for each in self._few(since)
                    if sum(key > each.key and came < each.at for key, came in held) < items
                ),
                default=None,
            )

        return withdrawn

    def _latest_of_all(self) -> datetime | None:
        return max(self._latest.values(), default=None)

    def _of(self, place: Place, items: int, latest: datetime | None) -> Withdrawn:
        def withdrawn(since: datetime) -> datetime | None:
            if latest is None or latest <= since:
                return None
            found = withdrawals.from_top(self._connection, place, items=items, since=since)
            first = next(found, None)
            return first.at if first else None

        return withdrawn

    def _few(self, since: datetime) -> Iterator[Withdrawal]:
        for section in self._tree:
            latest = self._latest.get(section.id)
            if latest is not None and latest > since:
                yield from withdrawals.from_top(
                    self._connection,
                    Place((section.id,), without=self._withheld),
                    items=OF_EACH,
                    since=since,
                )
