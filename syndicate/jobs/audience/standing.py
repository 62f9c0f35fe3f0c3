"""Somebody with all that they have: what pages, verbs and mails about one person need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from syndicate.audience.tokens import Claim, Purpose
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import tokens_of
from syndicate.model.errors import TokenError
from syndicate.model.subscriber import EVERY, Subscriber, Subscription, Suppression
from syndicate.store import subscribers, subscriptions, suppressions


@dataclass(frozen=True, slots=True)
class Standing:
    """A subscriber, their subscriptions by newsletter, and what bars their address."""

    subscriber: Subscriber
    subscriptions: tuple[Subscription, ...] = ()
    suppressions: tuple[Suppression, ...] = ()

    def subscription(self, newsletter: str) -> Subscription | None:
        return next((each for each in self.subscriptions if each.newsletter == newsletter), None)

    def barred(self, newsletter: str) -> Suppression | None:
        """What keeps a newsletter from being mailed, though it may be subscribed to."""
        return next(
            (
                each
                for each in self.suppressions
                if each.newsletter in (newsletter, EVERY) and each.reason not in suppressions.OWN
            ),
            None,
        )


def standing(connection: Connection, subscriber: Subscriber) -> Standing:
    """All that somebody has."""
    return Standing(
        subscriber,
        tuple(subscriptions.of(connection, subscriber.id)),
        tuple(suppressions.of(connection, subscriber.fingerprint)),
    )


def claim_of(
    press: Press, token: str, purpose: Purpose, *, max_age: timedelta | None = None
) -> Claim:
    """What a token claims, now. Raises :class:`TokenError`."""
    return tokens_of(press).read(token, purpose, now=press.clock(), max_age=max_age)


def bearer(connection: Connection, claim: Claim, *, hold: bool = False) -> Subscriber:
    """Whose token it is, held where anything of theirs is to be changed.

    Raises :class:`TokenError` for somebody who has been erased.
    """
    found = subscribers.by_key(connection, claim.subscriber_key, hold=hold)
    if found is None:
        raise TokenError("this link", "nothing is kept here on you any more", "sign up again")
    return found


def manage_token(press: Press, subscriber: Subscriber) -> str:
    """The token of the links to somebody's preferences, data and erasure."""
    return tokens_of(press).make("manage", subscriber.key, now=press.clock())
