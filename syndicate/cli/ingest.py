"""``syndicate ingest``: read the sources into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import dry_run_option, json_option, yes_option
from syndicate.cli.output import counted, write_json, write_line, write_note
from syndicate.cli.work import open_work
from syndicate.model.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from syndicate.jobs.ingest import IngestReport


@click.command(short_help="Read the sources into the store.")
@click.argument("source", default="")
@dry_run_option
@yes_option
@json_option
@pass_context
def ingest(context: Context, source: str, dry_run: bool, yes: bool, as_json: bool) -> int:
    """Read what is new or changed in SOURCE, or in every source.

    Pages that have not changed are not read again. A page that can't be read
    is reported and left out, the rest goes on, and the exit code is 4. Where
    a source removes missing articles, a reading that would remove more than a
    fifth of them is refused without --yes.

    \b
    Example:
      syndicate ingest
      syndicate ingest cms --dry-run
      syndicate ingest --json | jq '.[].errors'
    """
    from syndicate.jobs.ingest import ingest as run

    names = [known.name for known in context.config.sources]
    if source and source not in names:
        known = ", ".join(names) or "none yet; add a [[sources]] table"
        raise UsageError(f"source {source!r}", "not in the configuration", f"known are: {known}")
    reports: list[IngestReport] = []
    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        for name in [source] if source else names:
            reports.append(run(press, name, dry_run=dry_run, remove_many=yes))
            if press.stopping():
                break
    if as_json:
        write_json([{"dry_run": dry_run, **report_data(report)} for report in reports])
    else:
        for report in reports:
            write_line(report_line(report, dry_run=dry_run))
            write_problems(report, quiet=context.quiet)
    return exit_code(reports)


def exit_code(reports: list[IngestReport]) -> int:
    met = any(report.errors for report in reports)
    return ExitCode.PARTLY if met else ExitCode.OK


def report_line(report: IngestReport, *, dry_run: bool = False) -> str:
    """One line on a reading."""
    named = (
        (report.new, "new"),
        (report.changed, "changed"),
        (report.same, "read again"),
        (report.unchanged, "unchanged"),
        (report.removed, "removed"),
    )
    parts = [counted(report.files, "file")]
    parts += [f"{number:,} {name}" for number, name in named if number]
    parts += [counted(report.views_moved, "view total", "moved")] if report.views_moved else []
    parts += [counted(len(report.warnings), "warning")] if report.warnings else []
    parts += [counted(len(report.errors), "error")] if report.errors else []
    return f"{report.source}: {', '.join(parts)}{' (nothing written)' if dry_run else ''}"


def write_problems(report: IngestReport, *, quiet: bool) -> None:
    """Warnings and errors, a line each, on stderr."""
    if not quiet:
        for warning in report.warnings:
            write_note(f"warning: {warning.file}: {warning.cause}")
    for error in report.errors:
        write_note(f"error: {error}")


def report_data(report: IngestReport) -> dict[str, Any]:
    """A reading as programs read it."""
    return {
        "source": report.source,
        "readings": report.readings,
        "files": report.files,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "views_moved": report.views_moved,
        "warnings": report.warnings,
        "errors": report.errors,
    }
