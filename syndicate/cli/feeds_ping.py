"""``syndicate feeds ping``: tell the hubs now what they have yet to be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import Column, write_json, write_line, write_note, write_table
from syndicate.cli.work import open_work
from syndicate.model.errors import ExitCode

if TYPE_CHECKING:
    from syndicate.jobs.push import PushReport
    from syndicate.store.pings import Ping


@click.command(short_help="Tell the hubs which feeds have changed.")
@dry_run_option
@json_option
@pass_context
def ping(context: Context, dry_run: bool, as_json: bool) -> int:
    """Tell the hubs of [feeds] hubs which feeds have changed (WebSub).

    A cycle does so by itself, and again later where a hub does not answer.
    This does it now for all that is waiting. What a hub has refused for good
    is listed, and sent again only when the feed changes.

    Exits with 4 where a hub has not taken everything.

    \b
    Example:
      syndicate feeds ping
      syndicate feeds ping --dry-run
      syndicate feeds ping --json | jq '.failed[] | .reason'
    """
    from syndicate.jobs.push import push

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        report = push(press, early=True, dry_run=dry_run)
    if as_json:
        write_json({"dry_run": dry_run, **report_data(report)})
    else:
        _show(report, dry_run=dry_run, named=bool(context.config.feeds.hubs))
    return ExitCode.PARTLY if not dry_run and report.done < len(report.tried) else ExitCode.OK


def report_line(report: PushReport) -> str:
    """One line on what a push did."""
    parts = [f"{report.done} of {len(report.tried)} pings taken"]
    parts += [f"{len(report.waiting)} waiting"] if report.waiting else []
    parts += [f"{len(report.failed)} refused"] if report.failed else []
    return ", ".join(parts)


def report_data(report: PushReport) -> dict[str, object]:
    return {
        "done": report.done,
        "tried": report.tried,
        "waiting": report.waiting,
        "failed": report.failed,
        "warnings": report.warnings,
    }


def _show(report: PushReport, *, dry_run: bool, named: bool) -> None:
    if not named:
        write_line("No hub is configured: name those to be told in [feeds] hubs.")
        return
    rest = [ping for ping in report.failed if ping not in report.tried]
    _list([*report.tried, *rest], dry_run=dry_run)
    if dry_run:
        write_line(f"{len(report.tried)} pings would be sent")
        return
    write_line(report_line(report))
    for warning in report.warnings:
        write_note(f"warning: {warning}")


def _list(pings: Sequence[Ping], *, dry_run: bool) -> None:
    write_table(
        ["feed", "hub", "state", Column("tries", "right"), "last reply"],
        [
            (
                each.topic,
                each.hub,
                "would be sent" if dry_run and each.state == "pending" else each.state,
                each.attempts,
                " ".join(str(part) for part in (each.code, each.reason) if part),
            )
            for each in pings
        ],
    )
    if pings:
        write_line()
