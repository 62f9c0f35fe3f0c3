"""What a mail server's log says became of mails, by Message-ID.

Postfix writes a line for each step of a mail, tied together by a queue id:

    postfix/smtpd[3]: 4Bq1: client=…
    postfix/cleanup[1]: 4Bq1: message-id=<2026-W04.…@example.org>
    postfix/qmgr[4]: 4Bq1: from=<…>, size=…, nrcpt=1 (queue active)
    postfix/smtp[2]: 4Bq1: to=<…>, relay=…, status=sent (250 2.0.0 Ok)

It names a mail as soon as it has read the header. What it refused then, or
what broke off before its end, it has not accepted. A mail that Postfix has
queued was accepted, whatever became of it later: from there on it is the
server's.

Anything else is taken for a plain list: whatever Message-ID stands in a line
is of a mail that was accepted. What other programs write into the same log as
Postfix does not count: a filter names mails that it has refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

#: Queue ids are of upper-case letters and digits, or longer ones of both cases
#: (postconf(5), enable_long_queue_ids).
_STEP: Final = re.compile(
    r"postfix[^\s\[]*/(?P<part>[a-z]+)\[(?P<process>\d+)\]: (?:warning: )?"
    r"(?P<queue>[0-9A-Za-z]{5,20}): (?P<rest>.*)"
)
#: A connection that ended within a mail. After the mail, it says END-OF-MESSAGE.
_BROKEN: Final = re.compile(
    r"postfix[^\s\[]*/smtpd\[(\d+)\]: (?:lost connection|timeout) after (?:DATA|BDAT)\b"
)
#: A program's line in a system log.
_PROGRAM: Final = re.compile(r"\s[\w./-]+\[\d+\]: ")
_REFUSED: Final = ("reject:", "milter-reject:", "queue file ", "write queue file")
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

    A mail comes again where the log says more of it: the last word counts. One that
    was named and of which nothing else is said counts as accepted, at the end.
    """
    named: dict[str, str] = {}
    queued: dict[str, str] = {}
    # What each process that takes mail has in hand.
    taking: dict[str, str] = {}
    postfix = False
    # Not accepted, and not named yet: of two processes one may write late.
    unnamed: set[str] = set()

    def lost(queue: str) -> None:
        if queue and named.pop(queue, None) is None:
            unnamed.add(queue)

    for line in lines:
        step = _STEP.search(line)
        if step is None:
            if broken := _BROKEN.search(line):
                lost(taking.pop(broken[1], ""))
                continue
            if postfix and _PROGRAM.search(line):
                continue
            for found in _ANY.findall(line):
                if _is_of(found, label):
                    yield Logged(found, "accepted")
            continue
        postfix = True
        queue, rest = step["queue"], step["rest"]
        if step["part"] == "smtpd" and rest.startswith("client="):
            taking[step["process"]] = queue
            unnamed.discard(queue)
        elif (name := _NAMED.search(rest)) is not None and _is_of(name[1], label):
            if queue in named:
                # The queue id of a mail long gone is given to another.
                yield Logged(named[queue], "accepted")
            if queue in unnamed:
                unnamed.remove(queue)
            else:
                named[queue] = name[1]
        elif rest.startswith(_REFUSED):
            lost(queue)
        else:
            if queue in named and (step["part"] == "qmgr" or _STATUS.search(rest)):
                queued[queue] = named.pop(queue)
                yield Logged(queued[queue], "accepted")
            if queue in queued:
                status = _STATUS.search(rest)
                if status is not None and status[1] != "sent":
                    yield Logged(queued[queue], "failed", f"{status[1]}: {status[2] or ''}")
                elif rest == "removed":
                    del queued[queue]
    yield from (Logged(each, "accepted") for each in named.values())


def _is_of(message_id: str, label: str) -> bool:
    return message_id.startswith(f"<{label}.")
