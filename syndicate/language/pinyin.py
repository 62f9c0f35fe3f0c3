"""Chinese in Latin letters.

The readings are those of ``pypinyin``, and so is the way of finding them: the
longest phrase that is known, from the left, since a character may sound
otherwise in another word. Its own tables take 60 MB and stay for good, so its
data is read into a few lines of bytes here.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from unicodedata import combining, normalize

#: A run of Chinese as pypinyin finds it, and so the characters of which it says how they sound.
CHINESE: Final = re.compile(
    "[\u3007\ue815-\ue864\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a703-\U0002b73f\U0002b740-\U0002b81d\U0002b825-\U0002bf6e"
    "\U0002c029-\U0002ce93\U0002d016\U0002d11b-\U0002ebd9\U0002f80a-\U0002fa1f"
    "\U00030000-\U0003134a\U00031350-\U00032389]+"
)

#: An entry of pypinyin's phrases: the word, and the readings of each character in brackets.
_PHRASE: Final = re.compile(rb'"([^"]+)": \[((?:\s*\[[^\[\]]*\],?)*)\s*\]')
_FIRST: Final = re.compile(rb'\[\s*"([^"]*)"')
#: An entry of its characters: the code, and the first reading.
_CHARACTER: Final = re.compile(rb'"(\d+)": "([^",]*)')


@lru_cache(maxsize=4096)
def pinyin(text: str) -> str:
    """A syllable a word, without tones.

    What is not Chinese stays as it is, and so does a character, as a word of its own,
    of which nobody has written down how it is said.
    """
    return " ".join(_syllables(text))


class _Table:
    """Words and their syllables, in the order of their bytes."""

    def __init__(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        lines = sorted(b"%b\t%b" % entry for entry in entries)
        self._text = b"\n".join(lines)
        self._starts = array("I", [0])
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.longest = max((line.decode().index("\t") for line in lines), default=0)

    def get(self, word: str) -> list[str] | None:
        """A word's syllables, if it is here."""
        found, tab, said = self._at(self._place(word)).partition(b"\t")
        return said.decode().split() if tab and found == word.encode() else None

    def begins(self, start: str) -> bool:
        """Whether a word begins like that."""
        return self._at(self._place(start)).startswith(start.encode())

    def _place(self, word: str) -> int:
        return bisect_left(range(len(self._starts) - 1), word.encode(), key=self._at)

    def _at(self, place: int) -> bytes:
        if place + 1 >= len(self._starts):
            return b""
        return self._text[self._starts[place] : self._starts[place + 1] - 1]


def _syllables(text: str) -> Iterator[str]:
    done = 0
    for run in CHINESE.finditer(text):
        if run.start() > done:
            yield text[done : run.start()]
        yield from _spoken(run[0], *_tables())
        done = run.end()
    if done < len(text):
        yield text[done:]


def _spoken(run: str, characters: _Table, phrases: _Table) -> Iterator[str]:
    while run:
        for length in range(min(len(run), phrases.longest), 0, -1):
            said = phrases.get(run[:length])
            if said is not None:
                break
        else:
            # As pypinyin does: what only begins a longer phrase is looked at no further.
            length = len(run) if phrases.begins(run) else 1
            said = [each for one in run[:length] for each in characters.get(one) or [one]]
        yield from said
        run = run[length:]


@cache
def _tables() -> tuple[_Table, _Table]:
    """Of characters, and of phrases: the first reading of each."""
    found = find_spec("pypinyin")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pypinyin is not installed", name="pypinyin")
    folder = Path(found.origin).parent
    characters = _Table(
        (chr(int(entry[1])).encode(), _plain(entry[2]))
        for entry in _CHARACTER.finditer((folder / "pinyin_dict.json").read_bytes())
    )
    phrases = _Table(
        (entry[1], b" ".join(map(_plain, _FIRST.findall(entry[2]))))
        for entry in _PHRASE.finditer((folder / "phrases_dict.json").read_bytes())
    )
    return characters, phrases


@lru_cache(maxsize=2048)
def _plain(syllable: bytes) -> bytes:
    """A syllable without its tone; ü is written v."""
    letters = normalize("NFD", syllable.decode()).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not combining(letter)).encode()
