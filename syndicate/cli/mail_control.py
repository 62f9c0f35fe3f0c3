"""``syndicate mail pause``, ``resume``, ``cancel``, ``retry`` and ``release``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mailing import state_lines, when_due
from syndicate.cli.options import confirm, dry_run_option, json_option, yes_option
from syndicate.cli.output import counted, write_json, write_line
from syndicate.cli.work import open_work

if TYPE_CHECKING:
    from syndicate.jobs.delivery.control import Cancelled
    from syndicate.store.mailings import Mailing


@click.command(short_help="Send nothing more of an edition for now.")
@click.argument("edition")
@dry_run_option
@json_option
@pass_context
def pause(context: Context, edition: str, dry_run: bool, as_json: bool) -> None:
    """Send nothing more of EDITION until somebody resumes it. What is on the wire goes out.

    \b
    Example:
      syndicate mail pause weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        name = control.full_name(press, edition)
        tell(name, control.pause(press, name, dry_run=dry_run), as_json, dry_run=dry_run)


@click.command(short_help="Go on with a paused edition.")
@click.argument("edition")
@dry_run_option
@json_option
@pass_context
def resume(context: Context, edition: str, dry_run: bool, as_json: bool) -> None:
    """Go on with a paused EDITION; articles withdrawn meanwhile are left out of it.

    \b
    Example:
      syndicate mail resume weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        name = control.full_name(press, edition)
        tell(name, control.resume(press, name, dry_run=dry_run), as_json, dry_run=dry_run)


@click.command(short_help="Send nothing more of an edition, ever.")
@click.argument("edition")
@dry_run_option
@yes_option
@json_option
@pass_context
def cancel(context: Context, edition: str, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Send nothing more of EDITION, ever. What is on the wire goes out.

    Says first how many have got it and how many won't, and asks.

    \b
    Example:
      syndicate mail cancel weekly/2026-W04 --dry-run
      syndicate mail cancel weekly/2026-W04 --yes
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        name = control.full_name(press, edition)
        if not (dry_run or yes):
            foreseen = control.cancel(press, name, dry_run=True)
            confirm(f"Nothing more of {name} will ever be sent: {fate(foreseen)}.", yes=yes)
        done = control.cancel(press, name, dry_run=dry_run)
    tell_cancelled(name, done, as_json, dry_run=dry_run)


@click.command(short_help="Try once more what failed.")
@click.argument("edition")
@dry_run_option
@json_option
@pass_context
def retry(context: Context, edition: str, dry_run: bool, as_json: bool) -> None:
    """Try once more, with the next delivery, all mails of EDITION that failed.

    Addresses that are suppressed meanwhile stay failed.

    \b
    Example:
      syndicate mail retry weekly/2026-W04
    """
    from syndicate.jobs.delivery import control

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        name = control.full_name(press, edition)
        number = control.retry(press, name, dry_run=dry_run)
    if as_json:
        write_json({"dry_run": dry_run, "edition": name, "retried": number})
    else:
        write_line(f"{name}: {number:,} {'would' if dry_run else 'will'} be tried again")


@click.command(short_help="Let a held edition go, or mail to a held domain.")
@click.argument("edition", default="")
@click.option(
    "--waive", "waived", multiple=True, metavar="GATE", help="Let it pass this gate all the same."
)
@click.option("--domain", metavar="DOMAIN", help="Mail this receiving domain again.")
@click.option("--all-domains", is_flag=True, help="Mail every domain again that is held.")
@dry_run_option
@json_option
@pass_context
def release(
    context: Context,
    edition: str,
    waived: tuple[str, ...],
    domain: str | None,
    all_domains: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Let a held EDITION go to the gates again, or mail to a held domain.

    A gate holds an edition whose mails have something wrong with them; the
    reason begins with the gate's name. A domain is held where its server
    refused mail for our own fault. Where a relay of ours refused what we say,
    that may be many: --all-domains.

    \b
    Example:
      syndicate mail release weekly/2026-W04
      syndicate mail release weekly/2026-W04 --waive size
      syndicate mail release --domain example.org
    """
    from syndicate.jobs.delivery import control

    if bool(edition) + bool(domain) + all_domains != 1:
        raise click.UsageError("Name an edition, or a --domain, or say --all-domains")
    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        now = press.clock()
        if edition:
            name = control.full_name(press, edition)
            done = control.release(press, name, waived, dry_run=dry_run)
            tell(name, done, as_json, dry_run=dry_run)
            return
        if domain:
            freed = {domain: control.release_domain(press, domain, dry_run=dry_run)}
        else:
            freed = control.release_domains(press, dry_run=dry_run)
    number = sum(each.freed for each in freed.values())
    later = sum(each.later for each in freed.values())
    first = min((each.first for each in freed.values() if each.first), default=None)
    if as_json:
        which = (
            {"domain": domain} if domain else {"domains": {d: f.freed for d, f in freed.items()}}
        )
        write_json({"dry_run": dry_run, **which, "waiting": number, "later": later, "next": first})
    elif not freed:
        write_line("No domain is held.")
    else:
        go = "would go" if dry_run else "goes" if number == 1 else "go"
        what = domain or counted(len(freed), "domain")
        write_line(f"{what}: {counted(number, 'mail')} {go} out with the next delivery")
        if first is not None:
            when = when_due(first, now, context.config.site.zone)
            waits = "waits for its next attempt," if later == 1 else "wait for theirs, the first"
            write_line(f"  {later:,} {waits} until {when}")


def tell(edition: str, mailing: Mailing, as_json: bool, *, dry_run: bool) -> None:
    """What a mailing is now, or would be."""
    if as_json:
        write_json(_data(edition, mailing, dry_run=dry_run))
        return
    would = "would be " if dry_run else ""
    for line in state_lines(f"{edition}: {would}", mailing.state, mailing.reason):
        write_line(line)


def tell_cancelled(edition: str, done: Cancelled, as_json: bool, *, dry_run: bool) -> None:
    """What a mailing is now, or would be, that nothing more is sent of, and who got it."""
    if as_json:
        write_json(
            {
                **_data(edition, done.mailing, dry_run=dry_run),
                "accepted": done.accepted,
                "left_out": done.left,
                "in_doubt": done.doubtful,
                "under_way": done.under_way,
                "restored": done.restored,
            }
        )
        return
    tell(edition, done.mailing, as_json, dry_run=dry_run)
    write_line(f"  {fate(done)}")


def fate(done: Cancelled) -> str:
    """Who has got an edition that nothing more is sent of, and who won't."""
    known = ", as far as this restored store knows" if done.restored else ""
    if not done.frozen:
        return f"nobody has got it{known}"
    said = [
        f"{done.accepted:,} {'has' if done.accepted == 1 else 'have'} got it",
        f"{done.left:,} won't",
    ]
    if done.doubtful:
        said.append(f"{done.doubtful:,} may have, being in doubt")
    if done.under_way:
        said.append(f"{done.under_way:,} may still, being in hand")
    return ", ".join(said) + known


def _data(edition: str, mailing: Mailing, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "edition": edition,
        "state": mailing.state,
        "reason": mailing.reason,
    }
