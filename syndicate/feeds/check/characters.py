"""Characters that no XML document may hold, and those that are there by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from syndicate.content.characters import is_clean
from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, Spot
from syndicate.feeds.check.jsontext import JsonText

FORBIDDEN: Final = Rule(
    "1.1",
    ERROR,
    "XML 1.0, 2.2",
    "Only characters that XML allows, whether written or referred to.",
    "leave the character out",
)
MISREAD: Final = Rule(
    "1.2",
    WARNING,
    "XML 1.0, 2.2; RSS Best Practices Profile",
    "No control characters U+0080 to U+009F: they are Windows-1252 read as Latin-1.",
    "write the character that was meant, such as U+2019 for U+0092",
)
FORBIDDEN_IN_JSON: Final = Rule(
    "1.3",
    WARNING,
    "RFC 8259, 8.2; XML 1.0, 2.2",
    "JSON strings hold nothing that could not stand in XML too, and no half surrogates.",
    "leave the character out",
)
RULES: Final = (FORBIDDEN, MISREAD, FORBIDDEN_IN_JSON)

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_C1: Final = re.compile("[\x80-\x84\x86-\x9f]")
_REFERENCE: Final = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")


def check_xml(text: str) -> Iterator[Finding]:
    """Each forbidden character once, at its first place."""
    if not is_clean(text):
        for code, offset in _firsts(_UNFIT, text):
            yield FORBIDDEN.at(_spot(text, offset), f"holds U+{code:04X}")
        for code, offset in _firsts(_C1, text):
            yield MISREAD.at(_spot(text, offset), f"holds U+{code:04X}")
    told: set[int] = set()
    for offset, code in _references(text):
        if code in told:
            continue
        told.add(code)
        if _forbidden(code):
            yield FORBIDDEN.at(_spot(text, offset), f"refers to U+{code:04X}")
        elif _C1.match(chr(code)):
            yield MISREAD.at(_spot(text, offset), f"refers to U+{code:04X}")


def mended(text: str) -> str:
    """The text with U+FFFD for each forbidden character, so that the rest can be read."""
    if not is_clean(text):
        text = _UNFIT.sub("\ufffd", text)
    pieces, place = list[str](), 0
    for offset, code in _references(text):
        if _forbidden(code):
            pieces += (text[place:offset], "\ufffd")
            place = text.index(";", offset) + 1
    return "".join((*pieces, text[place:]))


def check_json(source: JsonText) -> Iterator[Finding]:
    """Strings hold what escapes say, so the values are searched, not the text."""
    unescaped = "\\u" not in source.text and "\\b" not in source.text and "\\f" not in source.text
    if unescaped and is_clean(source.text):
        return
    todo: list[tuple[tuple[str | int, ...], object]] = [((), source.value)]
    while todo:
        keys, value = todo.pop()
        if isinstance(value, str):
            if (found := _UNFIT.search(value)) is not None:
                problem = f"holds U+{ord(found[0]):04X}"
                yield FORBIDDEN_IN_JSON.at(source.at(*keys), problem)
            if (found := _C1.search(value)) is not None:
                yield MISREAD.at(source.at(*keys), f"holds U+{ord(found[0]):04X}")
        elif isinstance(value, dict):
            todo += [((*keys, key), each) for key, each in value.items()]
        elif isinstance(value, list):
            todo += [((*keys, place), each) for place, each in enumerate(value)]


def _firsts(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    seen: set[str] = set()
    for found in pattern.finditer(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield ord(found[0]), found.start()


def _references(text: str) -> list[tuple[int, int]]:
    """Offset and number of each numeric reference outside CDATA sections."""
    if "&#" not in text:
        return []
    text = _without_cdata(text)
    return [
        (found.start(), _number(found[1], 16) if found[1] else _number(found[2], 10))
        for found in _REFERENCE.finditer(text)
    ]


def _without_cdata(text: str) -> str:
    """The text with spaces for its CDATA sections."""
    pieces, place = list[str](), 0
    while (start := text.find("<![CDATA[", place)) >= 0:
        end = text.find("]]>", start)
        end = len(text) if end < 0 else end + 3
        pieces += (text[place:start], " " * (end - start))
        place = end
    return "".join((*pieces, text[place:]))


def _number(digits: str, base: int) -> int:
    significant = digits.lstrip("0") or "0"
    return int(significant, base) if len(significant) < 8 else 0x110000


def _forbidden(code: int) -> bool:
    return code > 0x10FFFF or _UNFIT.match(chr(code)) is not None


def _spot(text: str, offset: int) -> Spot:
    return Spot("", text.count("\n", 0, offset) + 1)
