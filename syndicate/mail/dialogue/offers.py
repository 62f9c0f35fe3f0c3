"""What a server offers, as it said in reply to EHLO (RFC 5321, 4.1.1.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offers:
    """``size`` is the largest mail in octets that it takes, 0 where it does not say."""

    pipelining: bool = False
    chunking: bool = False
    eight_bit: bool = False
    utf8: bool = False
    starttls: bool = False
    says_size: bool = False
    size: int = 0
    auth: frozenset[str] = frozenset()


def offers_of(lines: Sequence[str]) -> Offers:
    """``lines`` are those of the reply; the first is the greeting."""
    found: dict[str, list[str]] = {}
    for line in lines[1:]:
        # "AUTH=LOGIN" is how servers of old wrote it.
        word, *more = line.upper().replace("AUTH=", "AUTH ", 1).split() or [""]
        found[word] = found.get(word, []) + more
    size = found.get("SIZE", ["0"])[:1]
    return Offers(
        pipelining="PIPELINING" in found,
        chunking="CHUNKING" in found,
        eight_bit="8BITMIME" in found,
        utf8="SMTPUTF8" in found,
        starttls="STARTTLS" in found,
        says_size="SIZE" in found,
        size=int(size[0]) if size and size[0].isascii() and size[0].isdigit() else 0,
        auth=frozenset(found.get("AUTH", ())),
    )
