"""Signing mails (RFC 6376): which domain answers for this mail, and that nobody changed it.

rsa-sha256 with relaxed/relaxed canonicalization, and if wanted a second
signature with Ed25519 (RFC 8463), which not every server knows. Fields that a
mail may have once are signed once more than they are there, so that one put in
front on the way breaks the signature (RFC 6376, 8.15).
"""

from __future__ import annotations

import re
import stat
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import dropwhile
from pathlib import Path
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from syndicate.config.mail import Dkim
from syndicate.model.errors import KeyFileError

PrivateKey = RSAPrivateKey | Ed25519PrivateKey

#: Signed where they are there, in this order.
SIGNED: Final = (
    "from",
    "subject",
    "reply-to",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "list-id",
    "list-archive",
    "list-help",
    "list-owner",
    "list-post",
    "list-subscribe",
    "list-unsubscribe-post",
    "feedback-id",
    "to",
    "date",
    "message-id",
    "list-unsubscribe",
)
#: Signed once more than they are there.
OVERSIGNED: Final = (
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "list-unsubscribe",
    "list-unsubscribe-post",
)
SMALLEST_KEY: Final = 2048
_PADDING: Final = PKCS1v15()
_SHA256: Final = SHA256()
_WAY_OUT: Final = "make one with: syndicate mail dkim-key"
_SPACES: Final = re.compile(rb"[ \t]+")
_FOLD: Final = "\r\n "
_WIDTH: Final = 72


class Signer:
    """Signs for a domain with one key, whose public half stands in the DNS at ``selector``."""

    def __init__(self, *, domain: str, selector: str, key: PrivateKey) -> None:
        self.domain, self.selector = domain.lower(), selector
        self.algorithm = "rsa-sha256" if isinstance(key, RSAPrivateKey) else "ed25519-sha256"
        self._key = key

    def sign(self, data: bytes) -> bytes:
        if isinstance(self._key, RSAPrivateKey):
            return self._key.sign(data, _PADDING, _SHA256)
        # RFC 8463, 3: what is signed is the hash.
        return self._key.sign(sha256(data).digest())


class Signature:
    """One signer's DKIM-Signature for mails whose fields have these names, laid out once."""

    def __init__(
        self, signer: Signer, names: Sequence[str], shared: Mapping[str, bytes] | None = None
    ) -> None:
        """``names`` are those of the mails' fields, in any case; one that is there twice, twice.

        ``shared`` has fields that are the same in all of the mails, as :meth:`field` takes them.
        """
        present = [name.lower() for name in names]
        signed = [name for name in SIGNED for _ in range(present.count(name))]
        self._signer = signer
        self.signed = tuple(signed)
        held = shared or {}
        order = tuple(dict.fromkeys(signed))
        self._own = tuple(dropwhile(held.__contains__, order))
        self._lead = b"".join(held[name] for name in order[: len(order) - len(self._own)])
        self._held = {name: held[name] for name in self._own if name in held}
        start = (
            f"v=1; a={signer.algorithm}; c=relaxed/relaxed; d={signer.domain};"
            f"{_FOLD}s={signer.selector}; t="
        )
        listed = f";{_FOLD}h={_folded_list([*signed, *OVERSIGNED])};{_FOLD}bh="
        self._start = b"DKIM-Signature: " + start.encode("ascii")
        self._listed = listed.encode("ascii")
        self._end = f";{_FOLD}b=".encode("ascii")
        self._relaxed_start = b"dkim-signature:" + b" ".join(start.encode("ascii").split())
        self._relaxed_listed = b" ".join(self._listed.split())
        self._relaxed_end = b" ".join(self._end.split())

    def field(self, relaxed: Mapping[str, bytes], body_hash: bytes, moment: datetime) -> bytes:
        """The field, with its line end.

        ``relaxed`` has each signed field that is not shared in canonical form by its name,
        those of one name together, the last first; ``body_hash`` is the SHA-256 of
        the canonical body. ``moment`` must not lie ahead.
        """
        time = b"%d" % moment.timestamp()
        bodyhash = b64encode(body_hash)
        fields = {**self._held, **relaxed}
        parts = (
            self._lead,
            *(fields[name] for name in self._own),
            self._relaxed_start,
            time,
            self._relaxed_listed,
            bodyhash,
            self._relaxed_end,
        )
        value = b64encode(self._signer.sign(b"".join(parts)))
        lines = [value[at : at + _WIDTH] for at in range(0, len(value), _WIDTH)]
        return b"".join(
            (
                self._start,
                time,
                self._listed,
                bodyhash,
                self._end,
                b"\r\n ".join(lines),
                b"\r\n",
            )
        )


