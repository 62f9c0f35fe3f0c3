"""``syndicate feeds``: look after feeds, one's own and others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.options import json_option
from syndicate.cli.output import printable, write_json, write_line, write_note
from syndicate.model.errors import ExitCode

if TYPE_CHECKING:
    from syndicate.feeds.check.finding import Finding
    from syndicate.jobs.check import CheckedDocument, CheckReport

_KINDS = {"rss": "RSS 2.0", "atom": "Atom 1.0", "json": "JSON Feed", "opml": "OPML 2.0"}


#: Verbs of this group that live in modules of their own.
_VERBS = {
    "ping": ("syndicate.cli.feeds_ping:ping", "Tell the hubs which feeds have changed."),
    "stats": ("syndicate.cli.feeds_stats:stats", "Show what readers report of subscribers."),
}


@click.group(
    cls=VerbGroup, lazy=_VERBS, short_help="Check feeds, tell hubs of them, count subscribers."
)
def feeds() -> None:
    """Check feeds against the rules, tell hubs of them, count their subscribers.

    \b
    Example:
      syndicate feeds check
      syndicate feeds check https://news.example.org/feeds/atom.xml
      syndicate feeds stats
    """


@feeds.command()
@click.argument("targets", nargs=-1, metavar="[URL-OR-FILE]...")
@json_option
@pass_context
def check(context: Context, targets: tuple[str, ...], as_json: bool) -> int:
    """Check feeds: RSS 2.0, Atom 1.0, JSON Feed 1.1 and OPML 2.0.

    Without arguments, every feed in the output folder is checked, offline. Of
    a URL the server's answers are checked too. Each finding has the number of
    a rule in docs/reference/feed-rules.md. Ends with 4 if a finding is an
    error, with 1 if something can't be read.

    \b
    Example:
      syndicate feeds check
      syndicate feeds check https://news.example.org/feeds/atom.xml feeds/rss.xml
      syndicate feeds check --json | jq '.documents[].findings[].rule'
    """
    from syndicate.jobs.check import check_output, check_targets

    report = check_targets(targets) if targets else check_output(context.config)
    if as_json:
        write_json({"errors": report.errors, "warnings": report.warnings, **_data(report)})
    else:
        _show(report, quiet=context.quiet)
    if report.unreadable:
        return ExitCode.FAILED
    return ExitCode.PARTLY if report.errors else ExitCode.OK


def _data(report: CheckReport) -> dict[str, object]:
    return {"documents": report.documents, "unreadable": report.unreadable}


def _show(report: CheckReport, *, quiet: bool) -> None:
    """What is wrong, by document; a document without findings is only counted."""
    for document in report.documents:
        if document.findings:
            write_line(f"{printable(document.target)} ({_described(document)})")
            for finding in document.findings:
                _show_finding(finding)
            write_line()
    if report.documents and (not quiet or report.errors or report.warnings):
        checked = _counted(len(report.documents), "document")
        errors, warnings = report.errors, report.warnings
        said = [_counted(errors, "error"), _counted(warnings, "warning")]
        write_line(f"{checked}: {', '.join(said) if errors or warnings else 'nothing to say'}")
    for reason in report.unreadable:
        write_note(f"error: {reason}")


def _show_finding(finding: Finding) -> None:
    place = finding.path if finding.line is None else f"line {finding.line} {finding.path}"
    write_line(f"  {finding.severity} {finding.rule}  {printable(place.strip())}")
    write_line(f"      {printable(finding.problem)} ({finding.standard})")
    write_line(f"      {finding.remedy}")


def _described(document: CheckedDocument) -> str:
    kind = _KINDS.get(document.kind, "no feed")
    return f"{kind}, {_counted(document.items, 'item')}" if document.kind else kind


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
