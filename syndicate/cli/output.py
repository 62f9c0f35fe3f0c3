"""What verbs print: tables and lines for people, JSON for programs. Always on stdout.

Nothing is drawn: no boxes, no pictures; aligned columns, and one accent on a
terminal. In a pipe, or with ``NO_COLOR``, the text is plain, and in a pipe
lines are as long as they are.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Literal

import click

ACCENT = "cyan"
#: Between two columns.
_GAP = 2
#: So much a column keeps at least whose cells take several lines.
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and how its cells stand. ``style`` is one of rich's.

    On a terminal that is too narrow cells take several lines with ``wrap``; with ``cut``
    they end in an ellipsis, so that each row stays a line.
    """

    heading: str
    align: Literal["left", "right"] = "left"
    style: str = ""
    wrap: bool = False
    cut: bool = False


def write_json(data: Any) -> None:
    """One JSON document: dataclasses as objects, times in ISO 8601, keys in their own order."""
    click.echo(json.dumps(data, default=_plain, ensure_ascii=False, indent=2))


def write_line(text: str = "") -> None:
    click.echo(text)


def write_note(text: str) -> None:
    """A line beside the report, for a person: on stderr. Where log lines are JSON, one of them."""
    context = click.get_current_context(silent=True)
    form = context.find_root().params.get("log_format") if context is not None else None
    click.echo(as_log(text) if form == "json" else text, err=True)


def as_log(text: str, *, level: str = "info") -> str:
    """A note as a log line in JSON. ``level`` is that of one which does not begin with its own."""
    first, colon, rest = text.partition(": ")
    if colon and first in ("warning", "error"):
        level, text = first, rest
    said = {
        "event": text.strip(),
        "level": level,
        "timestamp": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
    }
    return json.dumps(said, ensure_ascii=False)


def write_errors(errors: Iterable[str]) -> None:
    """A note for each error; what ails many things alike, such as a full disk, is said once.

    Errors read ``thing: cause; way out``, and the cause tells which are alike.
    """
    alike: dict[str, list[tuple[str, str]]] = {}
    for error in errors:
        thing, _, said = error.partition(": ")
        alike.setdefault(said.partition("; ")[0] or error, []).append((thing, said))
    for (thing, said), *others in alike.values():
        more = f" and {len(others)} more" if others else ""
        write_note(f"error: {thing}{more}{said and ': '}{said}")


def write_table(columns: Sequence[Column | str], rows: Iterable[Sequence[Any]]) -> None:
    """Aligned columns under their headings. ``None`` is an empty cell; no rows, no table."""
    heads = [column if isinstance(column, Column) else Column(column) for column in columns]
    cells = [[_cell(value) for value in row] for row in rows]
    if not cells:
        return
    if sys.stdout.isatty():
        _write_rich(heads, cells)
    else:
        _write_plain([[column.heading for column in heads], *cells], heads)


def write_pairs(pairs: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
    """Names and values, one pair a line."""
    items = pairs.items() if isinstance(pairs, Mapping) else pairs
    rows = [[str(name), _cell(value)] for name, value in items]
    if sys.stdout.isatty():
        _write_rich([Column("", style=ACCENT), Column("", wrap=True)], rows, headings=False)
    else:
        _write_plain(rows, [Column(""), Column("")])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = value.isoformat(timespec="seconds") if isinstance(value, datetime) else str(value)
    return " ".join(printable(text).split())


def counted(number: int, what: str, rest: str = "") -> str:
    """So many of a thing that is named in the singular, and what became of them."""
    return f"{number:,} {what}{'' if number == 1 else 's'}{rest and ' '}{rest}"


def printable(text: str) -> str:
    """Without the control characters that could steer a terminal."""
    return "".join(" " if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 else c for c in text)


def _write_plain(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> None:
    from rich.cells import cell_len

    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(columns))]
    for row in rows:
        parts = []
        for text, width, column in zip(row, widths, columns, strict=True):
            gap = " " * (width - cell_len(text))
            parts.append(gap + text if column.align == "right" else text + gap)
        click.echo("  ".join(parts).rstrip())


def _write_rich(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, headings: bool = True
) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, no_color="NO_COLOR" in os.environ)
    widths = _widths(columns, rows)
    wrapped = _wrapped(columns, widths, console.width)
    others = sum(width for column, width in zip(columns, widths, strict=True) if not column.cut)
    room = max(console.width - others - _GAP * (len(columns) - 1), _NARROWEST)
    table = Table(box=None, pad_edge=False, show_header=headings, header_style="dim", padding=0)
    table.padding = (0, 2, 0, 0)
    for place, column in enumerate(columns):
        table.add_column(
            column.heading,
            justify=column.align,
            style=column.style or (ACCENT if place == 0 else ""),
            no_wrap=place not in wrapped,
            overflow="fold" if place in wrapped else "ellipsis",
            max_width=room if column.cut else None,
        )
    for row in rows:
        table.add_row(*(Text(text) for text in row))
    console.print(table)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is by itself."""
    from rich.cells import cell_len

    return [
        max(map(cell_len, (column.heading, *(row[place] for row in rows))))
        for place, column in enumerate(columns)
    ]


def _wrapped(columns: Sequence[Column], widths: Sequence[int], width: int) -> set[int]:
    """The columns whose cells take several lines where all together are wider than the terminal.

    Those meant to, and as many of the widest as it takes for the others to stay whole.
    """
    flexible = {place for place, column in enumerate(columns) if column.wrap or column.cut}
    for place in sorted(range(len(columns)), key=lambda place: -widths[place]):
        kept = (min(size, _NARROWEST) if p in flexible else size for p, size in enumerate(widths))
        if sum(kept) + _GAP * (len(columns) - 1) <= width:
            break
        flexible.add(place)
    return {place for place in flexible if not columns[place].cut}


def _plain(value: Any) -> Any:
    """What ``json`` can't write by itself."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return int(value.total_seconds())
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
