"""Writes clean HTML: told what comes, it decides which tags that needs.

The caller reports text, line breaks, pictures and the borders of blocks in
document order; the writer opens paragraphs and emphasis only when something is
there to hold, so empty ones never arise, and nests them in the one valid way:
blocks hold blocks or one paragraph, paragraphs hold text. What it has written it
writes again unchanged, which makes cleaning idempotent; in the few cases where
it had to change its mind it says so (``unsettled``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape
from typing import NamedTuple

from syndicate.content import credits
from syndicate.content.blocks import LOOSE, PROSE, Block, Stack
from syndicate.content.captions import Framed, is_caption
from syndicate.model.article import Image

Inline = tuple[str, str]
"""Opening and closing tag of an inline element."""

_INVISIBLE = re.compile(r"[\s\u200b\u2060\u00ad]*")
_RUN = re.compile(r"\s+")


class Paragraph(NamedTuple):
    """A paragraph of running text as it lies in the output.

    ``tail`` is where its last line starts (at a line break), if it has several.
    ``start`` is negative where the paragraph can't be taken out again.
    """

    start: int
    end: int
    text: str
    tail: int | None = None


@dataclass(slots=True)
class _Leaf:
    """The paragraph, heading or caption being written."""

    tag: str
    start: int
    text: list[str] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    tail: int | None = None
    legend: int | None = None


class Writer:
    """One body being written.

    ``inline`` (the emphasis and link that hold now), ``leaf`` (what running text
    is: ``p``, ``h2`` … or ``pre``) and ``centred`` are the caller's to set;
    ``stack`` holds the open blocks, the body itself being the first.
    """

    def __init__(self) -> None:
        self.out: list[str] = []
        self.lines: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.images: list[Image] = []
        self.inline: tuple[Inline, ...] = ()
        self.leaf = "p"
        self.centred = False
        self.unsettled = False
        self._blocks = Stack(self.out, self._finish_leaf, self._closed)
        self.stack = self._blocks.open
        self._opened: tuple[Inline, ...] = ()
        self._space = ""
        self._breaks = 0
        self._open: _Leaf | None = None
        self._framed: Framed | None = None

    # -- running text ---------------------------------------------------------

    def text(self, text: str) -> None:
        leaf = self._open
        if (self.leaf if leaf is None else leaf.tag) == "pre" and self._blocks.holds_blocks:
            self._preformatted(text)
            return
        plain = _tidy(text)
        if not plain:
            if leaf is not None:
                self._blank(text)
            return
        whole = len(plain) == len(text)
        if leaf is not None and not whole and text[0].isspace():
            self._blank(text[: len(text) - len(text.lstrip())])
        leaf = self._begin()
        self.out.append(escape(plain, quote=False))
        leaf.text.append(plain)
        if not whole and text[-1].isspace():
            self._blank(text[len(text.rstrip()) :])

    def paragraph(self, text: str) -> bool:
        """Write a paragraph that holds ``text`` and nothing else; False if it takes more.

        The same as a block with that text, for what nearly all paragraphs are.
        """
        blocks = self._blocks
        if self._open is not None:
            self.end_leaf()
        if len(self.stack) > 1 or self.inline or self._framed or blocks.rule or self.leaf != "p":
            return False
        plain = _tidy(text)
        if plain:
            out = self.out
            start = len(out)
            out += ("<p>", escape(plain, quote=False), "</p>")
            self.lines.append(plain)
            self.paragraphs.append(Paragraph(start, start + 2, plain))
            block = self.stack[0]
            block.leaves += 1
            block.children += 1
            blocks.content += 1
        return True

    def _blank(self, space: str) -> None:
        held = self._space + "".join(char for char in space if char.isspace())
        self._space = held if held in ("\xa0", "\u3000") else " " if held else ""

    def _preformatted(self, text: str) -> None:
        text = self._space + text.replace("\r\n", "\n").replace("\r", "\n")
        if self._open is None:
            text = text.lstrip("\n")  # HTML drops the first one, so that no second may come up
        kept = text.strip()
        if not kept:
            self._space = text
            return
        indent = len(text) - len(text.lstrip())
        self._space = text[:indent]
        leaf = self._begin()
        self._space = text[indent + len(kept) :]
        self.out.append(escape(kept, quote=False))
        leaf.text.append(kept)

    def line_break(self) -> None:
        if self._open is None:
            return
        if self._open.tag == "pre":
            self._space += "\n"
        else:
            self._breaks += 1
            self._space = ""

    def picture(self, image: Image, markup: str, links: tuple[Inline, ...]) -> None:
        """``links`` is what the picture keeps of the emphasis around it."""
        around, self.inline = self.inline, links
        leaf = self._begin()
        self.inline = around
        self.out.append(markup)
        leaf.pictures.append(len(self.images))
        self.images.append(image)

    def _begin(self) -> _Leaf:
        """Make the output ready for text or a picture."""
        leaf = self._open
        if leaf is not None and self._breaks > 1 and leaf.tag == "p":
            self.end_leaf()
            leaf = None
        if leaf is None:
            leaf = self._open_leaf()
        self._blocks.content += 1
        opened, wanted = self._opened, self.inline
        if opened != wanted:
            shared = 0
            for one, other in zip(opened, wanted, strict=False):
                if one != other:
                    break
                shared += 1
            self.out.extend(closing for _, closing in reversed(opened[shared:]))
            self._pause(leaf, bare=not shared)
            self.out.extend(opening for opening, _ in wanted[shared:])
            self._opened = wanted
        elif self._breaks or self._space:
            self._pause(leaf, bare=not opened)
        return leaf

    def _pause(self, leaf: _Leaf, *, bare: bool) -> None:
        """Write the line break or space that was waiting for something to follow."""
        if self._breaks:
            leaf.tail = len(self.out) if bare else None
            if bare and leaf.pictures and not leaf.text:
                leaf.legend = len(self.out)
            self.out.append("<br>")
            leaf.text.append("\n")
        elif self._space:
            self.out.append(self._space)
            leaf.text.append(self._space)
        self._breaks, self._space = 0, ""

    # -- paragraphs -----------------------------------------------------------

    def _open_leaf(self) -> _Leaf:
        self._blocks.fit_flow()
        tag = self.leaf if self._blocks.holds_blocks else ""
        self._blocks.write_rule()
        leaf = self._open = _Leaf(tag, len(self.out))
        self.out.append(f"<{tag}>" if tag else "")
        self._breaks = 0
        if tag != "pre":
            self._space = ""
        return leaf

    def end_leaf(self) -> None:
        """The border of a block: it ends a paragraph; a caption goes on in a new line."""
        if self._open is not None and not self._open.tag:
            self._space, self._breaks = "", max(1, self._breaks)
        else:
            self._finish_leaf()

    def _finish_leaf(self) -> None:
        self._space = ""
        leaf = self._open
        if leaf is None:
            return
        out = self.out
        if self._opened:
            out.extend(closing for _, closing in reversed(self._opened))
            self._opened = ()
        end = len(out)
        out.append(f"</{leaf.tag}>" if leaf.tag else "")
        self._open, self._breaks = None, 0
        text = "".join(leaf.text).strip()
        if leaf.tag == "pre":
            text = " ".join(text.split())
        block = self.stack[-1]
        block.leaves += 1
        if text:
            self.lines.append(text)
        if not leaf.tag:
            block.text = text
        elif leaf.tag == "pre" or (text and leaf.tag != "p"):
            block.children += 1
            self._framed = None
        else:
            self._end_paragraph(leaf, end, text)

    def _end_paragraph(self, leaf: _Leaf, end: int, text: str) -> None:
        block, framed = self.stack[-1], self._framed
        self._framed = None
        prose = block.tag in PROSE
        if not text:
            self._frame(leaf, end)
        elif prose and framed and is_caption(text, leaf.pictures, framed, centred=self.centred):
            self.out[framed.end] = ""
            self.out[leaf.start], self.out[end] = "<figcaption>", "</figcaption></figure>"
            self._caption(framed.pictures, text)
            return
        elif prose and self.centred and leaf.legend is not None and "\n" not in text:
            self.out[leaf.start], self.out[leaf.legend] = "<figure>", "<figcaption>"
            self.out[end] = "</figcaption></figure>"
            self._caption(leaf.pictures, text)
        elif block.tag in LOOSE:
            if not block.children:
                block.first = (leaf.start, end)
        elif prose and len(self.stack) <= 2:
            plain = len(self.stack) == 1 and not leaf.pictures
            self.paragraphs.append(Paragraph(leaf.start if plain else -1, end, text, leaf.tail))
        block.children += 1

    def _frame(self, leaf: _Leaf, end: int) -> None:
        """A paragraph of pictures alone: a figure, which a caption may follow."""
        block = self.stack[-1]
        if block.tag == "figure":
            self.out[leaf.start] = self.out[end] = ""
        elif block.tag in PROSE:
            self.out[leaf.start], self.out[end] = "<figure>", "</figure>"
            self._framed = Framed(end, tuple(leaf.pictures), self.centred)
        elif block.tag in LOOSE and leaf.tag == "p" and not block.children:
            block.first = (leaf.start, end)

    def _caption(self, pictures: Iterable[int], caption: str) -> None:
        caption, credit = credits.take(" ".join(caption.split()))
        for index in pictures:
            self.images[index] = replace(self.images[index], caption=caption, credit=credit)

    # -- blocks ---------------------------------------------------------------

    def rule(self) -> None:
        """A thematic break: written once something follows it."""
        self.end_leaf()
        self._framed, self._blocks.rule = None, True

    def open(self, tag: str, markup: str = "") -> int:
        """Begin the block ``tag``; ``markup`` is its opening tag if it has attributes.

        Returns the depth to :meth:`close_to` where the block ends. A block that
        may not stand here is left out and its content stays.
        """
        self.end_leaf()
        self._framed = None
        depth = self._blocks.make_room(tag)
        if depth is None:
            return len(self.stack)
        self._blocks.push(tag, markup, images=len(self.images))
        return depth

    def close_to(self, depth: int) -> None:
        """Close blocks until ``depth`` are open; the body itself counts as one."""
        self.end_leaf()
        if len(self.stack) > depth:
            self._blocks.close_to(depth)

    def _closed(self, block: Block, outer: Block, start: int, end: int) -> None:
        """A block that holds something has just been closed."""
        self._framed = None
        if block.tag in LOOSE and block.first is not None and block.leaves == 1:
            first, last = block.first
            self.out[first] = self.out[last] = ""
        elif block.tag == "figcaption":
            outer.first = (start, end)
            self._caption(range(outer.images, len(self.images)), block.text)
        elif block.tag == "figure" and block.images == len(self.images):
            self.unsettled = True
            self.out[start] = self.out[end] = ""
            if block.first is not None:
                self.out[block.first[0]], self.out[block.first[1]] = "<p>", "</p>"
        elif block.tag == "table" and block.cells < 2:
            self.unsettled = True


def _tidy(text: str) -> str:
    """``text`` with single spaces and none around it; empty if nothing in it can be seen."""
    if text.isprintable() and "  " not in text:
        plain = text.strip()  # the common case: no space but single blanks
    elif "\xa0" in text or "\u3000" in text:
        plain = _RUN.sub(_narrow, text.strip())
    else:
        plain = " ".join(text.split())
    if plain and not plain[0].isalnum() and _INVISIBLE.fullmatch(plain):
        return ""
    return plain


def _narrow(space: re.Match[str]) -> str:
    return space[0] if space[0] in ("\xa0", "\u3000") else " "
