"""The record of a signing key: whether it publishes the key that we sign with (RFC 6376, 3.6.1)."""

from __future__ import annotations

from collections.abc import Sequence

from syndicate.mail.records import tags


def faults(records: Sequence[str], expected: str) -> tuple[str, ...]:
    """What is wrong with the TXT records of a selector; nothing where all is well.

    ``expected`` is the record as it should be.
    """
    if not records:
        return ("there is no record",)
    if len(records) > 1:
        return (f"there are {len(records)} records, and there must be one",)
    found, wanted = tags.parse(records[0]), tags.parse(expected)
    if found is None or wanted is None:
        return ("the record is no list of tags",)
    return tuple(_faults(found, wanted))


def is_testing(records: Sequence[str]) -> bool:
    """Whether the record asks not to be taken seriously yet (``t=y``)."""
    found = tags.parse(records[0]) if len(records) == 1 else None
    return found is not None and "y" in _listed(found.get("t", ""))


def _faults(found: dict[str, str], wanted: dict[str, str]) -> list[str]:
    said = []
    if found.get("v", "DKIM1") != "DKIM1" or ("v" in found and next(iter(found)) != "v"):
        said.append("v=DKIM1 must stand first")
    if found.get("k", "rsa") != wanted.get("k", "rsa"):
        said.append(f"it is of a key of kind {found.get('k', 'rsa')}")
    if "p" not in found:
        said.append("it has no key")
    elif not found["p"]:
        said.append("the key is revoked (p is empty)")
    elif tags.squeezed(found["p"]) != tags.squeezed(wanted["p"]):
        said.append("it publishes another key than the one we sign with")
    if found.get("h") and "sha256" not in _listed(found["h"]):
        said.append("it does not allow sha256")
    if found.get("s") and not {"*", "email"} & _listed(found["s"]):
        said.append("it is not for mail")
    return said


def _listed(value: str) -> set[str]:
    return {part.strip() for part in value.split(":")}
