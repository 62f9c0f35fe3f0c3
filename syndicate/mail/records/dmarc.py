"""DMARC: which policy holds for a domain, and whose names align (RFC 9989).

The organisational domain is found by walking up the tree of names and reading
what stands there, not from a list of suffixes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from syndicate.mail.records import tags
from syndicate.mail.records.names import Resolver

Policy = Literal["none", "quarantine", "reject"]

#: RFC 9989, 4.10: names with more labels are cut to this many after the first question.
_LABELS: Final = 7
_POLICIES: Final[tuple[Policy, ...]] = ("none", "quarantine", "reject")
#: What may say a policy: for the domain, for names below it, and for those that are not there.
_SAYING: Final = ("p", "sp", "np")
_REPORTED_TO: Final = re.compile(r"\s*mailto:[^\s,@]+@[^\s,@]+\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Record:
    """A record and the domain it is of."""

    domain: str
    text: str

    @cached_property
    def tags(self) -> dict[str, str]:
        return tags.parse(self.text) or {}

    def policy(self, name: str = "p") -> Policy:
        said = self.tags.get(name, "").lower()
        return next((policy for policy in _POLICIES if policy == said), "none")

    @property
    def faults(self) -> tuple[str, ...]:
        """Why receivers apply nothing of it, or take it for p=none (RFC 9989, 4.10.1)."""
        if tags.parse(self.text) is None:
            return ("it is no list of tags",)
        wrong = [name for name in _SAYING if self.tags.get(name, "none").lower() not in _POLICIES]
        found = [f"{name}={self.tags[name]} is none of {', '.join(_POLICIES)}" for name in wrong]
        if "p" not in self.tags and not self._is_reported:
            # RFC 9989, 4.7 takes it for p=none; whoever goes by RFC 7489 takes it for nothing.
            found.append("it says no p, and names nobody in rua")
        return tuple(found)

    @property
    def is_vague(self) -> bool:
        """Whether it says no policy, and is taken for p=none because it wants reports."""
        return "p" not in self.tags and self._is_reported

    @property
    def _is_reported(self) -> bool:
        return any(map(_REPORTED_TO.fullmatch, self.tags.get("rua", "").split(",")))

    def is_strict(self, mode: str) -> bool:
        """Whether ``adkim`` or ``aspf`` wants the very same name."""
        return self.tags.get(mode, "r").lower() == "s"


@dataclass(frozen=True, slots=True)
class Found:
    """What holds for a domain: its organisational domain, and the record, if there is one."""

    domain: str
    organisation: str
    record: Record | None = None

    @property
    def policy(self) -> Policy:
        """What receivers are asked to do with mail that does not align."""
        if self.record is None:
            return "none"
        below = self.record.domain != self.domain and "sp" in self.record.tags
        return self.record.policy("sp" if below else "p")


def find(domain: str, resolver: Resolver) -> Found:
    """What holds for a From domain (RFC 9989, 4.10)."""
    walked = _walk(domain, resolver)
    organisation = _organisation(domain, walked)
    chosen = next((record for record in walked if record.domain == domain), None)
    chosen = chosen or next((record for record in walked if record.domain == organisation), None)
    above = next((record for record in walked if record.tags.get("psd", "").lower() == "y"), None)
    return Found(domain, organisation, chosen or above)


def align(found: Found, name: str, mode: Literal["adkim", "aspf"], resolver: Resolver) -> bool:
    """Whether a signing or envelope domain stands for the From domain (RFC 9989, 4.4)."""
    name = name.lower().rstrip(".")
    if name == found.domain:
        return True
    if found.record is None or found.record.is_strict(mode):
        return False
    return _organisation(name, _walk(name, resolver)) == found.organisation


def _walk(domain: str, resolver: Resolver) -> list[Record]:
    """The records at a name and above it, up to one that says that it ends there."""
    found: list[Record] = []
    labels = domain.split(".")
    while labels:
        name = ".".join(labels)
        record = _at(name, resolver)
        if record is not None:
            found.append(record)
            said = record.tags.get("psd", "").lower()
            if said == "n" or (said == "y" and name != domain):
                break
        labels = labels[-_LABELS:] if len(labels) > _LABELS + 1 else labels[1:]
    return found


def texts(name: str, resolver: Resolver) -> tuple[str, ...]:
    """All that stands at a name as a record; of several none holds."""
    return tuple(text for text in resolver.texts(f"_dmarc.{name}") if _is_dmarc(text))


def _at(name: str, resolver: Resolver) -> Record | None:
    """The record at a name; several are none."""
    records = texts(name, resolver)
    return Record(name, records[0]) if len(records) == 1 else None


def _is_dmarc(text: str) -> bool:
    first, _, value = text.partition(";")[0].partition("=")
    return first.strip() == "v" and value.strip() == "DMARC1"


def _organisation(domain: str, walked: list[Record]) -> str:
    for record in walked:
        said = record.tags.get("psd", "").lower()
        if said == "n":
            return record.domain
        if said == "y" and record.domain != domain:
            labels = domain.split(".")
            return ".".join(labels[-(record.domain.count(".") + 2) :])
    return min(
        (record.domain for record in walked), key=lambda name: name.count("."), default=domain
    )
