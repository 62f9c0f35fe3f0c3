"""A variant as templates see it: words and addresses, nothing left to decide.

Mail, page and text part are filled from the same views, so the three can't
tell different stories.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from syndicate.digests.wording import first_sentence, shorten
from syndicate.language import (
    Catalogue,
    catalogue,
    date_in_words,
    period_in_words,
    since_in_words,
)
from syndicate.language.catalogue import primary
from syndicate.look import LOOK
from syndicate.model.article import Article, Image
from syndicate.model.edition import Cadence, Period, Story, Variant

# Two to three lines of a mail's column at 16 px; the lead may have one more.
_SUMMARY_COLUMNS = 190
_LEAD_COLUMNS = 260
_SENTENCE_COLUMNS = 320
_PREHEADER_COLUMNS = 110
# A picture's height may be this share of the column's width: 4 to 5, so that
# the headline under it is still on the first screen.
_TALLEST_PICTURE = 0.8

PictureAddress = Callable[[Image], str]
"""The address of a picture as a reader can load it, or "" if there is none."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at the size it is shown at; ``height`` is ``None`` if unknown."""

    address: str
    alt: str
    width: int
    height: int | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story. ``language`` and ``direction`` are set where they differ from the edition's.

    ``line`` holds the quiet facts under it: source, people, reading time.
    """

    headline: str
    address: str
    summary: str
    sentence: str
    line: tuple[str, ...]
    source: str
    language: str = ""
    direction: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class GroupView:
    """The stories of a section, under its name."""

    name: str
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True)
class RankedView:
    """One of the most read: its place from 1, and its views in words."""

    place: int
    story: StoryView
    views: str


@dataclass(frozen=True, slots=True)
class DigestView:
    """A whole digest. ``ranking`` is the title of the most read, with its note."""

    title: str
    subject: str
    preheader: str
    site: str
    site_url: str
    language: str
    direction: str
    ideographic: bool
    period: str
    count: int
    new: str
    introduction: tuple[str, ...]
    lead: StoryView | None
    groups: tuple[GroupView, ...]
    ranking: str
    ranking_note: str
    ranked: tuple[RankedView, ...]


def digest_view(variant: Variant, picture: PictureAddress, *, width: int) -> DigestView:
    """What the templates of ``variant`` show; the lead's picture at most ``width`` wide."""
    words = catalogue(variant.language)
    note = ""
    if variant.by_gain and variant.since is not None:
        since = since_in_words(variant.since, variant.period, words)
        note = words.gettext("counted since %(day)s") % {"day": since}
    paragraphs = (part.strip() for part in variant.introduction.split("\n"))
    lead = variant.lead
    return DigestView(
        title=variant.title,
        subject=variant.subject,
        preheader=_preheader(variant),
        site=variant.site,
        site_url=variant.site_url,
        language=variant.language,
        direction=words.direction,
        ideographic=words.ideographic,
        period=period_in_words(variant.period, words),
        count=variant.count,
        new=_new(variant.period.cadence, words),
        introduction=tuple(part for part in paragraphs if part),
        lead=_story(lead, variant, words, _picture(lead, picture, width)) if lead else None,
        groups=tuple(
            GroupView(group.name, tuple(_story(s, variant, words) for s in group.stories))
            for group in variant.groups
            if group.stories
        ),
        ranking=words.gettext("Most read")
        if variant.by_gain
        else words.gettext("Most read so far"),
        ranking_note=note,
        ranked=tuple(
            RankedView(place, _story(story, variant, words), _views(story, variant, words))
            for place, story in enumerate(variant.most_viewed, 1)
        ),
    )


def _story(
    story: Story, variant: Variant, words: Catalogue, picture: Picture | None = None
) -> StoryView:
    article = story.article
    content = article.content
    foreign = primary(content.language) != primary(variant.language)
    columns = _LEAD_COLUMNS if story is variant.lead else _SUMMARY_COLUMNS
    return StoryView(
        headline=content.headline,
        address=content.address,
        summary=shorten(content.summary, columns),
        sentence=first_sentence(content.summary, _SENTENCE_COLUMNS),
        line=_line(story, variant.period, words),
        source=content.attribution.name if content.attribution else "",
        language=content.language if foreign else "",
        direction=catalogue(content.language).direction if foreign else "",
        picture=picture,
    )


def _line(story: Story, period: Period, words: Catalogue) -> tuple[str, ...]:
    article = story.article
    content = article.content
    facts: list[str] = []
    if story.kind == "late":
        facts.append(date_in_words(content.published, period.timezone, words))
    return (*facts, *facts_of(article, words))


def facts_of(article: Article, words: Catalogue) -> tuple[str, ...]:
    """What is said of an article in a quiet line: its source, its people, its reading time."""
    content = article.content
    source = (content.attribution.name,) if content.attribution else ()
    minutes = words.ngettext("%(count)s min read", "%(count)s min read", content.minutes)
    reading = minutes % {"count": words.number(content.minutes)}
    return (*source, *_people(article, words), reading.replace(" ", "\N{NO-BREAK SPACE}"))


def _people(article: Article, words: Catalogue) -> list[str]:
    comma = words.pgettext("between names", ", ")
    people = [comma.join(article.content.authors)]
    if article.content.translators:
        names = comma.join(article.content.translators)
        people.append(words.gettext("Translated by %(names)s") % {"names": names})
    return [name for name in people if name]


def _views(story: Story, variant: Variant, words: Catalogue) -> str:
    if variant.by_gain and story.gained is not None:
        message = words.ngettext("+%(count)s view", "+%(count)s views", story.gained)
        return message % {"count": words.number(story.gained)}
    total = story.total if story.total is not None else story.article.views
    if total is None:
        return ""
    message = words.ngettext("%(count)s view", "%(count)s views", total)
    return message % {"count": words.number(total)}


def _new(cadence: Cadence, words: Catalogue) -> str:
    return {
        "daily": words.gettext("New today"),
        "weekly": words.gettext("New this week"),
        "monthly": words.gettext("New this month"),
    }[cadence]


def _preheader(variant: Variant) -> str:
    """What a mailbox shows after the subject: the headlines that the subject doesn't name."""
    stories = (*variant.stories, *variant.most_viewed)
    headlines = [story.article.content.headline for story in stories]
    told = [headline for headline in headlines if headline not in variant.subject]
    return shorten(" · ".join(told[:4]), _PREHEADER_COLUMNS)


def _picture(story: Story, address: PictureAddress, column: int) -> Picture | None:
    image = story.article.content.lead
    where = address(image) if image else ""
    if image is None or not where:
        return None
    if not image.width or not image.height:
        return Picture(where, image.alt, column, None)
    scale = min(1.0, column / image.width, _TALLEST_PICTURE * column / image.height)
    return Picture(
        where, image.alt, max(1, round(image.width * scale)), max(1, round(image.height * scale))
    )


TEXT_WIDTH = LOOK.measure
"""The width of a picture in a mail, in pixels."""
