"""``syndicate deliver``: send the editions that are due."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mailing import (
    doubt_line,
    held_data,
    held_lines,
    left_again,
    state_lines,
    waiting_data,
    waiting_lines,
    way_on,
    when_due,
)
from syndicate.cli.options import an_address, dry_run_option, json_option
from syndicate.cli.output import Column, write_json, write_line, write_note, write_table
from syndicate.cli.progress import Line
from syndicate.cli.work import open_work
from syndicate.model.errors import ExitCode

if TYPE_CHECKING:
    from syndicate.jobs.delivery.rehearsal import Prospect
    from syndicate.jobs.delivery.report import DeliveryReport, EditionDelivery
    from syndicate.jobs.delivery.witness import Tally
    from syndicate.model.delivery import Outcome

#: How long a delivery that a person started waits for rows that are due soon.
_LINGER = timedelta(minutes=1)


@click.command(short_help="Send the editions that are due.")
@click.argument("edition", default="", metavar="[EDITION|NEWSLETTER]")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Send at most N mails.")
@click.option(
    "--test",
    "address",
    metavar="ADDRESS",
    help="Send one mail of the edition there, beside the ledger.",
)
@dry_run_option
@json_option
@pass_context
def deliver(
    context: Context,
    edition: str,
    limit: int | None,
    address: str | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Send what is due: of EDITION, of a NEWSLETTER, or of all.

    EDITION is a newsletter's name and a period: weekly/2026-W04. Whoever has
    had it does not get it again, however often this is run, stopped or killed.
    Run twice at once, the two share the work. SIGTERM or Ctrl-C ends it when what
    is on the wire has been answered, within half a minute; a second one ends it
    at once.

    Editions that wait for a person are named, with what to do. Exits with 4
    where something could not be sent for good, an edition or a receiving domain
    is held, an edition has paused by itself, mails in doubt have to be settled,
    or a mail server can't be used.

    With --dry-run the mails are composed and looked at as well, and thrown away:
    it says which editions would be held, and why.

    \b
    Example:
      syndicate deliver
      syndicate deliver weekly/2026-W04 --dry-run
      syndicate deliver weekly --test editor@example.org
    """
    from syndicate.jobs.delivery import control, rehearsal
    from syndicate.jobs.delivery import deliver as jobs

    if address is not None:
        if not edition:
            raise click.UsageError("Name the newsletter or edition to send a test of")
        an_address(address, "--test")
        if dry_run:
            with open_work(context, quiet=as_json, scratch=True) as press:
                _tell_test(control.full_name(press, edition), address, as_json)
            return ExitCode.OK
        with open_work(context, quiet=as_json) as press:
            outcome = rehearsal.send_test(press, edition, address)
        return _told_test(outcome, as_json)
    if dry_run:
        with open_work(context, quiet=as_json, scratch=True) as press:
            prospects = rehearsal.prospect(press, edition, limit=limit)
        _tell_prospects(prospects, as_json)
        stuck = any(each.is_stuck for each in prospects)
        return ExitCode.PARTLY if stuck else ExitCode.OK
    line = Line()
    with (
        open_work(context, quiet=as_json, line=line, patient=True) as press,
        _bar(context.config.site.zone, line, quiet=as_json or context.quiet) as listen,
    ):
        report = jobs.deliver(press, edition, limit=limit, linger=_LINGER, listen=listen)
    if as_json:
        write_json(report_data(report))
    else:
        _tell(report, context.now(), context.config.site.zone)
    if context.interrupted:
        raise click.Abort
    partly = report.errors or report.waits or report.summary()["failed"]
    return ExitCode.PARTLY if partly else ExitCode.OK


def report_data(report: DeliveryReport) -> dict[str, Any]:
    """A report as programs read it."""
    return {
        **report.summary(),
        "editions": [
            {
                "edition": each.edition,
                "state": each.state,
                "reason": each.reason,
                "accepted": each.done.accepted,
                "deferred": each.done.deferred,
                "failed": each.done.failed,
                "in_doubt": each.done.doubtful,
                "left_out": each.done.left_out,
                "counts": each.counts,
                "due": each.due,
                "unsettled": each.unsettled,
                "error": each.error or each.waived,
            }
            for each in report.editions
        ],
        "waiting": [waiting_data(each.edition, each.state, each.reason) for each in report.waiting],
        "recovered": report.recovered,
        "left_again": report.left_again,
        "held": [held_data(domain) for domain in report.held],
        "errors": report.errors,
    }


