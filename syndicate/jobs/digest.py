"""Digests: make editions once, show them as often as anybody likes.

A preview consumes nothing. Making freezes the edition in the store and writes
the same preview, so that there is something to look at.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from sqlalchemy import Connection

from syndicate.config.model import Newsletter
from syndicate.digests import edition as craft
from syndicate.digests import period as periods
from syndicate.digests.render import Links, Rendered, render
from syndicate.feeds import files
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press, job
from syndicate.jobs.sections import hidden, public_tree
from syndicate.mail.address import parse_mailbox
from syndicate.mail.message import compose
from syndicate.model.article import Article, Image
from syndicate.model.edition import Edition, Period, Variant
from syndicate.model.errors import DigestError, UsageError
from syndicate.model.section import SectionTree
from syndicate.store import articles, documents, editions

Status = Literal["draft", "open", "empty"]


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


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition or draft with the variant that its newsletter's readers get."""

    edition: Edition | None
    variant: Variant
    pool: int

    @property
    def status(self) -> Status:
        return self.edition.state if self.edition else "draft"


def newsletter_of(press: Press, name: str) -> Newsletter:
    """The configured newsletter. Raises :class:`UsageError` for an unknown name."""
    found = press.config.newsletter(name)
    if found is None:
        known = ", ".join(letter.name for letter in press.config.newsletters)
        raise UsageError(
            f"newsletter {name!r}",
            "not in the configuration",
            f"known are: {known}" if known else "add a [[newsletters]] table",
        )
    return found


def period_of(press: Press, newsletter: Newsletter, at: datetime | None) -> Period:
    """The last complete period before ``at``, or before now."""
    return periods.last_complete(newsletter.schedule.cadence, at or press.shown, newsletter.zone)


def show(press: Press, name: str, at: datetime | None = None) -> Shown:
    """The edition of the last complete period, or what it would be."""
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at)
    with press.store.read() as connection:
        tree = public_tree(connection, press.config)
        edition = editions.find(connection, newsletter.name, period)
        return _shown(press, connection, tree, newsletter, period, edition)


def preview(press: Press, name: str, at: datetime | None = None) -> DigestReport:
    """Write an edition, made or not, into the preview folder; consumes nothing."""
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at)
    with press.store.read() as connection:
        edition = editions.find(connection, newsletter.name, period)
    return _present(press, newsletter, period, edition, made=False)


def make(
    press: Press, name: str, at: datetime | None = None, *, dry_run: bool = False
) -> DigestReport:
    """Make the edition of the last complete period, if it is not made yet.

    Making it twice gives the same edition. A period without news is closed as
    empty and writes nothing.
    """
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at)
    return _make(press, newsletter, period, now=at or press.shown, dry_run=dry_run)


def make_due(press: Press, name: str) -> DigestReport | None:
    """Make the newsletter's edition if one is due and not made yet."""
    newsletter = newsletter_of(press, name)
    period = periods.last_due(newsletter.schedule, press.shown, newsletter.zone)
    with press.store.read() as connection:
        held = editions.find(connection, newsletter.name, period)
    if held is not None:
        return None
    return _make(press, newsletter, period, now=press.shown, dry_run=False)


@dataclass(frozen=True, slots=True)
class Edits:
    """An editor's changes; None leaves a thing as it is, an empty text takes it back."""

    subject: str | None = None
    introduction: str | None = None
    lead: str | None = None
    leave_out: Sequence[str] = ()
    put_back: Sequence[str] = ()


