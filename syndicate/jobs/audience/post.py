"""Queueing letters: mails to one person about their own subscription (``jobs/letters``)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.model.subscriber import Subscriber
from syndicate.store import letters
from syndicate.store.letters import LetterKind


def queue(
    connection: Connection,
    config: Config,
    kind: LetterKind,
    subscriber: Subscriber,
    *,
    newsletters: Sequence[str] = (),
    language: str = "",
    now: datetime,
) -> int:
    """Queue a letter in the transaction that it tells of; its number."""
    return letters.add(
        connection,
        kind,
        subscriber.id,
        language=language or subscriber.language,
        message_id=message_id(config),
        now=now,
        expires=now + config.subscribers.confirm_within,
        details={"newsletters": list(newsletters)} if newsletters else {},
    )


def message_id(config: Config) -> str:
    """A Message-ID of the sender's domain (RFC 5322, 3.6.4); it says nothing of anybody."""
    domain = config.mail.sender_address.rpartition("@")[2]
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        domain = ""
    return f"<{secrets.token_hex(16)}@{domain or urlsplit(config.site.url).hostname}>"
