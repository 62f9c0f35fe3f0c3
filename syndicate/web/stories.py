"""An article as the public pages show it: words and addresses, nothing left to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import Connection

from syndicate.digests.story import Picture, facts_of
from syndicate.digests.wording import shorten
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press
from syndicate.language import Catalogue, catalogue, moment_in_words
from syndicate.language.catalogue import primary
from syndicate.model.article import Article, Image

#: Two to three lines of a story's column; the lead may have one more.
SUMMARY: Final = 190
LEAD_SUMMARY: Final = 260


@dataclass(frozen=True, slots=True)
class StoryOnPage:
    """``language`` and ``direction`` are set where they differ from the page's.

    ``published`` is ISO 8601, ``moment`` the same in words; ``facts`` is the
    quiet line under it.
    """

    headline: str
    address: str
    summary: str
    published: str
    moment: str
    facts: str
    language: str = ""
    direction: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Storyteller:
    """Makes what pages show of articles, in the site's language and zone.

    ``found`` says where pictures are, by their own address; see :func:`near`.
    """

    words: Catalogue
    timezone: str
    found: Mapping[str, str] = field(default_factory=dict)

    def tell(
        self, article: Article, *, summary: int = SUMMARY, picture: int | None = None
    ) -> StoryOnPage:
        """A story; ``summary`` is its width at most, ``picture`` that of its picture."""
        content = article.content
        foreign = primary(content.language) != primary(self.words.tag)
        short = shorten(content.summary, summary) if summary else ""
        return StoryOnPage(
            headline=content.headline,
            address=content.address,
            summary=short if short != content.headline else "",
            published=content.published.isoformat(),
            moment=moment_in_words(content.published, self.timezone, self.words),
            facts=" · ".join(facts_of(article, self.words)),
            language=content.language if foreign else "",
            direction=catalogue(content.language).direction if foreign else "",
            picture=self._picture(content.lead, picture) if picture else None,
        )

    def has_picture(self, article: Article) -> bool:
        lead = article.content.lead
        return lead is not None and lead.url in self.found

    def _picture(self, image: Image | None, width: int) -> Picture | None:
        address = self.found.get(image.url) if image is not None else None
        if image is None or address is None:
            return None
        if not image.width or not image.height:
            return Picture(address, image.alt, width, None)
        return Picture(address, image.alt, width, max(1, round(image.height * width / image.width)))


def near(
    press: Press, connection: Connection, articles: Iterable[Article], *, root: str
) -> dict[str, str]:
    """Where the lead pictures of articles are, as seen from a page: those that it may show.

    That is what was published here, and what lies on the articles' own sites
    (``public.picture_sources``): other hosts are not asked for anything.
    """
    shown = list(articles)
    pictures = Pictures(press, connection, dry_run=True)
    pictures.bring(shown)
    site = press.config.site.url
    allowed = {urlsplit(source.url).netloc for source in press.config.sources}
    found: dict[str, str] = {}
    for article in shown:
        image = article.content.lead
        if image is None:
            continue
        published = pictures.addresses.get((article.source, image.path)) if image.path else None
        if published:
            found[image.url] = root + published.removeprefix(site)
        elif not image.path and urlsplit(image.url).netloc in allowed:
            found[image.url] = image.url
    return found
