"""JSON read strictly, and the line at which each value stands."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from json import decoder
from typing import Any, Final

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_DEEPEST: Final = 8

Key = str | int


@dataclass(frozen=True, slots=True)
class JsonPlace:
    text: JsonText
    keys: tuple[Key, ...]

    @property
    def path(self) -> str:
        """A JSON pointer (RFC 6901); the whole document is the empty one."""
        return "".join("/" + str(k).replace("~", "~0").replace("/", "~1") for k in self.keys)

    @property
    def line(self) -> int | None:
        return self.text.line(self.keys)


@dataclass(slots=True)
class JsonText:
    """A JSON text and its value. ``repeated`` are names that one object holds twice."""

    text: str
    value: Any
    repeated: tuple[str, ...]
    _offsets: dict[tuple[Key, ...], int] = field(default_factory=dict)
    _ends: list[int] = field(default_factory=list)

    def at(self, *keys: Key) -> JsonPlace:
        return JsonPlace(self, keys)

    def line(self, keys: tuple[Key, ...]) -> int | None:
        if not self._offsets:
            _walk(self.text, _after_space(self.text, 0), (), self._offsets)
            self._ends = [found.start() for found in re.finditer("\n", self.text)]
        while keys and keys not in self._offsets:
            keys = keys[:-1]  # what is missing would stand in what is there
        offset = self._offsets.get(keys)
        return None if offset is None else bisect_left(self._ends, offset) + 1


def parse(text: str) -> JsonText:
    """A JSON text (RFC 8259), read.

    Raises ``ValueError`` for what is none, ``RecursionError`` for what is nested too deep.
    NaN and infinities, which Python would take, are no JSON.
    """
    repeated: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in found:
            if name in made:
                repeated.append(name)
            made[name] = value
        return made

    def refuse(word: str) -> Any:
        raise ValueError(f"{word} is no JSON value")

    value = json.loads(
        text, object_pairs_hook=pairs, parse_constant=refuse, parse_int=_whole, parse_float=float
    )
    return JsonText(text, value, tuple(repeated))


def _whole(digits: str) -> int | float:
    """Python refuses to read numbers of thousands of digits; as a float they do."""
    return int(digits) if len(digits) < 4000 else float(digits)


def _after_space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _walk(text: str, place: int, keys: tuple[Key, ...], offsets: dict[tuple[Key, ...], int]) -> int:
    """Note where each value begins; the text is known to be JSON. Returns its end."""
    offsets[keys] = place
    opening = text[place]
    if opening not in "{[" or len(keys) >= _DEEPEST:
        return _DECODER.raw_decode(text, place)[1]
    place = _after_space(text, place + 1)
    number = 0
    while text[place] not in "}]":
        key: Key = number
        if opening == "{":
            key, place = _read_name(text, place + 1, True)
            place = _after_space(text, _after_space(text, place) + 1)
        place = _after_space(text, _walk(text, place, (*keys, key), offsets))
        number += 1
        if text[place] == ",":
            place = _after_space(text, place + 1)
    return place + 1


# Python's own reader of strings; its stubs leave it out.
_read_name: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]
_DECODER: Final = json.JSONDecoder(parse_int=_whole)