def edition_line(each: EditionDelivery) -> str:
    """What was done for an edition, and how it stands: one line, or more for several gates."""
    done = each.done
    parts = [f"{done.accepted:,} accepted" if done.tried else "nothing sent"]
    parts += [f"{done.deferred:,} deferred"] if done.deferred else []
    parts += [f"{done.failed:,} failed"] if done.failed else []
    parts += [f"{done.doubtful:,} in doubt"] if done.doubtful else []
    parts += [f"{done.left_out:,} left out"] if done.left_out else []
    said = ", ".join(parts)
    return "\n".join(state_lines(f"{each.edition}: {said}; ", each.state, each.reason))


def _tell(report: DeliveryReport, now: datetime, zone: tzinfo) -> None:
    if not report.editions and not report.waiting:
        write_line("Nothing is due.")
    for each in report.editions:
        write_line(edition_line(each))
        if way := way_on(each.edition, each.state, each.reason):
            write_line(f"  {way}")
        if each.unsettled:
            write_line(f"  {doubt_line(each.edition, each.unsettled)}")
        if each.due is not None and each.state == "sending":
            write_line(f"  goes on: {when_due(each.due, now, zone)}")
        for trouble in filter(None, (each.error, each.waived)):
            said = each.troubled(trouble)
            write_note(f"error: {said}" if each.error else said)
    for each in report.waiting:
        for line in waiting_lines(each.edition, each.state, each.reason):
            write_line(line)
    if report.recovered.doubtful:
        write_note(f"{report.recovered.doubtful} mails were on the wire when a process died")
    if report.left_again:
        write_note(left_again(report.left_again))
    for line in held_lines(report.held):
        write_note(f"warning: {line}")


def _tell_prospects(prospects: list[Prospect], as_json: bool) -> None:
    if as_json:
        write_json({"dry_run": True, "editions": prospects})
        return
    if not prospects:
        write_line("Nothing is due.")
    write_table(
        [
            "edition",
            "state",
            Column("might get it", "right"),
            Column("left out", "right"),
            Column("would be sent", "right"),
        ],
        [
            (each.edition, each.state, each.candidates, each.left_out, each.due)
            for each in prospects
        ],
    )
    for each in prospects:
        for line in prospect_lines(each):
            write_line(line)
        if each.error:
            write_note(f"error: {each.error}")


def prospect_lines(each: Prospect) -> list[str]:
    """Why nothing would go out of an edition; empty where mails would."""
    from syndicate.store import mailings

    if each.state == each.before:
        stays = each.state in mailings.WAITING
        return waiting_lines(each.edition, each.state, each.reason) if stays else []
    return state_lines(f"{each.edition}: would be ", each.state, each.reason)


def _tell_test(edition: str, address: str, as_json: bool) -> None:
    if as_json:
        write_json({"dry_run": True, "edition": edition, "address": address})
    else:
        write_line(f"{edition}: one mail would be sent to {address}")


def _told_test(outcome: Outcome, as_json: bool) -> int:
    if as_json:
        write_json(outcome)
    else:
        reply = outcome.reply
        said = " ".join(str(part) for part in (reply.code, reply.enhanced, reply.text) if part)
        write_line(f"{outcome.kind}: {said}")
        if outcome.kind != "accepted":
            write_note("what is wrong with sender, account or server: syndicate mail doctor")
    return ExitCode.OK if outcome.kind == "accepted" else ExitCode.FAILED


@contextmanager
def _bar(zone: tzinfo, line: Line, *, quiet: bool) -> Iterator[Callable[[Tally], None]]:
    """A listener that draws a bar on stderr, for a person at a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    bars = Progress(
        TextColumn("delivering"),
        BarColumn(bar_width=24, complete_style="cyan", finished_style="cyan"),
        TextColumn("{task.fields[said]}"),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
    )
    task = bars.add_task("delivering", total=None, said="")
    begun, before = time.monotonic(), -1

    def listen(tally: Tally) -> None:
        nonlocal begun, before
        if tally.tried < before or before < 0:
            # Of another edition, or the first.
            begun = time.monotonic()
        before = tally.tried
        rate = tally.tried / max(time.monotonic() - begun, 0.1)
        said = (
            f"{tally.accepted:,} accepted  {tally.deferred:,} deferred  "
            f"{tally.failed:,} failed  {rate:,.0f}/s"
        )
        if tally.until is not None:
            said += f"  {tally.waiting:,} wait until {tally.until.astimezone(zone):%H:%M}"
        bars.update(task, completed=tally.tried, total=tally.total or None, said=said)
        line.show(bars)

    try:
        yield listen
    finally:
        line.clear(bars)
