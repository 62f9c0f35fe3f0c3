"""Postmark: bounce and spam complaint webhooks, with the name and password of their address.

Postmark signs nothing; it sends HTTP Basic authentication (RFC 7617) where the
webhook is set up with one, and that is what it advises to check.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from typing import Final

from syndicate.config.mail import Webhooks
from syndicate.mail.bounces.finding import Finding, Kind, line
from syndicate.mail.bounces.providers.call import (
    Call,
    Heard,
    NotGenuineError,
    Surroundings,
    at,
    moment,
    payload,
    report,
    text,
)
from syndicate.mail.bounces.rules import judge

# Postmark's types, and what each means where the receiving server's words say nothing.
_TYPES: Final[Mapping[str, Kind]] = {
    "HardBounce": "hard",
    "BadEmailAddress": "hard",
    "SoftBounce": "soft",
    "Transient": "soft",
    "DnsError": "soft",
    "Unknown": "soft",
    "SpamComplaint": "complaint",
    "SpamNotification": "ours",
    "Blocked": "ours",
    "VirusNotification": "ours",
    "DMARCPolicy": "ours",
    "AutoResponder": "autoreply",
    "ChallengeVerification": "autoreply",
}
_JUDGED: Final = frozenset({"hard", "soft"})


def is_configured(secrets: Webhooks) -> bool:
    return ":" in secrets.postmark.get_secret_value()


def hear(call: Call, around: Surroundings) -> Heard:
    _check(call, around.secrets)
    event = payload(call.body)
    if text(event, "RecordType") not in ("Bounce", "SpamComplaint"):
        return Heard()
    kind = _TYPES.get(text(event, "Type"), "other")
    details = text(event, "Details") or text(event, "Description")
    status = ""
    if kind in _JUDGED:
        judged = judge("", details, otherwise=kind)
        kind, status = judged.kind, judged.status
    finding = Finding(
        kind=kind,
        found_by="postmark",
        status=status,
        detail=line(details),
        address=text(event, "Email"),
        at=moment(at(event, "BouncedAt")),
    )
    return Heard((report("postmark", f"{text(event, 'RecordType')} {text(event, 'ID')}", finding),))


def _check(call: Call, secrets: Webhooks) -> None:
    scheme, _, given = call.headers.get("authorization", "").partition(" ")
    try:
        pair = base64.b64decode(given.strip(), validate=True)
    except (binascii.Error, ValueError):
        pair = b""
    wanted = secrets.postmark.get_secret_value().encode()
    if not hmac.compare_digest(pair, wanted) or scheme.lower() != "basic":
        raise NotGenuineError("webhook postmark", "not with the password in [mail.webhooks]")
