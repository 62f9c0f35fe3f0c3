"""An edition's variants: which there are, and what composes the mails of each.

They follow from the lists that people's choices yield, not from the number of
people. Planning writes the lists down; composing takes what was written, so
that a restart, or another process, sends the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol
from urllib.parse import urlsplit

from sqlalchemy import Connection

from syndicate.audience.choice import covered
from syndicate.audience.links import Links as SiteLinks
from syndicate.config.model import Newsletter
from syndicate.digests import listing
from syndicate.digests.edition import variant_of
from syndicate.digests.inline import Inliner
from syndicate.digests.render import Links, Reader, inliner_for, render_mail
from syndicate.digests.select import stories as stories_of
from syndicate.jobs.edition import newsletter_of, without_hidden
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of, tokens_of
from syndicate.jobs.sections import public_tree
from syndicate.mail.address import parse_mailbox
from syndicate.mail.composer import Composer, Content, Letterhead, PersonalLinks, Recipient
from syndicate.mail.dkim import load_signers
from syndicate.mail.gates import Context
from syndicate.mail.gates import gates as judged
from syndicate.mail.verp import Verp
from syndicate.model.article import Article, Image
from syndicate.model.delivery import Outgoing
from syndicate.model.edition import Edition, Story, Variant
from syndicate.store import articles, choices, documents, editions, mailings, variants
from syndicate.store.variants import Listed

Pair = tuple[int | None, str]
"""A choice of sections by its number, or None for all; and a language."""

_VERP: Final = "envelope senders"


def verp_of(press: Press) -> Verp:
    """What makes and reads the envelope senders of this site's mails."""
    mail = press.config.mail
    return Verp(mail.bounces.address or mail.sender, secrets_of(press).derived(_VERP))


def plan_variants(
    press: Press, connection: Connection, edition: Edition, pairs: Iterable[Pair]
) -> dict[Pair, int | None]:
    """Write down the variants of an edition that these choices yield; which one each pair gets.

    None where a choice has nothing new. A language that the newsletter does
    not offer is its own. Needs a writing transaction; the same again gives the
    same. Pictures of its stories are published with it.
    """
    stories = _stories(press, connection, edition)
    found = _chosen(press, connection, edition, stories, pairs)
    planned: dict[Pair, int | None] = dict.fromkeys(found)
    for pair, new in found.items():
        if new is not None:
            planned[pair] = variants.ensure(
                connection, edition.id, new.language, new.list, new.digest
            )
    shown = {entry[0] for each in found.values() if each is not None for entry in each.list}
    pictures = Pictures(press, connection, dry_run=False)
    pictures.bring(story.article for number, story in stories.items() if number in shown)
    documents.record_media(connection, pictures.fresh)
    return planned


def foreseen(
    press: Press, connection: Connection, edition: Edition, pairs: Iterable[Pair]
) -> tuple[dict[Pair, int | None], Callable[[Connection], Mapping[int, Composer]]]:
    """What :func:`plan_variants` would say, and what makes the composers; nothing is written.

    The variants' numbers hold between the two alone.
    """
    stories = _stories(press, connection, edition)
    found = _chosen(press, connection, edition, stories, pairs)
    known: dict[str, Listed] = {}
    for each in filter(None, found.values()):
        known.setdefault(each.digest, replace(each, id=len(known) + 1))
    planned = {
        pair: known[each.digest].id if each is not None else None for pair, each in found.items()
    }
    return planned, lambda reading: _Composers(press, reading, edition, known.values())


def _chosen(
    press: Press,
    connection: Connection,
    edition: Edition,
    stories: Mapping[int, Story],
    pairs: Iterable[Pair],
) -> dict[Pair, Listed | None]:
    """The variant that each pair yields, without a number; None where a choice has nothing new."""
    newsletter = newsletter_of(press, edition.newsletter)
    wanted = list(pairs)
    tree = public_tree(connection, press.config)
    sections = choices.read(connection, {choice for choice, _ in wanted if choice is not None})
    pool = list(stories.values())
    lists: dict[int | None, listing.Listing | None] = {}
    for choice in dict.fromkeys(choice for choice, _ in wanted):
        chosen = None if choice is None else covered(tree, sections.get(choice, ()))
        lists[choice] = listing.choose(pool, tree, newsletter, edition, chosen)
    found: dict[Pair, Listed | None] = {}
    for choice, spoken in wanted:
        listed = lists[choice]
        language = spoken if spoken in newsletter.tongues else newsletter.language
        found[choice, spoken] = (
            Listed(0, edition.id, language, listed, listing.digest(language, listed))
            if listed is not None
            else None
        )
    return found


def composers(press: Press, connection: Connection, edition: Edition) -> Mapping[int, Composer]:
    """What composes the mails of each variant of an edition, by the variant's id.

    Variants of which every story has been withdrawn are not in it. Rendering
    waits until a variant's first mail; the connection is not needed for it.
    """
    return _Composers(press, connection, edition, variants.of_edition(connection, edition.id))


