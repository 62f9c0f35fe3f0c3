"""All that waits in the mailboxes of [mail.bounces], or in one that was named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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
from syndicate.mail.bounces.finding import Reads
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
    progress = press.progress("bounces")
    for number, mail in enumerate(waiting, 1):
        if press.stopping():
            break
        try:
            found = take_mail(press, mail, reads, dry_run=dry_run)
        except BounceError as error:
            report.unrecognised.append((mail.name, error.cause))
        else:
            if found:
                report.add(found)
                if not dry_run:
                    mail.done()
            else:
                report.unrecognised.append((mail.name, "no report of any form that is known"))
        progress(number, None)
    return report


def take_mail(
    press: Press, mail: Incoming, reads: Reads, *, dry_run: bool = False
) -> tuple[Taken, ...]:
    """One mail; nothing where it is no report. Raises :class:`BounceError`."""
    if mail.fault:
        raise BounceError(mail.name, mail.fault)
    report = read(mail.data, reads, recipients=mail.recipients)
    if not report.findings:
        return ()
    with press.store.write() as connection:
        if not dry_run:
            return take(press, connection, report)
        # Done as always, and undone: so that a dry run can't say anything else.
        trial = connection.begin_nested()
        try:
            return take(press, connection, report)
        finally:
            trial.rollback()
