"""``syndicate mail status``: how an edition's delivery stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mailing import brief, brief_state, way_on, when_due, when_waiting
from syndicate.cli.options import json_option
from syndicate.cli.output import Column, printable, write_json, write_line, write_pairs, write_table
from syndicate.cli.work import open_work
from syndicate.config.duration import format_duration

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from syndicate.jobs.delivery.standing import Overview, Standing
    from syndicate.store.domains import Domain
    from syndicate.store.ledger_view import Delivery


@click.command(short_help="Show how an edition's delivery stands.")
@click.argument("edition", default="")
@json_option
@pass_context
def status(context: Context, edition: str, as_json: bool) -> None:
    """Show how the delivery of EDITION stands: how many mails in each state, and why.

    Without EDITION, how the latest stand, and which receiving domains rest.

    "Accepted" means that a server took the mail, never that anybody got it.
    Those that came back later, with a bounce, are counted beside.

    \b
    Example:
      syndicate mail status
      syndicate mail status weekly
      syndicate mail status weekly/2026-W04 --json | jq .counts
    """
    from syndicate.jobs.delivery import standing as jobs

    with open_work(context, quiet=as_json, create=False) as press:
        if not edition:
            _show_all(jobs.overview(press), context.config.site.zone, as_json)
            return
        standing = jobs.status(press, edition)
    if as_json:
        write_json(_data(standing))
    else:
        _show(standing, context.now(), context.config.site.zone)


def _show_all(overview: Overview, zone: tzinfo, as_json: bool) -> None:
    rows: list[dict[str, Any]] = [
        {
            "edition": name,
            "state": mailing.state if mailing else None,
            "reason": mailing.reason if mailing else "",
            "counts": counts,
        }
        for name, mailing, counts in overview.editions
    ]
    if as_json:
        write_json({"editions": rows, "domains": overview.domains})
        return
    if not rows:
        write_line("There is no edition yet.")
        write_line("  one now: syndicate digest make NEWSLETTER; those that are due: syndicate run")
    # States that nothing is in would leave a narrow terminal no room for the reasons.
    found = {state for row in rows for state, number in row["counts"].items() if number}
    known = ("accepted", "queued", "deferred", "failed", "in doubt")
    states = [state for state in known if state in found]
    write_table(
        [
            "edition",
            "state",
            *(Column(state, "right") for state in states),
            Column("reason", wrap=True),
        ],
        [
            (
                row["edition"],
                row["state"] or "not begun",
                *(row["counts"].get(state) for state in states),
                brief(row["reason"].removeprefix(f"{row['state']} ")) or None,
            )
            for row in rows
        ],
    )
    _show_domains(overview.domains, zone)


def _show_domains(domains: list[Domain], zone: tzinfo) -> None:
    if domains:
        write_line()
        write_table(
            ["domain", "held", "until", "reason"],
            [
                (each.domain, each.held is not None, _local(each.until, zone), each.reason)
                for each in domains
            ],
        )
    held = [each.domain for each in domains if each.held]
    if held:
        which = f"--domain {held[0]}" if len(held) == 1 else "--all-domains"
        write_line()
        write_line(f"once mended: syndicate mail release {which}")


def _data(standing: Standing) -> dict[str, Any]:
    mailing = standing.mailing
    return {
        "edition": standing.edition,
        "state": mailing.state if mailing else None,
        "reason": mailing.reason if mailing else "",
        "way_out": way_on(standing.edition, mailing.state, mailing.reason) if mailing else "",
        "approved": mailing.approved if mailing else None,
        "frozen": mailing.frozen if mailing else None,
        "started": mailing.started if mailing else None,
        "finished": mailing.finished if mailing else None,
        "candidates": mailing.candidates if mailing else 0,
        "recipients": mailing.recipients if mailing else 0,
        "counts": standing.counts,
        "came_back": standing.came_back,
        "ready": standing.queue.ready,
        "waiting": {
            "mails": standing.queue.waiting,
            "first": standing.queue.first,
            "last": standing.queue.last,
        },
        "rate": round(standing.rate, 1),
        "left": standing.left,
        "due": standing.due,
        "at_work": standing.at_work,
        "trouble": standing.trouble,
        "reasons": [
            {"state": state, "reason": reason, "mails": number}
            for state, reason, number in standing.reasons
        ],
        "in_doubt": [
            {**asdict(each), "due": each.due if standing.goes_again(each) else None}
            for each in standing.doubtful
        ],
        "domains": standing.domains,
    }


def _show(standing: Standing, now: datetime, zone: tzinfo) -> None:
    mailing = standing.mailing
    if mailing is None:
        write_line(f"{standing.edition}: its delivery has not begun")
        return
    pairs: dict[str, Any] = {
        "edition": standing.edition,
        "state": brief_state(mailing.state, mailing.reason),
        "recipients": f"{mailing.recipients:,} of {mailing.candidates:,} subscribers"
        if mailing.frozen is not None
        else "not fixed yet",
        "started": _local(mailing.started, zone),
        "finished": _local(mailing.finished, zone),
        **{state: f"{number:,}" for state, number in sorted(standing.counts.items())},
    }
    if standing.came_back:
        pairs["accepted"] += f", of which {standing.came_back:,} came back later"
    if number := standing.at_work:
        pairs["at work"] = f"{number} {'process' if number == 1 else 'processes'}"
    # Between two deliveries nothing moves, at no rate.
    works = standing.at_work > 0 and mailing.state == "sending"
    if works and standing.rate >= 0.5:
        pairs["rate"] = f"{standing.rate:,.0f} a minute"
    if works and standing.left is not None:
        pairs["time left"] = format_duration(standing.left)
    if mailing.state == "sending":
        pairs["waiting"] = when_waiting(standing.queue, zone) or None
    goes = mailing.state == "sending" and not standing.at_work
    if goes and standing.due is not None and standing.due <= now:
        pairs["goes on"] = when_due(standing.due, now, zone)
    if standing.trouble and mailing.state == "sending":
        pairs["last run"] = printable(standing.trouble)
    write_pairs({name: value for name, value in pairs.items() if value is not None})
    if len(whys := mailing.reason.splitlines()) > 1:
        write_line()
        for why in whys:
            write_line(why)
    if way := way_on(standing.edition, mailing.state, mailing.reason):
        write_line()
        write_line(way)
    if standing.reasons:
        write_line()
        write_table(
            [Column("mails", "right"), "state", "reason"],
            [(number, state, reason) for state, reason, number in standing.reasons],
        )
    again = [each for each in standing.doubtful if standing.goes_again(each)]
    _show_doubtful("In doubt; they are sent again, with the same Message-ID", again, zone)
    left = [each for each in standing.doubtful if not standing.goes_again(each)]
    way = f"syndicate mail reconcile {standing.edition} --log FILE"
    _show_doubtful(f"In doubt; settle them by a mail server's log: {way}", left, zone)
    _show_domains(standing.domains, zone)


def _show_doubtful(title: str, doubtful: list[Delivery], zone: tzinfo) -> None:
    if doubtful:
        write_line()
        write_line(title)
        write_table(
            ["tried", "address", "message id"],
            [
                (_local(each.tried, zone), each.address or "erased", each.message_id)
                for each in doubtful
            ],
        )


def _local(moment: datetime | None, zone: tzinfo) -> str | None:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}" if moment else None
