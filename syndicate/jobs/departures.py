"""The departures: who has left, known outside the store as well.

A line for each suppression that is written or lifted, in a file beside the
site's secrets, written before the store's commit: so a store that was restored
from an older day can be told who has left since. It holds keyed hashes,
newsletters, reasons and times, and no address; the hashes say nothing to whoever
has not got the suppression key.

Hosts that share a database need the folder in common, as for the epochs.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from syndicate.config.model import Config
from syndicate.model.errors import DeliveryError
from syndicate.store.departures import Departure

_NAME: Final = "departures.jsonl"
#: How much of its end is read to see whether a store knows the last of them.
_TAIL: Final = 64 * 1024

_log = logging.getLogger(__name__)

Known = dict[tuple[str, str], Departure]
"""By hash and newsletter, the last word on each, in the order in which they were said."""


class Departures:
    """The file of a site."""

    def __init__(self, config: Config) -> None:
        self.path: Path = config.subscribers.secrets / _NAME

    def tell(self, noted: Sequence[Departure]) -> None:
        """Write some down. Nobody is kept from leaving because this fails."""
        # A line that a full disk cut off ends with the next one's beginning.
        lines = "".join(f"\n{_line(each)}" for each in noted)
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
            descriptor = os.open(self.path, flags, 0o600)
            try:
                os.write(descriptor, lines.encode())
            finally:
                os.close(descriptor)
        except OSError as error:
            _log.warning(
                "file %s: %s; a store restored from a backup would not know who left",
                self.path,
                (error.strerror or str(error)).lower(),
            )

    def last(self) -> Departure | None:
        """The last one that still holds: a store that knows it knows those before it too."""
        for tail in (_TAIL, 0):
            known = self._known(tail)
            found = next((each for each in reversed(known.values()) if each.reason), None)
            if found is not None:
                return found
        return None

    def all(self) -> Iterator[Departure]:
        """Those that still hold, the earliest first."""
        return (each for each in self._known().values() if each.reason)

    def _known(self, tail: int = 0) -> Known:
        """What its last ``tail`` octets say, or with 0 all of it."""
        found: Known = {}
        try:
            with self.path.open("rb") as file:
                if tail:
                    file.seek(max(file.seek(0, os.SEEK_END) - tail, 0))
                for each in _read(file):
                    # Taken out first, so that the last word comes last.
                    found.pop((each.fingerprint, each.newsletter), None)
                    found[each.fingerprint, each.newsletter] = each
        except FileNotFoundError:
            pass
        except OSError as error:
            raise DeliveryError(
                f"file {self.path}",
                (error.strerror or str(error)).lower(),
                "mend it; without it those who left since a restored backup was made would be "
                "mailed again",
            ) from error
        return found


def _line(each: Departure) -> str:
    at = each.at and each.at.isoformat()
    return json.dumps([each.fingerprint, each.newsletter, each.reason, at], separators=(",", ":"))


def _read(lines: Iterable[bytes]) -> Iterator[Departure]:
    """What stands in lines; a line that was cut off says nothing."""
    for line in lines:
        try:
            fingerprint, newsletter, reason, at = json.loads(line)
            moment = datetime.fromisoformat(at) if at else None
        except (ValueError, TypeError):
            continue
        yield Departure(fingerprint, newsletter, reason, moment)
