"""Reads one article page of the CMS: XML with an HTML body inside.

Pure but for local pictures: the same bytes and origin give the same page. A
field that an article can't be without (id, section, headline, time, body)
raises; any other that makes no sense is left out with a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from syndicate.content import bylines, language, reading, summarise
from syndicate.content.addresses import absolute
from syndicate.content.sanitise import CleanBody, clean
from syndicate.ingest import cms_lists, links, local_files, local_pictures, markup, times
from syndicate.ingest.cms_lists import line, text_of
from syndicate.ingest.origin import Origin
from syndicate.model.article import Attachment, Attribution, Content, Image, Page, Person
from syndicate.model.errors import PageError

REVISION = 3
"""Moves when the same bytes would give another page, so that stores read all again."""

_KEEP_OUT = "keep other files out of the source's folder"
_WRITE_AGAIN = "have the CMS write the page again"
_SOURCE_LABEL = re.compile(r"(?:source|from|来源|來源|稿源|转自|轉自)\s*[::]\s*", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?].*)?", re.IGNORECASE)
_TAG_SEPARATOR = re.compile(r"\s*[,,;;、|]\s*")
_LONGEST_TAG = 60


def read_page(data: bytes, *, name: str, origin: Origin) -> Page:
    """The page in ``data``; ``name`` is its path in the source, for errors and pictures.

    Raises :class:`PageError`.
    """
    document = markup.parse(data, name=name)
    return _Reader(document, name, origin).read()


@dataclass(slots=True)
class _Article:
    """The children of the article's element: its fields (the first of each that
    holds anything), its body and its lists.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    body: list[Any] = field(default_factory=list)
    items: list[Any] = field(default_factory=list)


