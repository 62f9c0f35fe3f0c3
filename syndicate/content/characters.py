"""Characters that may stand in a feed, a mail and a page alike.

XML 1.0 forbids most C0 controls, surrogates and U+FFFE/FFFF; validators report
C1 controls, which in the wild are Windows-1252 punctuation read as Latin-1.
"""

from __future__ import annotations

import re

_SPACES = "\x0b\x0c"  # a word processor's soft line break and page break
_FIT_SPACES = "\n\t\r\xa0\u3000\u200b"  # not printable, but fit to stand
_PLANE_ENDS = "".join(
    chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF)
)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff"
    + _PLANE_ENDS
    + "]"
)
# Numbers that may name a forbidden character: any in hexadecimal, and in decimal
# C0 and C1 controls and whatever has five digits or more.
_REFERENCE = re.compile(
    r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])"
    r"|0*([0-9]|[12][0-9]|3[01]|12[7-9]|1[345][0-9]|[1-9][0-9]{4,6})(?![0-9]));?"
)


def _windows_1252(code: int) -> str:
    try:
        return bytes((code,)).decode("cp1252")
    except UnicodeDecodeError:
        return ""


_MEANT = {chr(code): _windows_1252(code) for code in range(0x80, 0xA0)}
_MEANT.update(dict.fromkeys(_SPACES, " "))


def is_clean(text: str) -> bool:
    """Whether ``text`` holds nothing that :func:`mend` would touch."""
    # Nothing forbidden is printable but U+FFFC, and asking is ten times as fast
    # as searching: bodies are long and nearly always fit.
    rest = text
    if not rest.isprintable():
        for space in _FIT_SPACES:
            rest = rest.replace(space, "")
    if rest.isprintable() and "\ufffc" not in rest:
        return True
    return _FORBIDDEN.search(rest) is None


def mend(text: str) -> str:
    """``text`` with C1 controls read as Windows-1252 and what XML forbids left out."""
    if is_clean(text):
        return text
    return _FORBIDDEN.sub(lambda found: _MEANT.get(found[0], ""), text)


def mend_references(markup: str) -> str:
    """The same for numeric character references in ``markup``: ``&#146;`` becomes ``’``."""
    return _REFERENCE.sub(_mend_reference, markup) if "&#" in markup else markup


def _mend_reference(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else int(found[2])
    if code > 0x10FFFF:
        return ""
    character = chr(code)
    if _FORBIDDEN.match(character) is None:
        return found[0]
    return _MEANT.get(character, "")
