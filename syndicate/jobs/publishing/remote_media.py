"""Learning of other hosts how large their pictures and files are, before feeds show them.

It happens before a publish reads the store, and what was learned goes into
the store with a mark on every article it concerns: so what feeds and archives
hold follows from the store, whoever asked and when.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import Connection

from syndicate.jobs import remote
from syndicate.jobs.press import Press
from syndicate.jobs.remote import Allowance, Told
from syndicate.model.article import Article
from syndicate.store import articles
from syndicate.store import remote as remote_store
from syndicate.store.remote import TOLD, RemoteMedium

#: What one publish may take of time and of bytes.
SECONDS: Final = 60.0
BYTES: Final = 32 * 1024 * 1024

_AGAIN: Final = timedelta(days=1)
_BATCH: Final = 500
_MOST_WARNINGS: Final = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to ask about; ``expected`` is the media type that it promises, if any."""

    url: str
    picture: bool
    expected: str


def shown(found: Iterable[Article]) -> Iterator[Wanted]:
    """What articles show or offer that does not lie in their source's folder."""
    for article in found:
        content = article.content
        yield from (Wanted(one.url, True, "") for one in content.images if not one.path)
        yield from (
            Wanted(one.url, False, one.media_type) for one in content.attachments if not one.path
        )


def unknown(press: Press, connection: Connection, ids: Collection[int]) -> list[Wanted]:
    """What these articles show of which nothing is known, and what is to be asked again."""
    wanted: dict[str, Wanted] = {}
    ordered = list(ids)
    for start in range(0, len(ordered), _BATCH):
        some = ordered[start : start + _BATCH]
        held = articles.by_ids(connection, some, body=False)
        found = {one.url: one for one in shown(held[number] for number in some if number in held)}
        known = remote_store.known(connection, list(found))
        for url, one in found.items():
            last = known.get(url)
            if last is None or (last.outcome != TOLD and press.clock() - last.asked >= _AGAIN):
                wanted.setdefault(url, one)
    return list(wanted.values())


def learn(
    press: Press,
    wanted: Collection[Wanted],
    *,
    refuses: remote.Refuses,
    seconds: float = SECONDS,
) -> tuple[str, ...]:
    """Ask about each once, as far as time and bytes reach; returns warnings."""
    if not wanted:
        return ()
    found = dict(_answers(press, wanted, refuses, Allowance(BYTES, monotonic() + seconds)))
    with press.store.write() as connection:
        remote_store.record(
            connection, (_recorded(press, url, told) for url, told in found.items())
        )
        new = {url for url, told in found.items() if not told.fault}
        if new:
            articles.touch(connection, remote_store.shown_by(connection, new))
    failed = [f"{url}: {told.fault}" for url, told in found.items() if told.fault]
    more = len(failed) - _MOST_WARNINGS
    return (*failed[:_MOST_WARNINGS], *([f"{more} more could not be asked"] if more > 0 else []))


def _answers(
    press: Press, wanted: Collection[Wanted], refuses: remote.Refuses, allowance: Allowance
) -> Iterator[tuple[str, Told]]:
    tell = press.progress("asking other hosts")
    silent: set[str] = set()
    for number, one in enumerate(wanted):
        tell(number, len(wanted))
        if allowance.is_spent() or press.stopping():
            return
        host = _host(one.url)
        if host in silent:
            # One that is away would take all the time there is; the rest has another turn.
            continue
        told = remote.ask(
            one.url, allowance, picture=one.picture, expected=one.expected, refuses=refuses
        )
        if told.silent:
            if allowance.is_spent():
                return  # cut off by us, so nothing is known of the host
            silent.add(host)
        yield one.url, told
    tell(len(wanted), len(wanted))


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _recorded(press: Press, url: str, told: Told) -> RemoteMedium:
    return RemoteMedium(
        url=url,
        media_type=told.media_type,
        length=told.length,
        width=told.width,
        height=told.height,
        asked=press.clock(),
        outcome=told.fault or TOLD,
    )


def learned(connection: Connection, found: Iterable[Article]) -> dict[str, RemoteMedium]:
    """What is known of what these articles show."""
    urls = list(dict.fromkeys(one.url for one in shown(found)))
    known = remote_store.known(connection, urls) if urls else {}
    return {url: medium for url, medium in known.items() if medium.outcome == TOLD}
