"""How many people read a feed, as feed readers report it.

A service that fetches a feed once for all of its users says in its User-Agent
how many they are. That is all that is kept: the reader's name, the number, and
what the reader calls the feed. Nobody's address is looked at.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from syndicate.model.errors import StoreError
from syndicate.store.readers import Sighting

#: Seconds between the first report that is not yet stored and its storing.
PAUSE: Final = 60.0
#: How many reports are held at most: whoever invents more names has them forgotten.
_HELD: Final = 5_000
_LONGEST: Final = 512

_COUNT: Final = re.compile(r"(?<![\d.-])(\d{1,9})[ +]+subscribers?\b", re.IGNORECASE)
_FEED_ID: Final = re.compile(
    r"\bfeed-?id[=: ]+([\w.:/+-]{1,64})|/site/(\d{1,12})/", re.IGNORECASE | re.ASCII
)
#: What tells a service, and the name it goes by; the first that is found.
_NAMES: Final = (
    ("feedly", "Feedly"),
    ("inoreader", "Inoreader"),
    ("newsblur", "NewsBlur"),
    ("theoldreader", "The Old Reader"),
    ("feedbin", "Feedbin"),
    ("bazqux", "BazQux"),
    ("feedspot", "Feedspot"),
    ("feeder.co", "Feeder"),
    ("netvibes", "Netvibes"),
    ("newsify", "Newsify"),
    ("bloglovin", "Bloglovin"),
    ("feedhq", "FeedHQ"),
    ("commafeed", "CommaFeed"),
)
_PRODUCT: Final = re.compile(r"[A-Za-z][\w.'!-]*(?: [A-Za-z][\w.'!-]*){0,3}", re.ASCII)
_COMPATIBLE: Final = re.compile(r"\(compatible;\s*([^;()]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reported:
    """What one User-Agent says."""

    reader: str
    feed_id: str
    subscribers: int


@lru_cache(maxsize=1024)
def reported(agent: str) -> Reported | None:
    """The subscribers that a User-Agent reports; None if it reports none."""
    count = _COUNT.search(agent)
    if count is None:
        return None
    named = _FEED_ID.search(agent)
    reader = _reader(agent)
    feed_id = (named[1] or named[2]) if named else ""
    return Reported(reader, feed_id, int(count[1])) if reader else None


def _reader(agent: str) -> str:
    lowered = agent.lower()
    for mark, name in _NAMES:
        if mark in lowered:
            return name
    inner = _COMPATIBLE.search(agent) if lowered.startswith("mozilla/") else None
    product = _PRODUCT.match(inner[1] if inner else agent)
    return product[0][:40] if product else ""


class Readers:
    """Reports on their way to the store: at most once a minute, and never on the event loop.

    ``save`` may raise :class:`StoreError`: the reports then wait for the next
    time. What is not yet stored when the process is killed, readers say again.
    """

    def __init__(
        self, save: Callable[[Sequence[Sighting]], None], *, clock: Callable[[], datetime], log: Any
    ) -> None:
        self._save, self._clock, self._log = save, clock, log
        self._seen: dict[tuple[str, str, str], Sighting] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._saving: asyncio.Task[None] | None = None

    def note(self, path: str, agent: bytes) -> None:
        """Note what a feed's reader says of itself. Called on the event loop."""
        found = reported(agent[:_LONGEST].decode("latin-1"))
        if found is None:
            return
        key = (path, found.reader, found.feed_id)
        before = self._seen.get(key)
        if before is None and len(self._seen) >= _HELD:
            return
        now = self._clock()
        most = found.subscribers
        if before is not None and before.seen.date() == now.date():
            most = max(most, before.most)
        self._seen[key] = Sighting(*key, subscribers=found.subscribers, most=most, seen=now)
        self._wait()

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._begin)

    def _begin(self) -> None:
        self._saving = asyncio.create_task(self.flush())

    async def flush(self) -> None:
        """Store what has been noted."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._saving is not None and self._saving is not asyncio.current_task():
            await self._saving
        seen, self._seen = self._seen, {}
        if not seen:
            return
        try:
            await asyncio.to_thread(self._save, tuple(seen.values()))
        except StoreError as error:
            self._log.warning("readers' reports are not stored yet", why=str(error))
            self._seen = {**seen, **self._seen}
            self._wait()