class _Reader:
    """One page being read; collects the warnings on the way."""

    def __init__(self, document: markup.Document, name: str, origin: Origin) -> None:
        self._root = document.root
        self._name = name
        self._origin = origin
        self._warnings = list(document.warnings)

    def read(self) -> Page:
        root, warnings = self._root, self._warnings
        body = root.find("body")
        if root.tag != "html" or body is None:
            raise self._error("page", f"is no article page: its root is <{root.tag}>", _KEEP_OUT)
        key = self._key()
        section = self._checked(root.get("class"), "html/@class", "section")
        parts = cms_lists.survey(body)
        article, lists = self._article(parts.article), cms_lists.Lists(parts, warnings)
        fields = article.fields
        headline = self._headline(fields)
        title = root.findtext("head/title") or ""
        site_name, path = cms_lists.breadcrumb(parts.breadcrumb, section, title, headline, warnings)
        address = f"{self._origin.root}{section}/{key}{lists.ending(key)}"
        published, updated = self._times(fields)
        clean_body = self._body(article, address)
        attachments, tags = self._items(article.items, address)
        content = Content(
            headline=headline,
            published=published,
            updated=updated,
            body=clean_body.html,
            address=address,
            subtitle=text_of(fields.get("h2")),
            note=text_of(fields.get("h5")),
            people=_people(text_of(fields.get("h3")), clean_body.people),
            attribution=_attribution(fields.get("a")),
            images=self._images(clean_body),
            attachments=attachments,
            tags=tags,
            older=cms_lists.neighbour(parts.older),
            newer=cms_lists.neighbour(parts.newer),
            **_derived(clean_body, headline, self._origin.language),
        )
        return Page(
            key=key,
            site=self._site(),
            site_name=site_name,
            breadcrumb=path,
            content=content,
            views=cms_lists.read_views(text_of(fields.get("dd")), "views", warnings),
            newest=lists.newest,
            hot=lists.hot,
            warnings=tuple(warnings),
        )

    def _error(self, part: str, cause: str, way_out: str = _WRITE_AGAIN) -> PageError:
        return PageError(self._name, part, cause, way_out)

    def _checked(self, value: str | None, where: str, what: str) -> str:
        value = (value or "").strip()
        if not value:
            raise self._error(what, f"{where} is missing")
        if not links.KEY.fullmatch(value) or not value.strip("."):
            raise self._error(
                what,
                f"{value[:80]!r} can't be an id",
                "ids have 1 to 64 letters, digits, dots, hyphens and underscores",
            )
        return value

    def _key(self) -> str:
        found = next((meta.get("id") for meta in self._root.iter("meta") if meta.get("id")), None)
        return self._checked(found, "meta/@id", "id")

    def _site(self) -> str:
        site = (self._root.get("site") or "").strip()
        if site and not links.KEY.fullmatch(site):
            self._warnings.append(f"site: {site[:80]!r} can't be an id, left out")
            return ""
        return site

    def _article(self, div: Any) -> _Article:
        if div is None:
            raise self._error("headline", "the page has no article: body/div is missing")
        article = _Article()
        for child in div:
            if child.tag == "p":
                article.body.append(child)
            elif child.tag == "ul":
                article.items.append(child)
            elif child.text or len(child) or child.get("href"):
                article.fields.setdefault(child.tag, child)
        return article

    def _headline(self, fields: dict[str, Any]) -> str:
        headline = text_of(fields.get("h1"))
        if not headline:
            headline = line(self._root.find("head/meta[@id]").get("content"))
            if not headline:
                raise self._error("headline", "h1 is empty")
            self._warnings.append("headline: h1 is empty, taken from meta/@content")
        if "\ufffd" in headline:
            raise self._error("headline", f"{headline!r} has damaged characters")
        return headline

    def _times(self, fields: dict[str, Any]) -> tuple[datetime, datetime]:
        given = text_of(fields.get("h4"))
        published = times.read(given, self._origin.timezone)
        if published is None:
            cause = f"h4 {given[:80]!r} is not a time" if given else "h4 is empty"
            raise self._error("time", cause, "write it as 2026-01-22 06:06")
        edited = text_of(fields.get("b"))
        updated = times.read(edited, self._origin.timezone)
        if updated is None and edited:
            self._warnings.append(f"second time: {edited[:40]!r} is not a time, left out")
        return published, max(published, updated or published)

    def _body(self, article: _Article, address: str) -> CleanBody:
        found = [_inner_markup(part) for part in article.body]
        if not found:
            raise self._error("body", "p is missing")
        body = clean("\n".join(found) if len(found) > 1 else found[0], base=address)
        if not body.lines and not body.images:
            raise self._error("body", "is empty: neither text nor pictures")
        return body

    def _images(self, body: CleanBody) -> tuple[Image, ...]:
        if not body.images or self._origin.folder is None:
            return body.images
        images: list[Image] = []
        for image in body.images:
            measured, warning = local_pictures.measure(image, self._origin, page=self._name)
            images.append(measured)
            if warning and warning not in self._warnings:
                self._warnings.append(warning)
        return tuple(images)

    def _items(
        self, lists: list[Any], address: str
    ) -> tuple[tuple[Attachment, ...], tuple[str, ...]]:
        """The article's list: items with a link are attachments, items of text are tags."""
        attachments: list[Attachment] = []
        tags: list[str] = []
        for item in (item for ul in lists for item in ul.iter("li")):
            if not item.text and not len(item):
                continue
            found = [link for link in item.iter("a") if link.get("href")]
            for link in found:
                attachment = self._attachment(link, address)
                if attachment is not None:
                    attachments.append(attachment)
            if not found:
                tags.extend(tag[:_LONGEST_TAG] for tag in _TAG_SEPARATOR.split(text_of(item)))
        return tuple(attachments), tuple(dict.fromkeys(tag for tag in tags if tag))

    def _attachment(self, link: Any, address: str) -> Attachment | None:
        given = link.get("href", "")
        url = absolute(given, address)
        if not url.startswith("http"):
            self._warnings.append(f"attachment: {given[:80]!r} is no address, left out")
            return None
        title = text_of(link) or line(link.get("title"))
        attachment = Attachment(url, title, local_files.media_type(url))
        file = local_files.locate(url, self._origin, page=self._name)
        if file is None:
            return attachment
        return replace(attachment, length=file.size, path=file.path)


def _inner_markup(element: Any) -> str:
    """What is in ``element``, as markup; a body is CDATA, or escaped, or plain XHTML."""
    if not len(element):
        return element.text or ""
    inner = [element.text or ""]
    inner.extend(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return "".join(inner)


def _people(byline: str, signed: tuple[Person, ...]) -> tuple[Person, ...]:
    """Who made the article: the page's field, and the byline that stood in the body.

    Whom the byline names is what the byline says, and no author besides.
    """
    named = {person.name.casefold() for person in signed}
    others = [p for p in bylines.people(byline) if p.name.casefold() not in named]
    return tuple(dict.fromkeys((*others, *signed)))


def _attribution(link: Any) -> Attribution | None:
    if link is None:
        return None
    given = (link.get("href") or "").strip()
    if "://" not in given and _BARE_HOST.fullmatch(given):
        given = f"http://{given}"
    url = absolute(given, "")
    url = url if url.startswith("http") else ""
    name = _SOURCE_LABEL.sub("", text_of(link), count=1)
    if "://" in name:
        name = urlsplit(absolute(name, "")).hostname or ""
    name = name or urlsplit(url).hostname or ""
    return Attribution(name, url) if name else None


def _derived(body: CleanBody, headline: str, configured: str) -> dict[str, Any]:
    """What is not written in the page: language, summary, length."""
    text = body.text
    tag = language.detect(text or headline, configured)
    words, minutes = reading.measure(text)
    return {
        "summary": summarise.summarise(body.paragraphs or body.lines),
        "language": tag,
        "words": words,
        "minutes": minutes,
    }
