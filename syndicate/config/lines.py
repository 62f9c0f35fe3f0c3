"""On which line of a TOML file each key stands.

``tomllib`` reads values without places, so this walks the text a second time
and looks only at structure: headers, keys, and where long values end. It runs
after ``tomllib`` has accepted the text and never judges it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

KeyPath = tuple[str | int, ...]

_PARTS = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'|\s*\.\s*)+?"""
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_PARTS})\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(rf"\s*({_PARTS})\s*=")
_ENDINGS = {
    '"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*"""'),
    "'''": re.compile(r"(?:[^']|'(?!''))*'''"),
}
_TOKEN = re.compile(r'"""|\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}]')


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every table and key; array tables count from 0."""
    found: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in _logical_lines(text):
        header, assignment = _HEADER.match(line), _KEY.match(line)
        if assignment is not None:
            found.setdefault((*table, *_keys(assignment[1])), number)
        elif header is not None:
            table = _indexed(_keys(header[2]), counts)
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            found.setdefault(table, number)
    return found


def _indexed(keys: KeyPath, counts: dict[KeyPath, int]) -> KeyPath:
    """A header's path with the number of each array table above its last key."""
    path: KeyPath = ()
    for key in keys[:-1]:
        path = (*path, key)
        if path in counts:
            path = (*path, counts[path])
    return (*path, *keys[-1:])


def _keys(dotted: str) -> KeyPath:
    """The parts of a key, unquoted by TOML's own rules."""
    tree: Any = tomllib.loads(f"{dotted} = 0")
    keys: list[str] = []
    while isinstance(tree, dict):
        key, tree = next(iter(tree.items()))
        keys.append(key)
    return tuple(keys)


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that start a header or a key: those inside a long value are left out."""
    depth, closing = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not depth and not closing:
            yield number, line
            if _HEADER.match(line) and not _KEY.match(line):
                continue
        depth, closing = _after(line, depth, closing)


def _after(line: str, depth: int, closing: str) -> tuple[int, str]:
    """How deep in brackets, and in which long string, a line ends."""
    place = 0
    while place < len(line):
        if closing:
            end = _ENDINGS[closing].match(line, place)
            if end is None:
                return depth, closing
            place, closing = end.end(), ""
            continue
        token = _TOKEN.search(line, place)
        if token is None:
            break
        place = token.end()
        if token[0] in ('"""', "'''"):
            closing = token[0]
        elif token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
    return depth, closing
