"""``syndicate digest``: look at a newsletter's edition, make it, edit it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.mailing import brief_state
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import (
    Column,
    write_json,
    write_line,
    write_note,
    write_pairs,
    write_table,
)
from syndicate.cli.work import open_work, parse_at

if TYPE_CHECKING:
    from syndicate.jobs.digest import DigestReport
    from syndicate.model.edition import Cadence, Story

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def at_option(command: Decorated) -> Decorated:
    return click.option(
        "--at",
        metavar="TIME",
        help="Take the last complete period before TIME instead of before now.",
    )(command)


def cadence_option(command: Decorated) -> Decorated:
    return click.option(
        "--cadence",
        type=click.Choice(["daily", "weekly", "monthly"]),
        help="Which of the newsletter's editions, where it offers several. [default: its usual]",
    )(command)


#: Verbs of this group that live in modules of their own.
_VERBS = {
    "approve": ("syndicate.cli.digest_approval:approve", "Let an edition be sent."),
    "reject": ("syndicate.cli.digest_approval:reject", "Never send an edition."),
}


@click.group(cls=VerbGroup, lazy=_VERBS, short_help="Preview, make, edit and approve digests.")
def digest() -> None:
    """Preview, make, list, show, edit and approve the editions of a newsletter.

    An edition covers the last complete day, week or month in the newsletter's
    zone. Made once, its list of stories is frozen.

    \b
    Example:
      syndicate digest preview weekly
      syndicate digest make weekly
      syndicate digest edit weekly --subject "A quiet week on the quay"
    """


@digest.command()
@click.argument("newsletter")
@at_option
@cadence_option
@json_option
@pass_context
def preview(
    context: Context, newsletter: str, at: str | None, cadence: Cadence | None, as_json: bool
) -> None:
    """Write an edition into the outbox's preview folder. Consumes nothing.

    The folder gets the mail (.eml), the page (.html) and the text part (.txt).
    Of an edition not made yet it shows what it would be now.

    \b
    Example:
      syndicate digest preview weekly
      syndicate digest preview weekly --at 2026-01-26T09:00
    """
    from syndicate.jobs import digest as jobs

    with open_work(context, quiet=as_json, scratch=True) as press:
        report = jobs.preview(press, newsletter, parse_at(context, at), cadence=cadence)
    _tell(report, as_json)


@digest.command()
@click.argument("newsletter")
@at_option
@cadence_option
@dry_run_option
@json_option
@pass_context
def make(
    context: Context,
    newsletter: str,
    at: str | None,
    cadence: Cadence | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make an edition: freeze its stories and write its preview.

    Making the same edition again gives the same edition. A period without
    news is closed as empty.

    \b
    Example:
      syndicate digest make weekly
      syndicate digest make weekly --at 2026-01-26T09:00 --dry-run
    """
    from syndicate.jobs import digest as jobs

    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        report = jobs.make(
            press, newsletter, parse_at(context, at), cadence=cadence, dry_run=dry_run
        )
    _tell(report, as_json, dry_run=dry_run)


@digest.command("list")
@click.argument("newsletter", default="")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="How many.")
@json_option
@pass_context
def list_editions(context: Context, newsletter: str, limit: int, as_json: bool) -> None:
    """List editions, the newest first, and how far the mail of each is.

    \b
    Example:
      syndicate digest list
      syndicate digest list weekly --json
    """
    from syndicate.jobs.edition import newsletter_of
    from syndicate.store import editions, mailings

    with open_work(context, quiet=as_json, scratch=True) as press, press.store.read() as connection:
        name = newsletter_of(press, newsletter).name if newsletter else None
        found = editions.listing(connection, name, limit=limit)
        counts = editions.counts(connection, [edition.id for edition in found])
        begun = mailings.by_editions(connection, [edition.id for edition in found])
    rows: list[dict[str, Any]] = [
        {
            "newsletter": edition.newsletter,
            "edition": edition.period.label,
            "state": edition.state,
            "made": edition.made,
            "pool": counts.get(edition.id, {}),
            "subject": edition.subject,
            "mail": begun[edition.id].state if edition.id in begun else None,
            "reason": begun[edition.id].reason if edition.id in begun else "",
        }
        for edition in found
    ]
    if as_json:
        write_json(rows)
        return
    if not rows:
        write_line("There is no edition yet.")
    zone = context.config.site.zone
    write_table(
        [
            "newsletter",
            "edition",
            "state",
            "made",
            Column("news", "right"),
            "mail",
            Column("subject", cut=True),
        ],
        [
            (
                row["newsletter"],
                row["edition"],
                row["state"],
                _local(row["made"], zone),
                sum(n for kind, n in row["pool"].items() if kind != "viewed"),
                brief_state(row["mail"], row["reason"]) if row["mail"] else None,
                row["subject"] or None,
            )
            for row in rows
        ],
    )


