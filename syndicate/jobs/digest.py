"""Digests: make editions once, show them as often as anybody likes.

A preview consumes nothing. Making freezes the edition in the store and writes
the same preview, so that there is something to look at.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection

from syndicate.config.model import Newsletter
from syndicate.digests import edition as craft
from syndicate.digests import period as periods
from syndicate.digests.render import Rendered
from syndicate.feeds import files
from syndicate.jobs import names
from syndicate.jobs.edition import (
    Shown,
    Status,
    choice,
    newsletter_of,
    period_of,
    pictures_of,
    rendered,
    schedule_of,
    shown,
    way_to,
)
from syndicate.jobs.press import Press, job
from syndicate.jobs.sections import public_tree
from syndicate.mail.address import parse_mailbox
from syndicate.mail.message import compose
from syndicate.model.article import Article
from syndicate.model.edition import Cadence, Edition, Period, Variant
from syndicate.model.errors import DigestError, UsageError
from syndicate.store import articles, documents, editions, mailings
from syndicate.store.mailings import Mailing


@dataclass(frozen=True, slots=True)
class DigestReport:
    """An edition, or the draft of one, and the files it was shown in.

    ``made`` says whether this call made it. ``stories`` and ``most_viewed``
    count what the newsletter's own variant shows.
    """

    newsletter: str
    period: Period
    status: Status
    made: bool
    subject: str = ""
    stories: int = 0
    most_viewed: int = 0
    files: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def summary(self) -> dict[str, Any]:
        return {"edition": self.period.label, "state": self.status, "stories": self.stories}


def preview(
    press: Press, name: str, at: datetime | None = None, *, cadence: Cadence | None = None
) -> DigestReport:
    """Write an edition, made or not, into the preview folder; consumes nothing.

    ``cadence`` is the newsletter's usual one where none is given, here and below.
    """
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at, cadence)
    with press.store.read() as connection:
        edition = editions.find(connection, newsletter.name, period)
    return _present(press, newsletter, period, edition, made=False)


def make(
    press: Press,
    name: str,
    at: datetime | None = None,
    *,
    cadence: Cadence | None = None,
    dry_run: bool = False,
) -> DigestReport:
    """Make the edition of the last complete period, if it is not made yet.

    Making it twice gives the same edition. A period without news is closed as
    empty and writes nothing.
    """
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at, cadence)
    return _make(press, newsletter, period, now=at or press.shown, dry_run=dry_run)


def make_due(
    press: Press, name: str, cadence: Cadence | None = None, *, dry_run: bool = False
) -> DigestReport | None:
    """Make the newsletter's edition if one is due and not made yet."""
    newsletter = newsletter_of(press, name)
    schedule = schedule_of(newsletter, cadence)
    period = periods.last_due(schedule, press.shown, newsletter.zone)
    with press.store.read() as connection:
        held = editions.find(connection, newsletter.name, period)
    if held is not None:
        return None
    return _make(press, newsletter, period, now=press.shown, dry_run=dry_run)


@dataclass(frozen=True, slots=True)
class Edits:
    """An editor's changes; None leaves a thing as it is, an empty text takes it back."""

    subject: str | None = None
    introduction: str | None = None
    lead: str | None = None
    leave_out: Sequence[str] = ()
    put_back: Sequence[str] = ()


def edit(
    press: Press,
    name: str,
    edits: Edits,
    at: datetime | None = None,
    *,
    cadence: Cadence | None = None,
    dry_run: bool = False,
) -> DigestReport:
    """Change an edition that has been made. Raises :class:`DigestError`."""
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at, cadence)
    with press.store.write() as connection:
        held = editions.find(connection, newsletter.name, period)
        if held is None or held.state == "empty":
            made_by = way_to(press, newsletter, period)
            raise DigestError(
                f"edition {newsletter.name} {period.label}",
                "closed as empty" if held else "not made yet",
                "" if held else f"make it first: syndicate digest make {made_by}",
            )
        pooled = {item.article_id for item in editions.pool(connection, held.id)}

        def pick(wanted: str) -> int:
            article = article_called(connection, wanted)
            if article.id not in pooled:
                raise DigestError(
                    f"article {wanted}",
                    f"not in the pool of {newsletter.name} {period.label}",
                    f"see what is: syndicate digest show {newsletter.name}",
                )
            return article.id

        left_out = {*held.left_out, *map(pick, edits.leave_out)}
        left_out.difference_update(map(pick, edits.put_back))
        lead = held.lead if edits.lead is None else pick(edits.lead) if edits.lead else None
        if lead in left_out:
            raise DigestError(
                f"edition {newsletter.name} {period.label}",
                "its lead story would be left out",
                "choose another lead, or put it back",
            )
        changed = replace(
            held,
            subject=held.subject if edits.subject is None else _one_line(edits.subject),
            introduction=(
                held.introduction if edits.introduction is None else edits.introduction.strip()
            ),
            lead=lead,
            left_out=tuple(sorted(left_out)),
        )
        if changed != held and not dry_run:
            editions.edit(
                connection,
                held.id,
                subject=changed.subject,
                introduction=changed.introduction,
                lead=changed.lead,
                left_out=changed.left_out,
                moment=press.shown,
            )
        out = _out_already(mailings.find(connection, held.id)) if changed != held else ()
        edition = editions.find(connection, newsletter.name, period)
    if dry_run:
        report = _counted(press, newsletter, period, changed)
    else:
        report = _present(press, newsletter, period, edition, made=False)
    return replace(report, warnings=(*out, *report.warnings))


