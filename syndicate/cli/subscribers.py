"""``syndicate subscribers``: who gets what, and what happened to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.options import json_option, known_newsletter
from syndicate.cli.output import (
    Column,
    write_json,
    write_line,
    write_note,
    write_pairs,
    write_table,
)
from syndicate.cli.work import open_work

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from syndicate.jobs.audience.standing import Standing
    from syndicate.model.subscriber import Subscription, Suppression
    from syndicate.store.traces import Mailed

#: How many editions are shown of one person.
_EDITIONS = 10

#: Verbs of this group that live in modules of their own.
_VERBS = {
    "add": ("syndicate.cli.subscribers_change:add", "Subscribe one address."),
    "erase": ("syndicate.cli.subscribers_change:erase", "Forget somebody."),
    "export": ("syndicate.cli.subscribers_files:export", "Write all subscribers into a file."),
    "import": ("syndicate.cli.subscribers_files:bring", "Bring subscribers in from a CSV file."),
    "suppress": ("syndicate.cli.subscribers_change:suppress", "Never mail an address again."),
    "unsuppress": ("syndicate.cli.subscribers_change:unsuppress", "Mail an address again."),
}


@click.group(
    cls=VerbGroup, lazy=_VERBS, short_help="List, add, import, export and bar subscribers."
)
def subscribers() -> None:
    """Look after those who get digests: list, add, import, export, bar and forget them.

    \b
    Example:
      syndicate subscribers list --search nell@
      syndicate subscribers import readers.csv --newsletter weekly --dry-run
    """


@subscribers.command("list", short_help="List and search subscribers.")
@click.option(
    "--search",
    default="",
    metavar="TEXT",
    help="The beginning of an address, of a name, or of a domain: @harbour.example.",
)
@click.option("--newsletter", default="", metavar="NAME", help="Only with this newsletter.")
@click.option(
    "--state",
    type=click.Choice(["active", "pending", "ended"]),
    help="Only with a subscription that is so.",
)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="How many.")
@click.option(
    "--after",
    type=click.IntRange(0),
    metavar="NUMBER",
    help="Go on behind the one of this number, where a list before ended.",
)
@json_option
@pass_context
def list_subscribers(
    context: Context,
    search: str,
    newsletter: str,
    state: Any,
    limit: int,
    after: int | None,
    as_json: bool,
) -> None:
    """List subscribers, in the order in which they came or, with --search, by what matches.

    Where there are more than fit, the last one's number asks for the rest.

    \b
    Example:
      syndicate subscribers list --newsletter weekly --state pending
      syndicate subscribers list --search @harbour.example
      syndicate subscribers list --search @harbour.example --after 50
      syndicate subscribers list --json | jq '.subscribers[].address'
    """
    from syndicate.store import subscriber_search, subscriptions

    with open_work(context, quiet=as_json, scratch=True) as press, press.store.read() as connection:
        page = subscriber_search.page(
            connection, search=search, newsletter=newsletter, state=state, after=after, limit=limit
        )
        held = subscriptions.of_many(connection, (person.id for person in page.found))
    if not page.found:
        # One that is configured no more may have had subscribers.
        known_newsletter(context, newsletter)
    if as_json:
        found = [
            {**_person(person), "subscriptions": held.get(person.id, [])} for person in page.found
        ]
        write_json({"subscribers": found, "after": page.after})
        return
    if not page.found:
        narrowed = search or newsletter or state or after
        write_line("No subscriber matches." if narrowed else "There is no subscriber yet.")
    zone = context.config.site.zone
    write_table(
        [Column("no.", "right"), "address", "name", "since", "subscriptions"],
        [
            (
                person.id,
                person.address,
                person.name,
                f"{person.created.astimezone(zone):%Y-%m-%d}",
                ", ".join(_brief(one) for one in held.get(person.id, [])),
            )
            for person in page.found
        ],
    )
    if page.after and not context.quiet:
        write_note(f"there are more: --after {page.after}")


@subscribers.command(short_help="Show all that is known of one subscriber.")
@click.argument("who", metavar="ADDRESS-OR-NUMBER")
@json_option
@pass_context
def show(context: Context, who: str, as_json: bool) -> None:
    """Show one subscriber: what comes, since when, by what consent, and what bars it.

    Of each edition it says whether a server took it for them, and if not, why;
    and whether it came back later.

    \b
    Example:
      syndicate subscribers show nell@harbour.example
      syndicate subscribers show 1042 --json
    """
    from syndicate.jobs.audience import operator

    with open_work(context, quiet=as_json, scratch=True) as press:
        found = operator.show(press, who)
        mailed = operator.mailed(press, who)
    if as_json:
        write_json({**standing_data(found), "editions": mailed})
        return
    zone = context.config.site.zone
    person = found.subscriber
    write_pairs(
        (name, value)
        for name, value in (
            ("number", person.id),
            ("address", person.address),
            ("name", person.name),
            ("language", person.language),
            ("zone", person.timezone),
            ("since", _local(person.created, zone)),
            ("confirmed", person.confirmed and _local(person.confirmed, zone)),
        )
        if value not in ("", None)
    )
    if found.subscriptions:
        write_line()
        write_subscriptions(found.subscriptions, zone)
    if found.suppressions:
        write_line()
        write_suppressions(found.suppressions, zone)
    if mailed:
        write_line()
        write_mailed(mailed[-_EDITIONS:], zone)
    if len(mailed) > _EDITIONS and not context.quiet:
        write_note(f"of {len(mailed)} editions the latest; all of them: --json")


@subscribers.command(short_help="Show what happened to one subscriber.")
@click.argument("who", metavar="ADDRESS-OR-NUMBER")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="How many.")
@json_option
@pass_context
def history(context: Context, who: str, limit: int, as_json: bool) -> None:
    """Show what happened to somebody, the latest first.

    Of somebody who has been erased, the history is still there by number: it
    holds no address.

    \b
    Example:
      syndicate subscribers history nell@harbour.example
      syndicate subscribers history 1042 --json
    """
    from syndicate.jobs.audience import operator

    with open_work(context, quiet=as_json, scratch=True) as press:
        found = operator.history_of(press, who, limit=limit)
    if as_json:
        write_json(found)
        return
    zone = context.config.site.zone
    write_table(
        ["when", "what", "newsletter", "by", Column("", wrap=True)],
        [
            (
                _local(event.at, zone),
                event.kind,
                event.newsletter,
                event.actor,
                ", ".join(f"{key} {_said(value)}" for key, value in event.details.items()),
            )
            for event in found
        ],
    )


def write_subscriptions(held: tuple[Subscription, ...], zone: tzinfo) -> None:
    write_table(
        ["newsletter", "state", "cadence", "language", "hour", "sections", "consent", "since"],
        [
            (
                one.newsletter,
                one.state,
                one.cadence,
                one.language,
                one.hour,
                "all" if one.sections is None else " ".join(one.sections),
                # What is pending has a way to consent, and no consent.
                None if one.state == "pending" else one.consent,
                f"{(one.ended or one.confirmed or one.created).astimezone(zone):%Y-%m-%d}",
            )
            for one in held
        ],
    )


def write_suppressions(held: tuple[Suppression, ...], zone: tzinfo) -> None:
    write_table(
        ["suppressed for", "reason", "since", Column("", wrap=True)],
        [
            (
                one.newsletter or "everything",
                one.reason,
                f"{one.since.astimezone(zone):%Y-%m-%d}",
                one.detail,
            )
            for one in held
        ],
    )


def _local(moment: datetime, zone: tzinfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def write_mailed(mailed: Sequence[Mailed], zone: tzinfo) -> None:
    """Editions as one person had them, or did not, the latest first."""
    write_table(
        ["edition", "state", "when", Column("why, or what the server said", wrap=True)],
        [
            (
                f"{each.newsletter}/{each.label}",
                each.state,
                _local(when, zone) if (when := each.settled or each.tried) else "",
                f"came back: {each.came_back}"
                if each.came_back
                else each.reason or " ".join(map(str, filter(None, (each.code, each.reply)))),
            )
            for each in reversed(mailed)
        ],
    )


def standing_data(found: Standing) -> dict[str, Any]:
    """For programs: everything but the key that links are made with."""
    return {
        **_person(found.subscriber),
        "subscriptions": found.subscriptions,
        "suppressions": found.suppressions,
    }


def _person(person: Any) -> dict[str, Any]:
    names = ("id", "address", "name", "domain", "language", "timezone", "created", "confirmed")
    return {name: getattr(person, name) for name in names}


def _brief(one: Subscription) -> str:
    return one.newsletter if one.state == "active" else f"{one.newsletter} ({one.state})"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
