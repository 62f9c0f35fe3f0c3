"""The CSV file that subscribers come in by and go out by (RFC 4180).

The reader goes on after whatever a line holds: a line is at fault, never the
rest of the file. Nothing here is kept in memory but the lines at hand.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from syndicate.model.errors import SubscriberError

#: What a file from elsewhere has; only the first must be there.
COLUMNS: Final = ("email", "name", "language", "sections")
#: What an export has besides, and is read back.
FURTHER: Final = ("cadence", "hour", "newsletter", "state")
#: What stands in an export for people to read.
TOLD: Final = ("consent", "form", "created", "confirmed", "ended", "reason")

_LONGEST: Final = 65_536
#: How many lines a quoted field may go on for: more is a mark that was not closed.
_AHEAD: Final = 20
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True)
class Row:
    """One subscriber's line; ``line`` counts from 1, the heading's."""

    line: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with one line. ``field`` is the column at fault, if one is."""

    line: int
    field: str
    cause: str
    way_out: str = ""

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return f"line {self.line}: {field}{self.cause}{f'; {self.way_out}' if self.way_out else ''}"


class Roster:
    """A file of subscribers, read line by line.

    ``ignored`` names its columns that mean nothing here. Raises
    :class:`SubscriberError` where the file as a whole can't be read.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._lines = _Lines(file)
        first = next(self._lines, None)
        if first is None:
            raise SubscriberError(name, "empty", f"begin it with a line: {','.join(COLUMNS)}")
        if first.text is None:
            raise SubscriberError(name, f"line 1: {first.cause}", "save it as CSV in UTF-8")
        heading = first.text.removeprefix("\ufeff")
        self._separator = max(",;\t", key=heading.count)
        cells = _cells([heading], self._separator) or []
        self._columns = [cell.strip().lower() for cell in cells]
        _check_heading(self._columns, name)
        self.ignored = tuple(
            cell.strip()
            for cell, column in zip(cells, self._columns, strict=True)
            if column not in (*COLUMNS, *FURTHER, *TOLD)
        )

    def __iter__(self) -> Iterator[Row | Flaw]:
        for line in self._lines:
            if line.text is None:
                yield Flaw(line.number, "", line.cause)
            elif line.text.strip(" \t\n,;"):
                yield self._read(line)

    def _read(self, line: _Line) -> Row | Flaw:
        if (text := line.text or "").count('"') == 0:
            return self._row(line.number, text.split(self._separator))
        cells = _cells([text], self._separator)
        if cells is None and text.count('"') % 2:
            cells = self._read_on(text)
        if cells is None:
            return Flaw(line.number, "", "its quotation marks don't match", 'write "" for one')
        return self._row(line.number, cells)

    def _read_on(self, text: str) -> list[str] | None:
        """A row with line breaks in it; none if that gives no row: then only this line is lost."""
        texts = [text]
        for following in self._lines.ahead(_AHEAD):
            if following.text is None:
                return None
            texts.append(following.text)
            if following.text.count('"') % 2:
                break
        cells = _cells(texts, self._separator)
        if cells is None or len(cells) != len(self._columns):
            return None
        self._lines.skip(len(texts) - 1)
        return cells

    def _row(self, number: int, cells: Sequence[str]) -> Row | Flaw:
        if len(cells) > len(self._columns) and any(
            cell.strip() for cell in cells[len(self._columns) :]
        ):
            cause = f"{len(cells)} fields, and the heading has {len(self._columns)}"
            return Flaw(number, "", cause, "put text with separators into quotation marks")
        return Row(
            number,
            {
                column: bare(cell.strip())
                for column, cell in zip(self._columns, cells, strict=False)
            },
        )


def guarded(text: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def bare(text: str) -> str:
    """A cell without what :func:`guarded` puts before it."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def _check_heading(columns: Sequence[str], name: str) -> None:
    if "email" not in columns:
        raise SubscriberError(
            f"{name}: line 1",
            "no column is called email",
            f"name the columns in the first line: {','.join(COLUMNS)}",
        )
    for column in (*COLUMNS, *FURTHER):
        if columns.count(column) > 1:
            raise SubscriberError(f"{name}: line 1", f"has {column} twice", "keep one of them")


def _cells(texts: Iterable[str], separator: str) -> list[str] | None:
    try:
        return next(csv.reader(texts, delimiter=separator, strict=True), [])
    except csv.Error:
        return None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its break; no text where it can't be read, for this ``cause``."""

    number: int
    text: str | None
    cause: str = ""


class _Lines:
    """The lines of a file, of which some can be looked at ahead."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._number = file, 0
        self._waiting: deque[_Line] = deque()

    def __iter__(self) -> Iterator[_Line]:
        return self

    def __next__(self) -> _Line:
        line = self._waiting.popleft() if self._waiting else self._fetch()
        if line is None:
            raise StopIteration
        return line

    def ahead(self, most: int) -> Iterator[_Line]:
        for place in range(most):
            if place == len(self._waiting):
                line = self._fetch()
                if line is None:
                    return
                self._waiting.append(line)
            yield self._waiting[place]

    def skip(self, count: int) -> None:
        for _ in range(count):
            self._waiting.popleft()

    def _fetch(self) -> _Line | None:
        data = self._file.readline(_LONGEST)
        if not data:
            return None
        self._number += 1
        long = len(data) == _LONGEST and not data.endswith(b"\n")
        while long and data and not data.endswith(b"\n"):
            data = self._file.readline(_LONGEST)
        if long:
            return _Line(self._number, None, f"longer than {_LONGEST} bytes")
        if b"\0" in data:
            return _Line(self._number, None, "not text in UTF-8")
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return _Line(self._number, None, "not text in UTF-8")
        ending = "\n" if text.endswith("\n") else ""
        return _Line(self._number, text.rstrip("\r\n") + ending)
