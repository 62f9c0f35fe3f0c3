"""Complaints: feedback reports of mailbox providers (RFC 5965)."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from typing import Final

from syndicate.mail.bounces import message as mail
from syndicate.mail.bounces.finding import Finding, line

# RFC 5965, 7.3, and what providers send for "unsubscribe" buttons. Not those that tell of a
# forged sender (auth-failure, RFC 6591), of a virus, or that all was well (not-spam).
_COMPLAINTS: Final = frozenset({"abuse", "fraud", "opt-out", "opt-out-list"})


def find(message: Message) -> tuple[Finding, ...]:
    """What the reader who complained got; none if it is no feedback report."""
    fields = _feedback(message)
    if fields is None:
        return ()
    kind = mail.field(fields, "feedback-type").lower()
    original = mail.returned(message)
    recipients = list(mail.addresses(mail.fields(fields, "original-rcpt-to")))
    if not recipients and original is not None:
        recipients = list(mail.addresses(mail.fields(original, "to")))
    return (
        Finding(
            kind="complaint" if kind in _COMPLAINTS else "other",
            found_by="arf",
            detail=line(f"{kind or 'feedback'} from {mail.field(fields, 'user-agent')}".strip()),
            message_id=mail.original_id(message),
            address=recipients[0] if recipients else "",
        ),
    )


def senders(message: Message) -> Iterator[str]:
    """Envelope senders of the mail complained of: they hold our token."""
    fields = _feedback(message)
    if fields is not None:
        yield from mail.addresses(mail.fields(fields, "original-mail-from"))


def _feedback(message: Message) -> Message | None:
    for part in mail.walk(message):
        if mail.media_type(part) != "message/feedback-report":
            continue
        payload = part.get_payload()
        if isinstance(payload, list) and payload and isinstance(payload[0], Message):
            return payload[0]
    return None
