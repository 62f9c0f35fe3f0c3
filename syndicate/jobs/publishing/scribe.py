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
from itertools import islice
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from syndicate.feeds import files
from syndicate.feeds.document import Channel, FeedDocument, Masthead, Pages, archive_name, build
from syndicate.feeds.entries import EntryBuilder
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.publishing.packer import remove_copies
from syndicate.model.article import Article
from syndicate.model.errors import SyndicateError
from syndicate.model.section import SectionTree
from syndicate.store import archives, articles, visible

#: Articles and entries that are held between two documents that may both show them.
HELD: Final = 1_000

#: Files that are being written at a time: a flush waits for the disk, the next document need not.
_WRITERS: Final = 4


@dataclass(frozen=True, slots=True)
class Order:
    """A document to write: ``number`` of a section's archive, which ends with ``last``."""

    section_id: int
    channel: Channel
    content: str
    number: int
    last: int
    formats: tuple[str, ...]


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
        self._articles: dict[int, Article] = {}

    def write(self, orders: Sequence[Order]) -> Done:
        """Write them; one that can't be written keeps no other from it."""
        done = Done()
        with ThreadPoolExecutor(_WRITERS, thread_name_prefix="archive") as threads:
            flying: list[Future[Copy]] = []
            for order in orders:
                try:
                    built = self._build(order)
                except SyndicateError as error:
                    done.errors.append(str(error))
                    continue
                for name in order.formats:
                    data = FORMATS[name].render(built)
                    flying.append(threads.submit(self._put, order, name, data))
                    if len(flying) >= 2 * _WRITERS:
                        _settle(flying.pop(0), done)
            for future in flying:
                _settle(future, done)
        return done

    def here(self, section_id: int, ids: Sequence[int]) -> list[int]:
        """Those of ``ids`` that are visible and still in the section or below it."""
        inside = set(self._tree.subtree(section_id)) - self._withheld
        where = visible.sections_of(self._connection, ids)
        return [number for number in ids if where.get(number) in inside]

    def _put(self, order: Order, name: str, data: bytes) -> Copy:
        chosen = FORMATS[name]
        path = f"{order.channel.slug}/{archive_name(chosen.file_name, order.number)}"
        place = self._output / path
        changed = not files.holds(place, data)
        if changed:
            # A copy of other bytes must never outlive them.
            remove_copies(place)
            files.replace(place, data)
        digest = hashlib.sha256(data).hexdigest()
        return Copy(order.section_id, name, order.number, path, digest, len(data), changed)

    def _build(self, order: Order) -> FeedDocument:
        first = (order.number - 1) * self._size + 1
        last = order.number * self._size
        found = archives.members(self._connection, order.section_id, first, last)
        wanted = self.here(order.section_id, [article for _, article in reversed(found)])
        return build(
            self._masthead,
            order.channel,
            self._held(wanted),
            entry=self._entries[order.content],
            items=None,
            ranked=True,
            pages=Pages(order.number, order.last),
        )

    def _held(self, wanted: Sequence[int]) -> list[Article]:
        missing = [number for number in wanted if number not in self._articles]
        if missing:
            fresh = articles.by_ids(self._connection, missing)
            self._pictures.bring(fresh.values())
            self._articles.update(fresh)
        shown = [self._articles[number] for number in wanted if number in self._articles]
        for number in list(islice(self._articles, max(0, len(self._articles) - HELD))):
            del self._articles[number]
        return shown


def _settle(future: Future[Copy], done: Done) -> None:
    try:
        done.copies.append(future.result())
    except SyndicateError as error:
        done.errors.append(str(error))
