"""``syndicate digest approve`` and ``reject``: an editor's word before an edition is sent."""

from __future__ import annotations

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mail_control import tell, tell_cancelled
from syndicate.cli.options import confirm, dry_run_option, json_option, yes_option
from syndicate.cli.work import open_work


@click.command(short_help="Let an edition be sent.")
@click.argument("edition")
@dry_run_option
@json_option
@pass_context
def approve(context: Context, edition: str, dry_run: bool, as_json: bool) -> None:
    """Let an edition be sent whose newsletter asks for approval.

    It goes out with the next delivery; one that nobody approves in time lapses.

    \b
    Example:
      syndicate digest approve weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        name = control.full_name(press, edition)
        tell(name, control.approve(press, name, dry_run=dry_run), as_json, dry_run=dry_run)


@click.command(short_help="Never send an edition.")
@click.argument("edition")
@dry_run_option
@yes_option
@json_option
@pass_context
def reject(context: Context, edition: str, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Never send an edition that waits for approval.

    \b
    Example:
      syndicate digest reject weekly/2026-W04 --yes
    """
    from syndicate.jobs.delivery import control
    from syndicate.jobs.delivery.rehearsal import prospect

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        name = control.full_name(press, edition)
        if not (dry_run or yes):
            control.reject(press, name, dry_run=True)
            (foreseen,) = prospect(press, name)
            people = foreseen.candidates - foreseen.left_out
            subscribers = "1 subscriber" if people == 1 else f"{people:,} subscribers"
            confirm(f"{name} will never be sent; {subscribers} would have got it.", yes=yes)
        done = control.reject(press, name, dry_run=dry_run)
    tell_cancelled(name, done, as_json, dry_run=dry_run)
