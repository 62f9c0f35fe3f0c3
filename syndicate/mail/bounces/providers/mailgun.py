"""Mailgun: the webhooks "failed" and "complained", signed inside their JSON.

The signature is an HMAC-SHA-256 of timestamp and token alone; it says nothing
of the event beside it. So a signature is good for some hours, in which Mailgun
repeats calls that failed, and for one report: the token is what the report is
known by.
"""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import Any, Final

from syndicate.config.mail import Webhooks
from syndicate.mail.bounces.finding import Finding, Kind, line
from syndicate.mail.bounces.providers.call import (
    Call,
    Heard,
    NotGenuineError,
    Surroundings,
    at,
    bracketed,
    moment,
    payload,
    report,
    text,
)
from syndicate.mail.bounces.rules import judge

#: Mailgun repeats a call over eight hours.
WINDOW: Final = timedelta(hours=9)
_AHEAD: Final = timedelta(minutes=5)


def is_configured(secrets: Webhooks) -> bool:
    return bool(secrets.mailgun.get_secret_value())


def hear(call: Call, around: Surroundings) -> Heard:
    told = payload(call.body)
    token = _check(told, around)
    event = at(told, "event-data")
    kind = _kind(event)
    if kind is None:
        return Heard()
    words = " ".join(
        filter(
            None,
            (
                text(event, "delivery-status", "message"),
                text(event, "delivery-status", "description"),
            ),
        )
    )
    status = ""
    if kind in ("hard", "soft"):
        judged = judge(text(event, "delivery-status", "enhanced-code"), words, otherwise=kind)
        kind, status = judged.kind, judged.status
    sender = text(event, "envelope", "sender")
    finding = Finding(
        kind=kind,
        found_by="mailgun",
        status=status,
        detail=line(words or text(event, "reason")),
        returned=around.reads(sender) if sender else None,
        message_id=bracketed(text(event, "message", "headers", "message-id")),
        address=text(event, "recipient"),
        at=moment(at(event, "timestamp")),
    )
    return Heard((report("mailgun", token, finding),))


def _check(told: Any, around: Surroundings) -> str:
    """The token of a genuine call."""
    timestamp, token = text(told, "signature", "timestamp"), text(told, "signature", "token")
    key = around.secrets.mailgun.get_secret_value().encode()
    right = hmac.digest(key, f"{timestamp}{token}".encode("utf-8", "replace"), "sha256").hex()
    given = text(told, "signature", "signature")
    if not token or not hmac.compare_digest(right.encode(), given.encode("utf-8", "replace")):
        raise NotGenuineError("webhook mailgun", "the signature does not fit")
    signed = moment(int(timestamp)) if timestamp.isascii() and timestamp.isdigit() else None
    if signed is None or not around.now - WINDOW <= signed <= around.now + _AHEAD:
        raise NotGenuineError("webhook mailgun", "the signature is too old, or of the future")
    return token


def _kind(event: Any) -> Kind | None:
    name = text(event, "event")
    if name == "complained":
        return "complaint"
    if name != "failed" or text(event, "severity") != "permanent":
        return None  # what is temporary, Mailgun tries again
    if text(event, "reason") == "suppress-complaint":
        return "complaint"
    bounced = text(event, "delivery-status", "bounce-type") == "hard"
    return "hard" if bounced or text(event, "reason") == "suppress-bounce" else "soft"
