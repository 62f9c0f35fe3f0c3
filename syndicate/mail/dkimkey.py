"""Keys for signing mails, and what the DNS has to say of them (RFC 6376, 3.6.1)."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import Final, Literal

from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from syndicate.mail.dkim import SMALLEST_KEY, PrivateKey

_LONGEST_STRING: Final = 255
"""Bytes that one string of a TXT record holds (RFC 1035, 3.3.14)."""


@dataclass(frozen=True, slots=True)
class Record:
    """A TXT record: where it stands, and its text."""

    name: str
    text: str

    @property
    def strings(self) -> tuple[str, ...]:
        """The text in strings that the DNS can hold; readers join them without a space."""
        return tuple(
            self.text[at : at + _LONGEST_STRING] for at in range(0, len(self.text), _LONGEST_STRING)
        )

    @property
    def zone(self) -> str:
        """As a line of a zone file."""
        return f"{self.name}. IN TXT " + " ".join(f'"{string}"' for string in self.strings)


def make_key(kind: Literal["rsa", "ed25519"] = "rsa") -> bytes:
    """A new private key, as PEM text."""
    key: PrivateKey = (
        rsa.generate_private_key(public_exponent=65537, key_size=SMALLEST_KEY)
        if kind == "rsa"
        else ed25519.Ed25519PrivateKey.generate()
    )
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def record(selector: str, domain: str, key: PrivateKey) -> Record:
    """The record that publishes a key's public half."""
    public = key.public_key()
    if isinstance(key, RSAPrivateKey):
        kind, data = "rsa", public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    else:
        # RFC 8463, 4: the key alone, without its frame.
        kind, data = "ed25519", public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    text = f"v=DKIM1; k={kind}; p={b64encode(data).decode('ascii')}"
    return Record(f"{selector}._domainkey.{domain}".lower(), text)
