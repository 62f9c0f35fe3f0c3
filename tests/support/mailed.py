"""Readers who were mailed, straight into a press's store, and what servers report of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select

from syndicate.audience import address as addresses
from syndicate.jobs.press import Press
from syndicate.jobs.variants import verp_of
from syndicate.model.subscriber import Subscriber
from syndicate.store import letters, subscribers
from syndicate.store.schema import deliveries, editions
from syndicate.store.subscribers import Newcomer

SAMPLES = Path(__file__).parents[1] / "data/bounces"


def reader(press: Press, address: str = "ida@quayside.example") -> Subscriber:
    """Somebody with an address here."""
    parsed = addresses.parse(address)
    fingerprint = press.secrets.fingerprint(parsed.canonical)
    with press.store.write() as connection:
        found, _ = subscribers.add(
            connection,
            Newcomer(
                key=parsed.canonical.encode().hex()[:32],
                address=parsed.given,
                canonical=parsed.canonical,
                domain=parsed.domain,
                fingerprint=fingerprint,
                language="en",
                timezone="UTC",
                created=press.clock(),
            ),
        )
    return found


def mailed(
    press: Press, to: Subscriber, at: datetime, *, state: str = "accepted", newsletter="weekly"
) -> int:
    """A row of the ledger: an edition of that day to somebody; its number."""
    label = f"{at:%Y-%m-%d}"
    with press.store.write() as connection:
        edition = connection.execute(
            select(editions.c.id).where(editions.c.label == label)
        ).scalar()
        if edition is None:
            values = {"newsletter": newsletter, "cadence": "daily", "label": label}
            values |= {"starts": at, "ends": at, "timezone": "UTC", "state": "open"}
            done = connection.execute(insert(editions).values(**values, made=at, left_out=[]))
            edition = done.inserted_primary_key[0]
        done = connection.execute(
            insert(deliveries).values(
                edition_id=edition,
                subscriber_id=to.id,
                domain=to.domain,
                state=state,
                due=at,
                expires=at,
                attempts=1,
                first=at,
                tried=at,
                settled=at,
                message_id=message_id(edition, to),
            )
        )
        return int(done.inserted_primary_key[0])


def message_id(edition: int, to: Subscriber) -> str:
    return f"<e{edition}.{to.id}@gazette.example>"


def letter(press: Press, to: Subscriber) -> int:
    """A confirmation that was sent to somebody; its number."""
    now = press.clock()
    with press.store.write() as connection:
        number = letters.add(
            connection,
            "confirm",
            to.id,
            language="en",
            message_id=f"<letter.{to.id}@gazette.example>",
            now=now,
            expires=now,
        )
        connection.execute(
            letters.letters.update()
            .where(letters.letters.c.id == number)
            .values(attempts=1, state="sent", settled=now)
        )
    return number


def report(
    press: Press,
    delivery: int,
    *,
    status: str = "5.1.1",
    text: str = "refused",
    number: int = 1,
    action: str = "failed",
    kind: str = "delivery",
) -> bytes:
    """A report on a mail of ours, as a server would send it to the mail's envelope sender."""
    token = verp_of(press).sender(delivery, kind)  # type: ignore[arg-type]
    return f"""\
From: MAILER-DAEMON@mx.quayside.example
To: {token}
Subject: Undelivered Mail Returned to Sender
Message-ID: <report.{delivery}.{number}@mx.quayside.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

It could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.quayside.example

Final-Recipient: rfc822; somebody@quayside.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {text}

--b--
""".encode()


def unsigned(address: str, named: str, *, status: str = "5.1.1", number: int = 1) -> bytes:
    """A report without a token, which names an address and a ``Message-ID``."""
    return f"""\
From: MAILER-DAEMON@mx.quayside.example
To: letter@gazette.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <unsigned.{number}@mx.quayside.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.quayside.example

Final-Recipient: rfc822; {address}
Action: failed
Status: {status}

--b
Content-Type: text/rfc822-headers

From: letter@gazette.example
Message-ID: {named}

--b--
""".encode()


def complaint(press: Press, delivery: int) -> bytes:
    """A complaint of a reader's, through their mailbox provider, with the address left out."""
    data = (SAMPLES / "complaint.eml").read_bytes()
    token = verp_of(press).sender(delivery)
    return data.replace(b"bounce+token7@saltmarrow.example", token.encode())