def relaxed_field(field: bytes) -> bytes:
    """A field's canonical form (RFC 6376, 3.4.2), with its line end."""
    name, _, value = field.partition(b":")
    return b"%b:%b\r\n" % (name.strip().lower(), b" ".join(value.split()))


def relaxed_body(body: bytes) -> bytes:
    """A body's canonical form (RFC 6376, 3.4.4)."""
    lines = [_SPACES.sub(b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
    while lines and not lines[-1]:
        lines.pop()
    return b"".join(line + b"\r\n" for line in lines)


def sign(message: bytes, signers: Sequence[Signer], moment: datetime) -> bytes:
    """A whole message (CRLF line ends), signed by each of ``signers``."""
    head, _, body = message.partition(b"\r\n\r\n")
    fields = _fields(head)
    names = [field.partition(b":")[0].decode("ascii").strip().lower() for field in fields]
    canonical: dict[str, bytes] = {}
    for name, field in zip(names, fields, strict=True):
        # The last one is the first to be signed (RFC 6376, 5.4.2).
        canonical[name] = relaxed_field(field) + canonical.get(name, b"")
    hashed = sha256(relaxed_body(body)).digest()
    signatures = [Signature(signer, names).field(canonical, hashed, moment) for signer in signers]
    return b"".join([*signatures, message])


def _fields(head: bytes) -> list[bytes]:
    fields: list[bytes] = []
    for line in head.split(b"\r\n"):
        if line[:1] in (b" ", b"\t") and fields:
            fields[-1] += b"\r\n" + line
        else:
            fields.append(line)
    return fields


def _folded_list(names: Sequence[str]) -> str:
    lines = [""]
    for place, name in enumerate(names):
        piece = name if place == len(names) - 1 else f"{name}:"
        if len(lines[-1]) + len(piece) > _WIDTH:
            lines.append("")
        lines[-1] += piece
    return _FOLD.join(lines)


def load_signers(dkim: Dkim) -> tuple[Signer, ...]:
    """The signers of ``[mail.dkim]``: none, the RSA key's, or both keys'.

    Raises :class:`syndicate.model.errors.KeyFileError`.
    """
    if not dkim.domain or dkim.key is None:
        return ()
    first = load_key(dkim.key)
    if not isinstance(first, RSAPrivateKey):
        raise KeyFileError(
            f"[mail.dkim] key {dkim.key}",
            "not an RSA key",
            "Ed25519 is a second key's, ed25519_key",
        )
    signers = [Signer(domain=dkim.domain, selector=dkim.selector, key=first)]
    if dkim.ed25519_key is not None:
        second = load_key(dkim.ed25519_key)
        if not isinstance(second, Ed25519PrivateKey):
            raise KeyFileError(
                f"[mail.dkim] ed25519_key {dkim.ed25519_key}", "not an Ed25519 key", _WAY_OUT
            )
        signers.append(Signer(domain=dkim.domain, selector=dkim.ed25519_selector, key=second))
    return tuple(signers)


def load_key(path: Path) -> PrivateKey:
    """A private key out of a PEM file that nobody else may read."""
    where = f"DKIM key {path}"
    try:
        mode = path.stat().st_mode
        data = path.read_bytes()
    except OSError as error:
        raise KeyFileError(where, (error.strerror or "can't be read").lower(), _WAY_OUT) from error
    if mode & (stat.S_IROTH | stat.S_IWOTH | stat.S_IWGRP):
        raise KeyFileError(where, "open to others on this machine", f"chmod 600 {path}")
    return parse_key(data, where)


def parse_key(data: bytes, where: str) -> PrivateKey:
    """A private key of PEM text. ``where`` names it in errors."""
    try:
        key = load_pem_private_key(data, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError(where, "not an unencrypted PEM key", _WAY_OUT) from error
    if isinstance(key, Ed25519PrivateKey):
        return key
    if not isinstance(key, RSAPrivateKey):
        raise KeyFileError(where, "neither RSA nor Ed25519", _WAY_OUT)
    if key.key_size < SMALLEST_KEY:
        raise KeyFileError(
            where, f"has {key.key_size} bits; {SMALLEST_KEY} are the least", _WAY_OUT
        )
    return key
