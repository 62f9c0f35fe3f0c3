"""Where an article was taken from: said in the elements, and in the content itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.addresses import is_web
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed, related
from syndicate.feeds.check.xmltree import ATOM, CONTENT, DC, text_of

NO_ADDRESS: Final = Rule(
    "10.1",
    ERROR,
    "RSS 2.0, source",
    "An RSS source has a name and an address.",
    'write <source url="…">Name</source> with an absolute address',
)
BARE: Final = Rule(
    "10.2",
    WARNING,
    "RFC 4287, 4.2.11",
    "An Atom source has id, title and updated.",
    "add what is missing",
)
NO_PAGE: Final = Rule(
    "10.3",
    WARNING,
    "RFC 4287, 4.2.11",
    "An Atom source has an alternate link: some readers take its id for one otherwise.",
    'add <link rel="alternate"> with the source\'s page',
)
AUTHOR: Final = Rule(
    "10.4",
    WARNING,
    "RFC 4287, 4.2.1 and 4.2.11",
    "An Atom source names no author: some readers add it to the entry's own.",
    "leave the author out of the source",
)
NO_VIA: Final = Rule(
    "10.5",
    WARNING,
    "RFC 4287, 4.2.7.2",
    "An entry with a source links to the article there.",
    'add <link rel="via"> with the article\'s address at its source',
)
UNSEEN: Final = Rule(
    "10.6",
    WARNING,
    "feed rule 10",
    "The source is named in the content: most readers show nothing else.",
    "end the content with a line that names and links the source",
)
NO_DC_SOURCE: Final = Rule(
    "10.7",
    WARNING,
    "Dublin Core, source",
    "An item with a source names it in dc:source too.",
    "add dc:source with the article's address at its source",
)
RULES: Final = (NO_ADDRESS, BARE, NO_PAGE, AUTHOR, NO_VIA, UNSEEN, NO_DC_SOURCE)

_MARKUP: Final = re.compile(r"<[^<>]*>")


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    for item in feed.items:
        source = item.find("source")
        if source is None:
            continue
        url, name = source.get("url", ""), text_of(source).strip()
        if not is_web(url):
            yield NO_ADDRESS.at(feed.tree.at(source, "url"), f"{shown(url)} is no address")
        if not name:
            yield NO_ADDRESS.at(feed.tree.at(source), "has no name")
        if item.find(f"{{{DC}}}source") is None:
            yield NO_DC_SOURCE.at(feed.tree.at(item), "has a source and no dc:source")
        content = text_of(item.find(f"{{{CONTENT}}}encoded"))
        content = content or text_of(item.find("description"))
        if not _seen(content, name, url):
            yield UNSEEN.at(feed.tree.at(source), f"the content does not name {shown(name or url)}")


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    for entry in feed.entries:
        source = entry.find(f"{{{ATOM}}}source")
        if source is None:
            continue
        missing = [n for n in ("id", "title", "updated") if source.find(f"{{{ATOM}}}{n}") is None]
        if missing:
            yield BARE.at(feed.tree.at(source), f"has no {' and no '.join(missing)}")
        links = related(source.findall(f"{{{ATOM}}}link"), "alternate")
        if not links:
            yield NO_PAGE.at(feed.tree.at(source), "has no alternate link")
        if (author := source.find(f"{{{ATOM}}}author")) is not None:
            yield AUTHOR.at(feed.tree.at(author), "stands in a source")
        via = related(entry.findall(f"{{{ATOM}}}link"), "via")
        if not via:
            yield NO_VIA.at(feed.tree.at(entry), "has a source and no via link")
        name = text_of(source.find(f"{{{ATOM}}}title")).strip()
        content = entry.find(f"{{{ATOM}}}content")
        if content is None:
            content = entry.find(f"{{{ATOM}}}summary")
        if not _seen(_all_text(content), name, *(link.get("href", "") for link in (*links, *via))):
            yield UNSEEN.at(feed.tree.at(source), f"the content does not name {shown(name)}")


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    """JSON Feed has no source; an extension's member of that name, with a name in it, is one."""
    for place, item in feed.items:
        for key, extension in item.items():
            source = extension.get("source") if isinstance(extension, dict) else None
            if not key.startswith("_") or not isinstance(source, dict):
                continue
            name, url = (str(source.get(part) or "") for part in ("name", "url"))
            content = " ".join(
                str(item.get(part) or "") for part in ("content_html", "content_text")
            )
            if not _seen(content, name, url):
                where = feed.at("items", place, key, "source")
                yield UNSEEN.at(where, f"the content does not name {shown(name or url)}")


def _all_text(element: _Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext()))


def _seen(content: str, *words: str) -> bool:
    """Whether any of the words stands in the content, as HTML or as text.

    That there is no content is another rule's matter.
    """
    wanted = [" ".join(word.split()) for word in words if word.strip()]
    if not wanted or not content.strip() or any(word in content for word in wanted):
        return True
    shown_text = " ".join(unescape(_MARKUP.sub("", content)).split())
    decoded = " ".join(unescape(content).split())
    return any(word in shown_text or word in decoded for word in wanted)