@digest.command()
@click.argument("newsletter")
@at_option
@cadence_option
@json_option
@pass_context
def show(
    context: Context, newsletter: str, at: str | None, cadence: Cadence | None, as_json: bool
) -> None:
    """Show what an edition holds, or would hold if it were made now.

    \b
    Example:
      syndicate digest show weekly
      syndicate digest show weekly --json
    """
    from syndicate.jobs import edition as editions

    with open_work(context, quiet=as_json, scratch=True) as press:
        shown = editions.show(press, newsletter, parse_at(context, at), cadence=cadence)
    variant = shown.variant
    if as_json:
        write_json(
            {
                "newsletter": variant.newsletter,
                "edition": variant.period.label,
                "state": shown.status,
                "start": variant.period.start,
                "end": variant.period.end,
                "subject": variant.subject,
                "introduction": variant.introduction,
                "pool": shown.pool,
                "lead": _story(variant.lead) if variant.lead else None,
                "newest": [
                    {"section": group.name, **_story(story)}
                    for group in variant.groups
                    for story in group.stories
                ],
                "most_viewed": [_story(story) for story in variant.most_viewed],
                "by_gain": variant.by_gain,
                "since": variant.since,
            }
        )
        return
    zone = context.config.site.zone
    write_pairs(
        {
            "edition": f"{variant.newsletter} {variant.period.label}, {shown.status}",
            "period": f"{_local(variant.period.start, zone)} to {_local(variant.period.end, zone)}",
            "subject": variant.subject,
            **({"introduction": variant.introduction} if variant.introduction else {}),
            "pool": f"{shown.pool} articles",
        }
    )
    rows = [("lead", variant.lead)] if variant.lead else []
    rows += [(group.name, story) for group in variant.groups for story in group.stories]
    rows += [("most viewed", story) for story in variant.most_viewed]
    write_line()
    write_table(
        ["place", "article", "headline", Column("gained", "right"), Column("views", "right")],
        [
            (
                place,
                f"{story.article.source}/{story.article.key}",
                story.article.content.headline,
                story.gained,
                story.total,
            )
            for place, story in rows
        ],
    )


@digest.command()
@click.argument("newsletter")
@at_option
@cadence_option
@click.option("--subject", help='The mail\'s subject; "" takes yours back.')
@click.option("--introduction", help='A few words before the stories; "" takes them back.')
@click.option("--lead", metavar="ARTICLE", help='The lead story; "" takes your choice back.')
@click.option("--leave-out", multiple=True, metavar="ARTICLE", help="Leave a story out.")
@click.option("--put-back", multiple=True, metavar="ARTICLE", help="Put it back in.")
@dry_run_option
@json_option
@pass_context
def edit(
    context: Context,
    newsletter: str,
    at: str | None,
    cadence: Cadence | None,
    subject: str | None,
    introduction: str | None,
    lead: str | None,
    leave_out: tuple[str, ...],
    put_back: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Change an edition that has been made, and write its preview anew.

    ARTICLE is an id in the source, or source/id where several sources have it.

    \b
    Example:
      syndicate digest edit weekly --subject "A quiet week on the quay"
      syndicate digest edit weekly --lead 1042 --leave-out cms/1039
    """
    from syndicate.jobs import digest as jobs

    edits = jobs.Edits(subject, introduction, lead, leave_out, put_back)
    if edits == jobs.Edits(None, None, None, (), ()):
        raise click.UsageError("Nothing to change; give --subject, --lead or another option")
    with open_work(context, quiet=as_json, scratch=dry_run) as press:
        report = jobs.edit(
            press, newsletter, edits, parse_at(context, at), cadence=cadence, dry_run=dry_run
        )
    _tell(report, as_json, dry_run=dry_run)


def report_data(report: DigestReport) -> dict[str, Any]:
    """A report as programs read it."""
    return {
        "newsletter": report.newsletter,
        "edition": report.period.label,
        "start": report.period.start,
        "end": report.period.end,
        "state": report.status,
        "made": report.made,
        "subject": report.subject,
        "stories": report.stories,
        "most_viewed": report.most_viewed,
        "files": report.files,
        "warnings": report.warnings,
    }


def report_line(report: DigestReport, *, dry_run: bool = False) -> str:
    """One line on an edition."""
    name = f"{report.newsletter} {report.period.label}"
    if report.status == "empty":
        return f"{name}: nothing new, {'would be ' if dry_run else ''}closed as empty"
    stories = "1 story" if report.stories == 1 else f"{report.stories} stories"
    draft = "would be made" if dry_run else "draft"
    done = {"draft": draft, "open": "made" if report.made else "made before"}[report.status]
    return f"{name}: {done}, {stories} and {report.most_viewed} most viewed: {report.subject}"


def _tell(report: DigestReport, as_json: bool, *, dry_run: bool = False) -> None:
    if as_json:
        write_json({"dry_run": dry_run, **report_data(report)})
        return
    write_line(report_line(report, dry_run=dry_run))
    for path in report.files:
        write_line(f"  {path}")
    for warning in report.warnings:
        write_note(f"warning: {warning}")


def _story(story: Story) -> dict[str, Any]:
    return {
        "article": f"{story.article.source}/{story.article.key}",
        "headline": story.article.content.headline,
        "address": story.article.content.address,
        "published": story.article.content.published,
        "kind": story.kind,
        "gained": story.gained,
        "total": story.total,
        "since": story.since,
    }


def _local(moment: datetime, zone: Any) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
