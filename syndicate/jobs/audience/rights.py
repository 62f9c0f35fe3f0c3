"""Somebody's rights: to have all that is held on them, and to have it forgotten.

Erasing takes the person and all that names them, in the store and in the
outbox. What stays is a number in the ledger and in the history, which is
nobody's, and the keyed hash that keeps an import from bringing them back. They
may themselves sign up again at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from syndicate.audience.address import Address
from syndicate.audience.erasure import scrub
from syndicate.jobs.audience.standing import bearer, claim_of, standing
from syndicate.jobs.press import Press
from syndicate.jobs.transports import maildir, outbox
from syndicate.model.subscriber import EVERY, Actor, Subscriber
from syndicate.store import (
    bounces,
    departures,
    history,
    letters,
    subscribers,
    suppressions,
    traces,
)
from syndicate.store.departures import ERASURE, Departure


def held(press: Press, token: str) -> dict[str, Any]:
    """All that is held on the bearer of a preferences' link, as plain data for JSON.

    Raises :class:`TokenError`.
    """
    claim = claim_of(press, token, "manage")
    with press.store.read() as connection:
        return held_on(connection, bearer(connection, claim))


def held_on(connection: Connection, subscriber: Subscriber) -> dict[str, Any]:
    """All that is held on somebody, as plain data: times in ISO 8601, UTC."""
    found = standing(connection, subscriber)
    return {
        "subscriber": _plain(found.subscriber),
        "subscriptions": _plain(found.subscriptions),
        "suppressions": _plain(found.suppressions),
        "history": _plain(history.of(connection, subscriber.id)),
        "letters": _plain(letters.of(connection, subscriber.id)),
        "editions": _plain(traces.mailed(connection, subscriber.id)),
        "bounces": _plain(bounces.of(connection, subscriber.id)),
    }


def erase(press: Press, token: str) -> bool:
    """Erase the bearer of a preferences' link; False where that was done already.

    Raises :class:`TokenError` for what is no link of ours.
    """
    claim = claim_of(press, token, "manage")
    with press.store.write() as connection:
        found = subscribers.by_key(connection, claim.subscriber_key, hold=True)
        if found is None:
            return False
        mails = forget(connection, found, actor="subscriber", now=press.clock())
    wipe(press, mails)
    return True


def forget(
    connection: Connection, subscriber: Subscriber, *, actor: Actor, now: datetime
) -> set[str]:
    """Erase somebody from the store; the Message-IDs of the mails that they were sent."""
    mails = clear(connection, subscriber)
    suppressions.add(connection, subscriber.fingerprint, EVERY, "erased", since=now)
    departures.note(connection, Departure(subscriber.fingerprint, ERASURE, "erased", now))
    history.add(connection, subscriber.id, "erased", actor, at=now)
    return mails


def clear(connection: Connection, subscriber: Subscriber) -> set[str]:
    """Take somebody and all that names them out of the store, and bar nothing; as :func:`forget`.

    They have to be held.
    """
    local = subscriber.address.rpartition("@")[0]
    address = Address(
        subscriber.address, subscriber.canonical, subscriber.domain, local, not local.isascii()
    )
    mails = traces.message_ids(connection, subscriber.id)
    traces.clear(connection, subscriber, lambda text: scrub(text, address))
    letters.remove(connection, subscriber.id)
    history.scrub(connection, subscriber.id)
    subscribers.remove(connection, subscriber.id)
    return mails


def wipe(press: Press, message_ids: set[str]) -> None:
    """What is left to do when somebody was taken out of the store: files beside it.

    Where somebody else reads the store now, its log is emptied by the next tidying.
    """
    press.store.wipe()
    if message_ids:
        clear_outbox(press.config.mail.outbox, message_ids)


def clear_outbox(folder: Path, message_ids: set[str]) -> int:
    """Delete the mails that stayed in the outbox, whichever transport put them there; how many."""
    named = {name(each) for each in message_ids for name in (outbox.file_name, maildir.file_name)}
    deleted = 0
    # A mail program writes flags behind the name of what it has seen.
    for path in [p for p in folder.rglob("*") if p.name.partition(":")[0] in named]:
        with suppress(FileNotFoundError):
            path.unlink()
            deleted += 1
    return deleted


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
