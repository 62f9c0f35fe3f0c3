"""``syndicate mail doctor``: what stands between a digest and the inbox."""

from __future__ import annotations

import shutil
import sys
import textwrap
from ipaddress import ip_address

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import json_option
from syndicate.cli.output import printable, write_json, write_line
from syndicate.model.errors import ExitCode


@click.command(short_help="Check sender, DNS, relay and links.")
@click.option(
    "--address",
    "addresses",
    metavar="IP",
    multiple=True,
    help="An address that mail leaves from; repeatable. [default: the relay's]",
)
@click.option(
    "--nameserver",
    metavar="IP[:PORT]",
    default="",
    help="Ask this name server, such as your domain's own, and not this machine's usual.",
)
@json_option
@pass_context
def doctor(context: Context, addresses: tuple[str, ...], nameserver: str, as_json: bool) -> int:
    """Check what the big mailboxes require: sender, SPF, DKIM, DMARC, relay, one-click.

    Each line says what was found and, unless all is well, what to do. Nothing
    is sent and nothing changed. Ends with 4 if a check fails.

    \b
    Example:
      syndicate mail doctor
      syndicate mail doctor --address 192.0.2.25 --json
    """
    from syndicate.jobs.doctor.case import worst
    from syndicate.jobs.doctor.examine import examine
    from syndicate.jobs.nameserver import Dns

    for address in addresses:
        try:
            ip_address(address)
        except ValueError:
            raise click.BadParameter(
                f"{address!r} is no address; write one such as 192.0.2.25", param_hint="--address"
            ) from None
    checks = examine(context.config, Dns(nameserver), addresses=addresses)
    if as_json:
        write_json({"worst": worst(checks), "checks": checks})
    else:
        for each in checks:
            _show(f"{each.level:<4}  {each.name}: {each.said}")
            if each.way_out and each.level != "ok":
                _show(f"      {each.way_out}")
    return ExitCode.PARTLY if worst(checks) == "fail" else ExitCode.OK


def _show(text: str) -> None:
    """A line; on a terminal in several, with addresses and records whole, to be copied."""
    if not sys.stdout.isatty():
        write_line(printable(text))
        return
    lines = textwrap.wrap(
        printable(text),
        shutil.get_terminal_size().columns,
        subsequent_indent=" " * 6,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines:
        write_line(line)
