"""Who gets which newsletter, how often, and of which sections.

One row for each subscriber and newsletter. *pending* waits for a confirmation,
*ended* stays as the record of a consent that was taken back. A row goes on
standing when its newsletter, cadence or language is offered no more:
``recipients`` says what it then gets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, update

from syndicate.model.subscriber import Consent, Subscription, SubscriptionState, Wish
from syndicate.store import choices as sets
from syndicate.store.schema import choices, subscriptions
from syndicate.store.upsert import COUNTED, inserting

#: The reason of a subscription that ended before it began.
NOT_CONFIRMED: Final = "not confirmed"

_BATCH: Final = 500
_ONE: Final = ("subscriber_id", "newsletter")


@dataclass(frozen=True, slots=True)
class Given:
    """How and when consent was given. Fields as in :class:`Subscription`."""

    consent: Consent
    at: datetime
    form: str = ""
    client: str = ""


def of(connection: Connection, subscriber_id: int) -> list[Subscription]:
    """All that somebody has, by newsletter."""
    return of_many(connection, [subscriber_id]).get(subscriber_id, [])


def of_many(connection: Connection, subscriber_ids: Iterable[int]) -> dict[int, list[Subscription]]:
    """The subscriptions of many, by subscriber."""
    wanted, found = list(subscriber_ids), dict[int, list[Subscription]]()
    for start in range(0, len(wanted), _BATCH):
        query = (
            select(subscriptions, choices.c.sections)
            .outerjoin(choices, choices.c.id == subscriptions.c.choice_id)
            .where(subscriptions.c.subscriber_id.in_(wanted[start : start + _BATCH]))
            .order_by(subscriptions.c.subscriber_id, subscriptions.c.newsletter)
        )
        for row in connection.execute(query):
            found.setdefault(row.subscriber_id, []).append(_subscription(row))
    return found


def find(connection: Connection, subscriber_id: int, newsletter: str) -> Subscription | None:
    held = of(connection, subscriber_id)
    return next((each for each in held if each.newsletter == newsletter), None)


def request(connection: Connection, subscriber_id: int, wish: Wish, given: Given) -> bool:
    """Write what somebody asked for, to be confirmed; False where it is active already.

    An active subscription stays as it is: anybody may type anybody's address.
    """
    row = _row(subscriber_id, wish, given, "pending", sets.keep(connection, wish.sections))
    return _put(connection, row, unless_active=True)


def begin(connection: Connection, subscriber_id: int, wish: Wish, given: Given) -> None:
    """Begin a subscription that needs no confirmation, or no further one."""
    row = _row(subscriber_id, wish, given, "active", sets.keep(connection, wish.sections))
    _put(connection, {**row, "confirmed": given.at}, unless_active=False)


def begin_many(
    connection: Connection,
    wishes: Sequence[tuple[int, Wish]],
    given: Given,
    *,
    state: SubscriptionState = "active",
) -> int:
    """Write subscriptions of many at once, where they have none; how many were written.

    Those that exist, ended ones too, stay as they are.
    """
    kept = {chosen: sets.keep(connection, chosen) for chosen in {w.sections for _, w in wishes}}
    rows = [_row(number, wish, given, state, kept[wish.sections]) for number, wish in wishes]
    written = 0
    for start in range(0, len(rows), _BATCH):
        statement = inserting(connection, subscriptions).on_conflict_do_nothing(index_elements=_ONE)
        some = rows[start : start + _BATCH]
        written += connection.execute(statement, some, execution_options=COUNTED).rowcount
    return written


def activate(connection: Connection, subscriber_id: int, newsletter: str, *, now: datetime) -> bool:
    """Make a pending subscription active; False if there is none that waits."""
    done = connection.execute(
        update(subscriptions)
        .where(*_is(subscriber_id, newsletter), subscriptions.c.state == "pending")
        .values(state="active", confirmed=now)
    )
    return bool(done.rowcount)


def change(connection: Connection, subscriber_id: int, wish: Wish) -> bool:
    """Change what an active subscription brings; False if there is none."""
    done = connection.execute(
        update(subscriptions)
        .where(*_is(subscriber_id, wish.newsletter), subscriptions.c.state == "active")
        .values(_wished(wish, sets.keep(connection, wish.sections)))
    )
    return bool(done.rowcount)


def end(
    connection: Connection, subscriber_id: int, newsletter: str, *, reason: str, now: datetime
) -> bool:
    """End a subscription; False if there is none that has not ended."""
    done = connection.execute(
        update(subscriptions)
        .where(*_is(subscriber_id, newsletter), subscriptions.c.state != "ended")
        .values(state="ended", ended=now, reason=reason)
    )
    return bool(done.rowcount)


def lapse(connection: Connection, *, before: datetime, now: datetime) -> int:
    """End what was asked for before then and never confirmed; how many that were."""
    done = connection.execute(
        update(subscriptions)
        .where(subscriptions.c.state == "pending", subscriptions.c.created < before)
        .values(state="ended", ended=now, reason=NOT_CONFIRMED)
    )
    return done.rowcount


def counts(connection: Connection) -> dict[str, dict[SubscriptionState, int]]:
    """Newsletter to the number of its subscriptions in each state."""
    table = subscriptions.c
    query = select(table.newsletter, table.state, func.count()).group_by(
        table.newsletter, table.state
    )
    found: dict[str, dict[SubscriptionState, int]] = {}
    for newsletter, state, number in connection.execute(query):
        found.setdefault(newsletter, {})[state] = number
    return found


def _is(subscriber_id: int, newsletter: str) -> Iterator[Any]:
    yield subscriptions.c.subscriber_id == subscriber_id
    yield subscriptions.c.newsletter == newsletter


def _wished(wish: Wish, choice_id: int | None) -> dict[str, Any]:
    return {
        "cadence": wish.cadence,
        "language": wish.language,
        "hour": wish.hour,
        "choice_id": choice_id,
    }


def _row(
    subscriber_id: int, wish: Wish, given: Given, state: SubscriptionState, choice_id: int | None
) -> dict[str, Any]:
    return {
        "subscriber_id": subscriber_id,
        "newsletter": wish.newsletter,
        **_wished(wish, choice_id),
        "state": state,
        "created": given.at,
        "confirmed": None,
        "ended": None,
        "reason": "",
        "consent": given.consent,
        "form": given.form,
        "client": given.client,
    }


def _put(connection: Connection, row: dict[str, Any], *, unless_active: bool) -> bool:
    changed = {name: value for name, value in row.items() if name not in _ONE}
    statement = (
        inserting(connection, subscriptions)
        .values(row)
        .on_conflict_do_update(
            index_elements=_ONE,
            set_=changed,
            where=subscriptions.c.state != "active" if unless_active else None,
        )
    )
    return bool(connection.execute(statement, execution_options=COUNTED).rowcount)


def _subscription(row: Row[Any]) -> Subscription:
    return Subscription(
        id=row.id,
        subscriber_id=row.subscriber_id,
        newsletter=row.newsletter,
        cadence=row.cadence,
        language=row.language,
        state=row.state,
        created=row.created,
        consent=row.consent,
        sections=None if row.choice_id is None else sets.as_sections(row.sections),
        hour=row.hour,
        confirmed=row.confirmed,
        ended=row.ended,
        reason=row.reason,
        form=row.form,
        client=row.client,
    )
