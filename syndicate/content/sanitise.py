"""The only way for foreign HTML into the store: clean, absolute, safe.

One walk over the parsed markup feeds a :class:`~syndicate.content.writer.Writer`
and takes text, pictures and bylines along; nh3, last, guarantees the outcome
whatever the walk did. ``clean`` is idempotent and its output is valid HTML made
of characters that XML allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

import nh3
from lxml import etree

from syndicate.content import bylines, pictures, styles, tags
from syndicate.content.addresses import absolute
from syndicate.content.characters import mend, mend_references
from syndicate.content.styles import Style
from syndicate.content.writer import Inline, Writer
from syndicate.model.article import Image, Person

_EMPHASIS: dict[str, Inline] = {
    name: (f"<{tag}>", f"</{tag}>") for name, tag in tags.EMPHASIS.items()
}
_STRONG, _EM = _EMPHASIS["strong"], _EMPHASIS["em"]
_LINK_END = "</a>"
_DROP, _BLOCK, _OTHER = "drop", "block", "other"
_KINDS: dict[Any, str] = {
    **dict.fromkeys(tags.DROPPED, _DROP),
    **dict.fromkeys(tags.BLOCKS | tags.WRAPPERS | tags.PREFORMATTED | tags.HEADINGS.keys(), _BLOCK),
    **dict.fromkeys({"br", "hr", "img", "a", *_EMPHASIS}, _OTHER),
}
_SPAN = re.compile(r"[1-9]\d{0,2}|1000")
_START = re.compile(r"-?\d{1,6}")

_GUARD = nh3.Cleaner(
    tags=set(tags.OUTPUT),
    attributes={
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
        "ol": {"start", "type"},
        "abbr": {"title"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
_UNADDRESSED = re.compile(r"<a>|<img (?!src=)[^>]*>")
_HREF = re.compile(r'<a href="([^"]*)"')
_DOCUMENT_TAG = re.compile(r"</?(?:[hH][tT][mM][lL]|[bB][oO][dD][yY])\b[^>]*>")
_UNNESTED = re.compile(
    r"<(?!/?(?:p|br|hr|img|a|h[1-6]|script|style|textarea|title|iframe)\b)/?([A-Za-z][^\s/>]*)[^<>]*>",
    re.IGNORECASE,
)
_MANY_TAGS = 2000
_MAX_PASSES = 4


@dataclass(frozen=True, slots=True)
class CleanBody:
    """A clean body and what was learnt on the way.

    * ``html``: see the module. Addresses are absolute, headings start at ``h2``.
    * ``lines``: the text of every paragraph, heading, item and cell, in order,
      with single blanks; a line break in one stays.
    * ``paragraphs``: running text alone, for the summary.
    * ``images``: in the order of the body, with captions and stated sizes.
    * ``people``: who a byline at the end names; it is not in ``html`` any more.
    """

    html: str
    lines: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def links(self) -> tuple[str, ...]:
        """Every address linked to, once, in the order of the body."""
        return tuple(dict.fromkeys(unescape(href) for href in _HREF.findall(self.html)))


def clean(markup: str, *, base: str) -> CleanBody:
    """``markup`` made clean; ``base`` is the article's own absolute address."""
    body, settled = _pass(markup, base)
    for _ in range(_MAX_PASSES):
        if settled:
            break
        again, settled = _pass(body.html, base)
        body = CleanBody(
            again.html, again.lines, again.paragraphs, again.images, body.people + again.people
        )
    return body


def _pass(markup: str, base: str) -> tuple[CleanBody, bool]:
    """One cleaning, and whether another would change nothing."""
    writer = Writer()
    _Walk(writer, base).run(_parse(mend_references(mend(markup))))
    writer.close_to(1)
    people = bylines.take(writer)
    guarded = _GUARD.clean("".join(writer.out)).replace("&nbsp;", "\xa0")
    settled = not writer.unsettled
    if _UNADDRESSED.search(guarded):
        # An address that nh3 takes for none: its element goes with it, in another pass.
        guarded, settled = _UNADDRESSED.sub("", guarded), False
    body = CleanBody(
        html=guarded,
        lines=tuple(writer.lines),
        paragraphs=tuple(paragraph.text for paragraph in writer.paragraphs),
        images=tuple(writer.images),
        people=people,
    )
    return body, settled


