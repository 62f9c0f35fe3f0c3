"""The site's secrets: what they must be, and what is hashed with them.

Two kinds, never mixed. Token secrets sign links and may be rotated: the newest
signs, all are believed. The suppression key hashes addresses and never
changes, or every suppression would be forgotten at once.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from syndicate.model.errors import KeyFileError

#: Characters, of which there are 64: 192 bits.
SHORTEST: Final = 32
_WAY_OUT: Final = "make one with: openssl rand -base64 36"


@dataclass(frozen=True, slots=True)
class Secrets:
    """``tokens`` has the newest first; ``suppression`` is the one key of addresses' hashes."""

    tokens: tuple[bytes, ...]
    suppression: bytes

    def fingerprint(self, canonical: str) -> str:
        return fingerprint(self.suppression, canonical)

    def client(self, address: str) -> str:
        return client(self.suppression, address)

    def derived(self, purpose: str) -> tuple[bytes, ...]:
        """Secrets for another purpose, from those of tokens, the newest first."""
        return tuple(hmac.digest(secret, purpose.encode(), "sha256") for secret in self.tokens)


def parse_tokens(text: str, where: str) -> tuple[bytes, ...]:
    """The secrets of a text, the newest first. ``where`` names it in errors."""
    words = text.split()
    if not words:
        raise KeyFileError(where, "holds no secret", _WAY_OUT)
    return tuple(_checked(word, where) for word in words)


def parse_suppression(text: str, where: str) -> bytes:
    """The one key of a text. ``where`` names it in errors."""
    words = text.split()
    if len(words) != 1:
        raise KeyFileError(
            where,
            f"holds {len(words) or 'no'} keys, and there is one, for ever",
            "bring back the file that the site began with",
        )
    return _checked(words[0], where)


def fingerprint(key: bytes, canonical: str) -> str:
    """By what suppressions know an address: HMAC-SHA-256 (RFC 2104), in hex."""
    return hmac.digest(key, canonical.encode(), "sha256").hex()


def key_fingerprint(key: bytes) -> str:
    """What the store keeps of the suppression key, to know it again.

    No address has this form, so it is no address's fingerprint.
    """
    return hmac.digest(key, b"the suppression key", "sha256").hex()


def client(key: bytes, address: str) -> str:
    """A client's network address as limits and consent records know it; empty for none.

    Of an IPv6 address the network of 64 bits counts: that is what one customer
    has (RFC 6177, 2).
    """
    text = address.strip()
    if not text:
        return ""
    return hmac.digest(key, f"client:{_network(text)}".encode(), "sha256").hex()


def _network(text: str) -> str:
    try:
        found: IPv4Address | IPv6Address = ip_address(text.partition("%")[0])
    except ValueError:
        return text.lower()
    if isinstance(found, IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found, 64), strict=False))


def _checked(word: str, where: str) -> bytes:
    if len(word) < SHORTEST:
        raise KeyFileError(where, f"has a secret of less than {SHORTEST} characters", _WAY_OUT)
    if not re.fullmatch(r"[!-~]+", word):
        raise KeyFileError(where, "has a secret with characters outside ASCII", _WAY_OUT)
    return word.encode("ascii")
