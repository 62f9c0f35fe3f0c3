"""``syndicate subscribers import`` and ``export``: whole lists, from files and into them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, TextIO

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import confirm, dry_run_option, json_option, yes_option
from syndicate.cli.output import counted, printable, write_line, write_note
from syndicate.cli.work import open_work
from syndicate.model.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from syndicate.jobs.audience.remarks import ImportReport, Remark

_FILE = click.Path(path_type=Path, dir_okay=False)
_SPOOLED = 1 << 20


@click.command("import", short_help="Bring subscribers in from a CSV file.")
@click.argument("file", type=_FILE)
@click.option(
    "--newsletter", required=True, metavar="NAME", help="What those in the file subscribe to."
)
@click.option(
    "--confirmed", is_flag=True, help="They have consented already: the next edition goes to them."
)
@dry_run_option
@yes_option
@json_option
@pass_context
def bring(
    context: Context,
    file: Path,
    newsletter: str,
    confirmed: bool,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> int:
    """Subscribe those whom FILE names: CSV in UTF-8 with a line that names the columns.

    Columns are email, name, language and sections, in any order, of which only
    email must be there; sections are named by slug or id, with | or a space
    between. What is left empty is as is usual for the newsletter.

    Without --confirmed each is asked by mail, and how many mails that are is
    told first. Whoever has left, or must not be mailed, is never brought back.
    A bad line is reported, and the rest goes on: then it ends with 4. An
    import that was stopped goes on where it stood when called again.

    \b
    Example:
      syndicate subscribers import readers.csv --newsletter weekly --dry-run
      syndicate subscribers import readers.csv --newsletter weekly --confirmed
    """
    from syndicate.jobs.audience.importing import import_subscribers

    with (
        open_work(context, quiet=as_json, scratch=dry_run) as press,
        SpooledTemporaryFile(_SPOOLED, "w+", encoding="utf-8") as remarks,
    ):
        if not (confirmed or dry_run or yes):
            foreseen = import_subscribers(press, file, newsletter, dry_run=True)
            if foreseen.letters:
                confirm(f"{counted(foreseen.letters, 'mail')} would ask to confirm.", yes=yes)

        def tell(remark: Remark) -> None:
            if dry_run or remark.kind == "bad":
                remarks.write(json.dumps(asdict(remark), ensure_ascii=False) + "\n")

        report = import_subscribers(
            press, file, newsletter, confirmed=confirmed, dry_run=dry_run, tell=tell
        )
        remarks.seek(0)
        if as_json:
            _write_json(report, remarks)
        else:
            _show(report, remarks)
    return ExitCode.PARTLY if report.bad or report.stopped else ExitCode.OK


@click.command(short_help="Write all subscribers into a file.")
@click.option("--output", type=_FILE, metavar="FILE", help="Where to; on stdout if not given.")
@click.option("--newsletter", default="", metavar="NAME", help="Only this newsletter's.")
@click.option("--suppressions", is_flag=True, help="The suppressed addresses instead, as hashes.")
@click.option(
    "--json", "as_json", is_flag=True, help="JSON lines with everything, suppressions too."
)
@yes_option
@pass_context
def export(
    context: Context,
    output: Path | None,
    newsletter: str,
    suppressions: bool,
    as_json: bool,
    yes: bool,
) -> None:
    """Write every subscriber, with subscriptions and the record of consent.

    As CSV with a line for each subscription, which `import` reads back: it
    takes those that are active. The file holds personal data, and only its
    owner may read it.

    \b
    Example:
      syndicate subscribers export --output readers.csv
      syndicate subscribers export --newsletter weekly | wc -l
      syndicate subscribers export --json | jq -r 'select(.suppression) | .suppression.reason'
    """
    from syndicate.jobs.audience.exporting import export_csv, export_json, export_suppressions

    if suppressions and (as_json or newsletter):
        raise click.UsageError("--suppressions goes alone: --json has them all")
    if newsletter and context.config.newsletter(newsletter) is None:
        known = ", ".join(each.name for each in context.config.newsletters) or "none"
        raise UsageError(
            f"newsletter {newsletter!r}", "not in the configuration", f"known are: {known}"
        )
    if output is not None and output.exists():
        confirm(f"{output} is there already and would be replaced.", yes=yes)
    with open_work(context, quiet=output is None, scratch=True) as press, _written(output) as out:
        if suppressions:
            report = export_suppressions(press, out)
        elif as_json:
            report = export_json(press, out, newsletter=newsletter)
        else:
            report = export_csv(press, out, newsletter=newsletter)
    if output is not None and not context.quiet:
        counts = asdict(report)
        said = ", ".join(counted(number, what[:-1]) for what, number in counts.items() if number)
        write_note(f"{output}: {said or 'nobody'}")


@contextmanager
def _written(output: Path | None) -> Iterator[TextIO]:
    """Stdout, or a file that is there only once it is whole; nobody else may read it."""
    if output is None:
        yield sys.stdout
        return
    temporary = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(number, "w", encoding="utf-8", newline="") as file:
            yield file
        temporary.replace(output)
    except OSError as error:
        raise UsageError(
            str(output), (error.strerror or str(error)).lower(), "choose another place"
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _show(report: ImportReport, remarks: IO[str]) -> None:
    for text in remarks:
        told = json.loads(text)
        if told["kind"] == "known":
            # Of a list that is brought once more that is nearly all of it: counted below.
            continue
        field = f"{told['field']}: " if told["kind"] == "bad" and told["field"] else ""
        way_out = f"; {told['way_out']}" if told["way_out"] else ""
        write_line(printable(f"line {told['line']}: {field}{told['cause']}{way_out}"))
    if report.ignored:
        write_note(f"columns that mean nothing here: {', '.join(report.ignored)}")
    if report.resumed:
        write_note(f"went on after line {report.resumed:,}, where it was stopped before")
    would = "would be " if report.dry_run else ""
    parts = [
        f"{report.lines:,} line{'' if report.lines == 1 else 's'}",
        f"{report.added:,} {would}{'subscribed' if report.confirmed else 'asked to confirm'}",
        *(
            f"{number:,} {said}"
            for number, said in (
                (report.activated, f"{would}subscribed that were asked before"),
                (report.known, "known already"),
                (report.barred, "barred"),
                (report.duplicates, "twice in the file"),
                (report.passed_over, "not for this newsletter, or not active"),
                (report.bad, "bad"),
            )
            if number
        ),
    ]
    stopped = "; stopped: the same command goes on from here" if report.stopped else ""
    write_line(", ".join(parts) + stopped)


def _write_json(report: ImportReport, remarks: IO[str]) -> None:
    """One document, its remarks streamed: there may be a million."""
    head: dict[str, Any] = asdict(report)
    text = json.dumps(head, ensure_ascii=False, indent=2)
    click.echo(f'{text[:-2]},\n  "remarks": [', nl=False)
    for number, line in enumerate(remarks):
        click.echo(f"{',' if number else ''}\n    {line.strip()}", nl=False)
    click.echo("\n  ]\n}")
