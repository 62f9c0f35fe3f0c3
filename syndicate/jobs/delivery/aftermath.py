"""What endings mean beyond their own rows: for the receiving domain, and for the address.

Written in the transaction that the database learns of the endings in. The same
endings again change nothing but a domain's pace.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from syndicate.jobs.bounces.taking import take_refusal
from syndicate.jobs.delivery.ending import Ending
from syndicate.jobs.press import Press
from syndicate.mail import pace
from syndicate.mail.replies import Kind
from syndicate.model.subscriber import EVERY, Event, Subscriber
from syndicate.store import domains, history, letters, subscribers, suppressions
from syndicate.store.domains import Domain

#: What a domain took was on its way before it asked for less.
_ORDER: Final[tuple[Kind, ...]] = ("accepted", "retry", "fail", "slow", "hold")


def learn(
    connection: Connection, press: Press, endings: Sequence[Ending], *, now: datetime
) -> dict[str, Domain]:
    """Learn from endings that are in the ledger; what is known now of their domains."""
    blamed = [ending.subscriber_id for ending in endings if ending.suppress or ending.soft]
    people = subscribers.by_ids(connection, blamed, hold=True)
    _suppress(connection, people, [ending for ending in endings if ending.suppress], now)
    for ending in endings:
        if ending.soft:
            said = ending.settlement
            take_refusal(
                press, connection, said.delivery_id, status=said.enhanced, reply=said.reply
            )
    return _pace(connection, press, endings, now)


def _suppress(
    connection: Connection,
    people: Mapping[int, Subscriber],
    endings: Sequence[Ending],
    now: datetime,
) -> None:
    """Bar the addresses that servers say don't exist from every newsletter."""
    for ending in endings:
        person = people.get(ending.subscriber_id)
        if person is None:
            continue
        status = ending.settlement.enhanced or str(ending.settlement.code or "")
        fresh = suppressions.add(
            connection, person.fingerprint, EVERY, "bounced", since=now, detail=status
        )
        if fresh:
            letters.withdraw(connection, person.id, now=now)
            details = {"status": status, "delivery": ending.settlement.delivery_id}
            reason = {"reason": "bounced"}
            history.add_many(
                connection,
                [
                    Event(person.id, now, "bounced", "mailbox", details=details),
                    Event(person.id, now, "suppressed", "program", details=reason),
                ],
            )


def _pace(
    connection: Connection, press: Press, endings: Sequence[Ending], now: datetime
) -> dict[str, Domain]:
    limits = pace.bounds(press.config.mail)
    met: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    reasons: dict[tuple[str, Kind], str] = {}
    for ending in endings:
        met[ending.domain][ending.kind] += 1
        reasons[ending.domain, ending.kind] = ending.settlement.reason
    known = domains.known(connection, met.keys(), lock=True)
    changed: dict[str, Domain] = {}
    for name, kinds in sorted(met.items()):
        before = known.get(name)
        # Of a domain that takes everything there is nothing to say.
        if before is None and not limits.warm_up and not kinds.keys() & {"slow", "hold"}:
            continue
        after = before or Domain(name)
        for kind, number in sorted(kinds.items(), key=lambda each: _ORDER.index(each[0])):
            said = reasons[name, kind]
            after = pace.after(after, kind, limits, now=now, reason=said, number=number)
        if after != before:
            changed[name] = after
    domains.write(connection, changed.values(), now=now)
    return {**known, **changed}
