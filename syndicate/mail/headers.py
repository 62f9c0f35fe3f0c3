"""A mail's header fields, written so that every server reads them alike.

Written without ``email.message``, whose folding wraps long tokens of structured
fields in encoded words (mail servers answer that with a refusal). Free text is
encoded where it must be; a field with a grammar never is, and is folded at its
own spaces only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Final

from syndicate.mail.address import Mailbox
from syndicate.mail.words import breaks_a_header, encoded_words, is_plain
from syndicate.model.errors import MailError

_LINE: Final = 76
_LONGEST_LINE: Final = 998
_FIELD_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_MESSAGE_ID: Final = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>")
_LIST_ID: Final = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_WEB: Final = re.compile(r"https?://[!#-;=?-~]+")
_FEEDBACK_PART: Final = re.compile(r"[A-Za-z0-9._-]+")


def text(name: str, value: str) -> str:
    """A field of free text: as it is where that is allowed, else in encoded words."""
    refuse_breaks(name, value)
    longest = max(map(len, value.split(" ")), default=0)
    if is_plain(value) and longest <= _LINE - len(name) - 2 and value == value.strip():
        return _folded(name, value)
    return _folded(name, encoded_words(value))


def structured(name: str, value: str, *, international: bool = False) -> str:
    """A field whose value has a grammar: never encoded, folded only at its spaces.

    With ``international`` it may hold UTF-8 (RFC 6532), for a server that
    offers SMTPUTF8.
    """
    if not _FIELD_NAME.fullmatch(name):
        raise MailError(f"header {name!r}", "not a header's name", "use letters, digits, hyphens")
    if not value.isascii() and not international:
        raise MailError(f"header {name}", f"{value!r} is not ASCII", "encode it before")
    refuse_breaks(name, value)
    return _folded(name, value)


def refuse_breaks(name: str, value: str) -> None:
    """Raise :class:`syndicate.model.errors.MailError` for what could forge another field."""
    if breaks_a_header(value):
        raise MailError(
            f"header {name}",
            f"{value!r} has a line break or control character",
            "remove it: it could forge further headers",
        )


def date(moment: datetime) -> str:
    """The Date field (RFC 5322, 3.6.1)."""
    if moment.tzinfo is None:
        raise MailError("Date", "a time without a zone", "pass an aware time")
    return structured("Date", format_datetime(moment))


def message_id(identifier: str) -> str:
    """The Message-ID field, of ``<left@domain>`` (RFC 5322, 3.6.4)."""
    if not _MESSAGE_ID.fullmatch(identifier):
        raise MailError(f"Message-ID {identifier!r}", "not of the form <left@domain>")
    return structured("Message-ID", identifier)


def list_id(identifier: str, name: str = "") -> str:
    """The List-Id field: a readable name, and ``weekly.news.example.org`` (RFC 2919)."""
    if not _LIST_ID.fullmatch(identifier):
        raise MailError(f"List-Id {identifier!r}", "not a name with dots", "write name.domain")
    refuse_breaks("List-Id", name)
    phrase = str(Mailbox(name, "x")).removesuffix("<x>") if name else ""
    return structured("List-Id", f"{phrase}<{identifier}>")


def list_unsubscribe(address: str, mailto: str = "") -> str:
    """List-Unsubscribe with one web address (RFC 8058, 3.1), and perhaps a mail address.

    One click needs https; a site without it can still try itself out, and a
    gate keeps its mails from leaving.
    """
    if not _WEB.fullmatch(address):
        raise MailError("List-Unsubscribe", f"{address!r} is no web address", "mend [site] url")
    value = f"<{address}>, <mailto:{mailto}>" if mailto else f"<{address}>"
    return structured("List-Unsubscribe", value)


def feedback_id(campaign: str, newsletter: str, kind: str, sender: str) -> str:
    """Feedback-ID, by which mailboxes tell complaint rates: nothing in it is one person's.

    ``sender`` has 5 to 15 characters and never changes.
    """
    parts = (campaign, newsletter, kind, sender)
    if not 5 <= len(sender) <= 15 or not all(map(_FEEDBACK_PART.fullmatch, parts)):
        raise MailError(
            "Feedback-ID",
            f"{':'.join(parts)!r} is not four words, the last of 5 to 15 characters",
            "give [mail] feedback_id 5 to 15 letters or digits, or none",
        )
    return structured("Feedback-ID", ":".join(parts))


def _folded(name: str, value: str) -> str:
    """The field in lines of at most 76 characters where its spaces allow that."""
    if len(name) + 2 + len(value) <= _LINE:
        return f"{name}: {value}"
    lines = list(_lines(f"{name}:", value.split(" ")))
    if any(len(line.encode()) > _LONGEST_LINE for line in lines):
        raise MailError(f"header {name}", f"a word of more than {_LONGEST_LINE} characters")
    return "\r\n".join(lines)


def _lines(line: str, words: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        if place and word and len(line) + 1 + len(word) > _LINE:
            yield line
            line = ""
        line += f" {word}"
    yield line
