"""What a report says, as data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from syndicate.mail.verp import Returned

#: *hard*: the address is no more. *soft*: not this time. *ours*: the sender's own fault,
#: never the address's. *other*: something came back that changes nothing.
Kind = Literal["hard", "soft", "complaint", "ours", "autoreply", "other"]

#: Reads an envelope sender of ours (VERP) and says which mail it was made for.
Reads = Callable[[str], Returned | None]

_LONGEST: Final = 300
_ADDRESS: Final = re.compile(r"<?[^\s<>@,;:\"'()]{1,64}@[^\s<>@,;:\"'()]{1,255}>?")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a report says of one mail to one address.

    ``returned`` comes from a token that only that mail carried; it is
    ``None`` where there was none, and then ``message_id`` and ``address`` say
    whom the report claims to be about. ``status`` is of RFC 3463. ``detail``
    is a stranger's text on one line, without addresses. ``at`` is when it
    happened, where the report says so.
    """

    kind: Kind
    found_by: str
    status: str = ""
    detail: str = ""
    returned: Returned | None = None
    message_id: str = ""
    address: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``fingerprint`` tells it from every other; no findings: it is none that we know.

    ``genuine`` says that somebody we know has signed it: a provider that mails for us.
    """

    fingerprint: str
    findings: tuple[Finding, ...] = ()
    genuine: bool = False


def line(text: str) -> str:
    """A stranger's text on one short line, without addresses and what could steer a terminal."""
    shown = "".join(c if c.isprintable() else " " for c in text[: 4 * _LONGEST])
    shown = _ADDRESS.sub("(address)", " ".join(shown.split()))
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
