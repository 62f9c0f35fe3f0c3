"""What a mail server's log says became of mails, by Message-ID.

Postfix writes a line for each step of a mail, tied together by a queue id:

    postfix/cleanup[1]: 4Bq1: message-id=<2026-W04.…@example.org>
    postfix/smtp[2]: 4Bq1: to=<…>, relay=…, status=sent (250 2.0.0 Ok)

Anything else is taken for a plain list: whatever Message-ID stands in a line
is of a mail that was accepted. A mail that Postfix has queued was accepted
too, whatever became of it later: from there on it is the server's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

#: Queue ids are of upper-case letters and digits, or longer ones of both cases
#: (postconf(5), enable_long_queue_ids).
_STEP: Final = re.compile(
    r"postfix[^\s\[]*/(?P<part>[a-z]+)\[\d+\]: (?P<queue>[0-9A-Za-z]{5,20}): (?P<rest>.*)"
)
_NAMED: Final = re.compile(r"(?:resent-)?message-id=(<[^<>\s]+>)")
_STATUS: Final = re.compile(r"\bstatus=(sent|bounced|expired|undeliverable)\b(?: \((.*)\))?")
_ANY: Final = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")

Fate = Literal["accepted", "failed"]


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of a mail. ``reason`` is the server's word on a failure."""

    message_id: str
    fate: Fate
    reason: str = ""


def read(lines: Iterable[str], *, label: str) -> Iterator[Logged]:
    """What a log says of the mails of editions with this label, in the order it says it.

    A mail comes again where the log says more of it: the last word counts.
    """
    queued: dict[str, str] = {}
    for line in lines:
        step = _STEP.search(line)
        if step is None:
            for found in _ANY.findall(line):
                if _is_of(found, label):
                    yield Logged(found, "accepted")
            continue
        named = _NAMED.search(step["rest"])
        if named is not None and _is_of(named[1], label):
            queued[step["queue"]] = named[1]
            yield Logged(named[1], "accepted")
        elif step["queue"] in queued:
            status = _STATUS.search(step["rest"])
            if status is not None and status[1] != "sent":
                yield Logged(queued[step["queue"]], "failed", f"{status[1]}: {status[2] or ''}")
            elif step["rest"] == "removed":
                del queued[step["queue"]]


def _is_of(message_id: str, label: str) -> bool:
    return message_id.startswith(f"<{label}.")
