"""Preferences: what somebody gets, changed by that person with the link that mails bring them.

The link came by mail to their address, so who has it has confirmed: a newsletter
added here begins at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from syndicate.jobs.audience import barring
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.standing import Standing, bearer, claim_of, standing
from syndicate.jobs.audience.wishes import Choice, person_problems, wishes
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.model.subscriber import Subscriber, Subscription, Wish
from syndicate.store import history, subscribers, subscriptions
from syndicate.store.subscriptions import Given

_CHOSEN = ("cadence", "language", "sections", "hour")
_PERSONAL = ("language", "timezone", "name")


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be otherwise: each newsletter named is had so from now on.

    Newsletters that are not named stay as they are (``leaving`` ends them).
    ``None`` leaves a value as it is.
    """

    choices: tuple[Choice, ...] = ()
    language: str | None = None
    timezone: str | None = None
    name: str | None = None


def show(press: Press, token: str) -> Standing:
    """What somebody has; changes nothing. Raises :class:`TokenError`."""
    claim = claim_of(press, token, "manage")
    with press.store.read() as connection:
        return standing(connection, bearer(connection, claim))


def change(
    press: Press, token: str, changes: Changes, *, client: str = "", form: str = "preferences"
) -> Standing:
    """Change what somebody has; how it then is.

    Raises :class:`TokenError`, and :class:`InvalidError` with all that is wrong.
    """
    claim, config, now = claim_of(press, token, "manage"), press.config, press.clock()
    problems = person_problems(
        config,
        language=changes.language or "",
        timezone=changes.timezone or "",
        name=changes.name or "",
    )
    with press.store.read() as connection:
        subscriber = bearer(connection, claim)
        try:
            wanted = wishes(connection, config, changes.choices) if changes.choices else ()
        except InvalidError as error:
            problems.extend(error.problems)
    if problems:
        raise InvalidError(problems)
    given = Given("confirmed", now, form, secrets_of(press).client(client))
    with press.store.write() as connection:
        subscriber = bearer(connection, claim, hold=True)
        _change_person(connection, subscriber, changes, now)
        for wish in wanted:
            have(connection, subscriber, wish, given)
        return standing(connection, bearer(connection, claim))


def have(connection: Connection, subscriber: Subscriber, wish: Wish, given: Given) -> None:
    """Let somebody who has said so in person have a newsletter in this way from now on."""
    held = subscriptions.find(connection, subscriber.id, wish.newsletter)
    if held is not None and held.state == "active":
        moved = _moved(held, wish, _CHOSEN)
        if moved:
            subscriptions.change(connection, subscriber.id, wish)
            _note(connection, subscriber, "changed", given.at, moved, wish.newsletter)
        return
    subscriptions.begin(connection, subscriber.id, wish, given)
    subscribers.confirm(connection, subscriber.id, now=given.at)
    details = {"form": given.form, "client": given.client}
    _note(connection, subscriber, "confirmed", given.at, details, wish.newsletter)
    barring.lift_own(connection, subscriber, [wish.newsletter], now=given.at)


def _change_person(
    connection: Connection, subscriber: Subscriber, changes: Changes, now: datetime
) -> None:
    given = {name: getattr(changes, name) for name in _PERSONAL}
    # A name may be emptied; a language or zone can't be.
    said = {key: value for key, value in given.items() if value or (key == "name" and value == "")}
    new = {key: value for key, value in said.items() if value != getattr(subscriber, key)}
    if new:
        subscribers.change(connection, subscriber.id, **new)
        # A name says who somebody is, and the history outlives them.
        details = {key: [getattr(subscriber, key), new[key]] for key in new if key != "name"}
        _note(
            connection,
            subscriber,
            "changed",
            now,
            details | ({"name": True} if "name" in new else {}),
        )


def _moved(held: Subscription, wish: Wish, names: tuple[str, ...]) -> dict[str, Any]:
    """What is otherwise: name to how it was and how it is."""
    return {
        name: [getattr(held, name), getattr(wish, name)]
        for name in names
        if getattr(held, name) != getattr(wish, name)
    }


def _note(
    connection: Connection,
    subscriber: Subscriber,
    kind: Any,
    now: datetime,
    details: dict[str, Any],
    newsletter: str = "",
) -> None:
    history.add(
        connection,
        subscriber.id,
        kind,
        "subscriber",
        at=now,
        newsletter=newsletter,
        details=details,
    )
