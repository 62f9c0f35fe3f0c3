"""The first sentences of an article, whole, and never longer than a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable

from syndicate.content.language import IDEOGRAPH

LATIN_LIMIT = 280
"""Characters of a summary in a script with spaces."""
EAST_ASIAN_LIMIT = 120
"""Characters of a summary in Chinese, Japanese or Korean."""

_END = re.compile(
    r"[。!?!?…]+[”’」』)》\"'\])]*"  # full-width: a sentence ends here, whatever follows
    r"|[.!?…]+[”’\"'\])]*(?=\s|$)"
)
_FULL_WIDTH = "。!?"
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:(?:dr|mr|mrs|ms|prof|st|sr|jr|gen|col|lt|capt|sgt|rep|sen|gov|pres|hon|rev|mt|ft"
    r"|no|nos|vol|pp|p|fig|figs|eq|ch|sec|art|ed|eds|cf|vs|etc|approx|dept|univ|inst|inc|ltd|co|corp|bros"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|e\.g|i\.e|al|ca|viz|a\.m|p\.m)"
    r"|(?:[A-Za-z]\.)*[A-Z])\.$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|[\s(\[\"'“‘])(?:[A-Za-z]\.)*[A-Za-z]\.$")
_ALWAYS_INSIDE = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:dr|mr|mrs|ms|prof|st|gen|rep|sen|gov|rev|mt|vs|e\.g|i\.e|cf|no|fig|vol)\.$",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[,、;:,;:]")
_CLOSING = " \t,;:—–-、,;:("


def summarise(paragraphs: Iterable[str], *, limit: int | None = None) -> str:
    """The first sentences of ``paragraphs`` that fit into ``limit`` characters.

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
    dense = len(IDEOGRAPH.findall(sample))
    return EAST_ASIAN_LIMIT if 3 * dense > len(sample) else LATIN_LIMIT


def shorten(text: str, limit: int) -> str:
    """``text`` within ``limit`` characters, cut between words and marked with "…"."""
    if len(text) <= limit:
        return text
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
        line = " ".join(paragraph[:enough].split())
        dense = lead and (IDEOGRAPH.match(line[:1]) or lead[-1] in _FULL_WIDTH)
        lead = f"{lead}{line}" if dense or not lead else f"{lead} {line}"
        if len(lead) >= enough:
            break
    return lead


def _sentence_ends(text: str) -> Iterable[int]:
    """Where sentences end: after the mark and the quotes that close with it."""
    for found in _END.finditer(text):
        mark = found[0]
        if mark[0] == "." and not mark.startswith("..") and _is_inside(text, found):
            continue
        yield found.end()
    if text:
        yield len(text)


def _is_inside(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation and does not end a sentence."""
    before = text[max(0, found.start() - 16) : found.start() + 1]
    following = text[found.end() : found.end() + 2].strip()
    if found.end() == len(text):
        return False
    if _ALWAYS_INSIDE.search(before) or _INITIAL.search(before):
        return True
    return bool(_ABBREVIATION.search(before)) and not following[:1].isupper()
