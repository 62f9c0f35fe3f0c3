"""The first sentences of an article, whole, and never longer than a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable

from syndicate.content.language import IDEOGRAPH, part_ideographs

LATIN_LIMIT = 280
"""Characters of a summary in a script with spaces."""
EAST_ASIAN_LIMIT = 120
"""Characters of a summary in Chinese, Japanese or Korean."""

# A sentence ends at a full-width mark whatever follows, at others before a space.
_END = re.compile(r"[。!?][。!?!?…]*[”’」』)》\"'\])]*|[.!?…]+[”’\"'\])]*(?=\s|$)")
_FULL_WIDTH = "。!?"
_NEVER_LAST = frozenset(
    re.findall(
        r"\S+",
        "cf dr e.g eg fig figs gen gov hon i.e ie lt messrs mr mrs ms mt no nos pres prof rep rev"
        " sen sgt st viz vol vs",
    )
)
"""Abbreviations that something always follows."""
_SELDOM_LAST = frozenset(
    re.findall(
        r"\S+",
        "a.m al approx apr art aug bros ca ch co corp dec dept ed eds eq etc feb ft inc inst jan jr"
        " jun jul ltd mar nov oct p p.m pp ph.d sec sep sept sr univ",
    )
)
"""Abbreviations that may end a sentence: they do if a capital letter follows."""
_OPENING = "([\"'“‘"
_BREAKS = re.compile(r"[,、;:,;:]")
_CLOSING = " \t,;:—–-、,;:("


def summarise(paragraphs: Iterable[str], *, limit: int | None = None) -> str:
    """The first sentences of ``paragraphs`` that fit into ``limit`` characters.

    Each paragraph has single blanks, as those of a clean body have.
    Without a limit it follows the script. A first sentence that does not fit is
    cut after a whole word (in Chinese, at a pause if one is near) and gets "…".
    """
    text = _lead(paragraphs, 2 * (limit or LATIN_LIMIT))
    if limit is None:
        limit = limit_of(text)
    end = 0
    for stop in _sentence_ends(text):
        if stop > limit:
            break
        end = stop
    return text[:end].rstrip() if end else shorten(text, limit)


def first_sentence(text: str, *, limit: int | None = None) -> str:
    """The first sentence of ``text``, shortened if it is longer than ``limit``."""
    text = " ".join(text.split())
    stop = next(iter(_sentence_ends(text)), len(text))
    return shorten(text[:stop].rstrip(), limit or limit_of(text))


def limit_of(text: str) -> int:
    """How many characters a summary of ``text`` may have, by its script."""
    sample = text[:LATIN_LIMIT]
    if sample.isascii():
        return LATIN_LIMIT
    dense, _ = part_ideographs(sample)
    return EAST_ASIAN_LIMIT if 3 * dense > len(sample) else LATIN_LIMIT


def shorten(text: str, limit: int) -> str:
    """``text`` within ``limit`` characters, cut between words and marked with "…"."""
    if len(text) <= limit:
        return text
    if limit < 2:
        return "…"
    kept = text[: limit - 1]
    following = text[limit - 1]
    if IDEOGRAPH.match(kept[-1]) or IDEOGRAPH.match(following):
        pauses = [found.start() for found in _BREAKS.finditer(kept)]
        if pauses and pauses[-1] > limit * 2 // 3:
            kept = kept[: pauses[-1]]
    elif not following.isspace():
        words = kept.rpartition(" ")[0]
        kept = words or kept
    return kept.rstrip(_CLOSING) + "…"


def _lead(paragraphs: Iterable[str], enough: int) -> str:
    """As many of the first paragraphs as a summary could need, in one line."""
    lead = ""
    for paragraph in paragraphs:
        line = paragraph[: enough - len(lead)].replace("\n", " ")
        dense = lead and (IDEOGRAPH.match(line[:1]) or lead[-1] in _FULL_WIDTH)
        lead = f"{lead}{line}" if dense or not lead else f"{lead} {line}"
        if len(lead) >= enough:
            break
    return lead


def _sentence_ends(text: str) -> Iterable[int]:
    """Where sentences end: after the mark and the quotes that close with it."""
    for found in _END.finditer(text):
        if found[0] == "." and _is_inside(text, found):
            continue
        yield found.end()
    if text:
        yield len(text)


def _is_inside(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation and does not end a sentence."""
    start, end = found.start(), found.end()
    if end == len(text):
        return False
    word = text[text.rfind(" ", 0, start) + 1 : start].lstrip(_OPENING)
    lower = word.lower()
    if lower in _NEVER_LAST:
        return True
    if lower in _SELDOM_LAST:
        return not text[end : end + 2].strip().isupper()
    return all(len(part) == 1 and part.isalpha() for part in word.split("."))  # J., U.S.
