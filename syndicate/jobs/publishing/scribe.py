"""Writes documents of archives: in the process that publishes, or in a worker of it.

A document's articles stand in the section's archive and in those of the
sections above. Documents come in the order of arrival, so a few hundred
articles kept in memory are enough to read and build each once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from syndicate.feeds import files
from syndicate.feeds.document import (
    Channel,
    FeedDocument,
    FeedEntry,
    Masthead,
    Pages,
    archive_name,
    bound,
)
from syndicate.feeds.entries import EntryBuilder
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.publishing import dating
from syndicate.jobs.publishing.packer import remove_copies
from syndicate.model.errors import SyndicateError
from syndicate.model.section import SectionTree
from syndicate.store import archives, articles
from syndicate.store.feed_states import FeedState

#: Entries that are held between two documents that may both show them.
HELD: Final = 1_000

#: Files that are being written at a time: a flush waits for the disk, the next document need not.
_WRITERS: Final = 4


@dataclass(frozen=True, slots=True)
class Order:
    """A document to write: ``number`` of a section's archive, which ends with ``last``.

    ``before`` is what it last showed, if that is known, ``moments`` are those at
    which that may have changed, the likeliest first; ``touched`` says that the
    store knows of something that has.
    """

    section_id: int
    channel: Channel
    content: str
    number: int
    last: int
    formats: tuple[str, ...]
    before: FeedState | None
    moments: tuple[datetime, ...]
    touched: bool

    @property
    def paths(self) -> dict[str, str]:
        """Its place in the output folder in each format, by the format's name."""
        return {
            name: f"{self.channel.slug}/{archive_name(FORMATS[name].file_name, self.number)}"
            for name in self.formats
        }


@dataclass(frozen=True, slots=True)
class Copy:
    """An order in one format as it lies on the disk; ``changed`` says whether it was not there."""

    section_id: int
    format: str
    number: int
    path: str
    sha256: str
    length: int
    changed: bool
    state: FeedState


@dataclass(slots=True)
class Done:
    """What came of some orders."""

    copies: list[Copy] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Scribe:
    """Writes the documents it is ordered to, from one state of the store."""

    def __init__(
        self,
        connection: Connection,
        output: Path,
        masthead: Masthead,
        tree: SectionTree,
        withheld: Collection[int],
        pictures: Pictures,
        entries: Mapping[str, EntryBuilder],
        *,
        size: int,
    ) -> None:
        self._connection, self._output, self._size = connection, output, size
        self._masthead, self._tree, self._withheld = masthead, tree, frozenset(withheld)
        self._pictures, self._entries = pictures, entries
        self._inside: dict[int, frozenset[int]] = {}

    def write(self, orders: Sequence[Order]) -> Done:
        """Write them; one that can't be written keeps no other from it."""
        done = Done()
        with ThreadPoolExecutor(_WRITERS, thread_name_prefix="archive") as threads:
            flying: list[Future[Copy]] = []
            for order in orders:
                try:
                    built, state = self._build(order)
                except SyndicateError as error:
                    done.errors.append(str(error))
                    continue
                for name in order.formats:
                    data = FORMATS[name].render(built)
                    flying.append(threads.submit(self._put, order, name, data, state))
                    if len(flying) >= 2 * _WRITERS:
                        _settle(flying.pop(0), done)
            for future in flying:
                _settle(future, done)
        return done

    def shown(self, section_id: int, first: int, last: int) -> list[int]:
        """The articles of these positions that are visible and still in the section or below it.

        The newest comes first.
        """
        inside = self._inside.get(section_id)
        if inside is None:
            inside = frozenset(self._tree.subtree(section_id)) - self._withheld
            self._inside[section_id] = inside
        found = archives.shown(self._connection, section_id, first, last)
        return [number for number, where in found if where in inside]

    def _put(self, order: Order, name: str, data: bytes, state: FeedState) -> Copy:
        path = order.paths[name]
        place = self._output / path
        changed = not files.holds(place, data)
        if changed:
            # A copy of other bytes must never outlive them.
            remove_copies(place)
            files.replace(place, data)
        digest = hashlib.sha256(data).hexdigest()
        return Copy(order.section_id, name, order.number, path, digest, len(data), changed, state)

    def _build(self, order: Order) -> tuple[FeedDocument, FeedState]:
        first = (order.number - 1) * self._size + 1
        wanted = self.shown(order.section_id, first, order.number * self._size)
        entries = self._made(wanted, self._entries[order.content])
        return dating.dated(
            self._output,
            order.paths,
            entries,
            lambda updated: bound(
                self._masthead,
                order.channel,
                entries,
                updated=updated,
                pages=Pages(order.number, order.last),
            ),
            before=order.before,
            touched=order.touched,
            since=self._masthead.since,
            content=order.content,
            moments=order.moments,
        )

    def _made(self, wanted: Sequence[int], builder: EntryBuilder) -> list[FeedEntry]:
        found = {number: entry for number in wanted if (entry := builder.held(number))}
        missing = [number for number in wanted if number not in found]
        if missing:
            fresh = articles.by_ids(self._connection, missing)
            self._pictures.bring(fresh.values())
            found |= {number: builder(article) for number, article in fresh.items()}
        return [found[number] for number in wanted if number in found]


def _settle(future: Future[Copy], done: Done) -> None:
    try:
        done.copies.append(future.result())
    except SyndicateError as error:
        done.errors.append(str(error))
