"""Reading a source into the store.

A pass scans the folder, reads what is new or changed, reading by reading in
the order of their moments, and merges it in batches. What was merged stays
when the pass is interrupted: the next one goes on with the rest.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from syndicate.config.model import Source
from syndicate.ingest import registry
from syndicate.ingest.folder import Reading, Scan, scan
from syndicate.ingest.origin import Origin
from syndicate.ingest.pool import Outcome, read_files
from syndicate.jobs.press import Press, job
from syndicate.model.errors import PageError, SourceError, UsageError
from syndicate.store import articles, sources, views, visible
from syndicate.store.merge import merge
from syndicate.store.rows import HASH_VERSION

#: Files merged in one transaction.
_BATCH = 250

#: A pass that would remove more than this share of a source is refused.
_MOST_REMOVED = 0.2


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong with one file. ``field`` is the part of the page, where one is at fault."""

    file: str
    cause: str
    field: str = ""
    way_out: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.cause}{f'; {self.way_out}' if self.way_out else ''}"


@dataclass(slots=True)
class IngestReport:
    """What a pass over one source did; all but ``views_moved`` count files or articles.

    ``same`` were read again and said the same; ``unchanged`` were not read.
    """

    source: str
    readings: list[datetime] = field(default_factory=list)
    files: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    unchanged: int = 0
    removed: int = 0
    views_moved: int = 0
    warnings: list[Problem] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        return {
            "files": self.files,
            "new": self.new,
            "changed": self.changed,
            "removed": self.removed,
            "views_moved": self.views_moved,
            "warnings": len(self.warnings),
            "errors": len(self.errors),
        }


def ingest(
    press: Press, name: str, *, dry_run: bool = False, remove_many: bool = False
) -> IngestReport:
    """Read what is new or changed in the source called ``name``.

    With ``remove_many`` missing articles are removed however many they are.
    Raises :class:`SourceError` where the source as a whole can't be read.
    """
    source = press.config.source(name)
    if source is None:
        raise UsageError(f"source {name!r}", "not in the configuration")
    if dry_run:
        return _Pass(press, source, dry_run=True, remove_many=remove_many).run()
    with job(press, f"ingest:{name}") as running:
        report = _Pass(press, source, dry_run=False, remove_many=remove_many).run()
        running.note("partly" if report.errors else "ok", report.summary())
    return report


