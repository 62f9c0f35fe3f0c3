"""The files that are held in memory, the longest unasked ones let go first.

Belongs to the event loop: nothing here waits, reads a file or takes a lock.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from syndicate.web.resource import Resource

#: How many files are remembered at most, the hashes of streamed ones included.
COUNT: Final = 10_000


@dataclass(slots=True)
class Held:
    """A file, and until when it is taken for current without a look."""

    resource: Resource
    until: float


class Shelf:
    """At most so many bytes of files, by name."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._used = 0
        #: The quickest way to ask; None where it is not held.
        self.get = self._held.get

    def touch(self, name: str) -> None:
        """Let it stay longer than those that were not asked for since."""
        self._held.move_to_end(name)

    def put(self, name: str, held: Held) -> None:
        self.drop(name)
        self._held[name] = held
        self._used += held.resource.file.size
        while self._used > self._memory or len(self._held) > COUNT:
            self.drop(next(iter(self._held)))

    def drop(self, name: str) -> None:
        gone = self._held.pop(name, None)
        self._used -= gone.resource.file.size if gone else 0

    def __len__(self) -> int:
        return len(self._held)
