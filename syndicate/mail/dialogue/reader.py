"""What a mail server says, read from its bytes (RFC 5321, 4.2).

A stranger's program: a line, and a reply as a whole, have limits, and what it
says is cleaned before anybody stores or shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from syndicate.model.delivery import Reply

#: RFC 5321, 4.5.3.1.5 allows 512 octets a line; some servers send longer ones.
LONGEST_LINE: Final = 4_096
LONGEST_REPLY: Final = 65_536
#: What is kept of a text.
TEXT: Final = 500

# "#5.1.1" is how some appliances write it.
_ENHANCED: Final = re.compile(r"#?([245]\.\d{1,3}\.\d{1,3})(?:[:\s]+|$)")


class NotSmtpError(ValueError):
    """What came back is no reply of a mail server."""


class Said(NamedTuple):
    """A whole reply: its code, and its lines without the code."""

    code: int
    lines: tuple[str, ...]

    @property
    def reply(self) -> Reply:
        first = self.lines[0]
        found = _ENHANCED.match(first)
        if found is None:
            text = first if len(self.lines) == 1 else " ".join(self.lines)
            return Reply(self.code, clean(text))
        if len(self.lines) == 1:
            return Reply(self.code, clean(first[found.end() :]), found[1])
        texts = (_ENHANCED.sub("", line, count=1) for line in self.lines)
        return Reply(self.code, clean(" ".join(texts)), found[1])


def clean(text: str) -> str:
    """A stranger's text on one line of limited length, without what could steer a terminal."""
    if len(text) <= TEXT and text.isprintable():
        return text.strip()
    shown = "".join(c if c.isprintable() else " " for c in text[: 4 * TEXT])
    shown = " ".join(shown.split())
    return shown if len(shown) <= TEXT else f"{shown[: TEXT - 1]}…"


class Reader:
    """Makes replies of bytes, however these are cut."""

    __slots__ = ("_held", "_lines", "_size")

    def __init__(self) -> None:
        self._held = b""
        self._lines: list[str] = []
        self._size = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left that is not yet a reply."""
        return not self._held and not self._lines

    @property
    def begun(self) -> str:
        """What has been said of a reply that is not whole yet, cleaned; empty for nothing."""
        if self.is_empty:
            return ""
        return clean(self._held[:80].decode("utf-8", "replace")) or "a reply without an end"

    def feed(self, data: bytes) -> Iterator[Said]:
        """The replies that are whole; then :class:`NotSmtpError` is raised for what follows."""
        *whole, self._held = (self._held + data).split(b"\n")
        for line in whole:
            code, between = line[:3], line[3:4]
            if not code.isdigit() or len(code) < 3 or len(line) > LONGEST_LINE:
                raise NotSmtpError(f"said {clean(line[:80].decode('utf-8', 'replace'))!r}")
            self._lines.append(line[4:].rstrip(b"\r").decode("utf-8", "replace"))
            if between == b"-":
                self._size += len(line)
                if self._size > LONGEST_REPLY:
                    raise NotSmtpError(f"a reply of more than {LONGEST_REPLY} octets")
            elif between in (b" ", b"\r", b""):
                said = Said(int(code), tuple(self._lines))
                self._lines, self._size = [], 0
                yield said
            else:
                raise NotSmtpError(f"said {clean(line[:80].decode('utf-8', 'replace'))!r}")
        if len(self._held) > LONGEST_LINE:
            raise NotSmtpError(f"a line of more than {LONGEST_LINE} octets")
