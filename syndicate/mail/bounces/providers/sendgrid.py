"""Twilio SendGrid: the signed event webhook.

Signed is the timestamp in the header and then the body as it came, with ECDSA
over P-256 and SHA-256; the verification key is the one that the settings show.
A call repeated later says nothing new, since each event is counted once.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from syndicate.config.mail import Webhooks
from syndicate.mail.bounces.finding import Finding, Kind, Report, line
from syndicate.mail.bounces.providers.call import (
    Call,
    Heard,
    NotGenuineError,
    Surroundings,
    at,
    bracketed,
    each,
    moment,
    payload,
    report,
    text,
)
from syndicate.mail.bounces.rules import Judgement, judge
from syndicate.model.errors import ConfigurationError

_SIGNATURE: Final = "x-twilio-email-event-webhook-signature"
_TIMESTAMP: Final = "x-twilio-email-event-webhook-timestamp"
_CLASSES: Final[Mapping[str, Kind]] = {
    "Invalid Address": "hard",
    "Mailbox Unavailable": "soft",
    "Technical": "soft",
    "Reputation": "ours",
    "Content": "ours",
}
_DROPPED: Final[Mapping[str, Kind]] = {
    "Bounced Address": "hard",
    "Invalid": "hard",
    "Spam Reporting Address": "complaint",
}


def is_configured(secrets: Webhooks) -> bool:
    return bool(secrets.sendgrid.get_secret_value())


def hear(call: Call, around: Surroundings) -> Heard:
    _check(call, around.secrets)
    events = payload(call.body)
    return Heard(tuple(_reports({"events": events})))


def _check(call: Call, secrets: Webhooks) -> None:
    key = _key(secrets.sendgrid.get_secret_value())
    told = call.headers.get(_TIMESTAMP, "").encode("utf-8", "replace") + call.body
    try:
        signature = base64.b64decode(call.headers.get(_SIGNATURE, ""), validate=True)
        key.verify(signature, told, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise NotGenuineError("webhook sendgrid", "the signature does not fit") from error


def _key(told: str) -> ec.EllipticCurvePublicKey:
    key: object = None
    try:
        key = load_der_public_key(base64.b64decode("".join(told.split()), validate=True))
    except (binascii.Error, ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise ConfigurationError(
            "[mail.webhooks] sendgrid",
            "not a verification key",
            "copy it from SendGrid's settings of the event webhook",
        )
    return key


def _reports(told: Any) -> Iterator[Report]:
    for event in each(told, "events"):
        judged = _judged(event)
        if judged is None:
            continue
        finding = Finding(
            kind=judged.kind,
            found_by="sendgrid",
            status=judged.status,
            detail=line(text(event, "reason")),
            message_id=bracketed(text(event, "smtp-id")),
            address=text(event, "email"),
            at=moment(at(event, "timestamp")),
        )
        yield report("sendgrid", text(event, "sg_event_id"), finding)


def _judged(event: Any) -> Judgement | None:
    name = text(event, "event")
    if name == "spamreport":
        return Judgement("complaint", "")
    if name == "dropped":
        return Judgement(_DROPPED.get(text(event, "reason"), "other"), "")
    if name != "bounce":
        return None
    blocked = text(event, "type") == "blocked"
    otherwise = _CLASSES.get(text(event, "bounce_classification"), "ours" if blocked else "soft")
    return judge(text(event, "status"), text(event, "reason"), otherwise=otherwise)
