"""``syndicate mail pause``, ``resume``, ``cancel``, ``retry`` and ``release``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mailing import state_lines
from syndicate.cli.options import confirm, json_option, yes_option
from syndicate.cli.output import write_json, write_line
from syndicate.cli.work import open_work

if TYPE_CHECKING:
    from syndicate.store.mailings import Mailing


@click.command(short_help="Send nothing more of an edition for now.")
@click.argument("edition")
@json_option
@pass_context
def pause(context: Context, edition: str, as_json: bool) -> None:
    """Send nothing more of EDITION until somebody resumes it. What is on the wire goes out.

    \b
    Example:
      syndicate mail pause weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json) as press:
        name = control.full_name(press, edition)
        tell(name, control.pause(press, name), as_json)


@click.command(short_help="Go on with a paused edition.")
@click.argument("edition")
@json_option
@pass_context
def resume(context: Context, edition: str, as_json: bool) -> None:
    """Go on with a paused EDITION; articles withdrawn meanwhile are left out of it.

    \b
    Example:
      syndicate mail resume weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json) as press:
        name = control.full_name(press, edition)
        tell(name, control.resume(press, name), as_json)


@click.command(short_help="Send nothing more of an edition, ever.")
@click.argument("edition")
@yes_option
@json_option
@pass_context
def cancel(context: Context, edition: str, yes: bool, as_json: bool) -> None:
    """Send nothing more of EDITION, ever. What is on the wire goes out.

    \b
    Example:
      syndicate mail cancel weekly/2026-W04 --yes
    """
    from syndicate.jobs.delivery import control

    confirm(f"Nothing more of {edition} will ever be sent.", yes=yes)
    with open_work(context, quiet=as_json) as press:
        name = control.full_name(press, edition)
        tell(name, control.cancel(press, name), as_json)


@click.command(short_help="Try once more what failed.")
@click.argument("edition")
@json_option
@pass_context
def retry(context: Context, edition: str, as_json: bool) -> None:
    """Try once more, with the next delivery, all mails of EDITION that failed.

    Addresses that are suppressed meanwhile stay failed.

    \b
    Example:
      syndicate mail retry weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json) as press:
        name = control.full_name(press, edition)
        number = control.retry(press, name)
    if as_json:
        write_json({"edition": name, "retried": number})
    else:
        write_line(f"{name}: {number:,} will be tried again")


@click.command(short_help="Let a held edition go, or mail to a held domain.")
@click.argument("edition", default="")
@click.option(
    "--waive", "waived", multiple=True, metavar="GATE", help="Let it pass this gate all the same."
)
@click.option("--domain", metavar="DOMAIN", help="Mail this receiving domain again.")
@json_option
@pass_context
def release(
    context: Context, edition: str, waived: tuple[str, ...], domain: str | None, as_json: bool
) -> None:
    """Let a held EDITION go to the gates again, or mail to a held domain.

    A gate holds an edition whose mails have something wrong with them; the
    reason begins with the gate's name. A domain is held where its server
    refused mail for our own fault.

    \b
    Example:
      syndicate mail release weekly/2026-W04
      syndicate mail release weekly/2026-W04 --waive size
      syndicate mail release --domain example.org
    """
    from syndicate.jobs.delivery import control

    if bool(edition) == bool(domain):
        raise click.UsageError("Name an edition, or a --domain")
    with open_work(context, quiet=as_json) as press:
        if domain:
            number = control.release_domain(press, domain)
        else:
            name = control.full_name(press, edition)
            tell(name, control.release(press, name, waived), as_json)
            return
    if as_json:
        write_json({"domain": domain, "waiting": number})
    else:
        write_line(f"{domain}: {number:,} mails go out with the next delivery")


def tell(edition: str, mailing: Mailing, as_json: bool) -> None:
    """What a mailing is now."""
    if as_json:
        write_json({"edition": edition, "state": mailing.state, "reason": mailing.reason})
    else:
        for line in state_lines(f"{edition}: ", mailing.state, mailing.reason):
            write_line(line)
