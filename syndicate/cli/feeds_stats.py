"""``syndicate feeds stats``: how many people read each feed, as far as readers say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import json_option
from syndicate.cli.output import Column, write_json, write_line, write_table
from syndicate.cli.work import open_work

if TYPE_CHECKING:
    from syndicate.store.readers import Count


@click.command(short_help="Show what readers report of subscribers.")
@click.option(
    "--days",
    default=30,
    show_default=True,
    type=click.IntRange(1, 400),
    help="Compare with so many days ago.",
)
@json_option
@pass_context
def stats(context: Context, days: int, as_json: bool) -> None:
    """Show the subscribers of each feed, as the services that fetch it report.

    Services such as Feedly fetch a feed once for all of their users, and say
    how many those are. Readers on people's own devices say nothing, so the
    numbers are the least there can be. Counted are services that have asked in
    the last seven days; serve collects what they say and stores no addresses.

    \b
    Example:
      syndicate feeds stats
      syndicate feeds stats --days 7 --json | jq .subscribers
    """
    from syndicate.store import readers

    with open_work(context, quiet=True, scratch=True) as press, press.store.read() as connection:
        found = readers.counts(connection, now=press.clock(), days=days)
    if as_json:
        total = sum(count.subscribers for count in found)
        write_json({"days": days, "subscribers": total, "feeds": _by_feed(found)})
    else:
        _show(found, context, days)


def _by_feed(found: Sequence[Count]) -> list[dict[str, object]]:
    """The feeds, that with most subscribers first."""
    feeds: dict[str, list[Count]] = {}
    for count in found:
        feeds.setdefault(count.path, []).append(count)
    grouped: list[dict[str, object]] = [
        {
            "feed": path,
            "subscribers": sum(count.subscribers for count in counts),
            "readers": [
                {
                    "reader": count.reader,
                    "subscribers": count.subscribers,
                    "change": count.change,
                    "seen": count.seen,
                }
                for count in counts
            ],
        }
        for path, counts in feeds.items()
    ]
    return sorted(grouped, key=lambda feed: (-int(str(feed["subscribers"])), str(feed["feed"])))


def _show(found: Sequence[Count], context: Context, days: int) -> None:
    if not found:
        write_line("No reader has reported subscribers in the last seven days.")
        return
    zone = context.config.site.zone
    write_table(
        [
            "feed",
            "reader",
            Column("subscribers", "right"),
            Column(f"in {days} days", "right"),
            "last asked",
        ],
        [
            (
                count.path,
                count.reader,
                count.subscribers,
                "new" if count.change is None else f"{count.change:+d}",
                f"{count.seen.astimezone(zone):%Y-%m-%d %H:%M}",
            )
            for count in found
        ],
    )
    write_line()
    total = sum(count.subscribers for count in found)
    feeds = len({count.path for count in found})
    write_line(f"{total} subscribers of {feeds} {'feed' if feeds == 1 else 'feeds'}")
