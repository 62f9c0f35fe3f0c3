"""``syndicate mail bounces``: take in what came back."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import printable, write_json, write_line, write_note, write_table
from syndicate.cli.work import open_work
from syndicate.model.errors import BounceError, ExitCode, StoreError, SyndicateError

if TYPE_CHECKING:
    from syndicate.jobs.bounces.collect import CollectReport
    from syndicate.jobs.bounces.lmtp import Answer
    from syndicate.jobs.press import Press

#: What a mail server that hands us a mail takes for "keep it and try again" (sysexits.h).
_TRY_AGAIN: Final = 75


@click.command(short_help="Take in bounces and complaints.")
@click.option(
    "--maildir",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Read this maildir.",
)
@click.option("--imap", is_flag=True, help="Read the IMAP folder of [mail.bounces].")
@click.option("--stdin", is_flag=True, help="Read one mail from standard input.")
@click.option(
    "--lmtp",
    metavar="HOST:PORT",
    default="",
    help="Listen, and take what a mail server hands over, until SIGTERM or Ctrl-C.",
)
@dry_run_option
@json_option
@pass_context
def bounces(
    context: Context,
    maildir: Path | None,
    imap: bool,
    stdin: bool,
    lmtp: str,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Take in reports of bounces and complaints, and bar the addresses that are no more.

    Without an option it looks into the mailboxes of [mail.bounces], as serve
    does by itself. A report counts only where it carries a token of ours, or
    the ledger knows the mail that it names. Mails that are no reports stay
    where they are and are listed: the exit code is then 4.

    With --stdin, for a mail server's pipe, the exit code is 75 where the
    report can't be taken now, whatever the reason, so that the server keeps
    it; and 0 for a mail that is no report.

    \b
    Example:
      syndicate mail bounces --dry-run
      syndicate mail bounces --maildir /var/mail/bounces --json
      syndicate mail bounces --lmtp 127.0.0.1:2424
    """
    if sum((maildir is not None, imap, stdin, bool(lmtp))) > 1:
        raise click.UsageError("choose one of --maildir, --imap, --stdin and --lmtp")
    if lmtp:
        if dry_run or as_json:
            raise click.UsageError("--lmtp takes neither --dry-run nor --json")
        return _listen(context, *_address(lmtp))
    try:
        with open_work(context, quiet=as_json or stdin, create=False) as press:
            report = _collect(press, maildir, imap=imap, stdin=stdin, dry_run=dry_run)
    except Exception as error:
        # At any code but this the server at the pipe gives the report up, and it is lost.
        # What failed may be mended by then: the store, the disk, the configuration, ourselves.
        if not stdin:
            raise
        for line in _told(error):
            write_note(f"syndicate: {line}")
        return _TRY_AGAIN
    if as_json:
        write_json({"dry_run": dry_run, **report_data(report)})
    else:
        _show(report, dry_run=dry_run, quiet=context.quiet)
    return ExitCode.PARTLY if report.unrecognised and not stdin else ExitCode.OK


def _collect(
    press: Press, maildir: Path | None, *, imap: bool, stdin: bool, dry_run: bool
) -> CollectReport:
    from syndicate.jobs.bounces import collect as collecting
    from syndicate.jobs.bounces.incoming import Incoming
    from syndicate.mail.bounces.message import LIMIT

    if stdin:
        data = sys.stdin.buffer.read(LIMIT)
        return collecting.gather(press, [Incoming("standard input", data)], dry_run=dry_run)
    if maildir is not None or imap:
        return collecting.collect_from(press, maildir, dry_run=dry_run)
    return collecting.collect(press, dry_run=dry_run)


def _told(error: Exception) -> list[str]:
    if isinstance(error, SyndicateError):
        return str(error).splitlines()
    return [f"{type(error).__name__}: {error}"]


def report_line(report: CollectReport) -> str:
    """One line on what a collection did."""
    parts = [f"{report.reports} {'report' if report.reports == 1 else 'reports'}"]
    parts += [f"{number} {effect}" for effect, number in sorted(report.effects.items())]
    if left := len(report.unrecognised):
        what = "mail that is no report" if left == 1 else "mails that are no reports"
        parts.append(f"{left} {what}")
    return ", ".join(parts)


def report_data(report: CollectReport) -> dict[str, object]:
    return {
        "reports": report.reports,
        "effects": dict(sorted(report.effects.items())),
        "taken": report.taken,
        "unrecognised": [{"mail": mail, "reason": why} for mail, why in report.unrecognised],
    }


def warnings(report: CollectReport) -> tuple[str, ...]:
    """What somebody should look into."""
    held = (
        f"{domain} is held: it refuses our mail for our own fault; see `syndicate mail doctor`, "
        f"then `syndicate mail release --domain {domain}`"
        for domain in report.held
    )
    left = (f"{mail}: {why}" for mail, why in report.unrecognised)
    return (*held, *left)


def _show(report: CollectReport, *, dry_run: bool, quiet: bool) -> None:
    write_table(
        ["effect", "kind", "status", "found by", "subscriber", "domain", "what the server said"],
        [
            (
                each.effect,
                each.kind,
                each.status,
                each.found_by,
                each.subscriber_id,
                each.domain,
                each.detail,
            )
            for each in report.taken
        ],
    )
    if not quiet:
        write_line(f"{report_line(report)}{' (nothing was changed)' if dry_run else ''}")
    for warning in warnings(report):
        write_note(f"warning: {printable(warning)}")


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise click.BadParameter(
            f"{text!r} is no address; write one such as 127.0.0.1:2424", param_hint="--lmtp"
        )
    return host.strip("[]"), int(port)


def _listen(context: Context, host: str, port: int) -> int:
    from syndicate.jobs.press import present

    with open_work(context, quiet=True, create=False) as press, present(press, "lmtp"):
        return asyncio.run(_serve(press, host, port, context.log, quiet=context.quiet))


async def _serve(press: Press, host: str, port: int, log: Any, *, quiet: bool) -> int:
    from syndicate.jobs.bounces.lmtp import Lmtp

    server, told, loop = Lmtp(_taker(press, log)), asyncio.Event(), asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, told.set)
    found, number = await server.start(host, port)
    if not quiet:
        write_note(f"Taking reports at {found} port {number} until SIGTERM or Ctrl-C")
    await told.wait()
    await server.stop()
    return ExitCode.OK


def _taker(press: Press, log: Any) -> Callable[[bytes, tuple[str, ...]], Answer]:
    from syndicate.jobs.bounces.collect import take_mail
    from syndicate.jobs.bounces.incoming import Incoming
    from syndicate.jobs.bounces.taking import reads_of

    reads = reads_of(press)

    def take(data: bytes, recipients: tuple[str, ...]) -> Answer:
        try:
            found = take_mail(press, Incoming("LMTP", data, recipients=recipients), reads)
        except BounceError as error:
            log.warning("no report", why=error.cause)
            return "no report"
        except StoreError as error:
            log.error("a report can't be taken", why=str(error))
            return "later"
        for each in found:
            log.info("report", kind=each.kind, effect=each.effect, status=each.status)
            if each.effect == "held":
                log.warning("domain held", domain=each.domain, why=each.detail)
        return "taken" if found else "no report"

    return take
