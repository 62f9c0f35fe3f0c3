"""What a status means for the address: the rules of design, in one table.

"5xx means suppress" is right in little more than a third of real bounces. So
only what says that there is no such address is *hard*; a full or sleeping
mailbox is *soft* and counts by days; what a server says of the sender, of
policy or of the mail itself is *ours*, and never the reader's loss.

The statuses are those of RFC 3463 and the registry of RFC 5248; 5.1.10 is of
RFC 7505. Where the status is missing or says nothing (X.0.0), the text decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from syndicate.mail.bounces.finding import Kind

_STATUS: Final = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)")

_HARD: Final = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
_OURS: Final = ("5.7.", "5.6.", "5.5.")
# The mailbox or the domain has changed hands since (RFC 7293).
_OTHER_OWNER: Final = frozenset({"5.7.17", "5.7.18"})
# One reader's own rule, closed to outsiders (Exchange), or an address that the way there can't
# carry (RFC 6531, 3.5): no fault of anybody's.
_OF_ONE_READER: Final = re.compile(r"5\.7\.(?:12[4-9]|13[0-6])|5\.6\.7")
_INACTIVE: Final = re.compile(r"account that you tried to reach is (?:inactive|disabled)", re.I)

# What servers write in words, and the status that says the same.
_WORDS: Final = (
    (
        re.compile(
            r"user unknown|unknown user|no such (?:user|person|mailbox|recipient)|"
            r"(?:mailbox|recipient|user|address|account)[^.;\n]{0,60}"
            r"(?:does ?n.t exist|does not exist|not found|no longer exists)|"
            r"unknown (?:recipient|mailbox|local part)|invalid (?:recipient|mailbox)|"
            r"no mailbox here by that name|unrouteable address|"
            r"not a (?:known|valid) (?:user|mailbox|recipient)|"
            r"(?:用户|收件人|邮箱|帐户|账户|账号|帐号|地址)(?:名)?不存在",
            re.I,
        ),
        "5.1.1",
    ),
    (
        re.compile(
            r"host(?: or domain)? (?:name )?(?:not found|unknown)|bad destination host", re.I
        ),
        "5.1.2",
    ),
    (
        re.compile(
            r"(?:mailbox|quota|account|storage)[^.;\n]{0,40}(?:full|exceeded|over)|over ?quota|"
            r"exceed(?:ed|s)[^.;\n]{0,40}quota|(?:邮箱|空间|容量)(?:已满|不足)",
            re.I,
        ),
        "5.2.2",
    ),
    (
        re.compile(
            r"\bspam\b|blacklist|blocklist|block list|blocked|\bpolicy\b|reputation|\bspf\b|"
            r"\bdkim\b|\bdmarc\b|unsolicited|relay(?:ing)? (?:denied|not permitted)|"
            r"authentication required|access denied|垃圾邮件|拒收",
            re.I,
        ),
        "5.7.1",
    ),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """``status`` is what it was judged by: the report's own, or what its words amount to."""

    kind: Kind
    status: str


def judge(status: str, text: str = "", *, otherwise: Kind = "soft") -> Judgement:
    """What a failure means. ``text`` is the server's own words, as far as the report has them.

    ``otherwise`` is the verdict where neither says anything.
    """
    status = _telling(status, text)
    if not status or status.endswith(".0.0"):
        return Judgement(otherwise, status)
    if _OF_ONE_READER.fullmatch(status):
        return Judgement("other", status)
    if status in _HARD or status in _OTHER_OWNER or (status == "5.2.1" and _INACTIVE.search(text)):
        return Judgement("hard", status)
    if status.startswith(_OURS) or status == "5.3.4":
        return Judgement("ours", status)
    if status.startswith("4.7."):
        # Slowed down until it expired: neither the address's fault nor one to stop for.
        return Judgement("other", status)
    if status.startswith("2."):
        return Judgement("other", status)
    return Judgement("soft", status)


def status_in(text: str) -> str:
    """The first status that a text names; empty if it names none."""
    found = _STATUS.search(text)
    return found[1] if found else ""


def _telling(status: str, text: str) -> str:
    """The most telling status there is."""
    if status and not status.endswith(".0.0"):
        return status
    named = status_in(text)
    if named and not named.endswith(".0.0") and (not status or named[0] == status[0]):
        return named
    worded = _in_words(text)
    if worded:
        # "4.0.0, mailbox full" has expired: the words say what, the status how long.
        return f"4{worded[1:]}" if status.startswith("4") else worded
    return status or named


def _in_words(text: str) -> str:
    return next((status for pattern, status in _WORDS if pattern.search(text[:20_000])), "")
