"""``syndicate digest approve`` and ``reject``: an editor's word before an edition is sent."""

from __future__ import annotations

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mail_control import tell
from syndicate.cli.options import confirm, json_option, yes_option
from syndicate.cli.work import open_work


@click.command(short_help="Let an edition be sent.")
@click.argument("edition")
@json_option
@pass_context
def approve(context: Context, edition: str, as_json: bool) -> None:
    """Let an edition be sent whose newsletter asks for approval.

    It goes out with the next delivery; one that nobody approves in time lapses.

    \b
    Example:
      syndicate digest approve weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json) as press:
        tell(edition, control.approve(press, edition), as_json)


@click.command(short_help="Never send an edition.")
@click.argument("edition")
@yes_option
@json_option
@pass_context
def reject(context: Context, edition: str, yes: bool, as_json: bool) -> None:
    """Never send an edition that waits for approval.

    \b
    Example:
      syndicate digest reject weekly/2026-W04 --yes
    """
    from syndicate.jobs.delivery import control

    confirm(f"{edition} will never be sent.", yes=yes)
    with open_work(context, quiet=as_json) as press:
        tell(edition, control.reject(press, edition), as_json)
