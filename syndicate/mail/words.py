"""Encoded words: text outside ASCII in a header (RFC 2047).

Python's own writes them 76 characters long in half of all Chinese subjects,
one over the limit, and also wraps long tokens in structured headers in them,
which breaks one-click unsubscribing. So we write our own, and only where text
stands: in a subject and in display names.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Final
from unicodedata import category

_LONGEST_WORD: Final = 75
_BEGIN: Final = "=?utf-8?b?"
_END: Final = "?="
_LONGEST_NAME: Final = len("Reply-To: ")
# Base64 gives four characters for three bytes. A line with an encoded word has
# at most 76 characters, and on the first one the header's name takes its share.
_ROOM: Final = (_LONGEST_WORD - len(_BEGIN) - len(_END)) // 4 * 3
_FIRST_ROOM: Final = (_LONGEST_WORD + 1 - _LONGEST_NAME - len(_BEGIN) - len(_END)) // 4 * 3


def is_plain(text: str) -> bool:
    """Whether ``text`` may stand in a header as it is."""
    return text.isascii() and "=?" not in text


def breaks_a_header(text: str) -> bool:
    """Whether ``text`` holds what could end a header's line: a control or line separator."""
    if text.isprintable():
        return False  # none of these is, and it is asked for every mail
    return any(category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in text)


def encoded_words(text: str) -> str:
    """``text`` as encoded words, separated by spaces; no character is split."""
    chunks: list[bytes] = [b""]
    for character in text:
        encoded = character.encode()
        room = _ROOM if len(chunks) > 1 else _FIRST_ROOM
        if len(chunks[-1]) + len(encoded) > room:
            chunks.append(b"")
        chunks[-1] += encoded
    return " ".join(f"{_BEGIN}{b64encode(chunk).decode('ascii')}{_END}" for chunk in chunks)