def _out_already(mailing: Mailing | None) -> tuple[str, ...]:
    """What an edit does not change any more, where mails have gone out."""
    if mailing is None or mailing.started is None:
        return ()
    if mailing.state in mailings.CLOSED:
        return ("its mails have gone out: the edit counts for its page alone",)
    return (
        "some of its mails have gone out: subject and introduction count for the others, lead and "
        "stories for its page alone; to cut a story from the others too, hide the article",
    )


def article_called(connection: Connection, name: str) -> Article:
    """The one article that ``name`` means. Raises :class:`UsageError`."""
    found = articles.find(connection, name)
    if not found:
        raise UsageError(
            f"article {name!r}", "not in the store", "find it with: syndicate articles list"
        )
    if len(found) > 1:
        both = ", ".join(f"{article.source}/{article.key}" for article in found)
        raise UsageError(f"article {name!r}", "several sources have it", f"name one of: {both}")
    return found[0]


def _make(
    press: Press, newsletter: Newsletter, period: Period, *, now: datetime, dry_run: bool
) -> DigestReport:
    if dry_run:
        with press.store.read() as connection:
            held = editions.find(connection, newsletter.name, period)
        return _counted(press, newsletter, period, held)
    with job(press, names.digest(newsletter, period.cadence), lease="digest") as running:
        with press.store.write() as connection:
            tree = public_tree(connection, press.config)
            edition, made = craft.make(
                connection,
                newsletter,
                period,
                choice(press, newsletter, tree),
                now=now,
            )
        report = _present(press, newsletter, period, edition, made=made)
        running.note("ok", report.summary())
    return report


def _counted(
    press: Press, newsletter: Newsletter, period: Period, edition: Edition | None
) -> DigestReport:
    """The report of an edition that nobody writes anywhere."""
    with press.store.read() as connection:
        tree = public_tree(connection, press.config)
        found = shown(press, connection, tree, newsletter, period, edition)
    report = _report(found, made=False)
    return report if edition or found.news else replace(report, status="empty")


def _report(
    found: Shown, *, made: bool, paths: tuple[str, ...] = (), warnings: tuple[str, ...] = ()
) -> DigestReport:
    variant = found.variant
    return DigestReport(
        newsletter=variant.newsletter,
        period=variant.period,
        status=found.status,
        made=made,
        subject=variant.subject,
        stories=len(variant.stories),
        most_viewed=len(variant.most_viewed),
        files=paths,
        warnings=warnings,
    )


def _present(
    press: Press,
    newsletter: Newsletter,
    period: Period,
    edition: Edition | None,
    *,
    made: bool,
) -> DigestReport:
    with press.store.read() as connection:
        tree = public_tree(connection, press.config)
        found = shown(press, connection, tree, newsletter, period, edition)
        if not found.variant.count:
            return _report(found, made=made)
        pictures = pictures_of(press, connection, found.variant, dry_run=False)
    if pictures.fresh:
        with press.store.write() as connection:
            documents.record_media(connection, pictures.fresh)
    folder = press.config.mail.outbox / "preview"
    base = f"{Path(os.path.relpath(press.config.feeds.output, folder)).as_posix()}/"
    done = rendered(press, found.variant, pictures, page_base=base)
    stem = f"{newsletter.name}-{period.label}"
    written = {
        f"{stem}.eml": _message(press, found.variant, done),
        f"{stem}.html": done.page.encode(),
        f"{stem}.txt": done.text.encode(),
    }
    for name, data in written.items():
        files.write(folder / name, data)
    return _report(
        found,
        made=made,
        paths=tuple(str(folder / name) for name in written),
        warnings=(*pictures.warnings, *done.warnings),
    )


def _message(press: Press, variant: Variant, done: Rendered) -> bytes:
    mail = press.config.mail
    sender = parse_mailbox(mail.sender)
    host = urlsplit(press.config.site.url).hostname or sender.domain
    return compose(
        sender=sender,
        to=sender,
        subject=done.subject,
        html=done.html,
        text=done.text,
        date=press.clock(),
        message_id=f"<preview.{variant.newsletter}.{variant.period.label}@{sender.domain}>",
        list_id=f"{variant.newsletter}.{host}",
        list_name=variant.title,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
