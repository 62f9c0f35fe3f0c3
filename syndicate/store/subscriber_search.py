"""Listing and searching subscribers, a page at a time, whatever their number.

A search matches the beginning of an address, of a domain (``@gazette``) or of
a name, without regard to capitals. Each is a range of an index, read from
where the last page ended: so it takes as long with a million as with ten
thousand. Anything in the middle would mean reading all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import idna
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, not_, select, tuple_

from syndicate.model.errors import UsageError
from syndicate.model.subscriber import Subscriber, SubscriptionState
from syndicate.store import subscribers as people
from syndicate.store.schema import subscribers, subscriptions

#: The largest code point stands behind everything that begins with a prefix.
_LAST: Final = "\U0010ffff"
#: No number is larger, nor may one be asked for (PostgreSQL's integer).
_HIGHEST: Final = 2**31 - 1
_FIELDS: Final = tuple(subscribers.c[name] for name in Subscriber.__slots__)


@dataclass(frozen=True, slots=True)
class Page:
    """Some subscribers. Where there are more, ``after`` is the number of the last one here."""

    found: tuple[Subscriber, ...]
    after: int | None = None


@dataclass(frozen=True, slots=True)
class _Stage:
    """A range of one index, in its order; ``without`` leaves out what an earlier one had."""

    column: str
    prefix: str = ""
    without: str = ""


def page(
    connection: Connection,
    *,
    search: str = "",
    newsletter: str = "",
    state: SubscriptionState | None = None,
    after: int | None = None,
    limit: int = 50,
) -> Page:
    """A page of those that match, by number or, in a search, by what it matches.

    ``newsletter`` and ``state`` ask for a subscription that is so, ``after`` for
    those behind the one of that number.
    """
    stages = _stages(search.strip())
    place, last = (0, None) if after is None else _position(connection, stages, after)
    found: list[tuple[int, Subscriber]] = []
    while place < len(stages) and len(found) <= limit:
        query = _query(stages[place], last, limit + 1 - len(found))
        if newsletter or state:
            query = query.where(_subscribes(newsletter, state))
        found.extend((place, Subscriber(*row)) for row in connection.execute(query))
        place, last = place + 1, None
    shown = tuple(subscriber for _, subscriber in found[:limit])
    if len(found) <= limit:
        return Page(shown)
    return Page(shown, shown[-1].id)


def _stages(search: str) -> Sequence[_Stage]:
    if not search:
        return (_Stage("id"),)
    if search.startswith("@"):
        return (_Stage("domain", _domain(search[1:])),)
    local, at, domain = search.partition("@")
    address = f"{local.lower()}{at}{_domain(domain)}"
    return (_Stage("canonical", address), _Stage("sought", people.sought(search), without=address))


def _query(stage: _Stage, last: list[Any] | None, limit: int) -> Select[Any]:
    order = [subscribers.c[name] for name in _order(stage)]
    query = select(*_FIELDS).order_by(*order).limit(limit)
    if stage.prefix:
        query = query.where(_begins(stage.column, stage.prefix))
    if stage.without:
        query = query.where(not_(_begins("canonical", stage.without)))
    if last is not None:
        query = query.where(tuple_(*order) > tuple_(*last))
    return query


def _begins(column: str, prefix: str) -> ColumnElement[bool]:
    named = subscribers.c[column]
    return and_(named >= prefix, named < prefix + _LAST)


def _order(stage: _Stage) -> tuple[str, ...]:
    return (stage.column,) if stage.column in ("id", "canonical") else (stage.column, "id")


def _key(stage: _Stage, edge: Subscriber) -> list[Any]:
    values = {
        "id": edge.id,
        "canonical": edge.canonical,
        "domain": edge.domain,
        "sought": people.sought(edge.name),
    }
    return [values[name] for name in _order(stage)]


def _position(
    connection: Connection, stages: Sequence[_Stage], after: int
) -> tuple[int, list[Any]]:
    """Where in the search somebody stands: the stage, and what it orders them by."""
    after = min(after, _HIGHEST)
    if stages[0].column == "id":
        # Also behind somebody who is there no more.
        return 0, [after]
    edge = people.by_id(connection, after)
    for place, stage in enumerate(stages):
        if edge is not None:
            key = _key(stage, edge)
            if str(key[0]).startswith(stage.prefix):
                return place, key
    raise UsageError(
        f"--after {after}", "nobody whom this search finds has that number", "begin without it"
    )


def _subscribes(newsletter: str, state: SubscriptionState | None) -> ColumnElement[bool]:
    wanted = [subscriptions.c.subscriber_id == subscribers.c.id]
    if newsletter:
        wanted.append(subscriptions.c.newsletter == newsletter)
    if state:
        wanted.append(subscriptions.c.state == state)
    return exists().where(*wanted)


def _domain(text: str) -> str:
    """The beginning of a domain in its IDNA form, where it is long enough to have one."""
    try:
        return idna.encode(text, uts46=True).decode("ascii") if text else ""
    except UnicodeError:
        return text.lower()
