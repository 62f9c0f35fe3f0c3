"""Amazon SES, by way of SNS: notifications and published events of bounces and complaints.

The signature is checked as "Verifying the signatures of Amazon SNS messages"
says: the certificate comes over https from a host of SNS and nowhere else, and
a message counts only if its topic is one of ours, since anybody can have a
topic that Amazon signs for. So too is a subscription confirmed only for those.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

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
from syndicate.mail.bounces.rules import judge
from syndicate.model.errors import BounceError

_HOST: Final = re.compile(r"sns\.[a-z0-9-]{3,40}\.amazonaws\.com(?:\.cn)?")
_NOTIFICATION: Final = ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
_CONFIRMATION: Final = (
    "Message",
    "MessageId",
    "SubscribeURL",
    "Timestamp",
    "Token",
    "TopicArn",
    "Type",
)
_SIGNED: Final[Mapping[str, tuple[str, ...]]] = {
    "Notification": _NOTIFICATION,
    "SubscriptionConfirmation": _CONFIRMATION,
    "UnsubscribeConfirmation": _CONFIRMATION,
}
# Amazon recommends version 2; topics that nobody has changed still sign with version 1.
_DIGESTS: Final = {"1": hashes.SHA1, "2": hashes.SHA256}
_OURS: Final = frozenset({"MessageTooLarge", "ContentRejected", "AttachmentRejected"})
_NO_COMPLAINT: Final = frozenset({"not-spam", "auth-failure", "virus"})
# Where there is no report of a server's, SES calls automatic answers by these names too.
_VAGUE: Final = frozenset({("Transient", "General"), ("Undetermined", "Undetermined")})
_KNOWN: Final = frozenset({"Suppressed", "OnAccountSuppressionList", "NoEmail"})


def is_configured(secrets: Webhooks) -> bool:
    return bool(secrets.ses)


def hear(call: Call, around: Surroundings) -> Heard:
    message = payload(call.body)
    if not isinstance(message, dict):
        raise BounceError("webhook ses", "the body is no SNS message")
    kind = text(message, "Type")
    if kind not in _SIGNED or text(message, "TopicArn") not in around.secrets.ses:
        raise NotGenuineError("webhook ses", "not of a topic in [mail.webhooks] ses")
    _check(message, kind, around)
    if kind == "SubscriptionConfirmation":
        return Heard(visit=_trusted(text(message, "SubscribeURL")))
    if kind == "UnsubscribeConfirmation":
        return Heard()
    return Heard(tuple(_reports(message, around)))


def _check(message: Mapping[str, Any], kind: str, around: Surroundings) -> None:
    digest = _DIGESTS.get(text(message, "SignatureVersion"))
    if digest is None:
        raise NotGenuineError("webhook ses", "signed in a way that nobody has documented")
    key = _key(around.fetch(_trusted(text(message, "SigningCertURL"))), around.now)
    told = "".join(
        f"{name}\n{message[name]}\n" for name in _SIGNED[kind] if isinstance(message.get(name), str)
    )
    try:
        signature = base64.b64decode(text(message, "Signature"), validate=True)
        key.verify(signature, told.encode("utf-8", "surrogatepass"), padding.PKCS1v15(), digest())
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise NotGenuineError("webhook ses", "the signature does not fit") from error


def _trusted(url: str) -> str:
    """An address of SNS itself. Raises :class:`NotGenuineError` for any other."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), 0
    fine = (
        parts.scheme == "https"
        and _HOST.fullmatch(parts.hostname or "")
        and parts.username is None
        and port in (None, 443)
        and url.isascii()
        and url.isprintable()
        and len(url) <= 2000
    )
    if not fine:
        raise NotGenuineError("webhook ses", "names an address that is not Amazon's")
    return url


@lru_cache(maxsize=8)
def _certificate(pem: bytes) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem)


def _key(pem: bytes, now: datetime) -> rsa.RSAPublicKey:
    try:
        certificate = _certificate(pem)
        key = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise NotGenuineError("webhook ses", "the certificate can't be read") from error
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise NotGenuineError("webhook ses", "the certificate is not valid now")
    if not isinstance(key, rsa.RSAPublicKey):
        raise NotGenuineError("webhook ses", "the certificate has no RSA key")
    return key


def _reports(message: Mapping[str, Any], around: Surroundings) -> Iterator[Report]:
    told = message.get("Message")
    try:
        event = json.loads(told if isinstance(told, str) else "")
    except (ValueError, RecursionError):
        return  # "Successfully validated SNS topic": a plain sentence, once
    sender = text(event, "mail", "source")
    mailed = Finding(
        kind="other",
        found_by="ses",
        returned=around.reads(sender) if sender else None,
        message_id=_message_id(event),
    )
    kind = text(event, "notificationType") or text(event, "eventType")
    if kind == "Bounce":
        yield from _bounced(at(event, "bounce"), mailed)
    elif kind == "Complaint":
        yield from _complained(at(event, "complaint"), mailed)


def _bounced(bounce: Any, mailed: Finding) -> Iterator[Report]:
    for recipient in each(bounce, "bouncedRecipients"):
        diagnostic = text(recipient, "diagnosticCode")
        judged = judge(text(recipient, "status"), diagnostic, otherwise=_otherwise(bounce))
        finding = replace(
            mailed,
            kind="other" if _is_vague(bounce, recipient) else judged.kind,
            status=judged.status,
            detail=line(diagnostic or text(bounce, "bounceSubType")),
            address=text(recipient, "emailAddress"),
            at=moment(at(bounce, "timestamp")),
        )
        yield report("ses", f"{text(bounce, 'feedbackId')} {finding.address}", finding)


def _complained(complaint: Any, mailed: Finding) -> Iterator[Report]:
    feedback = text(complaint, "complaintFeedbackType")
    for recipient in each(complaint, "complainedRecipients"):
        finding = replace(
            mailed,
            kind="other" if feedback in _NO_COMPLAINT else "complaint",
            detail=line(feedback),
            address=text(recipient, "emailAddress"),
            at=moment(at(complaint, "timestamp")),
        )
        yield report("ses", f"{text(complaint, 'feedbackId')} {finding.address}", finding)


def _otherwise(bounce: Any) -> Kind:
    """What SES makes of it, where the receiving server's status says nothing."""
    kind, subtype = text(bounce, "bounceType"), text(bounce, "bounceSubType")
    if subtype in _OURS:
        return "ours"
    return "hard" if kind == "Permanent" and subtype in _KNOWN else "soft"


def _is_vague(bounce: Any, recipient: Any) -> bool:
    """Whether it may be somebody's holiday: an answer and no report came back, so no status."""
    named = (text(bounce, "bounceType"), text(bounce, "bounceSubType"))
    return named in _VAGUE and not text(recipient, "status") + text(recipient, "diagnosticCode")


def _message_id(event: Any) -> str:
    """The Message-ID that we gave it: SES's own is another."""
    for header in each(event, "mail", "headers"):
        if text(header, "name").lower() == "message-id":
            return bracketed(text(header, "value"))
    return bracketed(text(event, "mail", "commonHeaders", "messageId"))
