"""``syndicate mail reconcile``: settle what is in doubt."""

from __future__ import annotations

from contextlib import nullcontext
from typing import IO, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import write_json, write_line
from syndicate.cli.work import open_work


@click.command(short_help="Settle what is in doubt by a mail server's log.")
@click.argument("edition")
@click.option(
    "--log",
    type=click.File("r", encoding="utf-8", errors="replace"),
    metavar="FILE",
    help="The log of the mail server (Postfix), or a list of Message-IDs it accepted; - for stdin.",
)
@click.option("--accepted", is_flag=True, help="Take all in doubt for accepted.")
@click.option("--unsent", is_flag=True, help="Take all in doubt for not accepted: send them again.")
@dry_run_option
@json_option
@pass_context
def reconcile(
    context: Context,
    edition: str,
    log: IO[str] | None,
    accepted: bool,
    unsent: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Settle what is in doubt of EDITION, by a mail server's log or by your word.

    In doubt are mails that were on the wire when a process or a connection
    died, and after a backup was restored all that the store calls unsent. A
    mail that the log does not know is sent again: it must reach over the
    whole of the delivery.

    \b
    Example:
      syndicate mail reconcile weekly/2026-W04 --log /var/log/mail.log
      zcat /var/log/mail.log.1.gz | syndicate mail reconcile weekly --log -
      syndicate mail reconcile weekly/2026-W04 --accepted
    """
    from syndicate.jobs.delivery.reconcile import reconcile as settle

    if (log is not None) + accepted + unsent != 1:
        raise click.UsageError("Give one of --log FILE, --accepted and --unsent")
    word: Any = "accepted" if accepted else "unsent" if unsent else None
    with open_work(context, quiet=as_json, scratch=dry_run) as press, log or nullcontext():
        done = settle(press, edition, log=log, word=word, dry_run=dry_run)
    if as_json:
        write_json(done)
        return
    if not done.begun:
        write_line(f"{done.edition}: nothing of it was sent, so there is nothing to settle")
        return
    would = "would be " if dry_run else ""
    write_line(
        f"{done.edition}: {done.accepted:,} {would}accepted, {done.failed:,} {would}failed, "
        f"{done.requeued:,} {would}sent again"
        + (f", {done.left_out:,} {would}left out" if done.left_out else "")
    )
