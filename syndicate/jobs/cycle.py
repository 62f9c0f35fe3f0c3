"""One whole cycle: read, publish, tell the hubs, make what is due, mail it, take back what returns.

A part that fails leaves the others their turn; the report says how each ended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from syndicate.jobs import digest, ingest, letters, names, publish, push
from syndicate.jobs.audience import tidying
from syndicate.jobs.bounces import collect as bounces
from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.delivery.rehearsal import Prospect, prospect
from syndicate.jobs.delivery.report import DeliveryReport
from syndicate.jobs.press import Press
from syndicate.model.errors import LeaseHeldError, SyndicateError

Report = TypeVar("Report")


@dataclass(slots=True)
class CycleReport:
    """What a cycle did. ``errors`` are of parts that failed as a whole.

    Of a ``dry_run`` it is what each part would do; ``prospects`` are the mails
    that would go out, ``stuck`` the editions of which none would before somebody
    has mended something, and ``letters`` the number of letters.
    """

    dry_run: bool = False
    ingested: list[ingest.IngestReport] = field(default_factory=list)
    published: publish.PublishReport | None = None
    pushed: push.PushReport | None = None
    editions: list[digest.DigestReport] = field(default_factory=list)
    bounced: bounces.CollectReport | None = None
    lettered: letters.LettersReport | None = None
    delivered: DeliveryReport | None = None
    prospects: list[Prospect] = field(default_factory=list)
    stuck: list[Prospect] = field(default_factory=list)
    letters: int = 0
    errors: list[str] = field(default_factory=list)
    #: Parts that another process was doing.
    waived: list[str] = field(default_factory=list)

    @property
    def partly(self) -> bool:
        """Whether something met errors, though something was done."""
        parts = (*self.ingested, self.published, self.delivered)
        held = self.delivered is not None and self.delivered.waits
        unsent = self.lettered is not None and bool(self.lettered.warnings)
        return (
            held
            or unsent
            or bool(self.stuck)
            or bool(self.errors)
            or any(part is not None and part.errors for part in parts)
        )

    @property
    def failed(self) -> bool:
        """Whether nothing was done at all."""
        told = self.pushed is not None and self.pushed.tried
        mailed = self.bounced or self.lettered or self.delivered
        done = self.ingested or self.published or told or self.editions or mailed
        foreseen = self.prospects or self.stuck or self.letters
        return bool(self.errors) and not (done or foreseen)


def run_cycle(
    press: Press,
    *,
    wanted: Collection[str] | None = None,
    lane: names.Lane | None = None,
    dry_run: bool = False,
) -> CycleReport:
    """Run the jobs called ``wanted`` (see ``jobs.names``), or all; of one ``lane``, or of all.

    Publishing follows every reading, and pushing every publishing: they cost
    next to nothing where nothing has changed. A ``dry_run`` is made of those
    of the parts, each with the store as it is: only into a store that is gone
    afterwards anyway is read for the parts behind.
    """

    def asked(job: str) -> bool:
        return (wanted is None or job in wanted) and lane in (None, names.lane(job))

    report = CycleReport(dry_run=dry_run)
    reads = dry_run and not press.store.is_fleeting
    for source in press.config.sources:
        if asked(names.ingest(source.name)):
            made = _attempt(
                report, press, partial(ingest.ingest, press, source.name, dry_run=reads)
            )
            if made is not None:
                report.ingested.append(made)
    if report.ingested or asked(names.PUBLISH):
        report.published = _attempt(report, press, partial(publish.publish, press, dry_run=dry_run))
    if report.published or asked(names.PUSH):
        report.pushed = _attempt(report, press, partial(push.push, press, dry_run=dry_run))
    for newsletter in press.config.newsletters:
        for schedule in newsletter.schedules:
            if asked(names.digest(newsletter, schedule.cadence)):
                part = partial(
                    digest.make_due, press, newsletter.name, schedule.cadence, dry_run=dry_run
                )
                edition = _attempt(report, press, part)
                if edition is not None:
                    report.editions.append(edition)
    # What came back comes first: it says who must not be mailed.
    if asked(names.BOUNCES) and bounces.is_configured(press.config.mail.bounces):
        report.bounced = _attempt(report, press, partial(bounces.collect, press, dry_run=dry_run))
    if dry_run:
        return _foreseen(report, press, post=asked(names.LETTERS), mail=asked(names.DELIVERY))
    if asked(names.LETTERS):
        report.lettered = _attempt(report, press, partial(letters.send_due, press))
    if asked(names.DELIVERY):
        report.delivered = _attempt(report, press, partial(deliver_due, press))
    # Of no interest to whoever asked for a run: said in the table of runs alone.
    if asked(names.TIDYING) and press.config.newsletters:
        _attempt(report, press, partial(tidying.tidy_due, press))
    return report


def _foreseen(report: CycleReport, press: Press, *, post: bool, mail: bool) -> CycleReport:
    """With what would be mailed."""
    if post:
        report.letters = _attempt(report, press, partial(letters.waiting, press)) or 0
    if mail:
        found = _attempt(report, press, partial(prospect, press)) or []
        report.prospects = [each for each in found if each.due]
        report.stuck = [each for each in found if each.is_stuck]
    return report


def _attempt(report: CycleReport, press: Press, part: Callable[[], Report]) -> Report | None:
    if press.stopping():
        return None
    try:
        return part()
    except LeaseHeldError as error:
        report.waived.append(str(error))
    except SyndicateError as error:
        report.errors.append(str(error))
    return None
