"""Which block may stand in which: the stack of open blocks of a body being written.

Lists, description lists and tables get the items, rows and cells that they
need; an item or cell without its list or table is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

LISTS = frozenset(("ul", "ol"))
LOOSE = frozenset(("li", "td", "th", "dd"))
"""Hold a single paragraph without ``<p>``."""
PROSE = frozenset(("", "blockquote"))
"""Where running text stands; the empty tag is the body itself."""
TABLE_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))

_SECTIONS = frozenset(("thead", "tbody", "tfoot"))
_ROWS = _SECTIONS | {"tr"}
_CELLS = frozenset(("td", "th"))
_STRUCTURES = TABLE_PARTS | LISTS | {"dl"}
_CAPTIONS = frozenset(("figcaption", "caption"))
_BARE = _CAPTIONS | {"dt"}
_DESCRIPTIONS = frozenset(("dt", "dd"))

MAX_DEPTH = 48
"""Blocks nested deeper than this are flattened: no reader shows them apart."""


@dataclass(slots=True)
class Block:
    """An open block. ``start`` is where its tag lies in the output.

    ``cut`` is where the output was before it and before a rule written for it.
    ``leaves`` counts paragraphs and headings directly in it, ``children`` all
    that it holds. ``first`` are the tags of its first paragraph (of its caption,
    for a figure), ``text`` what a caption says, ``content`` and ``images`` how
    much the body held when it was opened.
    """

    tag: str
    start: int
    cut: int = 0
    content: int = 0
    images: int = 0
    leaves: int = 0
    children: int = 0
    cells: int = 0
    first: tuple[int, int] | None = None
    text: str = ""


class Stack:
    """The open blocks (``open``), outermost first.

    ``content`` counts what has been written. ``rule`` says that a thematic break
    is due as soon as something follows it.
    """

    def __init__(
        self,
        out: list[str],
        finish_leaf: Callable[[], None],
        closed: Callable[[Block, Block, int, int], None],
    ) -> None:
        self._finish_leaf = finish_leaf
        self.content = 0
        self.rule = False
        self._out = out
        self._closed = closed
        self.open = [Block("", 0)]

    @property
    def holds_blocks(self) -> bool:
        """Whether paragraphs and other blocks may stand here, or bare text only."""
        return self.open[-1].tag not in _BARE

    def push(self, tag: str, markup: str = "", *, images: int = 0) -> None:
        if tag in _CELLS:
            self.open[self._table()].cells += 1
        cut = len(self._out)
        self.write_rule()
        self.open.append(Block(tag, len(self._out), cut, self.content, images))
        self._out.append(markup or f"<{tag}>")

    def write_rule(self) -> None:
        """Write a rule that is due, unless there is nothing here that it could set apart."""
        block = self.open[-1]
        if self.rule and block.children and block.tag not in _STRUCTURES and self.holds_blocks:
            self._out.append("<hr>")
            block.children += 1
        self.rule = False

    def close_to(self, depth: int) -> None:
        if len(self.open) > depth:
            self._finish_leaf()
        while len(self.open) > depth:
            self._close(self.open.pop())

    def _close(self, block: Block) -> None:
        if self._is_empty(block):
            del self._out[block.cut :]
            if block.cut < block.start:
                self.rule = True
                self.open[-1].children -= 1
            return
        self.rule = False
        end = len(self._out)
        self._out.append(f"</{block.tag}>")
        outer = self.open[-1]
        outer.children += 1
        self._closed(block, outer, block.start, end)

    def _is_empty(self, block: Block) -> bool:
        """Cells may be empty, and rows of such cells, but no table of them and nothing else."""
        if block.tag in _CELLS or self.content != block.content:
            return False
        return len(self._out) == block.start + 1 or block.tag not in _ROWS

    def fit_flow(self) -> None:
        """Give a list or table the item or cell that text or a block needs."""
        top = self.open[-1].tag
        if top in LISTS:
            self.push("li")
        elif top == "dl":
            self.push("dd")
        elif top in TABLE_PARTS:
            self._make_row_room()
            self.push("td")

    def make_room(self, tag: str) -> int | None:
        """Close and open what ``tag`` needs around it; None if it may not stand here.

        Returns the depth at which the caller will find the stack again.
        """
        if len(self.open) > MAX_DEPTH:
            return None
        if tag == "li":
            fits = self._close_within(LISTS, frozenset(("li",)))
        elif tag in _DESCRIPTIONS:
            fits = self._close_within(frozenset(("dl",)), _DESCRIPTIONS)
        elif tag in _CELLS or tag == "tr" or tag in _SECTIONS:
            fits = self._make_table_room(tag)
        elif tag in _CAPTIONS:
            fits = self._fits_caption(tag)
        else:
            self.fit_flow()
            fits = self.holds_blocks
        return len(self.open) if fits else None

    def _fits_caption(self, tag: str) -> bool:
        top = self.open[-1]
        if tag == "caption":
            return top.tag == "table" and len(self._out) == top.start + 1
        return top.tag == "figure" and top.first is None

    def _close_within(self, wanted: frozenset[str], through: frozenset[str]) -> bool:
        """Close down to the innermost of ``wanted`` if only ``through`` lie above it."""
        for height in range(len(self.open) - 1, 0, -1):
            tag = self.open[height].tag
            if tag in wanted:
                self.close_to(height + 1)
                return True
            if tag not in through:
                break
        return False

    def _table(self) -> int:
        """The height of the innermost table; 0 if there is none."""
        height = len(self.open) - 1
        while height and self.open[height].tag != "table":
            height -= 1
        return height

    def _make_table_room(self, tag: str) -> bool:
        table = self._table()
        if not table:
            return False
        if tag in _SECTIONS:
            self.close_to(table + 1)
        elif tag == "tr":
            self._make_section_room(table)
        else:
            self._make_row_room()
        return True

    def _make_section_room(self, table: int) -> None:
        height = table + 1
        if len(self.open) > height and self.open[height].tag in _SECTIONS:
            self.close_to(height + 1)
        else:
            self.close_to(height)
            self.push("tbody")

    def _make_row_room(self) -> None:
        table = self._table()
        height = table + 2
        if len(self.open) > height and self.open[height].tag == "tr":
            self.close_to(height + 1)
        else:
            self._make_section_room(table)
            self.push("tr")
