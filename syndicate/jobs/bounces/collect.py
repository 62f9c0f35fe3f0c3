"""All that waits in the mailboxes of [mail.bounces], or in one that was named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from syndicate.config.mail import Bounces
from syndicate.jobs import names
from syndicate.jobs.bounces import imap, maildir
from syndicate.jobs.bounces.incoming import Incoming
from syndicate.jobs.bounces.taking import Effect, Taken, reads_of, take
from syndicate.jobs.press import Press, job
from syndicate.mail.bounces.finding import Reads, Report
from syndicate.mail.bounces.reading import read
from syndicate.model.errors import BounceError, ConfigurationError


@dataclass(slots=True)
class CollectReport:
    """What a collection did.

    ``taken`` has what is worth a line: everything that changed something or was
    not believed. ``unrecognised`` are mails that are no reports, with the
    reason where they could not even be read; they stay where they are.
    """

    reports: int = 0
    effects: Counter[Effect] = field(default_factory=Counter)
    taken: list[Taken] = field(default_factory=list)
    unrecognised: list[tuple[str, str]] = field(default_factory=list)

    def add(self, found: Iterable[Taken]) -> None:
        self.reports += 1
        for each in found:
            self.effects[each.effect] += 1
            if each.effect in ("suppressed", "held", "unbelieved", "counted"):
                self.taken.append(each)

    @property
    def held(self) -> tuple[str, ...]:
        """Domains that this collection has held."""
        return tuple(sorted({each.domain for each in self.taken if each.effect == "held"}))

    def summary(self) -> dict[str, Any]:
        return {
            "reports": self.reports,
            **dict(sorted(self.effects.items())),
            "unrecognised": len(self.unrecognised),
        }


def is_configured(settings: Bounces) -> bool:
    """Whether there is a mailbox to look into."""
    return settings.maildir is not None or bool(settings.host)


def collect(press: Press, *, dry_run: bool = False) -> CollectReport:
    """Look into every mailbox of [mail.bounces], and record the run."""
    settings = press.config.mail.bounces
    if not is_configured(settings):
        raise ConfigurationError(
            "[mail.bounces]", "names no mailbox", "give maildir, or host with user and password"
        )
    boxes = []
    if settings.maildir is not None:
        boxes.append(maildir.waiting(settings.maildir))
    if settings.host:
        boxes.append(imap.waiting(settings))
    return _run(press, chain.from_iterable(boxes), dry_run=dry_run)


def collect_from(press: Press, box: Path | None = None, *, dry_run: bool = False) -> CollectReport:
    """Look into one mailbox: the maildir ``box``, or the configured IMAP folder."""
    settings = press.config.mail.bounces
    if box is None and not settings.host:
        raise ConfigurationError(
            "[mail.bounces] host", "not given", "name the IMAP server that reports arrive at"
        )
    waiting = maildir.waiting(box) if box is not None else imap.waiting(settings)
    return _run(press, waiting, dry_run=dry_run)


def _run(press: Press, waiting: Iterable[Incoming], *, dry_run: bool) -> CollectReport:
    if dry_run:
        return gather(press, waiting, dry_run=True)
    with job(press, names.BOUNCES) as running:
        report = gather(press, waiting)
        running.note("ok", report.summary())
    return report


def gather(press: Press, waiting: Iterable[Incoming], *, dry_run: bool = False) -> CollectReport:
    """Take each mail into the store. In a dry run nothing is changed, here or there."""
    report, reads = CollectReport(), reads_of(press)
    rehearsed: list[Report] = []
    progress = press.progress("bounces")
    for number, mail in enumerate(waiting, 1):
        if press.stopping():
            break
        try:
            found = _read(mail, reads)
        except BounceError as error:
            report.unrecognised.append((mail.name, error.cause))
        else:
            if not found.findings:
                report.unrecognised.append((mail.name, "no report of any form that is known"))
            elif dry_run:
                rehearsed.append(found)
            else:
                report.add(_take(press, found))
                mail.done()
        progress(number, None)
    _rehearse(press, rehearsed, report)
    return report


def take_mail(press: Press, mail: Incoming, reads: Reads) -> tuple[Taken, ...]:
    """One mail; nothing where it is no report. Raises :class:`BounceError`."""
    found = _read(mail, reads)
    return _take(press, found) if found.findings else ()


def _read(mail: Incoming, reads: Reads) -> Report:
    if mail.fault:
        raise BounceError(mail.name, mail.fault)
    return read(mail.data, reads, recipients=mail.recipients)


def _take(press: Press, found: Report) -> tuple[Taken, ...]:
    with press.store.write() as connection:
        return take(press, connection, found)


def _rehearse(press: Press, reports: Sequence[Report], report: CollectReport) -> None:
    """Done as always, and undone: so that a dry run can't say anything else.

    All of them at once, for what becomes of one hangs on those before it; and
    once all were read, since nobody else can write meanwhile.
    """
    if not reports:
        return
    with press.store.write(dry_run=True) as connection:
        for each in reports:
            report.add(take(press, connection, each))
