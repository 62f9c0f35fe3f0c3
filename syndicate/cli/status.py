"""``syndicate status``: how things stand, for a person and for a monitor."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mailing import (
    brief_state,
    doubt_data,
    doubt_line,
    held_data,
    held_lines,
    waiting_data,
    waiting_lines,
)
from syndicate.cli.options import json_option
from syndicate.cli.output import Column, write_json, write_line, write_pairs, write_table
from syndicate.model.errors import ExitCode

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from syndicate.model.edition import Edition
    from syndicate.schedule.due import Due
    from syndicate.schedule.standing import SourceStanding, Standing
    from syndicate.store.mailings import Mailing


@click.command(short_help="Show what has run, what is next, and what is late.")
@json_option
@pass_context
def status(context: Context, as_json: bool) -> int:
    """Show the last readings, what is due next, and what holds things up.

    Exits with 4 when something is overdue, an edition or a receiving domain is
    held, an edition has paused by itself, or mails in doubt have to be settled,
    and says what; so a monitor can call it. It changes nothing, and makes no
    store where there is none.

    \b
    Example:
      syndicate status
      syndicate status --json | jq .overdue
    """
    found = _standing(context)
    if as_json:
        write_json(_data(found))
    else:
        _show(found, context.config.site.zone, stands=context.config.site.clock is not None)
    amiss = found.is_stuck or (found.overdue and found.size is not None)
    return ExitCode.PARTLY if amiss else ExitCode.OK


def _standing(context: Context) -> Standing:
    from syndicate.jobs.press import open_press
    from syndicate.model.cover import without_password
    from syndicate.schedule import standing
    from syndicate.store import presence

    config = context.config
    if not presence.exists(config.store.url, root=config.root):
        return standing.of_nothing(
            config,
            store=without_password(config.store.url),
            now=context.now(),
            shown=context.shown_now(),
        )
    with open_press(config, clock=context.now, create=False) as press:
        return standing.read(press)


def _data(found: Standing) -> dict[str, Any]:
    return {
        "now": found.now,
        "store": {"name": found.store, "bytes": found.size},
        "sources": found.sources,
        "next": found.next,
        "overdue": [due.job for due in found.overdue] if found.size is not None else [],
        "stale": [source.name for source in found.stale],
        "editions": [
            {
                "newsletter": edition.newsletter,
                "edition": edition.period.label,
                "state": edition.state,
                "made": edition.made,
                "mail": mailing.state if (mailing := found.mailings.get(edition.id)) else None,
            }
            for edition in found.editions
        ],
        "waiting": [
            waiting_data(name, mailing.state, mailing.reason) for name, mailing in _waiting(found)
        ],
        "held": [held_data(domain) for domain in found.held],
        "unsettled": [doubt_data(_named(edition), number) for edition, number in found.unsettled],
        "leases": [
            {
                "kind": lease.kind,
                "host": lease.holder.host,
                "pid": lease.holder.pid,
                "since": lease.taken,
            }
            for lease in found.leases
        ],
    }


def _show(found: Standing, zone: ZoneInfo, *, stands: bool) -> None:
    def local(moment: datetime | None) -> str:
        return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}" if moment else ""

    if found.size is None:
        write_line("Nothing has run yet, and there is no store.")
        write_line("Read the sources, publish and make the digests with: syndicate run")
        return
    write_pairs(
        [
            ("now", f"{local(found.now)} ({zone.key})"),
            *([("shown as", f"{local(found.shown)}, the site's fixed clock")] if stands else []),
            ("store", f"{found.store}, {_amount(found.size)}"),
        ]
    )
    if found.sources:
        write_line()
    write_table(
        [
            "source",
            "last read",
            "ended",
            Column("new", align="right"),
            Column("changed", align="right"),
            Column("errors", align="right"),
            "newest article",
        ],
        [_source_row(source, local) for source in found.sources],
    )
    write_line()
    write_table(
        ["next", "when", Column("why", wrap=True)],
        [(due.job, _when(due, local), _why(due)) for due in found.next],
    )
    if found.editions:
        write_line()
    write_table(
        ["edition", "made", "state", "mail"],
        [
            (
                f"{edition.newsletter} {edition.period.label}",
                local(edition.made),
                edition.state,
                _mail(found.mailings.get(edition.id)),
            )
            for edition in found.editions
        ],
    )
    if found.leases:
        write_line()
    write_table(
        ["lease", "held by", "since"],
        [
            (lease.kind, f"process {lease.holder.pid} on {lease.holder.host}", local(lease.taken))
            for lease in found.leases
        ],
    )
    if found.waiting or found.held or found.unsettled:
        write_line()
    for name, mailing in _waiting(found):
        for line in waiting_lines(name, mailing.state, mailing.reason):
            write_line(line)
    for edition, number in found.unsettled:
        write_line(f"{_named(edition)}: {doubt_line(_named(edition), number)}")
    for line in held_lines(found.held):
        write_line(line)
    if found.overdue:
        write_line()
    for due in found.overdue:
        since = f" since {local(due.at)}" if due.at else ""
        write_line(f"overdue: {due.job}{since} ({due.reason})")


def _source_row(source: SourceStanding, local: Any) -> tuple[Any, ...]:
    newest = local(source.newest)
    if source.started is None:
        return (source.name, "never", "", None, None, None, newest)
    return (
        source.name,
        local(source.started),
        source.outcome,
        source.new,
        source.changed,
        source.errors,
        f"{newest}, stale" if source.stale else newest,
    )


def _waiting(found: Standing) -> list[tuple[str, Mailing]]:
    return [(_named(edition), mailing) for edition, mailing in found.waiting]


def _named(edition: Edition) -> str:
    return f"{edition.newsletter}/{edition.period.label}"


def _mail(mailing: Mailing | None) -> str | None:
    return brief_state(mailing.state, mailing.reason) if mailing else None


def _when(due: Due, local: Any) -> str:
    if due.running or due.now:
        return "now"
    return str(local(due.at)) or "never"


def _why(due: Due) -> str:
    return f"{due.reason}, overdue" if due.overdue else due.reason


def _amount(size: int) -> str:
    """A number of bytes as a person reads it (decimal units)."""
    value = float(size)
    for unit in ("bytes", "kB", "MB"):
        if value < 1000:
            return f"{value:.0f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"
