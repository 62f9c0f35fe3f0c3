"""What a process remembers from one publish of a store to the next.

All of it is held under a revision, so that what has moved is asked for again.
Revisions tell nothing where somebody else has been at the store: another
process may have published and been killed, or a backup been restored, in which
the same revisions stand for other things. So each publish leaves a mark in the
store, one while it is at work and one at its end; who finds another mark than
its own remembers nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from syndicate.feeds.document import FeedEntry
from syndicate.feeds.fragments import weight
from syndicate.store import facts
from syndicate.store.engine import Store

_FACT: Final = "publish-mark"
_AT_WORK: Final = "at work"

Dated = tuple[datetime, int]
"""When an article was published, and its id."""

Asked = tuple[int, int, list[Dated]]
"""A section's revision, how many of its newest articles were asked for, and those there are."""

File = tuple[str, str]
"""A source, and a path in its folder."""


@dataclass(slots=True)
class Kept:
    """An article's entries, by what they hold ("full" or "summary").

    ``files`` are the local files it shows, with the address each had.
    """

    revision: int
    published: datetime
    files: tuple[tuple[File, str | None], ...]
    entries: dict[str, FeedEntry]

    @property
    def weight(self) -> int:
        return sum(map(weight, self.entries.values()))


class Memory:
    """What was learned in earlier publishes.

    ``newest`` is held for each section; ``entries`` for each article, as far
    as they were made from what ``made_for`` names.
    """

    def __init__(self) -> None:
        self._mark = ""
        self.newest: dict[int, Asked] = {}
        self.entries: OrderedDict[int, Kept] = OrderedDict()
        self.made_for = ""
        #: Whether nobody else has published since, killed ones included.
        self.alone = False
        #: Whether somebody else has, and came to the end of it.
        self.doubting = False

    def begin(self, connection: Connection, *, anew: bool) -> None:
        """Forget all if that is wanted or somebody else was here.

        Needs a writing transaction, as ``end`` does.
        """
        held = facts.read(connection, _FACT)
        self.alone = bool(self._mark) and held == self._mark
        self.doubting = not self.alone and held != _AT_WORK
        if anew or not self.alone:
            self.newest.clear()
            self.entries.clear()
        self._mark = ""
        if held != _AT_WORK:
            facts.write(connection, _FACT, _AT_WORK)

    def end(self, connection: Connection) -> None:
        """The publish has recorded what it did."""
        self._mark = token_hex(8)
        facts.write(connection, _FACT, self._mark)

    def serve(self, made_for: str) -> None:
        """Entries are made from what this names from here on."""
        if made_for != self.made_for:
            self.made_for = made_for
            self.entries.clear()


_REMEMBERED: Final[WeakKeyDictionary[Store, Memory]] = WeakKeyDictionary()


def of(store: Store) -> Memory:
    """What this process remembers of a store."""
    return _REMEMBERED.setdefault(store, Memory())
