"""Providers' calls as they would come in, signed with keys of the tests' own."""

from __future__ import annotations

import base64
import hmac
import json
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from syndicate.mail.bounces.providers.call import Call
from tests.support.articles import at

SAMPLES = Path(__file__).parents[1] / "data/webhooks"
NOW = at("2026-01-26T02:00")
TOPIC = "arn:aws:sns:eu-west-1:123456789012:saltmarrow-bounces"
CERTIFICATE_URL = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-test.pem"
PASSWORD = "harbour:a long secret"
MAILGUN_KEY = "key-of-the-tests"


def sample(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@cache
def amazon() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def certificate(ends: datetime = NOW + timedelta(days=30)) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(amazon().public_key())
        .serial_number(1)
        .not_valid_before(ends - timedelta(days=60))
        .not_valid_after(ends)
        .sign(amazon(), hashes.SHA256())
    )
    return made.public_bytes(Encoding.PEM)


def ses(
    message: Any, *, version: str = "2", topic: str = TOPIC, kind: str = "Notification", **more: str
) -> Call:
    """An SNS message, signed as Amazon documents it."""
    told = {
        "Type": kind,
        "MessageId": "22b80b92-0000-4000-8000-0c1db5f1ad35",
        "TopicArn": topic,
        "Message": message if isinstance(message, str) else json.dumps(message),
        "Timestamp": "2026-01-26T00:00:06.000Z",
        "SignatureVersion": version,
        "SigningCertURL": CERTIFICATE_URL,
        **more,
    }
    names = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]
    if kind != "Notification":
        names = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"]
    signed = "".join(f"{name}\n{told[name]}\n" for name in names if name in told)
    digest = hashes.SHA1() if version == "1" else hashes.SHA256()
    signature = amazon().sign(signed.encode(), padding.PKCS1v15(), digest)
    body = {**told, "Signature": base64.b64encode(signature).decode()}
    return Call({"content-type": "text/plain; charset=UTF-8"}, json.dumps(body).encode())


def subscription(topic: str = TOPIC) -> Call:
    return ses(
        "You have chosen to subscribe to the topic.",
        kind="SubscriptionConfirmation",
        topic=topic,
        Token="2336412f37",
        SubscribeURL="https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336",
    )


def postmark(event: Any, pair: str = PASSWORD) -> Call:
    given = base64.b64encode(pair.encode()).decode()
    return Call({"authorization": f"Basic {given}"}, json.dumps(event).encode())


def mailgun(
    event: Any, *, key: str = MAILGUN_KEY, token: str = "t" * 50, signed: datetime = NOW
) -> Call:
    timestamp = str(int(signed.timestamp()))
    signature = hmac.digest(key.encode(), f"{timestamp}{token}".encode(), "sha256").hex()
    seal = {"timestamp": timestamp, "token": token, "signature": signature}
    return Call({}, json.dumps({"signature": seal, "event-data": event}).encode())


@cache
def twilio() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def verification_key() -> str:
    """As SendGrid's settings show it."""
    public = twilio().public_key()
    made = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(made).decode()


def sendgrid(events: Any) -> Call:
    body, timestamp = json.dumps(events).encode() + b"\r\n", "1769385610"
    signature = twilio().sign(timestamp.encode() + body, ec.ECDSA(hashes.SHA256()))
    return Call(
        {
            "x-twilio-email-event-webhook-signature": base64.b64encode(signature).decode(),
            "x-twilio-email-event-webhook-timestamp": timestamp,
        },
        body,
    )


def secrets() -> dict[str, Any]:
    """What [mail.webhooks] holds, so that the calls made here are genuine."""
    return {
        "ses": [TOPIC],
        "postmark": PASSWORD,
        "mailgun": MAILGUN_KEY,
        "sendgrid": verification_key(),
    }