def _parser() -> etree.HTMLParser:
    return etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )


_PARSER = _parser()


def _parse(markup: str) -> Any:
    markup = _DOCUMENT_TAG.sub("", markup)
    if markup.count("<") < _MANY_TAGS:
        return etree.fromstring(f"<body>{markup}".encode(), _PARSER)
    parser = _parser()  # one of its own, since its log of errors is asked
    root = etree.fromstring(f"<body>{markup}".encode(), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # Nested beyond what libxml2 reads: what can nest goes, text and paragraphs stay.
        flat = _UNNESTED.sub(_flatten, markup)
        root = etree.fromstring(f"<body>{flat}".encode(), _PARSER)
    return root


def _flatten(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    return "<p>" if name in tags.WRAPPERS or name in tags.BLOCKS else ""


class _Walk:
    """Tells a writer what an element tree says, in document order, without recursion."""

    def __init__(self, writer: Writer, base: str) -> None:
        self._writer = writer
        self._base = base
        self._shift = 0

    def run(self, root: Any) -> None:
        writer = self._writer
        self._shift = 1 if next(root.iter("h1"), None) is not None else 0
        # An open element: its children still to come, the text after it, the
        # writer's state outside it, and where its block ends (0: not a block).
        frames: list[tuple[Iterator[Any], str | None, tuple[Inline, ...], str, bool, int]] = []
        frames.append((iter(root), None, (), "p", False, 0))
        while frames:
            children = frames[-1][0]
            for element in children:
                tag = element.tag
                if tag == "p" and self._is_paragraph(element):
                    continue
                inline, leaf, centred = writer.inline, writer.leaf, writer.centred
                depth = self._enter(tag, element, len(frames))
                if depth is None:
                    if element.tail:
                        writer.text(element.tail)
                    continue
                if element.text:
                    writer.text(element.text)
                frames.append((iter(element), element.tail, inline, leaf, centred, depth))
                break
            else:
                _, tail, inline, leaf, centred, depth = frames.pop()
                if depth:
                    writer.close_to(depth)
                writer.inline, writer.leaf, writer.centred = inline, leaf, centred
                if tail:
                    writer.text(tail)

    def _is_paragraph(self, element: Any) -> bool:
        """Write a ``p`` of bare text, in a span or not, at once; False if it is another."""
        holder = element
        if len(element):
            holder = element[0]
            if (
                len(element) > 1
                or holder.tag != "span"
                or len(holder)
                or element.text
                or holder.tail
                or element.get("hidden") is not None
                or not _is_plain(element)
            ):
                return False
        if holder.get("hidden") is not None or not _is_plain(holder):
            return False
        if not self._writer.paragraph(holder.text or ""):
            return False
        if element.tail:
            self._writer.text(element.tail)
        return True

    def _enter(self, tag: Any, element: Any, height: int) -> int | None:
        """Begin an element: the depth of its block, 0 if it is none, None to pass it over."""
        begin = _KINDS.get(tag)
        if begin == _DROP:
            return None
        writer = self._writer
        if tag == "br":
            writer.line_break()
            return None
        given = element.get("style")
        style = styles.read(given) if given else None
        if element.get("hidden") is not None or (style is not None and style.hidden):
            return None
        depth = 0
        if begin is not None:
            if tag == "img":
                self._picture(element.attrib, style)
                return None
            if tag == "hr":
                writer.rule()
                return None
            if begin == _BLOCK:
                depth = self._begin_block(tag, element, height)
                align = element.get("align")
                if align or tag == "center":
                    writer.centred = not align or align.lower() in ("center", "middle")
            elif tag == "a":
                self._link(element)
            else:
                self._emphasise(tag, element)
        if style is not None:
            self._apply(style, block=depth > 0)
        return depth

    def _begin_block(self, tag: str, element: Any, height: int) -> int:
        """The depth at which the block ends."""
        writer = self._writer
        if tag in tags.BLOCKS and not (tag == "table" and (height > 64 or _is_frame(element))):
            depth = writer.open(tag, _block_markup(tag, element))
            writer.leaf = "p"
            if tag in ("td", "th"):
                writer.centred = False
            return depth
        writer.end_leaf()
        if tag in tags.HEADINGS:
            writer.leaf = f"h{min(tags.HEADINGS[tag] + self._shift, 6)}"
            self._drop(_STRONG)
        elif tag in tags.PREFORMATTED:
            writer.leaf = "pre"
        return len(writer.stack)

    def _picture(self, attributes: Mapping[str, str], style: Style | None) -> None:
        image = pictures.read(attributes, style, self._base)
        if image is None:
            return
        size = f' width="{image.width}" height="{image.height}"' if image.width else ""
        markup = f'<img src="{escape(image.url)}" alt="{escape(image.alt)}"{size}>'
        links = tuple(entry for entry in self._writer.inline if entry[1] == _LINK_END)
        self._writer.picture(image, markup, links)

    def _link(self, element: Any) -> None:
        href = absolute(element.get("href", ""), self._base)
        if href:
            self._add((f'<a href="{escape(href)}">', _LINK_END))

    def _emphasise(self, tag: str, element: Any) -> None:
        entry = _EMPHASIS[tag]
        if tag == "abbr" and (title := " ".join(mend(element.get("title", "")).split())):
            entry = (f'<abbr title="{escape(title)}">', "</abbr>")
        if entry == _STRONG and self._writer.leaf.startswith("h"):
            return
        self._add(entry)

    def _add(self, entry: Inline) -> None:
        """Put an inline element inside those that hold; one of each kind is enough."""
        inline = self._writer.inline
        if entry not in inline:
            self._writer.inline = (*(held for held in inline if held[1] != entry[1]), entry)

    def _drop(self, entry: Inline) -> None:
        inline = self._writer.inline
        if entry in inline:
            self._writer.inline = tuple(held for held in inline if held != entry)

    def _apply(self, style: Style, *, block: bool) -> None:
        writer = self._writer
        if block and style.centred is not None:
            writer.centred = style.centred
        if style.bold and not writer.leaf.startswith("h"):
            self._add(_STRONG)
        elif style.bold is False:
            self._drop(_STRONG)
        if style.italic:
            self._add(_EM)
        elif style.italic is False:
            self._drop(_EM)
        if style.struck:
            self._add(_EMPHASIS["s"])
        if style.raised:
            self._add(_EMPHASIS[style.raised])


def _is_plain(element: Any) -> bool:
    """Whether an element's style changes nothing about text that is not emphasised."""
    given = element.get("style")
    style = styles.read(given) if given else None
    return style is None or style.plain


def _block_markup(tag: str, element: Any) -> str:
    """The opening tag with the attributes that carry meaning; empty where there are none."""
    kept = ""
    if tag in ("td", "th"):
        for name in ("colspan", "rowspan"):
            value = element.get(name, "").strip()
            if value != "1" and _SPAN.fullmatch(value):
                kept += f' {name}="{value}"'
        scope = element.get("scope", "").lower()
        if tag == "th" and scope in ("row", "col", "rowgroup", "colgroup"):
            kept += f' scope="{scope}"'
    elif tag == "ol":
        start, kind = element.get("start", "").strip(), element.get("type", "")
        if start != "1" and _START.fullmatch(start):
            kept += f' start="{start}"'
        if kind in ("a", "A", "i", "I"):
            kept += f' type="{kind}"'
    return f"<{tag}{kept}>" if kept else ""


def _is_frame(table: Any) -> bool:
    """Whether a table is only a frame around one cell: no table to a reader."""
    own = 0
    for cell in table.iter("td", "th"):
        outer = next(cell.iterancestors("table"), None)
        own += outer is table
        if own > 1:
            return False
    return True
