"""Reads one article page of the CMS: XML with an HTML body inside.

Pure but for local pictures: the same bytes and origin give the same page. A
field that an article can't be without (id, section, headline, time, body)
raises; any other that makes no sense is left out with a warning.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from syndicate.content import bylines, language, reading, summarise
from syndicate.content.addresses import absolute
from syndicate.content.sanitise import CleanBody, clean
from syndicate.ingest import cms_lists, links, local_files, local_pictures, markup, times
from syndicate.ingest.cms_lists import line, text_of
from syndicate.ingest.origin import Origin
from syndicate.model.article import Attachment, Attribution, Content, Image, Page, Person
from syndicate.model.errors import PageError

REVISION = 1
"""Moves when the same bytes would give another page, so that stores read all again."""

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
            raise self._error("page", f"is no article page: its root is <{root.tag}>", "")
        key = self._key()
        section = self._checked(root.get("class"), "html/@class", "section")
        site = self._site()
        article = self._article(body)
        fields = _first_children(article)
        headline = self._headline(fields)
        title = root.findtext("head/title") or ""
        site_name, path = cms_lists.breadcrumb(body, section, title, headline, warnings)
        ending = cms_lists.ending(body, key)
        address = urljoin(self._origin.root, f"{section}/{key}{ending}")
        older, newer = cms_lists.neighbour(body, "perv"), cms_lists.neighbour(body, "next")
        published, updated = self._times(fields)
        clean_body = self._body(article, address)
        attachments, tags = self._items(article, address)
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
            older=older.key if older else "",
            newer=newer.key if newer else "",
            **_derived(clean_body, headline, self._origin.language),
        )
        return Page(
            key=key,
            site=site,
            site_name=site_name,
            breadcrumb=path,
            content=content,
            views=cms_lists.read_views(text_of(fields.get("dd")), "views", warnings),
            newest=cms_lists.newest(body),
            hot=cms_lists.hot(body, warnings),
            warnings=tuple(warnings),
        )

    def _error(self, field: str, cause: str, way_out: str = _WRITE_AGAIN) -> PageError:
        return PageError(self._name, field, cause, way_out)

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
        found = self._root.find("head/meta[@id]")
        return self._checked(None if found is None else found.get("id"), "meta/@id", "id")

    def _site(self) -> str:
        site = (self._root.get("site") or "").strip()
        if site and not links.KEY.fullmatch(site):
            self._warnings.append(f"site: {site[:80]!r} can't be an id, left out")
            return ""
        return site

    def _article(self, body: Any) -> Any:
        found = body.find("div[h1]")
        if found is None:
            found = body.find("div[p]")
        if found is None:
            raise self._error("headline", "the page has no article: div/h1 is missing")
        return found

    def _headline(self, fields: dict[str, Any]) -> str:
        headline = text_of(fields.get("h1"))
        if not headline:
            found = self._root.find("head/meta[@id]")
            headline = line(found.get("content"))
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

    def _body(self, article: Any, address: str) -> CleanBody:
        found = [_inner_markup(part) for part in article.iterfind("p")]
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

    def _items(self, article: Any, address: str) -> tuple[tuple[Attachment, ...], tuple[str, ...]]:
        """The article's list: items with a link are attachments, items of text are tags."""
        attachments: list[Attachment] = []
        tags: list[str] = []
        for item in article.iterfind("ul/li"):
            found = item.findall(".//a[@href]") if len(item) else []
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


def _first_children(article: Any) -> dict[str, Any]:
    """The first child of each kind that holds anything."""
    found: dict[str, Any] = {}
    for child in article:
        tag = child.tag
        if tag not in found and (child.text or len(child) or child.get("href")):
            found[tag] = child
    return found


def _inner_markup(element: Any) -> str:
    """What is in ``element``, as markup; a body is CDATA, or escaped, or plain XHTML."""
    if not len(element):
        return element.text or ""
    inner = [element.text or ""]
    inner.extend(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return "".join(inner)


def _people(field: str, signed: tuple[Person, ...]) -> tuple[Person, ...]:
    """Who made the article: the page's field, and the byline that stood in the body.

    Whom the byline names is what the byline says, and no author besides.
    """
    named = {person.name.casefold() for person in signed}
    field_people = [p for p in bylines.people(field) if p.name.casefold() not in named]
    return tuple(dict.fromkeys((*field_people, *signed)))


def _attribution(link: Any) -> Attribution | None:
    if link is None:
        return None
    given = (link.get("href") or "").strip()
    if _BARE_HOST.fullmatch(given):
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
    words, minutes = reading.measure(text, tag)
    return {
        "summary": summarise.summarise(body.paragraphs or body.lines),
        "language": tag,
        "words": words,
        "minutes": minutes,
    }
