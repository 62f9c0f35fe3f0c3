"""What a document that lies on the disk says of when it was updated.

Its head is enough, and another program's document is as good: whoever reads
the feed at this address has seen that date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

#: A feed says so before its first entry, however much it has to say of itself.
_HEAD: Final = 16_384

_Said = tuple[re.Pattern[bytes], bytes, Callable[[str], datetime]]

_SAID: Final[Mapping[str, _Said]] = {
    "atom": (re.compile(rb"<updated>([^<]*)</updated>"), b"<entry", datetime.fromisoformat),
    "rss": (
        re.compile(rb"<lastBuildDate>([^<]*)</lastBuildDate>"),
        b"<item",
        parsedate_to_datetime,
    ),
}


def updated(path: Path, name: str) -> datetime | None:
    """UTC; None where there is no such file, or it doesn't say.

    ``name`` is its format's; JSON Feed has no such date.
    """
    if name not in _SAID:
        return None
    pattern, first, read = _SAID[name]
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        found = pattern.search(head.partition(first)[0])
        return read(found[1].decode("ascii").strip()).astimezone(UTC) if found else None
    except (OSError, ValueError, OverflowError):
        return None
