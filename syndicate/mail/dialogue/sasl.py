"""What proves an account to a server: the first words of each mechanism (RFC 4422).

A password under TLS (PLAIN, LOGIN) is what mail servers and sending services
take; where none is taken any more, an access token (OAUTHBEARER, and XOAUTH2,
which came before it and is all that Microsoft knows). What would hide the
password from the server itself (SCRAM) brings nothing under TLS that a server
without PLAIN is known to ask for; CRAM-MD5 and DIGEST-MD5 are given up (RFC 6331).
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass

#: A command with its CRLF (RFC 5321, 4.5.3.1.4): what would be longer waits to be asked for.
LONGEST_COMMAND = 512


@dataclass(frozen=True, slots=True)
class Proof:
    """``first`` is the client's response; ``end`` what it says to a challenge after that,
    which tells of an error; ``repeats`` says that such a challenge asks for ``first`` again."""

    mechanism: str
    first: str
    end: str = ""
    repeats: bool = False

    @property
    def command(self) -> str:
        """How it begins: with the response, where that fits (RFC 4954, 4)."""
        whole = f"AUTH {self.mechanism} {self.first}"
        return whole if len(whole) <= LONGEST_COMMAND - 2 else f"AUTH {self.mechanism}"

    @property
    def is_short(self) -> bool:
        return self.command.endswith(self.first)


def plain(user: str, password: str) -> Proof:
    """RFC 4616."""
    return Proof("PLAIN", coded(f"\0{user}\0{password}"), repeats=True)


def oauthbearer(user: str, token: str, *, host: str, port: int) -> Proof:
    """RFC 7628, 3.1; after an error the client still has to say something (3.2.3)."""
    name = user.replace("=", "=3D").replace(",", "=2C")
    said = f"n,a={name},\1host={host}\1port={port}\1auth=Bearer {token}\1\1"
    return Proof("OAUTHBEARER", coded(said), end=coded("\1"))


def xoauth2(user: str, token: str) -> Proof:
    """https://developers.google.com/workspace/gmail/imap/xoauth2-protocol"""
    return Proof("XOAUTH2", coded(f"user={user}\1auth=Bearer {token}\1\1"))


def coded(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")


def status_of(challenge: str) -> str:
    """What a challenge says went wrong with a token (RFC 7628, 3.2.2); empty if nothing."""
    try:
        said = json.loads(b64decode(challenge, validate=True))
    except (Error, ValueError):
        return ""
    status = said.get("status", "") if isinstance(said, dict) else ""
    return "".join(each for each in str(status)[:80] if each.isprintable())
