"""Subscribers put into a store without signing up."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from syndicate.audience.address import parse
from syndicate.audience.keys import fingerprint
from syndicate.model.subscriber import Subscriber, Wish
from syndicate.store import subscribers, subscriptions
from syndicate.store.subscribers import Newcomer
from syndicate.store.subscriptions import Given
from tests.support.articles import at

KEY = b"k" * 40
NOW = at("2026-01-26T01:00")


def newcomer(address: str, **fields: Any) -> Newcomer:
    read = parse(address)
    values: dict[str, Any] = {
        "key": fingerprint(KEY, f"key {read.canonical}")[:22],
        "address": read.given,
        "canonical": read.canonical,
        "domain": read.domain,
        "fingerprint": fingerprint(KEY, read.canonical),
        "language": "en",
        "timezone": "Asia/Shanghai",
        "created": NOW,
    }
    return Newcomer(**{**values, **fields})


def person(connection: Connection, address: str, **fields: Any) -> Subscriber:
    """Somebody who is in the store from now on."""
    return subscribers.add(connection, newcomer(address, **fields))[0]


def reader(
    connection: Connection, address: str, newsletter: str = "weekly", **fields: Any
) -> Subscriber:
    """Somebody with an active subscription; ``fields`` are those of the wish."""
    found = person(connection, address)
    wish = Wish(newsletter, **{"cadence": "weekly", "language": "en", **fields})
    subscriptions.begin(connection, found.id, wish, Given("confirmed", NOW))
    return found
