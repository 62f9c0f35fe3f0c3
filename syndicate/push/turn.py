"""Which pings a hub gets now, and in which order.

A hub that is away is not asked again for each of its topics: once it has
shown itself to be, the rest wait with the one that met it. A hub that answers
again gets at once what has waited for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from syndicate.push.verdict import waits_for_the_hub, was_asked_to_wait
from syndicate.store.pings import Ping

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Turn:
    """One hub's part of a push.

    ``due`` goes out now. ``held`` waits with ``holder``, because the hub asked
    for time. ``waiting`` would follow ``due`` if the hub turns out to answer.
    """

    hub: str
    due: tuple[Ping, ...] = ()
    held: tuple[Ping, ...] = ()
    holder: Ping | None = None
    waiting: tuple[Ping, ...] = ()


def turns(pending: Iterable[Ping], *, now: datetime, early: bool = False) -> tuple[Turn, ...]:
    """Each hub's turn. With ``early`` nothing waits: a person says that it is time."""
    by_hub: dict[str, list[Ping]] = {}
    for ping in pending:
        by_hub.setdefault(ping.hub, []).append(ping)
    return tuple(_turn(hub, by_hub[hub], now, early) for hub in sorted(by_hub))


def _turn(hub: str, pending: Sequence[Ping], now: datetime, early: bool) -> Turn:
    # Those tried longest ago come first: a topic that a hub can't take must
    # not stand in the way of the others for ever.
    ordered = sorted(pending, key=lambda ping: (ping.tried or _NEVER, ping.topic))
    if early:
        return Turn(hub, due=tuple(ordered))
    due = tuple(ping for ping in ordered if ping.due is None or ping.due <= now)
    later = tuple(ping for ping in ordered if ping not in due)
    holder = max(
        (ping for ping in later if was_asked_to_wait(ping)),
        key=lambda ping: ping.due or _NEVER,
        default=None,
    )
    if holder is not None:
        return Turn(hub, held=due, holder=holder)
    return Turn(hub, due=due, waiting=tuple(filter(waits_for_the_hub, later)))
