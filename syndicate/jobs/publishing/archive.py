"""The archives of sections (RFC 5005): written once filled, and again only to correct them.

A document is rewritten when the next one comes to stand behind it, when an
article in it was corrected, and when one was withdrawn; never for anything else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from syndicate.feeds import compress, files
from syndicate.feeds.document import FeedDocument, Masthead, Pages, archive_name, build
from syndicate.feeds.entries import EntryBuilder
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.catalog import Feed
from syndicate.jobs.publishing.packer import Packer, copy_of, remove_copies
from syndicate.model.errors import PublishError, SyndicateError
from syndicate.model.section import SectionTree
from syndicate.store import archives, articles, facts, visible
from syndicate.store.archives import Written

#: How many documents are recorded in one transaction.
_BATCH = 60

#: The store's word on the archives' files: "yes" if all are there with their compressed
#: copies, "bare" if they were meant to have none, "no" while a publish is at it.
_WHOLE = "archives-whole"

#: Which sections the archives leave out, as they were last written.
_HIDDEN = "archives-hidden"


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """How many archive documents there are, and what was done to them."""

    documents: int = 0
    written: int = 0
    bytes: int = 0
    errors: tuple[str, ...] = ()


NO_ARCHIVES = ArchiveReport()


@dataclass(frozen=True, slots=True)
class _Due:
    """A document that has to be written, in these formats."""

    feed: Feed
    number: int
    formats: tuple[str, ...]


class Archives:
    """The archives of one publish."""

    def __init__(
        self,
        press: Press,
        connection: Connection,
        masthead: Masthead,
        tree: SectionTree,
        withheld: Collection[int],
        pictures: Pictures,
        entries: Mapping[str, EntryBuilder],
        *,
        rebuild: bool,
    ) -> None:
        self._press, self._connection = press, connection
        self._masthead, self._tree = masthead, tree
        self._withheld = frozenset(withheld)
        self._pictures, self._entries = pictures, entries
        # What is withheld from readers is withheld from archives too.
        self._hidden = repr(sorted(withheld))
        self._rebuild = rebuild or (facts.read(connection, _HIDDEN) or "[]") != self._hidden
        self._output = press.config.feeds.output
        self._size = int(facts.read(connection, "archive-size") or press.config.feeds.archive or 1)
        self._positions = archives.last_positions(connection)
        self._fresh: list[Written] = []
        self._unpacked: list[str] = []
        self._written = self._bytes = 0
        self._compressed = press.config.feeds.compress
        left = facts.read(connection, _WHOLE)
        self._unfinished = left == "no" or (left == "bare" and self._compressed)

    def last(self, section_id: int) -> int:
        """The number of the newest filled document; 0 if there is none."""
        return self._positions.get(section_id, 0) // self._size

    def unarchived(self, section_id: int) -> list[int]:
        """The articles that have arrived since the newest document was filled, newest first."""
        first = self.last(section_id) * self._size + 1
        found = archives.members(
            self._connection, section_id, first, self._positions.get(section_id, 0)
        )
        held = self._here(section_id, [number for _, number in found])
        return list(reversed(held))

    def write(self, feeds: Sequence[Feed]) -> ArchiveReport:
        """Write what is new, and what has to be corrected; then the compressed copies."""
        due = list(self._due(feeds))
        if self._unfinished:
            self._find_unfinished(feeds)
        elif due:
            self._unfinished = True
            with self._press.store.write() as connection:
                facts.write(connection, _WHOLE, "no")
        tell = self._press.progress("archives")
        errors: list[str] = []
        for number, one in enumerate(due):
            tell(number, len(due))
            if self._press.stopping():
                break
            try:
                self._write(one)
            except SyndicateError as error:
                errors.append(str(error))
            if len(self._fresh) >= _BATCH:
                self._record()
        self._record()
        if not errors and not self._press.stopping():
            with self._press.store.write() as connection:
                archives.note_corrected(connection, facts.revision(self._connection))
                facts.write(connection, _HIDDEN, self._hidden)
        documents = sum(self.last(feed.section_id) for feed in feeds if feed.section_id)
        return ArchiveReport(documents, self._written, self._bytes, tuple(errors))

    def retire(self, feeds: Sequence[Feed]) -> int:
        """Take away the archives of sections and formats that are given up; returns how many."""
        kept = {(feed.section_id, name) for feed in feeds for name in feed.formats}
        if not self._press.config.feeds.archive:
            kept = set()
        gone = 0
        for section_id, name in archives.count_written(self._connection):
            section = self._tree.get(section_id)
            if (section_id, name) in kept or section is None or name not in FORMATS:
                continue
            for number in archives.numbers_written(self._connection, section_id, name):
                path = f"{section.slug}/{archive_name(FORMATS[name].file_name, number)}"
                gone += files.remove(self._output / path)
                remove_copies(self._output / path)
            with self._press.store.write() as connection:
                archives.forget(connection, section_id, name)
        return gone

    def compress(self) -> None:
        """Write the compressed copies of what was written: after the feeds are out."""
        problems: dict[Path, str] = {}
        if self._compressed:
            packer = Packer()
            for path in self._unpacked:
                packer.add(self._output / path, compress.ARCHIVED)
            problems = packer.pack(self._press.progress("compressing archives"))
        if problems:
            raise PublishError(
                "archives", f"{len(problems)} copies are missing: {next(iter(problems.values()))}"
            )
        if self._unfinished:
            with self._press.store.write() as connection:
                facts.write(connection, _WHOLE, "yes" if self._compressed else "bare")

    def _find_unfinished(self, feeds: Sequence[Feed]) -> None:
        """What a publisher left that did not get to its end: halves, and what lacks its copies."""
        for feed in feeds:
            if feed.section_id is None:
                continue
            files.sweep(self._output / feed.folder / "archive")
            for name in feed.formats:
                for number in archives.numbers_written(self._connection, feed.section_id, name):
                    path = f"{feed.folder}/{archive_name(FORMATS[name].file_name, number)}"
                    if (self._output / path).exists() and self._lacks_copies(path):
                        self._unpacked.append(path)

    def _lacks_copies(self, path: str) -> bool:
        return self._compressed and not all(copy.exists() for copy in self._copies(path))

    def _copies(self, path: str) -> list[Path]:
        return [copy_of(self._output / path, ending) for ending in compress.ARCHIVED]

    def _due(self, feeds: Iterable[Feed]) -> Iterator[_Due]:
        counts = archives.count_written(self._connection)
        corrected: dict[int, set[int]] = {}
        for section_id, position in archives.changed_since(
            self._connection, archives.corrected_until(self._connection)
        ):
            corrected.setdefault(section_id, set()).add((position - 1) // self._size + 1)
        for feed in feeds:
            if feed.section_id is None:
                continue
            last = self.last(feed.section_id)
            wanted: dict[int, list[str]] = {}
            for name in feed.formats:
                count = counts.get((feed.section_id, name), 0)
                for number in self._numbers(
                    count, last, corrected.get(feed.section_id, set()), feed.section_id, name
                ):
                    wanted.setdefault(number, []).append(name)
            for number in sorted(wanted):
                yield _Due(feed, number, tuple(wanted[number]))

    def _numbers(
        self, count: int, last: int, corrected: set[int], section_id: int, name: str
    ) -> set[int]:
        if self._rebuild or count > last:
            return set(range(1, last + 1))
        found = {number for number in corrected if number <= last}
        if count < last:
            held = archives.numbers_written(self._connection, section_id, name)
            fresh = set(range(1, last + 1)) - held
            # The one before a new one gets its link to it.
            found |= fresh | {number - 1 for number in fresh if number > 1}
        return found

    def _write(self, due: _Due) -> None:
        section_id = due.feed.section_id or 0
        built = self._build(due.feed, section_id, due.number)
        for name in due.formats:
            chosen = FORMATS[name]
            path = f"{due.feed.folder}/{archive_name(chosen.file_name, due.number)}"
            data = chosen.render(built)
            if not files.holds(self._output / path, data):
                # A copy of other bytes must never outlive them.
                remove_copies(self._output / path)
                files.write(self._output / path, data)
                self._written += 1
                self._bytes += len(data)
            if self._lacks_copies(path):
                self._unpacked.append(path)
            digest = hashlib.sha256(data).hexdigest()
            self._fresh.append(
                Written(section_id, name, due.number, digest, len(data), self._press.clock())
            )

    def _build(self, feed: Feed, section_id: int, number: int) -> FeedDocument:
        first = (number - 1) * self._size + 1
        found = archives.members(self._connection, section_id, first, number * self._size)
        held = articles.by_ids(
            self._connection, self._here(section_id, [article for _, article in found])
        )
        self._pictures.bring(held.values())
        return build(
            self._masthead,
            feed.channel,
            [held[article] for _, article in reversed(found) if article in held],
            entry=self._entries[feed.choice.content or "full"],
            items=None,
            ranked=True,
            pages=Pages(number, self.last(section_id)),
        )

    def _here(self, section_id: int, ids: Sequence[int]) -> list[int]:
        """Those of ``ids`` that are visible and still in the section or below it."""
        inside = set(self._tree.subtree(section_id)) - self._withheld
        where = visible.sections_of(self._connection, ids)
        return [number for number in ids if where.get(number) in inside]

    def _record(self) -> None:
        if self._fresh:
            with self._press.store.write() as connection:
                archives.record(connection, self._fresh)
            self._fresh = []
