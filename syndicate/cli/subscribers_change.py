"""``syndicate subscribers add``, ``suppress``, ``unsuppress``, ``erase``: one address at a time."""

from __future__ import annotations

import re

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import (
    an_address,
    confirm,
    dry_run_option,
    json_option,
    known_newsletter,
    yes_option,
)
from syndicate.cli.output import write_json, write_line
from syndicate.cli.subscribers import standing_data, write_subscriptions
from syndicate.cli.work import open_work


@click.command(short_help="Subscribe one address.")
@click.argument("address")
@click.option(
    "--newsletter",
    "newsletters",
    multiple=True,
    required=True,
    metavar="NAME",
    help="What to subscribe to; again for another one.",
)
@click.option("--confirmed", is_flag=True, help="Its owner has consented already: ask no more.")
@click.option("--sections", default="", metavar="A|B", help="Only these sections, by slug.")
@click.option("--cadence", default="", metavar="WORD", help="daily, weekly or monthly.")
@click.option("--language", default="", metavar="TAG", help="One that the newsletter offers.")
@click.option("--hour", type=click.IntRange(0, 23), help="The local hour that it is to come at.")
@click.option("--timezone", default="", metavar="ZONE", help="Where that hour is counted.")
@click.option("--name", default="", metavar="TEXT", help="A person's name.")
@dry_run_option
@json_option
@pass_context
def add(
    context: Context,
    address: str,
    newsletters: tuple[str, ...],
    confirmed: bool,
    sections: str,
    cadence: str,
    language: str,
    hour: int | None,
    timezone: str,
    name: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Subscribe ADDRESS, or change what it gets.

    Its owner is asked by mail first, unless --confirmed says that they
    have consented. An address that must not be mailed is refused: see unsuppress.

    \b
    Example:
      syndicate subscribers add nell@harbour.example --newsletter weekly
      syndicate subscribers add nell@harbour.example --newsletter weekly \\
        --sections 'city|science' --confirmed
    """
    from syndicate.jobs.audience import operator
    from syndicate.jobs.audience.problems import InvalidError
    from syndicate.jobs.audience.wishes import Choice
    from syndicate.jobs.edition import newsletter_of
    from syndicate.model.errors import UsageError

    an_address(address, "ADDRESS")
    named = tuple(filter(None, re.split(r"[|\s]+", sections))) or None
    choices = [Choice(each, named, cadence, language, hour) for each in newsletters]
    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        for each in newsletters:
            newsletter_of(press, each)
        try:
            done = operator.add(
                press,
                address,
                choices,
                confirmed=confirmed,
                name=name,
                language=language,
                timezone=timezone,
                dry_run=dry_run,
            )
        except InvalidError as error:
            raise UsageError(error.thing, error.cause, error.way_out) from None
    if as_json:
        told = {"begun": done.begun, "changed": done.changed, "asked": done.asked}
        write_json({"dry_run": dry_run, **told, "subscriber": standing_data(done.standing)})
        return
    would = "would be " if dry_run else ""
    shown = done.standing.subscriber.address
    for names, said in (
        (done.begun, "subscribed to"),
        (done.changed, "changed for"),
        (done.asked, "asked by mail to confirm"),
    ):
        if names:
            write_line(f"{shown}: {would}{said} {', '.join(names)}")
    if not (done.begun or done.changed or done.asked):
        write_line(f"{shown}: subscribed already")
    if not dry_run:
        write_subscriptions(done.standing.subscriptions, context.config.site.zone)


@click.command(short_help="Never mail an address again.")
@click.argument("address")
@click.option("--newsletter", default="", metavar="NAME", help="Only not this newsletter.")
@click.option("--detail", default="", metavar="TEXT", help="Why, for whoever looks it up.")
@dry_run_option
@json_option
@pass_context
def suppress(
    context: Context, address: str, newsletter: str, detail: str, dry_run: bool, as_json: bool
) -> None:
    """Never mail ADDRESS again, subscriber or not, whatever an import or a form says.

    Only a keyed hash of it is kept. Its subscriptions stay as they are, and
    count again once it is unsuppressed.

    \b
    Example:
      syndicate subscribers suppress nell@harbour.example --detail "asked by telephone"
      syndicate subscribers suppress nell@harbour.example --newsletter weekly
    """
    from syndicate.jobs.audience import operator

    an_address(address, "ADDRESS")
    known_newsletter(context, newsletter)
    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        done = operator.suppress(
            press, address, newsletter=newsletter, detail=detail, dry_run=dry_run
        )
    if as_json:
        write_json({"dry_run": dry_run, "newsletter": newsletter, "suppressed": done})
        return
    said = f"suppressed for {newsletter or 'everything'}"
    if not done:
        write_line(f"{address}: {said} already")
    else:
        write_line(f"{address}: {'would be ' if dry_run else ''}{said}")


@click.command(short_help="Mail an address again.")
@click.argument("address")
@click.option("--newsletter", metavar="NAME", help="Only for this newsletter.")
@dry_run_option
@yes_option
@json_option
@pass_context
def unsuppress(
    context: Context,
    address: str,
    newsletter: str | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Lift what bars ADDRESS from being mailed, whatever the reason was.

    Shows the reasons and asks first: a complaint or a bounce is not to be
    passed over lightly. A subscription that was ended does not come back by this.

    \b
    Example:
      syndicate subscribers unsuppress nell@harbour.example --dry-run
      syndicate subscribers unsuppress nell@harbour.example
    """
    from syndicate.jobs.audience import operator

    an_address(address, "ADDRESS")
    known_newsletter(context, newsletter or "")
    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        lifted = operator.unsuppress(press, address, newsletter=newsletter, dry_run=True)
        reasons = ", ".join(
            f"{one.reason} since {one.since:%Y-%m-%d} for {one.newsletter or 'everything'}"
            for one in lifted
        )
        if lifted and not dry_run:
            confirm(f"{address} is suppressed: {reasons}. Mail it again?", yes=yes)
            lifted = operator.unsuppress(press, address, newsletter=newsletter)
    if as_json:
        write_json({"dry_run": dry_run, "lifted": lifted})
    elif not lifted:
        write_line(f"{address}: not suppressed")
    else:
        write_line(f"{address}: {'would be ' if dry_run else ''}unsuppressed ({reasons})")


@click.command(short_help="Forget somebody.")
@click.argument("who", metavar="ADDRESS-OR-NUMBER")
@dry_run_option
@yes_option
@json_option
@pass_context
def erase(context: Context, who: str, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Forget somebody: address, name, subscriptions, letters, and mails in the outbox.

    What stays is a number in the ledger and a keyed hash, so that no import
    brings the address back. Its owner may sign up again. Backups made before
    still hold it: delete them when they are due.

    \b
    Example:
      syndicate subscribers erase nell@harbour.example --dry-run
      syndicate subscribers erase nell@harbour.example --yes
    """
    from syndicate.jobs.audience import operator

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        found = operator.show(press, who)
        if not dry_run:
            confirm(f"{found.subscriber.address} would be forgotten for good.", yes=yes)
            operator.erase(press, who)
    number, held = found.subscriber.id, len(found.subscriptions)
    if as_json:
        write_json({"dry_run": dry_run, "id": number, "subscriptions": held})
        return
    count = f"{held} subscription{'' if held == 1 else 's'}"
    write_line(f"subscriber {number}, {count}: {'would be ' if dry_run else ''}erased")
