"""One variant's mails: composed once, then one for each recipient at the cost of a signature.

All that recipients share is rendered, encoded and laid out when the composer
is made. For one of them the addresses that are theirs are put in, the body is
hashed once, and each key signs once. The same recipient gives the same bytes
(Ed25519 and PKCS #1 v1.5 are deterministic), so a retry is the same mail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import Final, NamedTuple

from syndicate.mail import headers as fields
from syndicate.mail.address import Mailbox
from syndicate.mail.dkim import Signature, Signer, relaxed_field
from syndicate.mail.skeleton import Skeleton
from syndicate.mail.splice import cut
from syndicate.mail.verp import Verp
from syndicate.mail.words import breaks_a_header
from syndicate.model.delivery import Envelope, Outgoing
from syndicate.model.errors import MailError

_END: Final = b"\r\n"
_LONGEST_NAME: Final = 120
#: What HTML would read otherwise: names may have it, addresses hardly ever.
_MARKUP: Final = re.compile("[&<>\"']")
_LOCAL_PART: Final = re.compile(r"[^\s\"(),:;<>@\[\\\]]{1,64}")
_DOMAIN: Final = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


class Recipient(NamedTuple):
    """Somebody who gets a mail.

    ``delivery_id`` is the row in the ledger, ``key`` what tokens say of the
    person. ``address`` is as it was given, ``domain`` its domain in IDNA form.
    ``date`` is the mail's where it differs from the others' (a local hour);
    it must be the same at each retry.
    """

    delivery_id: int
    key: str
    address: str
    domain: str
    message_id: str
    name: str = ""
    date: datetime | None = None


class PersonalLinks(NamedTuple):
    """One person's addresses. ``unsubscribe`` takes the one-click post, and shows a button."""

    unsubscribe: str
    preferences: str


