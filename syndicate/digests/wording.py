"""Cutting and wrapping text by the width it takes, in Latin and Chinese alike.

A Chinese character takes two columns of a plain text and the room of two
letters in print, so one measure serves both.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import combining, east_asian_width

_SENTENCE_END: Final = re.compile(r"""[.!?…]["'”’)\]]*(?=\s)|[。！？…][”’」』）]*""")
_CLAUSE_END: Final = re.compile(r"[,;:](?=\s)|[，、；：]|\s[—–]\s|——")
_SHORTEST_SENTENCE: Final = 24
_NEVER_FIRST: Final = frozenset("，。、；：！？）》」』】〉”’…—～·,.;:!?)]}%")
_NEVER_LAST: Final = frozenset("（《「『【〈“‘([{")
_PIECE: Final = re.compile(r"\s+|[^\s⺀-鿿豈-﫿＀-￯]+|.")


def width(text: str) -> int:
    """How many columns ``text`` takes."""
    return sum(_columns(character) for character in text)


def shorten(text: str, columns: int) -> str:
    """``text`` in at most ``columns``: whole sentences, else whole words and an ellipsis.

    Words are cut after a clause where one ends in the last third.
    """
    text = " ".join(text.split())
    if width(text) <= columns:
        return text
    room = _fitting(text, columns)
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= room]
    if ends and width(text[: ends[-1]]) * 2 >= columns:
        return text[: ends[-1]]
    cut = _fitting(text, columns - 1)
    head = text[:cut]
    if not text[cut].isspace() and _joined(text[cut - 1], text[cut]):
        spaces = [match.start() for match in re.finditer(r"\s+", head)]
        ideographs = [at for at in range(1, cut) if not _joined(head[at - 1], head[at])]
        head = head[: max((*spaces, *ideographs), default=cut)]
    clauses = [match.start() for match in _CLAUSE_END.finditer(head)]
    if clauses and width(head[: clauses[-1]]) * 10 >= columns * 7:
        head = head[: clauses[-1]]
    return head.rstrip(" ，,;；:：、—–-") + "…"


def first_sentence(text: str, columns: int) -> str:
    """The first sentence of ``text``, in at most ``columns``."""
    text = " ".join(text.split())
    for match in _SENTENCE_END.finditer(text):
        if width(text[: match.end()]) >= _SHORTEST_SENTENCE:
            return shorten(text[: match.end()], columns)
    return shorten(text, columns)


def wrap(text: str, columns: int = 72, *, first: str = "", rest: str | None = None) -> str:
    """``text`` in lines of at most ``columns``, each paragraph on its own.

    ``first`` begins the first line and ``rest`` (spaces of the same width
    unless given) the others. A word that is wider than a line, an address for
    one, is left whole. Punctuation never begins a line, and an opening bracket
    never ends one.
    """
    indent = " " * width(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = first if not lines else indent
        start, room = len(line), columns
        for piece in _pieces(paragraph):
            if piece.isspace():
                line += " " if len(line) > start else ""
            elif len(line) > start and width(line) + width(piece) > room:
                lines.append(line.rstrip())
                line, start = indent + piece, len(indent)
            else:
                line += piece
        lines.append(line.rstrip())
    return "\n".join(lines)


def _pieces(text: str) -> list[str]:
    """What may not be broken: words, characters with their punctuation, spaces."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        glued = pieces and not pieces[-1].isspace() and not piece.isspace()
        if glued and (piece[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _fitting(text: str, columns: int) -> int:
    """How many characters of ``text`` fit into ``columns``."""
    taken = 0
    for at, character in enumerate(text):
        taken += _columns(character)
        if taken > columns:
            return at
    return len(text)


def _columns(character: str) -> int:
    if combining(character) or character in "\u200b\u200d\ufe0f":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _joined(before: str, after: str) -> bool:
    """Whether a cut between two characters would cut a word."""
    return _columns(before) == 1 and _columns(after) == 1
