"""What an import says: a remark on each line that adds nobody, and what came of all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

#: * bad: a line that says nothing usable
#: * duplicate: an address that the file has further up
#: * known: subscribed already, and left as it is
#: * barred: has left, or must not be mailed
RemarkKind = Literal["bad", "duplicate", "known", "barred"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a line adds nobody. ``field`` is the column at fault, if one is."""

    line: int
    kind: RemarkKind
    field: str
    cause: str
    way_out: str = ""


@dataclass(slots=True)
class ImportReport:
    """What came of the lines of a file, those of an import that was stopped included.

    ``known`` to ``bad`` count lines without effect. ``letters`` is how many
    confirmations are asked for by mail. ``resumed`` is the line after which
    this run went on; ``ignored`` names columns that mean nothing here.
    """

    newsletter: str
    confirmed: bool
    dry_run: bool
    lines: int = 0
    added: int = 0
    activated: int = 0
    known: int = 0
    barred: int = 0
    duplicates: int = 0
    passed_over: int = 0
    bad: int = 0
    letters: int = 0
    resumed: int = 0
    stopped: bool = False
    ignored: tuple[str, ...] = field(default=())

    def summary(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in COUNTS}


COUNTS: Final = (
    "lines",
    "added",
    "activated",
    "known",
    "barred",
    "duplicates",
    "passed_over",
    "bad",
    "letters",
)
