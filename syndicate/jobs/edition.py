"""An edition as its readers see it: found, assembled, with its pictures, rendered.

Only looks: nothing here makes an edition or changes one, and only pictures
are ever written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from syndicate.config.model import Config, Newsletter
from syndicate.config.schedule import Schedule
from syndicate.digests import edition as craft
from syndicate.digests import period as periods
from syndicate.digests.inline import Inliner
from syndicate.digests.render import Links, Rendered, render
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press
from syndicate.jobs.sections import hidden, public_tree
from syndicate.model.article import Image
from syndicate.model.edition import Cadence, Edition, Period, Variant
from syndicate.model.errors import UsageError
from syndicate.model.moment import from_local
from syndicate.model.section import SectionTree
from syndicate.store import editions, visible
from syndicate.store.editions import Pooled

Status = Literal["draft", "open", "empty"]


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition or draft with the variant that its newsletter's readers get.

    ``news`` says whether its period brought any article: without, it would be
    closed as empty.
    """

    edition: Edition | None
    variant: Variant
    pool: int
    news: bool

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


def schedule_of(newsletter: Newsletter, cadence: Cadence | None) -> Schedule:
    """The schedule of a cadence, the usual one for None.

    Raises :class:`UsageError` for a cadence that the newsletter does not offer.
    """
    found = newsletter.schedule if cadence is None else newsletter.schedule_of(cadence)
    if found is None:
        offered = ", ".join(schedule.cadence for schedule in newsletter.schedules)
        raise UsageError(
            f"newsletter {newsletter.name}",
            f"has no {cadence} editions",
            f"it offers: {offered}; `also` in its table adds others",
        )
    return found


def due_of(newsletter: Newsletter, edition: Edition) -> datetime:
    """When an edition was due, however late it was made: its age counts from there.

    Of a cadence that the newsletter offers no more it is when it was made.
    """
    schedule = newsletter.schedule_of(edition.period.cadence)
    return edition.made if schedule is None else periods.due_at(edition.period, schedule)


def period_of(
    press: Press, newsletter: Newsletter, at: datetime | None, cadence: Cadence | None = None
) -> Period:
    """The last complete period before ``at``, or before now."""
    wanted = schedule_of(newsletter, cadence).cadence
    return periods.last_complete(wanted, at or press.shown, newsletter.zone)


def way_to(press: Press, newsletter: Newsletter, period: Period) -> str:
    """The words behind ``digest make`` that make the edition of this period, and no other one."""
    words = newsletter.name
    if period.cadence != newsletter.schedule.cadence:
        words += f" --cadence {period.cadence}"
    if period_of(press, newsletter, None, period.cadence) == period:
        return words
    end = period.end.astimezone(press.config.site.zone)
    day = end.date().isoformat()
    exact = from_local(datetime.fromisoformat(day), press.config.site.zone) == period.end
    return f"{words} --at {day if exact else end.isoformat(timespec='minutes')}"


def show(
    press: Press, name: str, at: datetime | None = None, *, cadence: Cadence | None = None
) -> Shown:
    """The edition of the last complete period, or what it would be."""
    newsletter = newsletter_of(press, name)
    period = period_of(press, newsletter, at, cadence)
    with press.store.read() as connection:
        tree = public_tree(connection, press.config)
        edition = editions.find(connection, newsletter.name, period)
        return shown(press, connection, tree, newsletter, period, edition)


def choice(press: Press, newsletter: Newsletter, tree: SectionTree) -> list[int] | None:
    """The sections that a newsletter draws from; None for all."""
    return craft.section_choice(newsletter, tree, hidden(tree, press.config))


def without_hidden(
    config: Config, connection: Connection, tree: SectionTree, pool: list[Pooled]
) -> list[Pooled]:
    """A pool without the articles of sections that have been hidden since it was frozen."""
    withheld = hidden(tree, config)
    if not withheld:
        return pool
    where = visible.sections_of(connection, [item.article_id for item in pool])
    return [item for item in pool if where.get(item.article_id) not in withheld]


def shown(
    press: Press,
    connection: Connection,
    tree: SectionTree,
    newsletter: Newsletter,
    period: Period,
    edition: Edition | None,
) -> Shown:
    """An edition, or the draft of one where there is none, assembled for all of its readers."""
    if edition is not None:
        pool = without_hidden(press.config, connection, tree, editions.pool(connection, edition.id))
    else:
        pool = list(
            craft.draft(connection, newsletter, period, choice(press, newsletter, tree)).pool
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
    news = any(item.kind != "viewed" for item in pool)
    return Shown(edition, variant, len(pool), news)


def pictures_of(
    press: Press, connection: Connection, variant: Variant, *, dry_run: bool
) -> Pictures:
    """The pictures of a variant's stories, published; with ``dry_run`` only those that are."""
    pictures = Pictures(press, connection, dry_run=dry_run)
    pictures.bring(story.article for story in (*variant.stories, *variant.most_viewed))
    return pictures


def addresses_of(variant: Variant, pictures: Pictures) -> dict[str, str]:
    """Where a variant's pictures were published, by their own addresses."""
    return {
        image.url: pictures.addresses[story.article.source, image.path]
        for story in (*variant.stories, *variant.most_viewed)
        for image in story.article.content.images
        if (story.article.source, image.path) in pictures.addresses
    }


def preview_links(press: Press, variant: Variant) -> Links:
    """The links of a mail that belongs to nobody."""
    site = press.config.site.url
    return Links(
        preferences=f"{site}preview/preferences",
        unsubscribe=f"{site}preview/unsubscribe",
        browser=f"{site}editions/{variant.newsletter}/{variant.period.label}",
    )


def rendered(
    press: Press,
    variant: Variant,
    pictures: Pictures,
    *,
    page_base: str,
    links: Links | None = None,
    inliner: Inliner | None = None,
) -> Rendered:
    """A variant as mail, text and page.

    ``page_base`` leads from the page's folder to the published feeds; without
    ``links`` the mail is a preview's.
    """
    site = press.config.site.url
    public = addresses_of(variant, pictures)

    def in_mail(image: Image) -> str:
        return public.get(image.url, image.url)

    def on_page(image: Image) -> str:
        found = public.get(image.url)
        return page_base + found.removeprefix(f"{site}feeds/") if found else image.url

    return render(
        variant,
        environment=press.templates,
        links=links or preview_links(press, variant),
        postal_address=press.config.mail.postal_address,
        mail_picture=in_mail,
        page_picture=on_page,
        inliner=inliner,
    )