def gates(press: Press, edition: Edition, composers: Mapping[int, Composing]) -> list[str]:
    """What is wrong with an edition's mails: a line each, beginning with the gate's name.

    One mail of each variant is looked at, to somebody who does not exist; of the first
    also one to somebody with a name, whom templates may greet. Empty where all is well.
    """
    mail = press.config.mail
    context = Context(
        unsubscribe=SiteLinks(press.config.site.url).unsubscribe(""),
        postal_address=mail.postal_address,
        leaves=mail.transport in ("smtp", "lmtp"),
    )
    domain = parse_mailbox(mail.sender).domain
    nobody = Recipient(
        delivery_id=0,
        key="0" * 32,
        address=f"reader@{domain}",
        domain=domain,
        message_id=f"<gates.{edition.id}@{domain}>",
    )
    lines: dict[str, None] = {}
    readers = [nobody, nobody._replace(name="A Reader")]
    for composer in composers.values():
        for reader in readers:
            found = judged(composer.compose(reader).data, context)
            lines.update((str(finding), None) for finding in found)
        readers = [nobody]
    return list(lines)


class Composing(Protocol):
    """A composer, as far as the gates need one."""

    def compose(self, recipient: Recipient, /) -> Outgoing: ...


class _Composers(Mapping[int, Composer]):
    def __init__(
        self, press: Press, connection: Connection, edition: Edition, planned: Iterable[Listed]
    ) -> None:
        self._press, self._edition = press, edition
        self._newsletter = newsletter_of(press, edition.newsletter)
        stories = _stories(press, connection, edition)
        self._variants: dict[int, tuple[Variant, str]] = {}
        for listed in planned:
            chosen = listing.read(listed.list, stories, edition.lead)
            if chosen is not None:
                self._variants[listed.id] = (
                    variant_of(
                        chosen,
                        self._newsletter,
                        press.config.site,
                        edition.period,
                        edition,
                        language=listed.language,
                    ),
                    listed.digest,
                )
        leads = [variant.lead for variant, _ in self._variants.values() if variant.lead]
        self._pictures = _addresses(press, connection, [story.article for story in leads])
        mailing = mailings.find(connection, edition.id)
        frozen = mailing.frozen if mailing is not None else None
        self._date = frozen or press.clock()
        self._letterhead = _letterhead(press, self._newsletter, edition, self._date)
        self._verp = verp_of(press)
        self._signers = load_signers(press.config.mail.dkim)
        tokens = tokens_of(press)
        self._leaving = tokens.maker("unsubscribe", self._newsletter.name, now=self._date)
        self._choosing = tokens.maker("manage", now=self._date)
        self._site = SiteLinks(press.config.site.url)
        self._inliners: dict[str, Inliner] = {}
        self._made: dict[int, Composer] = {}

    def __getitem__(self, variant_id: int) -> Composer:
        made = self._made.get(variant_id)
        if made is None:
            variant, digest = self._variants[variant_id]
            made = Composer(
                self._letterhead,
                lambda named: self._content(variant, digest, named=named),
                links=self._links,
                verp=self._verp,
                signers=self._signers,
            )
            self._made[variant_id] = made
        return made

    def __iter__(self) -> Iterator[int]:
        return iter(self._variants)

    def __len__(self) -> int:
        return len(self._variants)

    def _links(self, key: str) -> PersonalLinks:
        return PersonalLinks(
            unsubscribe=self._site.unsubscribe(self._leaving(key)),
            preferences=self._site.preferences(self._choosing(key)),
        )

    def _content(self, variant: Variant, digest: str, *, named: bool) -> Content:
        # No article can hold a mark: nobody knows what it will be.
        marks = {
            slot: f"@@{slot}-{digest[:24]}@@"
            for slot in ("unsubscribe", "preferences", "name", "address")
        }
        press, language = self._press, variant.language
        if language not in self._inliners:
            self._inliners[language] = inliner_for(press.templates, language)
        mail = render_mail(
            variant,
            environment=press.templates,
            links=Links(
                preferences=marks["preferences"],
                unsubscribe=marks["unsubscribe"],
                browser=self._site.edition(variant.newsletter, variant.period.label),
            ),
            postal_address=press.config.mail.postal_address,
            picture=self._picture,
            inliner=self._inliners[language],
            reader=Reader(name=marks["name"] if named else "", address=marks["address"]),
        )
        return Content(mail.subject, mail.html, mail.text, marks)

    def _picture(self, image: Image) -> str:
        return self._pictures.get(image.url, image.url)


def _stories(press: Press, connection: Connection, edition: Edition) -> dict[int, Story]:
    """The stories of an edition that may be shown, by their articles' ids."""
    tree = public_tree(connection, press.config)
    pool = without_hidden(press.config, connection, tree, editions.pool(connection, edition.id))
    found = articles.by_ids(connection, (item.article_id for item in pool))
    return {story.article.id: story for story in stories_of(pool, found)}


def _addresses(press: Press, connection: Connection, shown: Sequence[Article]) -> dict[str, str]:
    """Where the pictures of articles have been published, by where they came from."""
    pictures = Pictures(press, connection, dry_run=True)
    pictures.bring(shown)
    return {
        image.url: pictures.addresses[article.source, image.path]
        for article in shown
        for image in article.content.images
        if (article.source, image.path) in pictures.addresses
    }


def _letterhead(
    press: Press, newsletter: Newsletter, edition: Edition, date: datetime
) -> Letterhead:
    mail, site = press.config.mail, press.config.site
    sender = parse_mailbox(mail.sender)
    host = urlsplit(site.url).hostname or sender.domain
    return Letterhead(
        sender=sender,
        date=date,
        list_id=f"{newsletter.name}.{host}",
        list_name=newsletter.title,
        archive=SiteLinks(site.url).editions(newsletter.name),
        reply_to=parse_mailbox(mail.reply_to) if mail.reply_to else None,
        feedback=(
            (edition.period.label, newsletter.name, "digest", mail.feedback_id)
            if mail.feedback_id
            else None
        ),
    )
