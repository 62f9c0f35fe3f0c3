"""Leaving: as easy as coming, at once, and as often as one likes.

Whoever has the link may leave, also when nothing is kept on them any more: an
old mail's button must never fail. Who has left is not brought back by an
import, only by that person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from syndicate.jobs.audience.standing import Standing, bearer, claim_of, standing
from syndicate.jobs.press import Press
from syndicate.model.subscriber import EVERY, Actor, Subscriber
from syndicate.store import history, letters, subscribers, subscriptions, suppressions


@dataclass(frozen=True, slots=True)
class Leave:
    """A newsletter that somebody leaves or has left.

    ``subscribed`` is whether it still comes. ``language`` is the person's, empty
    for somebody on whom nothing is kept any more. Nothing else of them is told,
    and no token: this link stands in a header that mailboxes and whatever lies
    before them use by themselves, and leaving is all that it may do.
    """

    newsletter: str
    subscribed: bool
    language: str = ""


def look(press: Press, token: str) -> Leave:
    """What the link in a mail would end; changes nothing. Raises :class:`TokenError`."""
    claim = claim_of(press, token, "unsubscribe")
    with press.store.read() as connection:
        found = subscribers.by_key(connection, claim.subscriber_key)
        return _leave(connection, found, _named(claim.extra))


def unsubscribe(press: Press, token: str, *, how: str = "button") -> Leave:
    """End what the link in a mail names, ``how`` being ``button`` or ``one-click`` (RFC 8058).

    Idempotent. Raises :class:`TokenError` for what is no link of ours.
    """
    claim, now = claim_of(press, token, "unsubscribe"), press.clock()
    newsletter = _named(claim.extra)
    with press.store.write() as connection:
        found = subscribers.by_key(connection, claim.subscriber_key, hold=True)
        if found is not None:
            leave_one(connection, found, newsletter, actor="subscriber", how=how, now=now)
        return _leave(connection, found, newsletter)


def leave(press: Press, token: str, newsletters: Iterable[str] | None = None) -> Standing:
    """Leave newsletters by the preferences' link, or with ``None`` all there will ever be.

    Idempotent. Raises :class:`TokenError`.
    """
    claim, now = claim_of(press, token, "manage"), press.clock()
    with press.store.write() as connection:
        subscriber = bearer(connection, claim, hold=True)
        if newsletters is None:
            leave_all(connection, subscriber, actor="subscriber", how="preferences", now=now)
        else:
            for name in newsletters:
                leave_one(
                    connection, subscriber, name, actor="subscriber", how="preferences", now=now
                )
        return standing(connection, subscriber)


def leave_one(
    connection: Connection,
    subscriber: Subscriber,
    newsletter: str,
    *,
    actor: Actor,
    how: str,
    now: datetime,
) -> bool:
    """End one subscription and bar its newsletter; False where that was done already."""
    ended = subscriptions.end(connection, subscriber.id, newsletter, reason=how, now=now)
    barred = suppressions.add(
        connection, subscriber.fingerprint, newsletter, "unsubscribed", since=now
    )
    if ended or barred:
        history.add(
            connection,
            subscriber.id,
            "left",
            actor,
            at=now,
            newsletter=newsletter,
            details={"how": how},
        )
    return ended or barred


def leave_all(
    connection: Connection, subscriber: Subscriber, *, actor: Actor, how: str, now: datetime
) -> None:
    """End every subscription, and bar also what somebody else might begin."""
    for each in subscriptions.of(connection, subscriber.id):
        leave_one(connection, subscriber, each.newsletter, actor=actor, how=how, now=now)
    leave_one(connection, subscriber, EVERY, actor=actor, how=how, now=now)
    letters.withdraw(connection, subscriber.id, now=now)


def _named(extra: tuple[str, ...]) -> str:
    return extra[0] if extra else EVERY


def _leave(connection: Connection, subscriber: Subscriber | None, newsletter: str) -> Leave:
    if subscriber is None:
        return Leave(newsletter, subscribed=False)
    held = subscriptions.find(connection, subscriber.id, newsletter)
    subscribed = held is not None and held.state == "active"
    return Leave(newsletter, subscribed, subscriber.language)
