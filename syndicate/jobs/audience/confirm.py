"""Confirming: the mailbox's reader says yes, and only then does anything come.

Programs follow every link in a mail, so looking changes nothing; a person
presses the button that :func:`confirm` stands behind.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from syndicate.audience.tokens import Claim
from syndicate.jobs.audience import barring
from syndicate.jobs.audience.standing import Standing, bearer, claim_of, manage_token, standing
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.model.subscriber import Subscription
from syndicate.store import history, subscribers, subscriptions


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a link confirms.

    ``subscriptions`` are those it is for, as they are: *pending* before, *active*
    after. ``manage`` is the token of the preferences, empty until confirmed.
    """

    standing: Standing
    subscriptions: tuple[Subscription, ...]
    manage: str = ""

    @property
    def waits(self) -> bool:
        """Whether there is anything left to confirm."""
        return any(each.state == "pending" for each in self.subscriptions)


def look(press: Press, token: str) -> Confirmation:
    """What a confirmation would begin; changes nothing. Raises :class:`TokenError`."""
    claim = _claim(press, token)
    with press.store.read() as connection:
        return _confirmation(connection, claim)


def confirm(press: Press, token: str, *, client: str = "") -> Confirmation:
    """Begin what waits for this confirmation; once more changes nothing.

    What has been ended since the mail went out stays ended: an old link brings
    nobody back. Raises :class:`TokenError`.
    """
    claim, now = _claim(press, token), press.clock()
    hashed = secrets_of(press).client(client)
    with press.store.write() as connection:
        subscriber = bearer(connection, claim, hold=True)
        before = _confirmation(connection, claim)
        begun = [
            each.newsletter
            for each in before.subscriptions
            if subscriptions.activate(connection, subscriber.id, each.newsletter, now=now)
        ]
        if begun:
            subscribers.confirm(connection, subscriber.id, now=now)
            barring.lift_own(connection, subscriber, begun, now=now)
        for newsletter in begun:
            history.add(
                connection,
                subscriber.id,
                "confirmed",
                "subscriber",
                at=now,
                newsletter=newsletter,
                details={"client": hashed},
            )
        after = _confirmation(connection, claim)
    return Confirmation(after.standing, after.subscriptions, manage_token(press, subscriber))


def _claim(press: Press, token: str) -> Claim:
    return claim_of(press, token, "confirm", max_age=press.config.subscribers.confirm_within)


def _confirmation(connection: Connection, claim: Claim) -> Confirmation:
    found = standing(connection, bearer(connection, claim))
    return Confirmation(
        found, tuple(each for each in found.subscriptions if each.newsletter in claim.extra)
    )
