"""What a rule is, and what is said when one is broken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Severity(StrEnum):
    """An error breaks a standard, or what readers need; a warning is worth a look."""

    ERROR = "error"
    WARNING = "warning"


ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Place(Protocol):
    """Where something stands. Asked only when a rule is broken, so it may be slow."""

    @property
    def path(self) -> str:
        """An XPath, a JSON pointer, or the name of an HTTP header."""

    @property
    def line(self) -> int | None:
        """The line, counted from 1; None where there are no lines."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is known beforehand."""

    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One break of one rule. ``remedy`` says what would do."""

    rule: str
    severity: Severity
    standard: str
    path: str
    line: int | None
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Rule:
    """``number`` is ``group.rule`` as in docs/reference/feed-rules.md.

    ``says`` is what holds in a good document, ``standard`` the standard with
    its section, ``remedy`` what an author does to hold it.
    """

    number: str
    severity: Severity
    standard: str
    says: str
    remedy: str

    def at(self, place: Place, problem: str) -> Finding:
        return Finding(
            rule=self.number,
            severity=self.severity,
            standard=self.standard,
            path=place.path,
            line=place.line,
            problem=problem,
            remedy=self.remedy,
        )


def shown(text: str, longest: int = 60) -> str:
    """A piece of a document as a message quotes it: one line, not too long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= longest else line[: longest - 1] + "…"}"'
