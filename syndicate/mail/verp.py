"""The envelope sender of each mail: a bounce says by its address which mail came back.

``news+d2a9f31…@news.example.org``: after the last plus sign a kind, the row's
number and a keyed hash of both, in digits that survive a change of case, since
some servers change it on the way back (variable envelope return paths; the mailbox
takes what stands after a plus sign, RFC 5233). Nobody can make one up, and none
holds an address.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from syndicate.mail.address import parse_mailbox
from syndicate.model.errors import MailError

Kind = Literal["delivery", "letter"]

_LETTERS: Final[dict[Kind, str]] = {"delivery": "d", "letter": "l"}
_KINDS: Final[dict[str, Kind]] = {letter: kind for kind, letter in _LETTERS.items()}
_HASHED: Final = 16
"""Hexadecimal digits of the hash: 64 bits, which nobody can try by mail."""
_LARGEST: Final = 16
"""Hexadecimal digits of the largest number."""
_TOKEN: Final = re.compile(rf"([dl])([1-9a-f][0-9a-f]{{0,{_LARGEST - 1}}})[0-9a-f]{{{_HASHED}}}")
_LONGEST_LOCAL_PART: Final = 64
"""RFC 5321, 4.5.3.1.1."""


@dataclass(frozen=True, slots=True)
class Returned:
    """Which mail came back: a row of ``deliveries`` or of ``letters``."""

    kind: Kind
    id: int


class Verp:
    """Makes envelope senders and reads them.

    ``address`` is the mailbox that bounces go to. ``secrets`` has the newest
    first; senders made with old ones are still believed.
    """

    def __init__(self, address: str, secrets: Sequence[bytes]) -> None:
        self.address = parse_mailbox(address).address
        self._keyed = tuple(HMAC(secret, SHA256()) for secret in secrets)
        local, _, self._domain = self.address.rpartition("@")
        self._start = f"{local}+"
        longest = len(_token(self._keyed[0], "delivery", (1 << 4 * _LARGEST) - 1))
        if len(self._start) + longest > _LONGEST_LOCAL_PART:
            raise MailError(
                f"bounces to {self.address}",
                f"what stands before @ has more than {_LONGEST_LOCAL_PART - longest - 1} "
                "characters, and a token must fit behind it",
                "give [mail.bounces] address a shorter one",
            )

    def sender(self, number: int, kind: Kind = "delivery") -> str:
        """The envelope sender of a mail."""
        return f"{self._start}{_token(self._keyed[0], kind, number)}@{self._domain}"

    def read(self, address: str) -> Returned | None:
        """The mail that an envelope sender of ours belongs to; None for any other address.

        The domain is not looked at: mailboxes may be moved and aliased.
        """
        token = address.strip().strip("<>").rpartition("@")[0].rpartition("+")[2].lower()
        found = _TOKEN.fullmatch(token)
        if found is None:
            return None
        kind, number = _KINDS[found[1]], int(found[2], 16)
        made = (_token(keyed, kind, number) for keyed in self._keyed)
        if any(hmac.compare_digest(token, each) for each in made):
            return Returned(kind, number)
        return None


def _token(keyed: HMAC, kind: Kind, number: int) -> str:
    named = f"{_LETTERS[kind]}{number:x}"
    # A copy: beginning with the key costs more than the hash.
    own = keyed.copy()
    own.update(named.encode("ascii"))
    return named + own.finalize().hex()[:_HASHED]
