"""Articles into feed entries, each article once however many feeds it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType
from typing import Final

from syndicate.feeds import identity
from syndicate.feeds.body import entry_html, summary_html
from syndicate.feeds.characters import block, language_tag, line, media_type, web_address
from syndicate.feeds.dates import whole_seconds
from syndicate.feeds.document import Category, FeedEntry, Masthead, Medium
from syndicate.model.article import Article, Attachment, Attribution, Content, Image
from syndicate.model.section import SectionTree
from syndicate.store.remote import RemoteMedium

_KINDS: Final = frozenset({"image", "audio", "video"})


class EntryBuilder:
    """Builds the entries of one publish.

    It keeps what it has built (the ``keep`` latest), because an article stands
    in the feeds of its section, of all sections above and of the site. So it
    belongs to one state of the store and must not outlive it.

    With ``full`` off an entry's content is the summary and a link to the rest.
    ``media`` gives the published address of a file by (source, path), ``remote``
    what is known of one that lies elsewhere, by its address.
    """

    def __init__(
        self,
        masthead: Masthead,
        sections: SectionTree,
        media: Mapping[tuple[str, str], str],
        *,
        remote: Mapping[str, RemoteMedium] = MappingProxyType({}),
        keep: int = 5_000,
        full: bool = True,
    ) -> None:
        self._remote = remote
        self._full = full
        self._masthead = masthead
        self._sections = sections
        self._media = media
        self._keep = keep
        self._built: dict[int, FeedEntry] = {}
        self._paths: dict[int, tuple[str, ...]] = {}
        self._sections_scheme, self._tags_scheme = (
            identity.scheme_id(masthead.authority, masthead.since, kind)
            for kind in ("sections", "tags")
        )

    def __call__(self, article: Article) -> FeedEntry:
        entry = self._built.get(article.id)
        if entry is None:
            entry = self._built[article.id] = self._build(article)
            if len(self._built) > self._keep:
                del self._built[next(iter(self._built))]
        return entry

    def held(self, article_id: int) -> FeedEntry | None:
        """The entry of an article, if it is still kept."""
        return self._built.get(article_id)

    def _build(self, article: Article) -> FeedEntry:
        content, mint = article.content, self._masthead
        public_id = article.public_id or identity.article_id(
            mint.authority, mint.since, article.source, article.key
        )
        headline, subtitle, said = (
            line(text) for text in (content.headline, content.subtitle, content.summary)
        )
        language = language_tag(content.language, language_tag(mint.language))
        sections = self._path(article.section_id)
        images = tuple(self._image(article, image) for image in content.images)
        files = tuple(self._file(article, file) for file in content.attachments)
        translators = _distinct(content.translators)
        attribution = _attribution(content)
        title = headline or said or public_id
        summary = said or subtitle or title
        return FeedEntry(
            id=public_id,
            url=web_address(content.address),
            title=title,
            subtitle=subtitle,
            summary=summary,
            html=self._html(article, summary, attribution, translators),
            published=whole_seconds(content.published),
            updated=whole_seconds(content.updated),
            language=language,
            authors=_distinct(content.authors),
            translators=translators,
            editors=_distinct([p.name for p in content.people if p.role == "editor"]),
            attribution=attribution,
            publication=self._publication(attribution),
            sections=sections,
            categories=self._categories(sections, _distinct(content.tags)),
            images=tuple(image for image in images if image.url),
            files=tuple(file for file in files if file.url),
            minutes=content.minutes,
        )

    def _path(self, section_id: int) -> tuple[str, ...]:
        """The names of a section and of those above it, fit to print."""
        names = self._paths.get(section_id)
        if names is None:
            names = _distinct(section.name for section in self._sections.path(section_id))
            self._paths[section_id] = names
        return names

    def _html(
        self,
        article: Article,
        summary: str,
        attribution: Attribution | None,
        translators: tuple[str, ...],
    ) -> str:
        content = article.content
        language = language_tag(content.language, language_tag(self._masthead.language))
        if not self._full:
            return summary_html(
                summary,
                language=language,
                url=web_address(content.address),
                attribution=attribution,
                translators=translators,
            )
        headline, subtitle = line(content.headline), line(content.subtitle)
        files = [self._file(article, file) for file in content.attachments]
        return entry_html(
            # Some readers drop an entry without content.
            block(content.body) or f"<p>{escape(summary, quote=False)}</p>",
            language=language,
            addresses=self._addresses(article),
            subtitle=subtitle if subtitle != headline else "",
            note=line(content.note),
            files=[(file.url, file.title) for file in files if file.url],
            attribution=attribution,
            translators=translators,
        )

    def _addresses(self, article: Article) -> dict[str, str]:
        """Which of the body's addresses were published here, and where."""
        shown: tuple[Image | Attachment, ...]
        shown = (*article.content.images, *article.content.attachments)
        found = ((each.url, self._media.get((article.source, each.path))) for each in shown)
        return {old: new for old, new in found if old and new}

    def _published(self, article: Article, medium: Image | Attachment) -> str:
        return web_address(self._media.get((article.source, medium.path)) or medium.url)

    def _image(self, article: Article, image: Image) -> Medium:
        told = self._told(image)
        width, height = (told.width, told.height) if told else (None, None)
        return Medium(
            url=self._published(article, image),
            medium="image",
            media_type=media_type(image.media_type or (told.media_type if told else "")),
            length=_positive(image.length or (told.length if told else None)),
            # A page says how large a picture is shown, its host how large it is.
            width=_positive(width or image.width),
            height=_positive(height or image.height),
            title=line(image.caption) or line(image.alt),
            credit=line(image.credit),
        )

    def _file(self, article: Article, file: Attachment) -> Medium:
        told = self._told(file)
        named = media_type((told.media_type if told else "") or file.media_type)
        kind = named.partition("/")[0]
        return Medium(
            url=self._published(article, file),
            medium=kind if kind in _KINDS else "document",
            media_type=named,
            length=_positive(file.length or (told.length if told else None)),
            title=line(file.title),
        )

    def _told(self, medium: Image | Attachment) -> RemoteMedium | None:
        return self._remote.get(medium.url) if not medium.path else None

    def _publication(self, attribution: Attribution | None) -> str:
        if attribution is None:
            return ""
        mint = self._masthead
        return identity.publication_id(mint.authority, mint.since, attribution.name)

    def _categories(self, sections: tuple[str, ...], tags: tuple[str, ...]) -> tuple[Category, ...]:
        return (
            *(Category(_term(name), self._sections_scheme) for name in sections),
            *(Category(_term(name), self._tags_scheme) for name in tags if name not in sections),
        )


def _attribution(content: Content) -> Attribution | None:
    if content.attribution is None:
        return None
    name, url = line(content.attribution.name), web_address(content.attribution.url)
    return Attribution(name=name, url=url) if name else None


def _positive(number: int | None) -> int | None:
    """A size that says something; a feed with any other is not valid."""
    return number if number is not None and number > 0 else None


def _term(name: str) -> str:
    """Readers split a category on commas, so it has none."""
    return name.replace(",", ";")


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Clean, without empty ones, each once, in their order."""
    return tuple(dict.fromkeys(filter(None, map(line, names))))
