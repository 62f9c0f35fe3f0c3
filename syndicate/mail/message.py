"""A single mail as bytes: headers that every server reads alike, and two parts.

For what is written once: letters and previews. Digests come from
``composer.py``, out of the same fields and parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from syndicate.mail import headers as fields
from syndicate.mail.address import Mailbox
from syndicate.mail.skeleton import Skeleton
from syndicate.mail.splice import cut


def compose(
    *,
    sender: Mailbox,
    to: Mailbox,
    subject: str,
    html: str,
    text: str,
    date: datetime,
    message_id: str,
    list_id: str = "",
    list_name: str = "",
    headers: Sequence[tuple[str, str]] = (),
    international: bool = False,
) -> bytes:
    """A ``multipart/alternative`` message with CRLF line ends.

    ``list_id`` is the bare identifier (``weekly.news.example.org``, RFC 2919),
    or empty for a mail that comes from no list; ``headers`` are further
    structured ones (``List-Unsubscribe`` and the like), written as they are.
    With ``international`` the recipient's local part may be outside ASCII. A
    line break or other control character in any header raises
    :class:`syndicate.model.errors.MailError`.
    """
    skeleton = Skeleton(text=cut(text, {}), html=cut(html, {}))
    lines = [
        fields.structured("From", str(sender)),
        fields.structured("To", str(to), international=international),
        fields.text("Subject", subject),
        fields.date(date),
        fields.message_id(message_id),
        *([fields.list_id(list_id, list_name)] if list_id else []),
        *(fields.structured(name, value) for name, value in headers),
        *skeleton.fields,
    ]
    head = "\r\n".join(lines).encode()
    return b"".join([head, b"\r\n\r\n", *skeleton.fill(text={}, html={})])
