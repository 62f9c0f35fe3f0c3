"""Reports of the standard form: delivery status notifications (RFC 3464, RFC 6533)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_string
from email.message import Message
from itertools import islice
from typing import Final

from syndicate.mail.bounces import message as mail
from syndicate.mail.bounces.finding import Finding, line
from syndicate.mail.bounces.rules import judge, status_in

_KINDS: Final = ("message/delivery-status", "message/global-delivery-status")
_RECIPIENTS: Final = 20
_FORM: Final = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_XTEXT: Final = re.compile(r"\\x\{([0-9A-Fa-f]{2,6})\}")


def find(message: Message) -> tuple[Finding, ...]:
    """A finding for each recipient that the report names; none if it is no such report."""
    part = next((part for part in mail.walk(message) if mail.media_type(part) in _KINDS), None)
    if part is None:
        return ()
    original = mail.original_id(message)
    found = (
        _finding(block, original)
        for block in islice(_blocks(part), _RECIPIENTS)
        if block.get("final-recipient") or block.get("original-recipient")
    )
    return tuple(found)


def _blocks(part: Message) -> Iterator[Message]:
    """The groups of fields: of the message first, then of each recipient (RFC 3464, 2.1)."""
    payload = part.get_payload()
    if not isinstance(payload, list):
        yield from _split(mail.text(part))
        return
    for block in payload:
        if isinstance(block, Message):
            yield block
            # The parser takes what it does not know for a mail: its "body" is the next group.
            if isinstance(rest := block.get_payload(), str) and rest.strip():
                yield from _split(rest)


def _split(text: str) -> Iterator[Message]:
    for group in re.split(r"\r?\n[ \t]*\r?\n", text[: mail.LIMIT]):
        if group.strip():
            yield message_from_string(group.strip() + "\n\n")


def _finding(block: Message, original: str) -> Finding:
    action = mail.field(block, "action").partition(" ")[0].lower()
    diagnostic = _value(mail.field(block, "diagnostic-code"))
    given = _FORM.search(mail.field(block, "status"))
    status = given[0] if given else status_in(diagnostic)
    judged = judge(status, diagnostic)
    failed = action == "failed" or (not action and status[:1] in ("4", "5"))
    return Finding(
        kind=judged.kind if failed else "other",
        found_by="dsn",
        status=judged.status if failed else status,
        detail=line(diagnostic or f"{action or 'no action'}, {status or 'no status'}"),
        message_id=original,
        address=_address(block),
    )


def _address(block: Message) -> str:
    """Whom we wrote to: the original recipient where it is told, else where the mail ended."""
    for name in ("original-recipient", "final-recipient"):
        if found := next(mail.addresses([_value(mail.field(block, name))]), ""):
            return found
    return ""


def _value(field: str) -> str:
    """What stands after the type, as in ``rfc822; name@domain`` (RFC 3464, 2.1.2)."""
    kind, separator, value = field.partition(";")
    return _XTEXT.sub(_decoded, value.strip() if separator and len(kind) < 30 else field)


def _decoded(match: re.Match[str]) -> str:
    """A character of an internationalised address (RFC 6533, 3)."""
    number = int(match[1], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
