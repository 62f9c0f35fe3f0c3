"""The archives of sections (RFC 5005): written once filled, and again only to correct them.

A document is rewritten when the next one comes to stand behind it, when an
article in it was corrected, and when one was withdrawn; never for anything else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.feeds import compress, files
from syndicate.feeds.discovery import public_address
from syndicate.feeds.document import Masthead, archive_name
from syndicate.feeds.entries import EntryBuilder
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press
from syndicate.jobs.publishing import inventory
from syndicate.jobs.publishing.catalog import Feed
from syndicate.jobs.publishing.packer import Packer, copy_of, remove_copies
from syndicate.jobs.publishing.scribe import Done, Order, Scribe
from syndicate.jobs.publishing.writer import broken_rules, size_of
from syndicate.model.section import SectionTree
from syndicate.store import archives, facts, feed_states, sources
from syndicate.store.archives import Written
from syndicate.store.feed_states import FeedState

#: How many documents are recorded in one transaction, where this process writes them.
_BATCH = 20

#: Up to this many documents are written in this process: starting workers costs more.
FEW = 100

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


def wanted_size(config: Config) -> int:
    """How many entries the configuration wants a document to have; 1 if it wants none.

    No more than a feed holds, or feeds would have to grow to meet their archive.
    """
    return min(config.feeds.archive, config.feeds.items) or 1


class Archives:
    """The archives of one publish.

    ``doubting`` has it looked at whether each document is there, and its copies.
    """

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
        doubting: bool,
    ) -> None:
        self._doubting = doubting
        self._press, self._connection = press, connection
        self._masthead, self._tree = masthead, tree
        self._withheld, self._pictures = frozenset(withheld), pictures
        self._moments = sources.latest_reading(connection), press.shown
        # What is withheld from readers is withheld from archives too.
        self._hidden = repr(sorted(withheld))
        self._rebuild = rebuild or (facts.read(connection, _HIDDEN) or "[]") != self._hidden
        self._output = press.config.feeds.output
        self._size = archives.size(connection, wanted_size(press.config))
        self._positions = archives.last_positions(connection)
        self._counts = archives.count_written(connection)
        self._scribe = Scribe(
            connection,
            self._output,
            masthead,
            tree,
            withheld,
            pictures,
            entries,
            size=self._size,
        )
        self._unpacked: list[str] = []
        self._written = self._bytes = 0
        self._compressed = press.config.feeds.compress
        left = facts.read(connection, _WHOLE)
        self._unfinished = left == "no" or (left == "bare" and self._compressed)

    def warnings(self) -> Iterator[str]:
        """What the configuration asks for and can't have."""
        asked = self._press.config.feeds.archive
        if asked and self._size not in (asked, wanted_size(self._press.config)):
            yield (
                f"[feeds] archive: archives were begun with {self._size} entries a document, and "
                f"stay so, since documents never change their entries; write archive = "
                f"{self._size}, or to begin anew publish once with archive = 0"
            )

    def last(self, section_id: int) -> int:
        """The number of the newest filled document; 0 if there is none."""
        return self._positions.get(section_id, 0) // self._size

    def unarchived(self, section_id: int) -> list[int]:
        """The articles that have arrived since the newest document was filled, newest first."""
        first = self.last(section_id) * self._size + 1
        return self._scribe.shown(section_id, first, self._positions.get(section_id, 0))

    def write(self, feeds: Sequence[Feed]) -> ArchiveReport:
        """Write what is new, and what has to be corrected; then the compressed copies."""
        due = self._in_order_of_arrival(self._due(feeds))
        if self._unfinished:
            self._find_unfinished(feeds)
        elif due:
            self._unfinished = True
            with self._press.store.write() as connection:
                facts.write(connection, _WHOLE, "no")
        tell = self._press.progress("archives")
        errors: list[str] = []
        findings: list[str] = []
        finished = 0
        tell(0, len(due))
        for orders, done in self._carried_out(due):
            self._record(done)
            errors += done.errors
            findings += self._findings(done)
            finished += orders
            tell(finished, len(due))
        if not errors and not self._press.stopping():
            with self._press.store.write() as connection:
                archives.note_corrected(connection, facts.revision(self._connection))
                facts.write(connection, _HIDDEN, self._hidden)
        documents = sum(self.last(feed.section_id) for feed in feeds if feed.section_id)
        return ArchiveReport(documents, self._written, self._bytes, (*errors, *findings))

    def _findings(self, done: Done) -> Iterator[str]:
        """The rules of feeds that documents break, where those that are written are checked."""
        if not self._press.config.feeds.check:
            return
        for copy in done.copies:
            if copy.changed:
                data = (self._output / copy.path).read_bytes()
                yield from broken_rules(
                    copy.path, data, public_address(self._masthead.url, copy.path)
                )

    def retire(self, feeds: Sequence[Feed]) -> int:
        """Take away the archives of sections and formats that are given up; returns how many."""
        kept = {(feed.section_id, name) for feed in feeds for name in feed.formats}
        if not self._press.config.feeds.archive:
            kept = set()
        gone = 0
        for section_id, name in self._counts:
            section = self._tree.get(section_id)
            if (section_id, name) in kept or section is None or name not in FORMATS:
                continue
            numbers = archives.numbers_written(self._connection, section_id, name)
            for number in numbers:
                path = f"{section.slug}/{archive_name(FORMATS[name].file_name, number)}"
                gone += files.remove(self._output / path)
                remove_copies(self._output / path)
            with self._press.store.write() as connection:
                feed_states.give_up(connection, section.slug, self._shown(section_id, numbers))
                archives.forget(connection, section_id, name)
        if gone or self._doubting:
            archived = {section_id for section_id, _ in kept}
            for section in self._tree:
                if section.id not in archived:
                    inventory.prune(self._output / section.slug / inventory.ARCHIVE)
        return gone

    def _shown(self, section_id: int, numbers: Collection[int]) -> dict[int, FeedState]:
        known = archives.states(self._connection, section_id, numbers)
        return {number: state for number, state in known.items() if state is not None}

    def compress(self) -> tuple[str, ...]:
        """Write the compressed copies of what was written: after the feeds are out.

        Returns what went wrong; the next publish then looks for what is missing.
        """
        problems: dict[Path, str] = {}
        if self._compressed:
            packer = Packer()
            for path in self._unpacked:
                packer.add(self._output / path, compress.ARCHIVED)
            problems = packer.pack(self._press.progress("compressing archives"))
        if self._unfinished and not problems:
            with self._press.store.write() as connection:
                facts.write(connection, _WHOLE, "yes" if self._compressed else "bare")
        return tuple(problems.values())

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

    def _due(self, feeds: Iterable[Feed]) -> Iterator[Order]:
        corrected: dict[int, set[int]] = {}
        for section_id, position in archives.changed_since(
            self._connection, archives.corrected_until(self._connection)
        ):
            corrected.setdefault(section_id, set()).add((position - 1) // self._size + 1)
        for feed in feeds:
            if feed.section_id is None:
                continue
            last = self.last(feed.section_id)
            amended = corrected.get(feed.section_id, set())
            wanted: dict[int, list[str]] = {}
            lost = self._lost(feed, last)
            for name in feed.formats:
                count = self._counts.get((feed.section_id, name), 0)
                due = lost.get(name, set()) | amended
                for number in self._numbers(count, last, due, feed.section_id, name):
                    wanted.setdefault(number, []).append(name)
            moments = tuple(filter(None, (feed.removal, *self._moments)))
            known = archives.states(self._connection, feed.section_id, wanted)
            fresh = wanted.keys() - known.keys()
            known |= feed_states.given_up(self._connection, feed.folder, fresh)
            for number in sorted(wanted):
                yield Order(
                    feed.section_id,
                    feed.channel,
                    feed.choice.content or "full",
                    number,
                    last,
                    tuple(wanted[number]),
                    known.get(number),
                    moments,
                    number in amended or number in fresh,
                )

    def _lost(self, feed: Feed, last: int) -> dict[str, set[int]]:
        """The numbers of a section's documents that are gone from the disk, by format.

        Where nobody else has been at work the first and the last stand for all, of
        which there may be thousands.
        """
        counts = {
            name: min(count, last)
            for name in feed.formats
            if (count := self._counts.get((feed.section_id or 0, name), 0))
        }
        if not self._doubting and not any(
            self._is_lost(feed.folder, name, number)
            for name, count in counts.items()
            for number in {1, count}
        ):
            return {}
        copies = compress.ARCHIVED if self._compressed else ()
        folder = self._output / feed.folder
        found = inventory.of_archive(folder, counts, last=last, copies=copies)
        for name in found.surplus:
            files.remove(folder / inventory.ARCHIVE / name)
        self._unpacked += [f"{feed.folder}/{path}" for path in found.bare]
        return found.lost

    def _is_lost(self, folder: str, name: str, number: int) -> bool:
        path = f"{self._output}/{folder}/{archive_name(FORMATS[name].file_name, number)}"
        return size_of(path) is None

    def _in_order_of_arrival(self, due: Iterable[Order]) -> list[Order]:
        """One tree of sections after the other, so that what documents share is built once."""
        found = list(due)
        if len(found) < 2:
            return found
        filled = archives.last_members(self._connection, self._size)

        def place(order: Order) -> tuple[int, int, int]:
            top = self._tree.path(order.section_id)[0].id
            return top, filled.get((order.section_id, order.number), 0), order.section_id

        return sorted(found, key=place)

    def _carried_out(self, due: Sequence[Order]) -> Iterator[tuple[int, Done]]:
        """Write what is due, here or in workers: (how many orders, what came of them)."""
        if len(due) > FEW and ":memory:" not in self._press.store.name:
            yield from self._by_workers(due)
            return
        orders = iter(due)
        while not self._press.stopping() and (some := list(islice(orders, _BATCH))):
            yield len(some), self._scribe.write(some)

    def _by_workers(self, due: Sequence[Order]) -> Iterator[tuple[int, Done]]:
        # Most publishes need no workers, nor what is imported for them.
        from syndicate.jobs.publishing import crew

        brief = crew.Brief(
            config=self._press.config,
            store=self._press.store.engine.url.render_as_string(hide_password=False),
            now=self._press.clock(),
            masthead=self._masthead,
            tree=self._tree,
            withheld=self._withheld,
            size=self._size,
        )
        lost = False
        for parcel in crew.write(
            due,
            brief,
            workers=crew.count(),
            here=self._scribe.write,
            stopping=self._press.stopping,
        ):
            self._pictures.adopt(parcel.fresh, parcel.warnings)
            lost = lost or parcel.lost
            yield parcel.orders, parcel.done
        if lost:
            for slug in {order.channel.slug for order in due}:
                files.sweep(self._output / slug / "archive")

    def _numbers(
        self, count: int, last: int, corrected: set[int], section_id: int, name: str
    ) -> set[int]:
        # More than there can be: the size is another, or some are lost.
        if self._rebuild or count > last:
            return set(range(1, last + 1))
        found = {number for number in corrected if number <= last}
        if count < last:
            held = archives.numbers_written(self._connection, section_id, name)
            fresh = set(range(1, last + 1)) - held
            # The one before a new one gets its link to it.
            found |= fresh | {number - 1 for number in fresh if number > 1}
        return found

    def _record(self, done: Done) -> None:
        now = self._press.clock()
        for copy in done.copies:
            if copy.changed:
                self._written += 1
                self._bytes += copy.length
            if self._lacks_copies(copy.path):
                self._unpacked.append(copy.path)
        fresh = [
            Written(
                copy.section_id,
                copy.format,
                copy.number,
                copy.sha256,
                copy.length,
                now,
                copy.state.shown,
                copy.state.updated,
            )
            for copy in done.copies
        ]
        if fresh:
            with self._press.store.write() as connection:
                archives.record(connection, fresh)
