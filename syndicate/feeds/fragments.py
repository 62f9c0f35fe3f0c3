"""Pieces of documents, kept: an entry stands in many documents, and is written once.

What is kept follows from the thing's own value, so it is never out of date,
whichever store, publish or process it came from. It is bounded by its size.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from sys import getsizeof
from threading import Lock
from typing import Final, TypeVar

from syndicate.feeds.document import FeedEntry

#: How many bytes are kept, those of the things that were written included.
LARGEST: Final = 14_000_000

#: What a thing takes besides its longest text.
_OVERHEAD: Final = 1_500

Thing = TypeVar("Thing", bound=Hashable)


class Fragments:
    """What was written last of entries and the like, in every form that it was written in."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest = largest
        self._size = 0
        self._held: OrderedDict[Hashable, dict[Hashable, bytes]] = OrderedDict()
        self._lock = Lock()

    def resize(self, largest: int) -> None:
        """Keep more than that from here on, or less."""
        self._largest = largest

    def take(
        self,
        things: Sequence[Thing],
        form: Callable[[Thing], Hashable],
        write: Callable[[Sequence[Thing]], Sequence[bytes]],
    ) -> list[bytes]:
        """The things in their order, each in its form; ``write`` is given those not kept.

        ``form`` names everything besides the thing that what is written follows from.
        """
        forms = [form(thing) for thing in things]
        kept = self._kept(things, forms)
        missing = [thing for thing, data in zip(things, kept, strict=True) if data is None]
        if not missing:
            return [data for data in kept if data is not None]
        fresh = iter(write(missing))
        whole = [next(fresh) if data is None else data for data in kept]
        with self._lock:
            for thing, name, before, data in zip(things, forms, kept, whole, strict=True):
                if before is None:
                    self._keep(thing, name, data)
        return whole

    def _kept(self, things: Sequence[Thing], forms: Sequence[Hashable]) -> list[bytes | None]:
        found: list[bytes | None] = []
        with self._lock:
            for thing, form in zip(things, forms, strict=True):
                written = self._held.get(thing)
                if written is None:
                    found.append(None)
                else:
                    self._held.move_to_end(thing)
                    found.append(written.get(form))
        return found

    def _keep(self, thing: Hashable, form: Hashable, data: bytes) -> None:
        written = self._held.get(thing)
        if written is None:
            written = self._held[thing] = {}
            self._size += weight(thing)
        self._held.move_to_end(thing)
        self._size += len(data) - len(written.get(form, b""))
        written[form] = data
        while self._size > self._largest and self._held:
            gone, written = self._held.popitem(last=False)
            self._size -= weight(gone) + sum(map(len, written.values()))


def weight(thing: Hashable) -> int:
    """The bytes that a thing takes besides what was written of it, more or less."""
    return _OVERHEAD + (getsizeof(thing.html) if isinstance(thing, FeedEntry) else 0)


KEPT: Final = Fragments()
"""What this process has written last."""
