"""``syndicate run``: one whole cycle, for a person, for cron, and for ``serve``'s worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.deliver import edition_line as mailed_line
from syndicate.cli.deliver import prospect_lines
from syndicate.cli.deliver import report_data as delivery_data
from syndicate.cli.digest import report_data as digest_data
from syndicate.cli.digest import report_line as digest_line
from syndicate.cli.feeds_ping import report_data as push_data
from syndicate.cli.feeds_ping import report_line as push_line
from syndicate.cli.ingest import report_data as ingest_data
from syndicate.cli.ingest import report_line as ingest_line
from syndicate.cli.ingest import write_problems
from syndicate.cli.mail_bounces import warnings as bounce_warnings
from syndicate.cli.mailing import doubt_line, held_lines, left_again, waiting_lines, way_on
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import write_errors, write_json, write_line, write_note
from syndicate.cli.publish import summary_line
from syndicate.cli.work import open_work
from syndicate.jobs import names
from syndicate.model.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from syndicate.jobs.cycle import CycleReport


@click.command(short_help="Run one whole cycle, from reading to mailing.")
@click.option("--due", is_flag=True, help="Only what is due, as serve does.")
@click.option(
    "--only",
    type=click.Choice(names.LANES),
    help="Only a part: press reads, publishes and makes editions; delivery mails them; post "
    "sends letters to single people and reads what came back.",
)
@dry_run_option
@json_option
@pass_context
def run(context: Context, due: bool, only: names.Lane | None, dry_run: bool, as_json: bool) -> int:
    """Read the sources, publish the feeds, make the editions that are due and mail them.

    Running it twice does nothing twice. A part that fails leaves the others
    their turn: the exit code is then 4, or 1 where nothing could be done.

    With --dry-run each part says what it would do with the store as it is:
    what a reading would bring is in no feed or edition yet, nor an edition
    that would be made in any mail.

    \b
    Example:
      syndicate run
      syndicate run --dry-run
      syndicate run --json
    """
    from syndicate.jobs.cycle import run_cycle

    with open_work(context, quiet=as_json, scratch=dry_run, patient=not dry_run) as press:
        wanted = None
        if due:
            from syndicate.schedule import due as schedule
            from syndicate.schedule import state

            agenda = schedule.agenda(
                press.config, state.read(press), now=press.clock(), shown=press.shown
            )
            wanted = {each.job for each in schedule.to_do(agenda)}
        report = run_cycle(press, wanted=wanted, lane=only, dry_run=dry_run)
    if as_json:
        write_json(_data(report))
    else:
        _show(report, feeds=context.config.feeds.output, quiet=context.quiet)
    if context.interrupted:
        raise click.Abort
    return _exit_code(report)


def _exit_code(report: CycleReport) -> int:
    if report.failed:
        return ExitCode.FAILED
    return ExitCode.PARTLY if report.partly else ExitCode.OK


def _data(report: CycleReport) -> dict[str, object]:
    published = report.published
    return {
        "dry_run": report.dry_run,
        "ingest": [ingest_data(one) for one in report.ingested],
        "publish": {**published.summary(), "errors": published.errors} if published else None,
        "push": push_data(report.pushed) if report.pushed else None,
        "editions": [digest_data(one) for one in report.editions],
        "bounces": report.bounced.summary() if report.bounced else None,
        "letters": report.lettered.summary() if report.lettered else None,
        "delivery": delivery_data(report.delivered) if report.delivered else None,
        **(
            {
                "would_mail": report.prospects,
                "would_hold": report.stuck,
                "would_write": report.letters,
            }
            if report.dry_run
            else {}
        ),
        "waived": report.waived,
        "errors": report.errors,
    }


def _show(report: CycleReport, *, feeds: Path, quiet: bool) -> None:
    for reading in report.ingested:
        write_problems(reading, quiet=quiet)
    for published in [report.published] if report.published else []:
        for warning in () if quiet else published.warnings:
            write_note(f"warning: {warning}")
        write_errors(published.errors)
    for warning in report.pushed.warnings if report.pushed and not quiet else ():
        write_note(f"warning: {warning}")
    for edition in report.editions:
        for warning in () if quiet else edition.warnings:
            write_note(f"warning: {warning}")
    for warning in bounce_warnings(report.bounced) if report.bounced else ():
        write_note(f"warning: {warning}")
    for warning in report.lettered.warnings if report.lettered else ():
        write_note(f"warning: {warning}")
    for error in report.delivered.errors if report.delivered else ():
        write_note(f"error: {error}")
    if report.delivered and report.delivered.left_again:
        write_note(left_again(report.delivered.left_again))
    for stuck in report.delivered.stopped if report.delivered else ():
        # On stderr: what a worker of serve says there is heard, and cron mails it.
        first, *more = waiting_lines(stuck.edition, stuck.state, stuck.reason)
        for line in (f"warning: {first}", *more):
            write_note(line)
    for foreseen in report.stuck:
        for line in prospect_lines(foreseen):
            write_note(f"warning: {line}" if not line.startswith(" ") else line)
        if foreseen.error:
            write_note(f"error: {foreseen.edition}: {foreseen.error}")
    for each in report.delivered.unsettled if report.delivered else ():
        write_note(f"warning: {each.edition}: {doubt_line(each.edition, each.unsettled)}")
    for held in held_lines(report.delivered.held) if report.delivered else ():
        write_note(f"warning: {held}")
    for error in report.errors:
        write_note(f"error: {error}")
    for other in report.waived:
        write_note(f"left to another process: {other}")
    if quiet:
        return
    for reading in report.ingested:
        write_line(f"read       {ingest_line(reading, dry_run=report.dry_run)}")
    if report.published:
        write_line(f"published  {summary_line(report.published, dry_run=report.dry_run)}")
        write_line(f"           {feeds}")
        if report.dry_run and any(
            reading.new or reading.changed or reading.removed for reading in report.ingested
        ):
            write_line("           as the store is now: what was read above would come first")
    if report.pushed and report.pushed.tried:
        pings = f"{len(report.pushed.tried)} pings would be sent"
        write_line(f"told       {pings if report.dry_run else push_line(report.pushed)}")
    for edition in report.editions:
        write_line(f"digest     {digest_line(edition, dry_run=report.dry_run)}")
        for path in edition.files:
            write_line(f"           {path}")
    if report.bounced and report.bounced.reports:
        nothing = " (nothing written)" if report.dry_run else ""
        write_line(f"returned   {_counted(report.bounced.summary())}{nothing}")
    if report.lettered and any(report.lettered.summary().values()):
        write_line(f"letters    {_counted(report.lettered.summary())}")
    if report.letters:
        write_line(f"letters    {report.letters:,} would be sent")
    for foreseen in report.prospects:
        write_line(f"mailed     {foreseen.edition}: {foreseen.due:,} would be sent")
    for each in report.delivered.editions if report.delivered else ():
        write_line(f"mailed     {mailed_line(each)}")
        if each.state == "awaiting":
            # All else that waits for a person is a warning, with the way on.
            write_line(f"           {way_on(each.edition, each.state, each.reason)}")
    warned = report.delivered.stopped if report.delivered else ()
    for waiting in report.delivered.waiting if report.delivered else ():
        first, *more = waiting_lines(waiting.edition, waiting.state, waiting.reason)
        write_line(f"waits      {first}")
        for line in more if waiting not in warned else ():
            write_line(f"           {line.strip()}")
    told = report.pushed is not None and report.pushed.tried
    mailed_any = (
        report.bounced
        or report.lettered
        or report.letters
        or report.prospects
        or (report.delivered and (report.delivered.editions or report.delivered.waiting))
    )
    if not (report.ingested or report.published or told or report.editions or mailed_any):
        write_line("nothing was due")


def _counted(summary: Mapping[str, object]) -> str:
    return ", ".join(
        f"{number} {what.replace('_', ' ')}" for what, number in summary.items() if number
    )
