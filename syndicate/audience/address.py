"""A subscriber's mail address: refused, or fit for an envelope and a header.

What passes here holds nothing that could end a line or a header, so nothing
behind it checks again. Narrower than RFC 5321 on purpose: quoted local parts
and address literals are what attackers write and people don't.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from unicodedata import category, normalize

import idna

from syndicate.model.errors import SubscriberError

#: RFC 5321, 4.5.3.1.3: a path has 256 octets, two of which are its brackets.
MOST_OCTETS: Final = 254
#: RFC 5321, 4.5.3.1.1.
MOST_LOCAL_OCTETS: Final = 64

_WAY_OUT: Final = "write name@domain"
# RFC 5322, 3.2.3: a dot-atom. RFC 6531, 3.3 adds everything outside ASCII.
_DOT_ATOM: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
)
_BEYOND: Final = re.compile(r"[^\x00-\x7f]")
_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Address:
    """One mail address.

    ``given`` is for people to see: the local part as it was written, the domain
    in its own script. ``canonical`` is what two spellings of one mailbox share:
    no server in use tells capitals in the local part apart. ``domain`` is in
    its IDNA form. An ``international`` one has a local part outside ASCII and
    needs SMTPUTF8 on the wire (RFC 6531).
    """

    given: str
    canonical: str
    domain: str
    local: str
    international: bool = False

    @property
    def wire(self) -> str:
        """As it stands in an envelope and in a header."""
        return f"{self.local}@{self.domain}"


def parse(text: str) -> Address:
    """Read what somebody wrote into a form. Raises :class:`SubscriberError`."""
    stripped = text.strip(" \t\r\n")
    if not stripped:
        raise SubscriberError("address", "empty", _WAY_OUT)
    shown = repr(stripped if len(stripped) <= 60 else f"{stripped[:60]}…")
    if len(stripped) > MOST_OCTETS:
        raise SubscriberError(shown, f"an address has at most {MOST_OCTETS} octets", _WAY_OUT)
    local, at, host = stripped.rpartition("@")
    if not at or not local or not host:
        raise SubscriberError(shown, "not a mail address", _WAY_OUT)
    local, domain = _local(local, shown), _domain(host, shown)
    wire = f"{local}@{domain}"
    if len(wire.encode()) > MOST_OCTETS:
        raise SubscriberError(shown, f"an address has at most {MOST_OCTETS} octets", _WAY_OUT)
    return Address(
        given=f"{local}@{host if host.isascii() else idna.decode(domain)}",
        canonical=f"{_folded(local)}@{domain}",
        domain=domain,
        local=local,
        international=not local.isascii(),
    )


def wire(address: str, domain: str) -> str:
    """An address from the store, ready for the wire: its local part at its IDNA domain."""
    return f"{address.rpartition('@')[0]}@{domain}"


def _local(text: str, shown: str) -> str:
    # RFC 6532, 3.1. Some characters outside ASCII become one of ASCII's by this,
    # so it comes before the check.
    local = normalize("NFC", text)
    if local.startswith('"'):
        raise SubscriberError(shown, "a quoted name before @ is not accepted", _WAY_OUT)
    fine = _DOT_ATOM.fullmatch(_BEYOND.sub("x", local)) and all(
        character.isascii() or category(character)[0] in "LMNPS" for character in local
    )
    # "=?" would be read as the beginning of an encoded word (RFC 2047).
    if not fine or "=?" in local:
        raise SubscriberError(shown, "the part before @ has characters it can't have", _WAY_OUT)
    if len(local.encode()) > MOST_LOCAL_OCTETS:
        raise SubscriberError(
            shown, f"the part before @ has more than {MOST_LOCAL_OCTETS} octets", _WAY_OUT
        )
    return local


def _folded(local: str) -> str:
    return local.lower() if local.isascii() else normalize("NFC", local.lower())


def _domain(text: str, shown: str) -> str:
    """RFC 5891, after the mapping of UTS 46 that browsers apply too."""
    lowered = text.lower()
    labels = lowered.split(".")
    if not all(_LABEL.fullmatch(label) and label[2:4] != "--" for label in labels):
        try:
            lowered = idna.encode(text, uts46=True, std3_rules=True).decode("ascii")
        except UnicodeError as error:
            raise SubscriberError(shown, "the part after @ is not a domain", _WAY_OUT) from error
        labels = lowered.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        raise SubscriberError(shown, "the part after @ is not a domain", _WAY_OUT)
    if labels[-1].isdigit():
        raise SubscriberError(shown, "the part after @ is not a domain but a number", _WAY_OUT)
    return lowered
