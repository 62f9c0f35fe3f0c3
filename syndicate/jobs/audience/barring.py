"""What bars an address from being mailed, and what of that its owner alone lifts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from syndicate.model.subscriber import EVERY, Subscriber, Suppression
from syndicate.store import history, suppressions


def barred(connection: Connection, fingerprint: str, newsletter: str) -> Suppression | None:
    """What bars an address from a newsletter even if its owner asks for it.

    That they once left, or asked to be erased, does not.
    """
    found = suppressions.against(connection, fingerprint, newsletter)
    return None if found is None or found.reason in suppressions.OWN else found


def lift_own(
    connection: Connection, subscriber: Subscriber, newsletters: Iterable[str], *, now: datetime
) -> None:
    """Lift what somebody's own confirmed sign-up lifts, and note it."""
    for newsletter in (*newsletters, EVERY):
        lifted = suppressions.lift(connection, subscriber.fingerprint, newsletter, suppressions.OWN)
        if lifted is not None:
            history.add(
                connection,
                subscriber.id,
                "unsuppressed",
                "subscriber",
                at=now,
                newsletter=newsletter,
                details={"reason": lifted.reason},
            )
