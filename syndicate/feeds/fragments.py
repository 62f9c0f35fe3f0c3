"""Entries as a format writes them, kept: an entry stands in many documents, and is written once.

What is kept follows from the entry's own value, so it is never out of date,
whichever store, publish or process it came from. It is bounded by its size.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Final

from syndicate.feeds.document import FeedEntry

#: How many bytes are kept, counted as they stand in documents.
LARGEST: Final = 4_000_000

Write = Callable[[Sequence[FeedEntry]], Sequence[bytes]]


class Fragments:
    """The entries written last, in every form that they were written in."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest = largest
        self._size = 0
        self._held: OrderedDict[FeedEntry, dict[Hashable, bytes]] = OrderedDict()
        self._lock = Lock()

    def resize(self, largest: int) -> None:
        """Keep more than that from here on, or less."""
        self._largest = largest

    def take(
        self, entries: Sequence[FeedEntry], form: Callable[[FeedEntry], Hashable], write: Write
    ) -> list[bytes]:
        """The entries in their order, each in its form; ``write`` is given those not kept.

        ``form`` names everything besides the entry that what is written follows from.
        """
        found = [self._kept(entry, form(entry)) for entry in entries]
        missing = [entry for entry, data in zip(entries, found, strict=True) if data is None]
        fresh = iter(write(missing) if missing else ())
        whole = [next(fresh) if data is None else data for data in found]
        for entry, before, data in zip(entries, found, whole, strict=True):
            if before is None:
                self._keep(entry, form(entry), data)
        return whole

    def _kept(self, entry: FeedEntry, form: Hashable) -> bytes | None:
        with self._lock:
            forms = self._held.get(entry)
            if forms is None:
                return None
            self._held.move_to_end(entry)
            return forms.get(form)

    def _keep(self, entry: FeedEntry, form: Hashable, data: bytes) -> None:
        with self._lock:
            forms = self._held.setdefault(entry, {})
            self._held.move_to_end(entry)
            self._size += len(data) - len(forms.get(form, b""))
            forms[form] = data
            while self._size > self._largest and self._held:
                _, gone = self._held.popitem(last=False)
                self._size -= sum(map(len, gone.values()))


KEPT: Final = Fragments()
"""What this process has written last."""
