"""People who get digests: who they are, what they chose, and what must not reach them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from syndicate.model.edition import Cadence

SubscriptionState = Literal["pending", "active", "ended"]
#: How consent was given: a confirmed sign-up, an import, an operator's word.
Consent = Literal["confirmed", "imported", "operator"]
Actor = Literal["subscriber", "operator", "program", "mailbox"]
#: * asked: for a newsletter; confirmed: by the link in a mail; added: by an operator;
#:   imported: from a file
#: * changed: sections, cadence, language, hour, zone or name
#: * left: a newsletter; suppressed and unsuppressed: the address
#: * bounced, complained: a mail did
#: * erased: all that was held on somebody
EventKind = Literal[
    "asked",
    "confirmed",
    "added",
    "imported",
    "changed",
    "left",
    "suppressed",
    "unsuppressed",
    "bounced",
    "complained",
    "erased",
]
#: Why an address must not be mailed.
SuppressionReason = Literal["unsubscribed", "bounced", "complained", "operator", "erased"]

#: In place of a newsletter's name: all of them.
EVERY: Final = ""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who has an address here.

    ``key`` is random and all that a token says of a person. ``address`` is as
    it was given, ``canonical`` what two spellings of one mailbox share, with
    the domain in its IDNA form; ``fingerprint`` the keyed hash of it by which
    suppressions know the address. ``confirmed`` is when its owner first
    confirmed anything.
    """

    id: int
    key: str
    address: str
    canonical: str
    domain: str
    fingerprint: str
    language: str
    timezone: str
    created: datetime
    confirmed: datetime | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one subscriber gets of one newsletter.

    ``sections`` holds ``source/key`` of each chosen section, sorted; ``None``
    stands for all. ``hour`` is the local hour (0 to 23) that editions come
    at, ``None`` for as soon as they are out. ``form`` says where the consent
    was given and ``client`` is the keyed hash of that client's address.
    """

    id: int
    subscriber_id: int
    newsletter: str
    cadence: Cadence
    language: str
    state: SubscriptionState
    created: datetime
    consent: Consent
    sections: tuple[str, ...] | None = None
    hour: int | None = None
    confirmed: datetime | None = None
    ended: datetime | None = None
    reason: str = ""
    form: str = ""
    client: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of one newsletter. Fields as in :class:`Subscription`."""

    newsletter: str
    cadence: Cadence
    language: str
    sections: tuple[str, ...] | None = None
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """An address that must not be mailed: by one newsletter, or by :data:`EVERY`."""

    fingerprint: str
    newsletter: str
    reason: SuppressionReason
    since: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a subscriber's history. ``details`` never holds an address."""

    subscriber_id: int
    at: datetime
    kind: EventKind
    actor: Actor
    newsletter: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
