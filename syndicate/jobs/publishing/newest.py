"""What stands in each feed: ids of articles, asked of the store once per publish."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from itertools import islice

from sqlalchemy import Connection

from syndicate.jobs.publishing.memory import Asked, Dated
from syndicate.model.section import SectionTree
from syndicate.store import lists, visible

#: How many articles each section gives to the feed of the latest of all sections.
OF_EACH = 3


class Newest:
    """The newest articles by section and list, ``most`` of each section.

    ``withheld`` sections give none. ``known`` is what was asked of sections
    before, and is added to.
    """

    def __init__(
        self,
        connection: Connection,
        tree: SectionTree,
        withheld: Collection[int],
        *,
        most: int,
        known: dict[int, Asked] | None = None,
    ) -> None:
        self._connection, self._tree, self._withheld = connection, tree, withheld
        self._most = most
        self._known = {} if known is None else known

    def of_site(self, limit: int) -> list[int]:
        if not self._withheld and limit <= self._most:
            return [number for _, number in visible.newest_ids(self._connection, None, limit)]
        return self._merged((self._section(section.id, limit) for section in self._tree), limit)

    def of_section(self, section_id: int, limit: int) -> list[int]:
        """Of a section and all below it."""
        below = self._tree.subtree(section_id)
        return self._merged((self._section(each, limit) for each in below), limit)

    def of_each_section(self, limit: int) -> list[int]:
        """A few of every section, so that a busy one doesn't drown the others."""
        few = (self._section(section.id, OF_EACH)[:OF_EACH] for section in self._tree)
        return self._merged(few, limit)

    def of_list(self, list_id: int, limit: int) -> list[int]:
        if not self._withheld:
            return [number for _, number in lists.newest_ids(self._connection, list_id, limit)]
        # Some may lie in withheld sections: ask for more until there are enough.
        wanted = limit
        while True:
            found = lists.newest_ids(self._connection, list_id, wanted)
            shown = self.shown([number for _, number in found])
            if len(shown) >= limit or len(found) < wanted:
                return shown[:limit]
            wanted *= 4

    def shown(self, ids: list[int]) -> list[int]:
        """Those of ``ids`` that are visible and not in withheld sections, in their order."""
        where = visible.sections_of(self._connection, ids)
        return [number for number in ids if number in where and where[number] not in self._withheld]

    def _section(self, section_id: int, limit: int) -> list[Dated]:
        """At least the newest ``limit`` of a section or ``most``, without those below it."""
        if section_id in self._withheld:
            return []
        limit = min(limit, self._most)
        now = self._tree[section_id].revision
        revision, asked, found = self._known.get(section_id, (now, 0, []))
        if revision != now or (asked < limit and len(found) == asked):
            found = visible.newest_ids(self._connection, section_id, limit)
            self._known[section_id] = now, limit, found
        return found

    @staticmethod
    def _merged(parts: Iterable[list[Dated]], limit: int) -> list[int]:
        merged = heapq.merge(*parts, reverse=True)
        return [number for _, number in islice(merged, limit)]