class _Pass:
    """One pass over one source."""

    def __init__(self, press: Press, source: Source, *, dry_run: bool, remove_many: bool) -> None:
        self._press, self._source = press, source
        self._dry_run, self._remove_many = dry_run, remove_many
        self._origin = Origin(source.url, source.timezone, source.language, source.path)
        self._moment = press.shown
        self._recipe = _recipe(source)
        self._refresh = False
        self._read_keys: set[str] = set()
        self._id = 0
        self._done = 0
        self._report = IngestReport(source.name)

    def run(self) -> IngestReport:
        known = self._known_files()
        found = scan(
            self._source.path,
            known=known,
            moment=self._moment,
            zone=self._source.zone,
            looked_ns=time.time_ns(),
        )
        del known
        self._report.files, self._report.unchanged = found.seen, found.unchanged
        self._report.errors += [
            Problem(self._named(path), cause)
            for path, _, cause in (text.rpartition(": ") for text in found.problems)
        ]
        tell = self._press.progress(f"reading {self._source.name}")
        for reading in found.readings:
            self._read(reading, lambda done: tell(done, found.changed))
            if self._press.stopping():
                return self._report
        self._finish(found)
        return self._report

    def _known_files(self) -> dict[str, str]:
        with self._press.store.write(dry_run=self._dry_run) as connection:
            held = sources.ensure(connection, self._source.name, self._source.kind)
            self._id = held.id
            if held.recipe not in ("", self._recipe):
                # Read by other rules than today's: every page is worth another look.
                self._refresh = True
                return {}
            if held.recipe != self._recipe:
                sources.set_recipe(connection, held.id, self._recipe)
            return sources.known_files(connection, held.id)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._press.store.write(dry_run=self._dry_run) as connection:
            if self._dry_run:
                # The last one's end took a new source with it.
                self._id = sources.ensure(connection, self._source.name, self._source.kind).id
            yield connection

    def _read(self, reading: Reading, tell: Any) -> None:
        self._report.readings.append(reading.moment)
        outcomes = read_files(
            reading.files,
            self._origin,
            root=self._source.path,
            kind=self._source.kind,
            workers=_workers(),
        )
        for batch in _batches(outcomes):
            self._merge(batch, reading)
            self._done += len(batch)
            tell(self._done)
            if self._press.stopping():
                return

    def _merge(self, batch: Sequence[Outcome], reading: Reading) -> None:
        good = [(outcome.file, outcome.page) for outcome in batch if outcome.page is not None]
        for outcome in batch:
            self._note(outcome)
        with self._writing() as connection:
            done = merge(
                connection,
                self._id,
                [page for _, page in good],
                reading.moment,
                refresh=self._refresh,
            )
            sources.remember_files(
                connection,
                self._id,
                [(file.path, file.fingerprint, page.key, reading.dated) for file, page in good],
            )
            sources.record_reading(connection, self._id, reading.moment)
        # A dry run forgets each batch: what it has met before is not new again.
        met = sum(key in self._read_keys for key in done.new)
        self._read_keys.update(page.key for _, page in good)
        self._report.new += len(done.new) - met
        self._report.changed += len(done.changed)
        self._report.same += len(done.same) + len(done.outdated) + met
        self._report.views_moved += done.views_moved

    def _note(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            name = self._named(outcome.file.path)
            self._report.errors.append(_problem(name, outcome.error))
        elif outcome.page is not None and outcome.page.warnings:
            name = self._named(outcome.file.path)
            self._report.warnings += [Problem(name, text) for text in outcome.page.warnings]

    def _finish(self, found: Scan) -> None:
        """What only a whole pass can tell: which pages have gone."""
        lost = self._lost(found.gone) if self._source.missing == "remove" else set()
        with self._writing() as connection:
            if self._source.missing == "remove":
                lost = articles.still_there(connection, self._id, lost)
                self._refuse_many(len(lost), visible.count(connection, self._id))
                articles.remove(connection, self._id, lost, self._moment)
            sources.forget_files(connection, self._id, found.gone)
            if self._refresh:
                sources.set_recipe(connection, self._id, self._recipe)
            if sources.has_live_files(connection, self._id):
                sources.record_reading(connection, self._id, self._moment)
            views.thin(connection, self._moment)
        self._report.removed = len(lost)

    def _lost(self, gone: Sequence[str]) -> set[str]:
        """Keys of articles whose last page is among the paths that have gone."""
        with self._press.store.read() as connection:
            keys = set(sources.keys_of_files(connection, self._id, gone).values())
            held = sources.keys_held_elsewhere(connection, self._id, keys, gone)
        return keys - held - self._read_keys

    def _refuse_many(self, lost: int, whole: int) -> None:
        if lost > whole * _MOST_REMOVED and not self._remove_many:
            raise SourceError(
                f"source {self._source.name}",
                f"{lost} of its {whole} articles have lost their pages in "
                f"{self._source.path}, more than a fifth",
                "check that the folder is mounted; if they are meant to go, say: "
                f"syndicate ingest {self._source.name} --yes",
            )

    def _named(self, path: str) -> str:
        """A file as a person finds it: from the site's folder if it lies in there."""
        whole = self._source.path / path
        root = self._press.config.root
        return str(whole.relative_to(root)) if whole.is_relative_to(root) else str(whole)


def _problem(name: str, error: PageError) -> Problem:
    return Problem(name, error.cause, error.field, error.way_out)


def _recipe(source: Source) -> str:
    """What a page's content follows from besides its bytes."""
    made_of = (
        source.kind,
        registry.REVISIONS[source.kind],
        HASH_VERSION,
        source.url,
        source.timezone,
        source.language,
    )
    return hashlib.sha256(repr(made_of).encode()).hexdigest()


def _batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    return iter(lambda: list(islice(outcomes, _BATCH)), [])


def _workers() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
