"""Reports on mails as a server took them: in the forms that servers, providers and people use.

Made of what stood on the wire alone: the envelope sender, the recipient, the ``Message-ID``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from syndicate.mail.bounces.providers.call import Call
from tests.support import webhooks
from tests.support.mailed import SAMPLES

Kind = Literal["hard", "soft", "ours", "complaint", "late", "autoreply"]
#: * token: the standard form, to the mail's own envelope sender
#: * named: the same to another address; it names the mail and the recipient
#: * words: in no form that anybody knows, to the envelope sender
#: * arf: a complaint; holiday: an automatic answer; warning: in no standard form
#: * postmark: a webhook's call
Form = Literal["token", "named", "words", "arf", "holiday", "warning", "postmark"]

FORMS: Final[dict[Kind, tuple[Form, ...]]] = {
    "hard": ("token", "named", "words", "postmark"),
    "soft": ("token", "named", "words", "postmark"),
    "ours": ("token", "named"),
    "complaint": ("arf", "postmark"),
    "late": ("token", "named", "warning"),
    "autoreply": ("holiday",),
}

_SAID: Final[dict[Kind, tuple[str, str]]] = {
    "hard": ("5.1.1", "user unknown"),
    "soft": ("5.2.2", "mailbox full"),
    "ours": ("5.7.1", "refused by policy"),
    "late": ("4.4.1", "no answer as yet"),
}
_STANDARD: Final = """\
From: MAILER-DAEMON@mx.example
To: {to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <report.{number}@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} {words}

--b
Content-Type: text/rfc822-headers

Message-ID: {message_id}

--b--
"""
_WORDS: Final = """\
From: postmaster@mx.example
To: {to}
Subject: failure notice

It could not be delivered: {words}.
"""


@dataclass(frozen=True, slots=True)
class Wire:
    """A mail as a server took it."""

    sender: str
    recipient: str
    message_id: str


def mail(kind: Kind, form: Form, wire: Wire, number: int) -> bytes:
    """A report as a mail; ``number`` tells it from others, but for one in mere words."""
    if form in ("arf", "holiday", "warning"):
        name, id_ = {
            "arf": ("complaint", "arf.1"),
            "holiday": ("holiday", "away.1"),
            "warning": ("exim-warning", "warning.1"),
        }[form]
        data = (SAMPLES / f"{name}.eml").read_bytes().replace(id_.encode(), b"%d" % number)
        return data.replace(b"bounce+token7@saltmarrow.example", wire.sender.encode())
    status, words = _SAID[kind]
    template = _WORDS if form == "words" else _STANDARD
    return template.format(
        to="letter@gazette.example" if form == "named" else wire.sender,
        recipient=wire.recipient,
        message_id=wire.message_id,
        action="delayed" if kind == "late" else "failed",
        status=status,
        words=words,
        number=number,
    ).encode()


def call(kind: Kind, wire: Wire, number: int, *, now: datetime) -> Call:
    """A report as Postmark calls a webhook with it; it names the address alone."""
    name, type_ = {
        "hard": ("bounce", "HardBounce"),
        "soft": ("bounce", "SoftBounce"),
        "complaint": ("complaint", "SpamComplaint"),
    }[kind]
    event = webhooks.sample(f"postmark-{name}")
    event |= {"ID": number, "Type": type_, "Email": wire.recipient, "BouncedAt": now.isoformat()}
    event["Details"] = " ".join(_SAID.get(kind, ("", "")))
    return webhooks.postmark(event)
