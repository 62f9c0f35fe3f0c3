"""A line of a file held against what a newsletter offers: somebody to subscribe, or what is wrong.

Nothing is guessed: what a newsletter does not offer is a flaw of that line,
not something near it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

from syndicate.audience.address import Address, parse
from syndicate.audience.choice import choose
from syndicate.audience.roster import Flaw, Row
from syndicate.config.values import check_language
from syndicate.model.edition import Cadence
from syndicate.model.errors import SubscriberError
from syndicate.model.section import SectionTree

_LONGEST_NAME: Final = 100
_KEPT: Final = 4096


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to subscribe, as a line names them; what it leaves open is filled in."""

    line: int
    address: Address
    language: str
    cadence: Cadence
    name: str = ""
    sections: tuple[str, ...] | None = None
    hour: int | None = None


class Terms:
    """What a newsletter offers: its languages and cadences, the usual one first, its sections."""

    def __init__(
        self,
        *,
        newsletter: str,
        languages: Sequence[str],
        cadences: Sequence[Cadence],
        sections: SectionTree,
    ) -> None:
        self.newsletter = newsletter
        self._languages, self._cadences = languages, cadences
        self._sections = sections
        # A million lines name few different things.
        self._choose = lru_cache(_KEPT)(self._chosen)
        self._speak = lru_cache(_KEPT)(self._spoken)

    def passes_over(self, row: Row) -> bool:
        """Whether a line of an export is not for here: another newsletter's, or one that ended."""
        newsletter = row.values.get("newsletter", "") or self.newsletter
        return newsletter != self.newsletter or row.values.get("state", "") not in ("", "active")

    def read(self, row: Row) -> Candidate | tuple[Flaw, ...]:
        flaws: list[Flaw] = []
        found: dict[str, object] = {}
        for field, key, read in (
            ("email", "address", parse),
            ("name", "name", _named),
            ("language", "language", self._speak),
            ("sections", "sections", self._choose),
            ("cadence", "cadence", self._paced),
            ("hour", "hour", _hour),
        ):
            try:
                found[key] = read(row.values.get(field, ""))
            except SubscriberError as error:
                cause = error.cause if field == "email" else f"{error.thing}: {error.cause}"
                if field == "email" and error.thing != "address":
                    cause = f"{error.thing}: {error.cause}"
                flaws.append(Flaw(row.line, field, cause, error.way_out))
        return tuple(flaws) or Candidate(line=row.line, **found)  # type: ignore[arg-type]

    def _chosen(self, text: str) -> tuple[str, ...] | None:
        return choose(self._sections, re.split(r"[|\s]+", text))

    def _spoken(self, text: str) -> str:
        """The language that is offered and meant by a tag (RFC 4647, 3.3.1 and 3.4)."""
        if not text:
            return self._languages[0]
        try:
            wanted = check_language(text)
        except ValueError as error:
            cause, _, way_out = str(error).partition("; ")
            raise SubscriberError(repr(text[:60]), cause, way_out) from None
        parts = wanted.split("-")
        for length in range(len(parts), 0, -1):
            if (shorter := "-".join(parts[:length])) in self._languages:
                return shorter
        longer = next((one for one in self._languages if one.startswith(f"{wanted}-")), "")
        if longer:
            return longer
        known = ", ".join(self._languages)
        raise SubscriberError(f'"{wanted}"', "not offered", f"known are {known}; or leave it empty")

    def _paced(self, text: str) -> Cadence:
        if not text:
            return self._cadences[0]
        if text in self._cadences:
            return cast(Cadence, text)
        known = ", ".join(self._cadences)
        raise SubscriberError(
            repr(text[:60]), "not offered", f"known are {known}; or leave it empty"
        )


def _named(text: str) -> str:
    if len(text) > _LONGEST_NAME:
        raise SubscriberError(repr(text[:40]), f"longer than {_LONGEST_NAME} characters")
    if not text.isprintable():
        raise SubscriberError(repr(text[:40]), "has a line break or another control character")
    return text


def _hour(text: str) -> int | None:
    if not text:
        return None
    if re.fullmatch(r"[01]?\d|2[0-3]", text, re.ASCII):
        return int(text)
    raise SubscriberError(repr(text[:20]), "not an hour of the day", "write 0 to 23")