@dataclass(frozen=True, slots=True)
class Content:
    """A rendered variant, with marks where each recipient's own goes.

    ``marks`` gives the mark of each slot: ``unsubscribe``, ``preferences``,
    ``name`` and ``address``. Texts that are anybody else's must not hold one.
    """

    subject: str
    html: str
    text: str
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands in the header of every mail of an edition.

    ``list_id`` is the bare identifier (RFC 2919), ``archive`` the web address
    of the newsletter's editions, ``feedback`` the four parts of Feedback-ID or
    nothing, ``mailto`` an address that also unsubscribes, if there is one.
    """

    sender: Mailbox
    date: datetime
    list_id: str
    list_name: str
    archive: str = ""
    reply_to: Mailbox | None = None
    feedback: tuple[str, str, str, str] | None = None
    mailto: str = ""


class Composer:
    """Composes the mails of one variant.

    ``content`` renders it for people whose name is known (True) or not; it is
    asked for each of both once, when the first such person comes. ``links``
    gives a person's addresses by their key.
    """

    def __init__(
        self,
        letterhead: Letterhead,
        content: Callable[[bool], Content],
        *,
        links: Callable[[str], PersonalLinks],
        verp: Verp,
        signers: Sequence[Signer] = (),
    ) -> None:
        self._letterhead = letterhead
        self._content = content
        self._links = links
        self._verp = verp
        self._signers = tuple(signers)
        self._sheets: dict[bool, _Sheet] = {}

    def compose(self, recipient: Recipient) -> Outgoing:
        """The mail of one recipient. Raises :class:`syndicate.model.errors.MailError`."""
        name = _tidy(recipient.name) if recipient.name else ""
        named = bool(name)
        sheet = self._sheets.get(named)
        if sheet is None:
            sheet = _Sheet(self._letterhead, self._content(named), self._signers)
            self._sheets[named] = sheet
        local = recipient.address.rpartition("@")[0]
        if not _LOCAL_PART.fullmatch(local) or not _DOMAIN.fullmatch(recipient.domain):
            raise MailError(
                repr(recipient.address), "not a mail address", "mend it, or take it off the list"
            )
        address = f"{local}@{recipient.domain}"
        return Outgoing(
            delivery_id=recipient.delivery_id,
            envelope=Envelope(
                sender=self._verp.sender(recipient.delivery_id),
                recipient=address,
                international=not local.isascii(),
            ),
            message_id=recipient.message_id,
            domain=recipient.domain,
            data=sheet.filled(
                recipient.message_id,
                Mailbox(name, address),
                self._links(recipient.key),
                recipient.date or self._letterhead.date,
            ),
            # Both encodings keep lines short, and a dot from the beginning of one.
            vouched=True,
        )


class _Sheet:
    """A variant's mail with everything in it but what is one recipient's own."""

    def __init__(self, letterhead: Letterhead, content: Content, signers: Sequence[Signer]) -> None:
        marks = content.marks
        self._skeleton = Skeleton(text=cut(content.text, marks), html=cut(content.html, marks))
        self._slots = self._skeleton.slots
        self._mailto = letterhead.mailto
        sender = fields.structured("From", str(letterhead.sender)).encode("ascii") + _END
        subject = fields.text("Subject", content.subject).encode("ascii") + _END
        lines: list[str] = []
        if letterhead.reply_to is not None:
            lines.append(fields.structured("Reply-To", str(letterhead.reply_to)))
        lines += [
            fields.list_id(letterhead.list_id, letterhead.list_name),
            fields.structured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ]
        if letterhead.archive:
            lines.append(fields.structured("List-Archive", f"<{letterhead.archive}>"))
        if letterhead.feedback is not None:
            lines.append(fields.feedback_id(*letterhead.feedback))
        # Old programs that answer for people on holiday know bulk mail by this.
        lines += [fields.structured("Precedence", "bulk"), *self._skeleton.fields]
        shared = [line.encode("ascii") + _END for line in lines]
        self._sender, self._subject = sender, subject
        self._head = b"".join(shared) + _END
        relaxed = {_name(line): relaxed_field(line) for line in (sender, subject, *shared)}
        names = (*relaxed, "to", "date", "message-id", "list-unsubscribe")
        self._signatures = tuple(Signature(signer, names, relaxed) for signer in signers)

    def filled(
        self, message_id: str, reader: Mailbox, links: PersonalLinks, date: datetime
    ) -> bytes:
        body = b"".join(self._body(reader, links))
        international = not reader.address.isascii()
        to = fields.structured("To", str(reader), international=international).encode()
        dated, relaxed_date = _dated(date)
        named = fields.message_id(message_id).encode("ascii")
        leaving = fields.list_unsubscribe(links.unsubscribe, self._mailto).encode()
        signed: list[bytes] = []
        if self._signatures:
            hashed = sha256(body).digest()
            relaxed = {
                "to": relaxed_field(to),
                "date": relaxed_date,
                "message-id": relaxed_field(named),
                "list-unsubscribe": relaxed_field(leaving),
            }
            signed = [each.field(relaxed, hashed, date) for each in self._signatures]
        head = _END.join((self._sender + to, self._subject + dated, named, leaving, self._head))
        return b"".join((*signed, head, body))

    def _body(self, reader: Mailbox, links: PersonalLinks) -> list[bytes]:
        values = {
            "unsubscribe": links.unsubscribe,
            "preferences": links.preferences,
            "name": reader.name,
            "address": reader.address,
        }
        text = {slot: values[slot].encode() for slot in self._slots}
        if not _MARKUP.search("".join(values.values())):
            return self._skeleton.fill(text=text, html=text)
        html = {slot: escape(values[slot]).encode() for slot in self._slots}
        return self._skeleton.fill(text=text, html=html)


@lru_cache(maxsize=64)
def _dated(moment: datetime) -> tuple[bytes, bytes]:
    """The Date field, also in canonical form: most mails have the same."""
    field = fields.date(moment).encode("ascii")
    return field, relaxed_field(field)


def _name(field: bytes) -> str:
    return field.partition(b":")[0].decode("ascii").lower()


def _tidy(name: str) -> str:
    """A name as it may stand in a header: one line, and not a letter's length."""
    if not name.isprintable():
        name = "".join(" " if breaks_a_header(each) else each for each in name)
    return " ".join(name.split())[:_LONGEST_NAME].rstrip()
