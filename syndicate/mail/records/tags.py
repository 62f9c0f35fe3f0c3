"""Lists of tags, the form of DKIM's and DMARC's records (RFC 6376, 3.2)."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def parse(text: str) -> dict[str, str] | None:
    """Tags and their values, in order; ``None`` where it is no such list."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        if not part.strip():
            continue
        name, equals, value = part.partition("=")
        name = name.strip()
        if not equals or not _NAME.fullmatch(name) or name in found:
            return None
        found[name] = value.strip()
    return found


def squeezed(value: str) -> str:
    """A value without the space that a zone file may have put into it."""
    return "".join(value.split())
