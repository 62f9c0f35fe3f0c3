"""What is said to a server for one mail: its envelope, and its body on the wire.

What the server could not take, or must not be sent, is refused here, with the
reply that a server would give (RFC 3463): nothing that breaks a line may
come from an address, and no bare line end from a body, since servers that
read those differently can be made to see a second mail (SMTP smuggling).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from syndicate.mail.dialogue.offers import Offers
from syndicate.model.delivery import Outgoing, Reply

DATA: Final = b"DATA\r\n"
RSET: Final = b"RSET\r\n"
QUIT: Final = b"QUIT\r\n"
DOT: Final = b".\r\n"

#: The status of what is refused here for the recipient's sake, as a server would at RCPT.
OF_THE_RECIPIENT: Final = frozenset({"5.1.3", "5.6.7"})
#: A line of text with its CRLF (RFC 5321, 4.5.3.1.6).
LONGEST_LINE: Final = 1_000
#: A path less its angle brackets (RFC 5321, 4.5.3.1.3).
_ADDRESS: Final = re.compile(r"[^\x00-\x20\x7f-\x9f<>\u2028\u2029]{1,254}")
_LINE_WITH_A_DOT: Final = re.compile(rb"(?<![^\n])\.")
_BARE: Final = re.compile(rb"\r(?!\n)|(?<!\r)\n")


class Envelope(NamedTuple):
    """MAIL and RCPT, each with its CRLF. ``dotted``: a line of the body begins with a dot."""

    mail: bytes
    rcpt: bytes
    dotted: bool


def envelope(mail: Outgoing, offers: Offers) -> Envelope | Reply:
    """The commands for a mail, or why this server can't have it."""
    sender, recipient = mail.envelope.sender, mail.envelope.recipient
    if not _ADDRESS.fullmatch(recipient):
        return Reply(553, "the recipient's address can't be sent to a server", "5.1.3")
    if sender and not _ADDRESS.fullmatch(sender):
        return Reply(553, "the sender's address can't be sent to a server", "5.1.7")
    utf8 = mail.envelope.international or not (sender.isascii() and recipient.isascii())
    if utf8 and not offers.utf8:
        return Reply(
            553, "the address is not ASCII, and the mail server does not offer SMTPUTF8", "5.6.7"
        )
    eight_bit = mail.envelope.international if mail.vouched else not mail.data.isascii()
    if eight_bit and not (offers.eight_bit or utf8):
        return Reply(554, "8-bit text, and the mail server does not offer 8BITMIME", "5.6.3")
    size = len(mail.data)
    if offers.size and size > offers.size:
        said = f"the mail has {size:,} octets, and the server takes {offers.size:,}"
        return Reply(552, said, "5.3.4")
    dotted = False
    if not mail.vouched:
        dotted = mail.data.startswith(b".") or b"\n." in mail.data
        if (fault := _fault(mail.data, dotted=dotted)) is not None:
            return fault
    asked = (
        f"{f' SIZE={size}' if offers.says_size else ''}"
        f"{' BODY=8BITMIME' if eight_bit and offers.eight_bit else ''}"
        f"{' SMTPUTF8' if utf8 else ''}"
    )
    return Envelope(
        f"MAIL FROM:<{sender}>{asked}\r\n".encode(), f"RCPT TO:<{recipient}>\r\n".encode(), dotted
    )


def stuffed(data: bytes) -> bytes:
    """The body for DATA, without the final dot (RFC 5321, 4.5.2)."""
    return _LINE_WITH_A_DOT.sub(b"..", data)


def first_piece(data: bytes) -> bytes:
    """The body's first octet, by which a server shows that it knows pieces (RFC 3030).

    One that does not, though it offers them, takes what follows the command for
    commands: of one octet without a line end it can make none.
    """
    return b"BDAT 1\r\n" + data[:1]


def last_piece(data: bytes, *, out: int) -> list[bytes]:
    """The rest of a body of which ``out`` octets are out, as its last piece (RFC 3030)."""
    rest = data[out:] if out else data
    return [b"BDAT %d LAST\r\n" % len(rest), rest]


def _fault(data: bytes, *, dotted: bool) -> Reply | None:
    """What is wrong with a body."""
    if not data.endswith(b"\r\n"):
        return Reply(554, "the mail does not end in a line end", "5.6.0")
    # Only a dot after a bare line end could end the mail early.
    if (dotted or b"\r." in data) and _BARE.search(data):
        return Reply(554, "a bare carriage return or line feed in the mail", "5.6.0")
    at, size = 0, len(data)
    while at < size:
        # From one line end to the last within reach: a line is too long if there is none.
        found = data.rfind(b"\n", at, at + LONGEST_LINE)
        if found < 0:
            return Reply(554, f"a line of more than {LONGEST_LINE - 2} octets in the mail", "5.6.0")
        at = found + 1
    return None
