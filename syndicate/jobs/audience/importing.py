"""Bringing subscribers in from a file, however long, and never anybody twice.

A batch of lines and the note of how far they go are one transaction: an import
that was killed goes on with the next line. Whoever has left, was erased or must
not be mailed stays so, whatever a file says: only its owner brings an address
back, or an operator by name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from syndicate.audience.candidate import Candidate, Terms
from syndicate.audience.roster import Flaw, Roster, Row
from syndicate.config.model import Newsletter
from syndicate.jobs import names
from syndicate.jobs.audience.intake import Found, Intake
from syndicate.jobs.audience.remarks import COUNTS, ImportReport, Remark
from syndicate.jobs.audience.seen import Seen
from syndicate.jobs.audience.wishes import offered_sections
from syndicate.jobs.press import Press, job
from syndicate.jobs.secrets import secrets_of
from syndicate.model.errors import SubscriberError, UsageError
from syndicate.store import imports

#: Lines in one transaction.
_BATCH: Final = 1000
_CHUNK: Final = 1 << 20


def import_subscribers(
    press: Press,
    file: Path,
    newsletter: str,
    *,
    confirmed: bool = False,
    dry_run: bool = False,
    tell: Callable[[Remark], object] = lambda _: None,
) -> ImportReport:
    """Subscribe those whom ``file`` names to ``newsletter``.

    ``confirmed`` says that they have consented already: they get the next
    edition. Otherwise each is asked by mail first. ``tell`` gets a remark for
    each line that adds nobody. Raises :class:`SubscriberError` where the file
    as a whole can't be read.
    """
    wanted = press.config.newsletter(newsletter)
    if wanted is None:
        known = ", ".join(letter.name for letter in press.config.newsletters) or "none"
        raise UsageError(
            f"newsletter {newsletter!r}", "not in the configuration", f"known are: {known}"
        )
    report = ImportReport(newsletter, confirmed, dry_run)
    with _opened(file) as stream:
        digest, total = _measure(stream)
        key = hashlib.sha256(f"{digest}:{newsletter}:{confirmed}".encode()).hexdigest()
        work = _Work(press, wanted, report, key, tell)
        if dry_run:
            work.run(Roster(stream, file.name), total)
            return report
        with job(press, names.IMPORT) as running:
            work.run(Roster(stream, file.name), total)
            running.note("partly" if report.bad or report.stopped else "ok", report.summary())
    return report


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    try:
        with file.open("rb") as stream:
            yield stream
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise SubscriberError(str(file), reason, "name a file this user can read") from error


def _measure(stream: BinaryIO) -> tuple[str, int]:
    """A file's own hash, and how many lines it has."""
    digest, lines = hashlib.sha256(), 0
    while data := stream.read(_CHUNK):
        digest.update(data)
        lines += data.count(b"\n")
    stream.seek(0)
    return digest.hexdigest(), lines


class _Work:
    """One import under way."""

    def __init__(
        self,
        press: Press,
        newsletter: Newsletter,
        report: ImportReport,
        key: str,
        tell: Callable[[Remark], object],
    ) -> None:
        self._press, self._newsletter, self._report = press, newsletter, report
        self._key, self._tell = key, tell
        # What is found out while a batch is read and while it is looked up is told in order.
        self._remarks: list[Remark] = []
        self._intake = Intake(press, newsletter, report, self._remarks.append)
        self._secrets = secrets_of(press)
        with press.store.read() as connection:
            self._terms = Terms(
                newsletter=newsletter.name,
                languages=newsletter.tongues,
                cadences=[schedule.cadence for schedule in newsletter.schedules],
                sections=offered_sections(connection, press.config, newsletter),
            )

    def run(self, roster: Roster, total: int) -> None:
        report = self._report
        report.ignored = roster.ignored
        if not report.dry_run:
            self._go_on()
        progress = self._press.progress(f"importing into {self._newsletter.name}")
        line, taken = 0, report.resumed
        with closing(Seen()) as seen:
            batch: list[Found] = []
            for each in roster:
                line = each.line
                found = self._read(each, seen, counted=line > report.resumed)
                if found is not None:
                    batch.append(found)
                if line - taken >= _BATCH:
                    self._take(batch, line)
                    batch, taken = [], line
                    progress(line, total)
                    if self._press.stopping():
                        report.stopped = True
                        return
            self._take(batch, line)
        if not report.dry_run:
            with self._press.store.write() as connection:
                imports.finish(connection, self._key, now=self._press.clock())

    def _go_on(self) -> None:
        with self._press.store.write() as connection:
            held = imports.begin(connection, self._key, now=self._press.clock())
        self._report.resumed = held.line
        for name in COUNTS:
            setattr(self._report, name, held.summary.get(name, 0))

    def _read(self, each: Row | Flaw, seen: Seen, *, counted: bool) -> Found | None:
        """Somebody to look up; lines that were done before are only noted."""
        report = self._report
        report.lines += counted
        candidate = (each,) if isinstance(each, Flaw) else self._candidate(each)
        if candidate is None:
            report.passed_over += counted
            return None
        if isinstance(candidate, tuple):
            self._refuse(candidate, counted=counted)
            return None
        fingerprint = self._secrets.fingerprint(candidate.address.canonical)
        before = seen.note(fingerprint, each.line)
        if before is None:
            return Found(candidate, fingerprint) if counted else None
        if counted:
            report.duplicates += 1
            cause = f"the same address as in line {before}"
            self._remarks.append(Remark(each.line, "duplicate", "email", cause))
        return None

    def _candidate(self, row: Row) -> Candidate | tuple[Flaw, ...] | None:
        """Somebody, or what is wrong; None for a line that is not for this newsletter."""
        return None if self._terms.passes_over(row) else self._terms.read(row)

    def _refuse(self, flaws: tuple[Flaw, ...], *, counted: bool) -> None:
        if counted:
            self._report.bad += 1
            for flaw in flaws:
                remark = Remark(flaw.line, "bad", flaw.field, flaw.cause, flaw.way_out)
                self._remarks.append(remark)

    def _take(self, batch: list[Found], line: int) -> None:
        """Look a batch up and, unless it is a dry run, write what is new of it."""
        store, report = self._press.store, self._report
        if report.dry_run:
            with store.read() as connection:
                self._intake.sort(connection, batch)
        else:
            with store.write() as connection:
                self._intake.write(connection, self._intake.sort(connection, batch))
                imports.advance(connection, self._key, line=line, summary=report.summary())
        for remark in sorted(self._remarks, key=lambda remark: remark.line):
            self._tell(remark)
        self._remarks.clear()
