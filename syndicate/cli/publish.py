"""``syndicate publish``: bring the feeds on disk to what the store holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import (
    Column,
    counted,
    write_errors,
    write_json,
    write_line,
    write_note,
    write_table,
)
from syndicate.cli.work import open_work
from syndicate.model.errors import ExitCode

if TYPE_CHECKING:
    from syndicate.jobs.publish import PublishReport


@click.command(short_help="Write the feeds that have changed.")
@click.option("--all", "show_all", is_flag=True, help="List unchanged files too.")
@click.option("--rebuild", is_flag=True, help="Look at everything again, archives included.")
@dry_run_option
@json_option
@pass_context
def publish(context: Context, show_all: bool, rebuild: bool, dry_run: bool, as_json: bool) -> int:
    """Write the feeds that have changed, and no others.

    Every feed is built from the store alone, so a second run writes nothing.
    Files are replaced whole: a reader meets the old feed or the new one.

    \b
    Example:
      syndicate publish
      syndicate publish --dry-run --all
      syndicate publish --json | jq '.files[] | select(.change == "written")'
    """
    from syndicate.jobs.publish import publish as run

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        report = run(press, dry_run=dry_run, rebuild=rebuild)
    if as_json:
        write_json({"dry_run": dry_run, "written": report.written, **_data(report)})
    else:
        _show(report, dry_run=dry_run, show_all=show_all, quiet=context.quiet)
    return exit_code(report)


def exit_code(report: PublishReport) -> int:
    return ExitCode.PARTLY if report.errors else ExitCode.OK


def summary_line(report: PublishReport, *, dry_run: bool = False) -> str:
    """One line on what a publish did."""
    verb = "would be written" if dry_run else "written"
    files = counted(len(report.files), "file")
    said = f"{counted(report.feeds, 'feed')} in {files}, {report.written:,} {verb}"
    if report.archives.written:
        said += f", {counted(report.archives.written, 'archive document')}"
    return f"{said}, {counted(report.media, 'picture', 'copied')}" if report.media else said


def _data(report: PublishReport) -> dict[str, object]:
    return {
        "feeds": report.feeds,
        "media": report.media,
        "files": report.files,
        "archives": report.archives,
        "warnings": report.warnings,
        "errors": report.errors,
    }


def _show(report: PublishReport, *, dry_run: bool, show_all: bool, quiet: bool) -> None:
    shown = [file for file in report.files if show_all or file.change != "unchanged"]
    write_table(
        ["file", Column("items", "right"), Column("bytes", "right"), "change"],
        [
            (
                file.path,
                file.items,
                f"{file.bytes:,}",
                f"would be {file.change}"
                if dry_run and file.change != "unchanged"
                else file.change,
            )
            for file in shown
        ],
    )
    if shown:
        write_line()
    write_line(summary_line(report, dry_run=dry_run))
    if not quiet:
        for warning in report.warnings:
            write_note(f"warning: {warning}")
    write_errors(report.errors)
