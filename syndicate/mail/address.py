"""Mail addresses: parsed once, written so that no server misreads them (RFC 5322, 3.4).

A domain outside ASCII is written in its IDNA form. A local part outside ASCII
would need SMTPUTF8 all the way to the mailbox, and Python would otherwise hide
it in an encoded word, which no server may accept: it is refused here, by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from typing import Final

from syndicate.config.values import split_address
from syndicate.mail.words import breaks_a_header, encoded_words, is_plain
from syndicate.model.errors import MailError

_ATOMS: Final = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A display name, which may be empty, and an ASCII address."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def __str__(self) -> str:
        """As it stands in a header, unfolded."""
        if not self.name:
            return self.address
        if not is_plain(self.name):
            return f"{encoded_words(self.name)} <{self.address}>"
        if _ATOMS.fullmatch(self.name):
            return f"{self.name} <{self.address}>"
        quoted = self.name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{self.address}>'


def parse_mailbox(text: str) -> Mailbox:
    """``The Week <digest@news.example.org>`` or a bare address.

    Raises :class:`syndicate.model.errors.MailError`.
    """
    if breaks_a_header(text):
        raise MailError(repr(text), "a line break or control character in an address", "remove it")
    name, address = split_address(text)
    local, _, domain = address.rpartition("@")
    if not local.isascii():
        raise MailError(
            address,
            "the part before @ is not ASCII, which few servers accept (SMTPUTF8)",
            "use an ASCII address",
        )
    try:
        spec = f"{local}@{domain.encode('idna').decode('ascii').lower()}"
        parsed = Address(addr_spec=spec)
    except (HeaderParseError, ValueError, UnicodeError, IndexError) as error:
        raise MailError(
            repr(text), "not a mail address", "write name@domain or Name <name@domain>"
        ) from error
    if not local or "." not in parsed.domain or re.search(r"\s", spec):
        raise MailError(repr(text), "not a mail address", "write name@domain or Name <name@domain>")
    return Mailbox(name, spec)
