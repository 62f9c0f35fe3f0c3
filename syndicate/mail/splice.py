"""Text laid out for the wire once, with places where each recipient's own is put in.

A mail's part is encoded as quoted-printable or base64 (RFC 2045, 6.7 and 6.8),
whichever is shorter. What differs between recipients is set between lines of
the encoded text, so that putting it in leaves the rest as it was encoded. Each
line is as relaxed canonicalization would leave it (RFC 6376, 3.4.4), so the
body can be hashed as it is sent; and in quoted-printable none begins with a
dot or with "From ", which servers on the way would change.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

_LINE: Final = 76
_GROUPS: Final = _LINE // 4 * 3
"""Bytes that a line of base64 holds."""
_SAFE: Final = re.compile(rb"[!-<>-~]*")
_ESCAPED: Final = re.compile(rb"[^!-<>-~ ]|(?<= ) | \Z")
_SOFT: Final = b"=\r\n"


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut at its slots: literals, one more than slots, in UTF-8 with CRLF line ends."""

    literals: tuple[bytes, ...]
    slots: tuple[str, ...]


class Layout(Protocol):
    """An encoded text with slots."""

    @property
    def encoding(self) -> str:
        """Its Content-Transfer-Encoding."""
        ...

    @property
    def size(self) -> int:
        """Encoded bytes without what goes into the slots."""
        ...

    @property
    def slots(self) -> tuple[str, ...]: ...

    def fill(self, values: Mapping[str, bytes], into: list[bytes]) -> None:
        """Append the encoded text, with ``values`` (UTF-8) in their slots."""
        ...


def cut(text: str, marks: Mapping[str, str]) -> Cut:
    """``text`` cut wherever one of ``marks`` (slot to the mark that stands for it) stands."""
    text = re.sub(r"\r\n|\r|\n", "\r\n", text)
    if not marks:
        return Cut((text.encode(),), ())
    names = {mark: slot for slot, mark in marks.items()}
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pieces = re.split(f"({pattern})", text)
    return Cut(
        tuple(piece.encode() for piece in pieces[::2]), tuple(names[m] for m in pieces[1::2])
    )


def lay_out(given: Cut) -> Layout:
    """The shorter of both encodings, ready to be filled."""
    quoted, based = QuotedPrintable(given), Base64(given)
    return quoted if quoted.size <= based.size else based


class QuotedPrintable:
    """A text that is mostly ASCII. Soft line breaks set the slots apart."""

    encoding = "quoted-printable"

    def __init__(self, given: Cut) -> None:
        last = len(given.slots)
        self._pieces = tuple(
            _between(literal, first=place == 0, last=place == last)
            for place, literal in enumerate(given.literals)
        )
        self.slots = given.slots

    @property
    def size(self) -> int:
        return sum(map(len, self._pieces))

    def fill(self, values: Mapping[str, bytes], into: list[bytes]) -> None:
        pieces = self._pieces
        into.append(pieces[0])
        for slot, piece in zip(self.slots, pieces[1:], strict=True):
            into.append(_put_in(values[slot]))
            into.append(piece)


def _between(literal: bytes, *, first: bool, last: bool) -> bytes:
    """A literal, with the soft breaks that set it apart from the slots beside it."""
    encoded = quoted(literal)
    if not first and encoded and not encoded.startswith(b"\r\n"):
        encoded = _SOFT + encoded
    if not last and encoded and not encoded.endswith(b"\r\n"):
        encoded += _SOFT
    return encoded or (b"" if first or last else _SOFT)


def quoted(content: bytes) -> bytes:
    """Quoted-printable of lines that end in CRLF; a soft break still fits behind its end."""
    if _SAFE.fullmatch(content):
        # An address, put in for each recipient.
        lines = [content[at : at + _LINE - 1] for at in range(0, len(content), _LINE - 1)]
        joined = _SOFT.join(lines)
        if not joined.startswith(b".") and b"\n." not in joined:
            return joined
    return b"\r\n".join(map(_quoted_line, content.split(b"\r\n")))


def _quoted_line(line: bytes) -> bytes:
    left = _ESCAPED.sub(lambda found: b"=%02X" % found[0][0], line)
    lines: list[bytes] = []
    while True:
        if left.startswith((b".", b"From ")):
            left = b"=%02X" % left[0] + left[1:]
        if len(left) < _LINE:
            return _SOFT.join([*lines, left])
        end = _LINE - 1
        # "=XX" is never cut.
        if left[end - 1 : end] == b"=":
            end -= 1
        elif left[end - 2 : end - 1] == b"=":
            end -= 2
        lines.append(left[:end])
        left = left[end:]


@lru_cache(maxsize=16)
def _put_in(value: bytes) -> bytes:
    """What goes into a slot: mostly the same in both parts of a mail."""
    return quoted(value)


class Base64:
    """A text that is mostly not ASCII.

    Base64 writes groups of three bytes. What a literal lacks before a slot to
    end with a whole group goes into the slot's lines, and so does what the
    slot lacks from the literal behind it: which is therefore encoded from each
    of its first three bytes on.
    """

    encoding = "base64"

    def __init__(self, given: Cut) -> None:
        self._literals = given.literals
        first, *others = given.literals
        self._runs = (_runs(first, starts=1), *map(_runs, others))
        self.slots = given.slots

    @property
    def size(self) -> int:
        return sum(len(encoded[0].lines) for encoded in self._runs)

    def fill(self, values: Mapping[str, bytes], into: list[bytes]) -> None:
        first = self._runs[0][0]
        into.append(first.lines)
        carried = first.rest
        for place, slot in enumerate(self.slots, 1):
            carried += values[slot]
            lacking = -len(carried) % 3
            run = self._runs[place][lacking]
            if not run.lines:
                carried += self._literals[place]
                continue
            into.append(_based(carried + self._literals[place][:lacking]))
            into.append(run.lines)
            carried = run.rest
        if carried:
            # The line end behind it is the boundary's.
            into.append(_based(carried).removesuffix(b"\r\n"))


@dataclass(frozen=True, slots=True)
class _Run:
    """Whole groups of a literal, in lines, and the bytes that are left of it."""

    lines: bytes
    rest: bytes


def _runs(literal: bytes, starts: int = 3) -> Sequence[_Run]:
    runs = []
    for start in range(starts):
        end = start + max(0, len(literal) - start) // 3 * 3
        runs.append(_Run(_based(literal[start:end]), literal[max(start, end) :]))
    return runs


def _based(content: bytes) -> bytes:
    """Base64 in lines of at most 76 characters, each with its line end."""
    if len(content) <= _GROUPS:
        return b64encode(content) + b"\r\n" if content else b""
    return b"".join(
        b64encode(content[at : at + _GROUPS]) + b"\r\n" for at in range(0, len(content), _GROUPS)
    )