def edit(
    press: Press, name: str, edits: Edits, at: datetime | None = None, *, dry_run: bool = False
) -> DigestReport:
    """Change an edition that has been made. Raises :class:`DigestError`."""
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at)
    with press.store.write() as connection:
        held = editions.find(connection, newsletter.name, period)
        if held is None or held.state == "empty":
            raise DigestError(
                f"edition {newsletter.name} {period.label}",
                "closed as empty" if held else "not made yet",
                "" if held else f"make it first: syndicate digest make {newsletter.name}",
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
        if not dry_run:
            editions.edit(
                connection,
                held.id,
                subject=_one_line(held.subject if edits.subject is None else edits.subject),
                introduction=(
                    held.introduction if edits.introduction is None else edits.introduction.strip()
                ),
                lead=lead,
                left_out=sorted(left_out),
            )
        edition = editions.find(connection, newsletter.name, period)
    if dry_run:
        return _counted(press, newsletter, period, edition)
    return _present(press, newsletter, period, edition, made=False)


def edition_page(press: Press, name: str, label: str) -> str | None:
    """The page of an edition that has been made; None where there is none."""
    newsletter = press.config.newsletter(name)
    if newsletter is None:
        return None
    with press.store.read() as connection:
        edition = editions.called(connection, name, label)
        if edition is None or edition.state == "empty":
            return None
        tree = public_tree(connection, press.config)
        shown = _shown(press, connection, tree, newsletter, edition.period, edition)
        pictures = _pictures(press, connection, shown.variant, dry_run=True)
    return _render(press, shown.variant, pictures, page_base="../../feeds/").page


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
    with job(press, f"digest:{newsletter.name}", lease="digest") as running:
        with press.store.write() as connection:
            tree = public_tree(connection, press.config)
            edition, made = craft.make(
                connection,
                newsletter,
                period,
                _choice(press, newsletter, tree),
                now=now,
            )
        report = _present(press, newsletter, period, edition, made=made)
        running.note("ok", report.summary())
    return report


def _choice(press: Press, newsletter: Newsletter, tree: SectionTree) -> list[int] | None:
    return craft.section_choice(newsletter, tree, hidden(tree, press.config))


def _shown(
    press: Press,
    connection: Connection,
    tree: SectionTree,
    newsletter: Newsletter,
    period: Period,
    edition: Edition | None,
) -> Shown:
    if edition is not None:
        pool = editions.pool(connection, edition.id)
    else:
        pool = list(
            craft.draft(connection, newsletter, period, _choice(press, newsletter, tree)).pool
        )
    variant = craft.assemble(
        connection,
        newsletter,
        press.config.site,
        tree,
        period=period,
        pool=pool,
        edition=edition,
    )
    return Shown(edition, variant, len(pool))


def _counted(
    press: Press, newsletter: Newsletter, period: Period, edition: Edition | None
) -> DigestReport:
    """The report of an edition that nobody writes anywhere."""
    with press.store.read() as connection:
        tree = public_tree(connection, press.config)
        shown = _shown(press, connection, tree, newsletter, period, edition)
    return _report(shown, made=False)


def _report(
    shown: Shown, *, made: bool, paths: tuple[str, ...] = (), warnings: tuple[str, ...] = ()
) -> DigestReport:
    variant = shown.variant
    return DigestReport(
        newsletter=variant.newsletter,
        period=variant.period,
        status=shown.status,
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
        shown = _shown(press, connection, tree, newsletter, period, edition)
        if not shown.variant.count:
            return _report(shown, made=made)
        pictures = _pictures(press, connection, shown.variant, dry_run=False)
    if pictures.fresh:
        with press.store.write() as connection:
            documents.record_media(connection, pictures.fresh)
    folder = press.config.mail.outbox / "preview"
    base = f"{Path(os.path.relpath(press.config.feeds.output, folder)).as_posix()}/"
    rendered = _render(press, shown.variant, pictures, page_base=base)
    stem = f"{newsletter.name}-{period.label}"
    written = {
        f"{stem}.eml": _message(press, shown.variant, rendered),
        f"{stem}.html": rendered.page.encode(),
        f"{stem}.txt": rendered.text.encode(),
    }
    for name, data in written.items():
        files.write(folder / name, data)
    return _report(
        shown,
        made=made,
        paths=tuple(str(folder / name) for name in written),
        warnings=(*pictures.warnings, *rendered.warnings),
    )


def _pictures(press: Press, connection: Connection, variant: Variant, *, dry_run: bool) -> Pictures:
    pictures = Pictures(press, connection, dry_run=dry_run)
    pictures.bring(story.article for story in (*variant.stories, *variant.most_viewed))
    return pictures


def _render(press: Press, variant: Variant, pictures: Pictures, *, page_base: str) -> Rendered:
    site = press.config.site.url
    public = {
        image.url: pictures.addresses[story.article.source, image.path]
        for story in (*variant.stories, *variant.most_viewed)
        for image in story.article.content.images
        if (story.article.source, image.path) in pictures.addresses
    }

    def in_mail(image: Image) -> str:
        return public.get(image.url, image.url)

    def on_page(image: Image) -> str:
        found = public.get(image.url)
        return page_base + found.removeprefix(f"{site}feeds/") if found else image.url

    return render(
        variant,
        environment=press.templates,
        links=Links(
            preferences=f"{site}preview/preferences",
            unsubscribe=f"{site}preview/unsubscribe",
            browser=f"{site}editions/{variant.newsletter}/{variant.period.label}",
        ),
        postal_address=press.config.mail.postal_address,
        mail_picture=in_mail,
        page_picture=on_page,
    )


def _message(press: Press, variant: Variant, rendered: Rendered) -> bytes:
    mail = press.config.mail
    sender = parse_mailbox(mail.sender)
    host = urlsplit(press.config.site.url).hostname or sender.domain
    return compose(
        sender=sender,
        to=sender,
        subject=rendered.subject,
        html=rendered.html,
        text=rendered.text,
        date=press.clock(),
        message_id=f"<preview.{variant.newsletter}.{variant.period.label}@{sender.domain}>",
        list_id=f"{variant.newsletter}.{host}",
        list_name=variant.title,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
