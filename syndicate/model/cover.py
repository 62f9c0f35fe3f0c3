"""What may be told of an address that can hold a password."""

from __future__ import annotations

import re
from typing import Final

#: Up to the last @ before a path begins: one that should have been written %40 must not show.
_BEFORE_HOST: Final = re.compile(r"(?<=://)([^/@:\s]*):[^\s]*@")
#: What PostgreSQL's own library takes after the question mark: password, sslpassword.
_QUERIED: Final = re.compile(r"([?&][^=&\s]*password=)[^&\s]*", re.IGNORECASE)


def without_password(text: str) -> str:
    """An address as it was written, with every password in it covered."""
    return _QUERIED.sub(r"\1***", _BEFORE_HOST.sub(r"\1:***@", text))
