"""What an Atom feed and its entries are made of (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from syndicate.feeds.check.addresses import is_iri, is_relative
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.reading import AtomFeed, related, relation
from syndicate.feeds.check.xmltree import ATOM, XHTML, elements, local, namespace, text_of

NOT_ONCE: Final = Rule(
    "7.1",
    ERROR,
    "RFC 4287, 4.1.1 and 4.1.2",
    "A feed and each entry have one title and one updated, and nothing twice that stands once.",
    "write the element exactly once",
)
NO_SELF: Final = Rule(
    "7.2",
    WARNING,
    "RFC 4287, 4.1.1",
    "A feed links to itself, once.",
    'add one <link rel="self"> with the address the feed is served at',
)
NO_PAGE: Final = Rule(
    "7.3",
    WARNING,
    "RFC 4287, 4.1.1 and 4.2.7.2",
    "A feed and its entries link to their page.",
    'add <link rel="alternate" type="text/html"> with the page\'s address',
)
NO_AUTHOR: Final = Rule(
    "7.4",
    ERROR,
    "RFC 4287, 4.1.1 and 4.2.1",
    "The feed has an author, or every entry has.",
    "add <author><name>…</name></author> to the feed",
)
SAME_ALTERNATE: Final = Rule(
    "7.5",
    ERROR,
    "RFC 4287, 4.1.1 and 4.1.2",
    "No two alternate links have the same type and language.",
    "keep one; the address of a source is a link with rel=via",
)
NO_CONTENT: Final = Rule(
    "7.6",
    ERROR,
    "RFC 4287, 4.1.2",
    "An entry without content links to its page, and one whose content lies elsewhere has a "
    "summary.",
    "add the content, or the link or summary that is missing",
)
BAD_TEXT_TYPE: Final = Rule(
    "7.7",
    ERROR,
    "RFC 4287, 3.1.1 and 4.1.3.1",
    "A text is of type text, html or xhtml; content may also be of a media type.",
    'write type="html" for HTML, however it is escaped',
)
BAD_XHTML: Final = Rule(
    "7.8",
    ERROR,
    "RFC 4287, 3.1.1.3 and 4.1.3.3",
    "XHTML stands in a single div of its namespace; HTML holds no elements but is escaped.",
    'escape the content and call it type="html"',
)
PREFIXED: Final = Rule(
    "7.9",
    WARNING,
    "Namespaces in XML 1.0, 6.2",
    "Atom is the default namespace: some readers see nothing under a prefix.",
    'declare xmlns="http://www.w3.org/2005/Atom" and write no prefix',
)
BAD_PERSON: Final = Rule(
    "7.10",
    ERROR,
    "RFC 4287, 3.2",
    "A person has one name, and no other e-mail address or home page than a well-formed one.",
    "write <name>, and leave out what is not known",
)
BAD_LINK: Final = Rule(
    "7.11",
    ERROR,
    "RFC 4287, 4.2.7",
    "A link has an absolute address.",
    "write the whole address into href",
)
NO_TERM: Final = Rule(
    "7.12",
    ERROR,
    "RFC 4287, 4.2.2.1",
    "A category has a term.",
    "write the category's name into term",
)
UNKNOWN: Final = Rule(
    "7.13",
    ERROR,
    "RFC 4287, 4 and 6.1",
    "Every element of Atom's namespace is one of Atom's, where Atom has it.",
    "leave it out, or put it into a namespace of its own",
)
COMMA: Final = Rule(
    "7.14",
    WARNING,
    "RFC 4287, 4.2.2",
    "No category holds a comma: some readers split it there.",
    "write another sign, such as a semicolon",
)
RULES: Final = (
    NOT_ONCE,
    NO_SELF,
    NO_PAGE,
    NO_AUTHOR,
    SAME_ALTERNATE,
    NO_CONTENT,
    BAD_TEXT_TYPE,
    BAD_XHTML,
    PREFIXED,
    BAD_PERSON,
    BAD_LINK,
    NO_TERM,
    UNKNOWN,
    COMMA,
)

_SHARED: Final = {"author", "category", "contributor", "id", "link", "rights", "title", "updated"}
_FEED: Final = _SHARED | {"entry", "generator", "icon", "logo", "subtitle"}
_ENTRY: Final = _SHARED | {"content", "published", "source", "summary"}
_MANY: Final = {"author", "category", "contributor", "entry", "link"}
_TEXTS: Final = {"title", "subtitle", "summary", "rights", "content"}
_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+")
_MEDIA_TYPE: Final = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(\s*;.*)?")


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    if feed.root.prefix:
        yield PREFIXED.at(feed.tree.at(feed.root), f"stands under the prefix {feed.root.prefix}")
    yield from _feed(feed)
    yield from _parent(feed, feed.root, _FEED)
    authored = feed.root.find(f"{{{ATOM}}}author") is not None
    for entry in feed.entries:
        yield from _parent(feed, entry, _ENTRY)
        yield from _content(feed, entry)
        source_author = entry.find(f"{{{ATOM}}}source/{{{ATOM}}}author")
        if not authored and entry.find(f"{{{ATOM}}}author") is None and source_author is None:
            yield NO_AUTHOR.at(feed.tree.at(entry), "has no author, nor has the feed")


def _feed(feed: AtomFeed) -> Iterator[Finding]:
    count = len(related(feed.links, "self"))
    if count != 1:
        yield NO_SELF.at(feed.tree.at(feed.root), f"has {count or 'no'} self links")
    if not related(feed.links, "alternate"):
        yield NO_PAGE.at(feed.tree.at(feed.root), "has no alternate link")


def _parent(feed: AtomFeed, parent: _Element, known: set[str]) -> Iterator[Finding]:
    """What a feed and an entry have in common."""
    found: dict[str, int] = {}
    alternates: set[tuple[str, str]] = set()
    for child in elements(parent):
        if namespace(child) != ATOM:
            continue
        name, place = local(child), feed.tree.at(child)
        found[name] = found.get(name, 0) + 1
        if name not in known:
            yield UNKNOWN.at(place, f"{name} has no meaning in {local(parent)}")
        elif name not in _MANY and found[name] == 2:
            yield NOT_ONCE.at(place, f"is the second {name}")
        if name in _TEXTS:
            yield from _text(feed, child)
        elif name in ("author", "contributor"):
            yield from _person(feed, child)
        elif name == "link":
            yield from _link(feed, child)
            if relation(child) == "alternate":
                kind = (child.get("type", "").lower(), child.get("hreflang", "").lower())
                if kind in alternates:
                    yield SAME_ALTERNATE.at(place, f"is the second of type {kind[0] or '(none)'}")
                alternates.add(kind)
        elif name == "category":
            term = child.get("term")
            if not term:
                yield NO_TERM.at(place, "has no term")
            elif "," in term:
                yield COMMA.at(feed.tree.at(child, "term"), f"{shown(term)} holds a comma")
    for name in ("title", "updated"):
        if name not in found:
            yield NOT_ONCE.at(feed.tree.at(parent), f"has no {name}")


def _content(feed: AtomFeed, entry: _Element) -> Iterator[Finding]:
    content = entry.find(f"{{{ATOM}}}content")
    links = related(entry.findall(f"{{{ATOM}}}link"), "alternate")
    if content is None:
        if not links:
            problem = "has neither content nor an alternate link"
            yield NO_CONTENT.at(feed.tree.at(entry), problem)
        return
    if not links:
        yield NO_PAGE.at(feed.tree.at(entry), "has no alternate link")
    if "src" in content.attrib and entry.find(f"{{{ATOM}}}summary") is None:
        yield NO_CONTENT.at(feed.tree.at(content), "lies elsewhere, and there is no summary")


def _text(feed: AtomFeed, element: _Element) -> Iterator[Finding]:
    kind = element.get("type", "text")
    own = kind in ("text", "html", "xhtml")
    if not own and not (local(element) == "content" and _MEDIA_TYPE.fullmatch(kind)):
        yield BAD_TEXT_TYPE.at(feed.tree.at(element, "type"), f"is of type {shown(kind)}")
    elif kind == "xhtml":
        inner = list(elements(element))
        if len(inner) != 1 or inner[0].tag != f"{{{XHTML}}}div" or text_of(element).strip():
            yield BAD_XHTML.at(feed.tree.at(element), "holds no single div of XHTML")
    elif kind == "html" and len(element):
        yield BAD_XHTML.at(feed.tree.at(element), "is of type html and holds elements")


def _person(feed: AtomFeed, element: _Element) -> Iterator[Finding]:
    names = element.findall(f"{{{ATOM}}}name")
    if len(names) != 1 or not text_of(names[0]).strip():
        yield BAD_PERSON.at(feed.tree.at(element), "has no name, or several")
    for email in element.findall(f"{{{ATOM}}}email"):
        if not _MAIL.fullmatch(text_of(email)):
            yield BAD_PERSON.at(feed.tree.at(email), f"{shown(text_of(email))} is no address")
    for uri in element.findall(f"{{{ATOM}}}uri"):
        if not is_iri(text_of(uri)):
            yield BAD_PERSON.at(feed.tree.at(uri), f"{shown(text_of(uri))} is no address")


def _link(feed: AtomFeed, link: _Element) -> Iterator[Finding]:
    href = link.get("href")
    if href is None:
        yield BAD_LINK.at(feed.tree.at(link), "has no href")
    elif is_relative(href):
        yield BAD_LINK.at(feed.tree.at(link, "href"), f"{shown(href)} is not absolute")
    elif not is_iri(href):
        yield BAD_LINK.at(feed.tree.at(link, "href"), f"{shown(href)} is not well formed")
