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
# A mail that is too large for the system, and our own address (RFC 3463, 3.2 and 3.4).
_ALSO_OURS: Final = frozenset({"5.3.4", "5.1.7", "5.1.8"})
#: What a mailbox says that gets too much at once (Gmail).
TOO_FAST: Final = r"receiving (?:mail|e-?mail) (?:at a rate|too quickly)"

# What means something else than its status says: status, words, and what it is.
# Replies that servers give us themselves have the like, with sources (``replies.py``).
_PARTICULAR: Final[tuple[tuple[str, str, Kind], ...]] = (
    # Slowed down, or our own address could not be looked up, until the mail expired: neither
    # the reader's fault nor one to stop for.
    (r"4\.7\.\d+|4\.1\.[78]", "", "other"),
    (r"[45]\.2\.1", TOO_FAST, "other"),
    # One reader's own rule, closed to outsiders (Exchange), or an address that the way there
    # can't carry (RFC 6531, 3.5): no fault of anybody's.
    (r"5\.7\.(?:12[4-9]|13[0-6])|5\.6\.7", "", "other"),
    (r"5\.7\.1", r"RESOLVER\.RST|AuthRequired", "other"),
    # Outlook's word for an address that it does not have, or won't say more of.
    (r"5\.5\.0", r"mailbox unavailable", "soft"),
    (r"5\.2\.1", r"account that you tried to reach is (?:inactive|disabled)", "hard"),
    # The mailbox or the domain has changed hands since (RFC 7293).
    (r"5\.7\.1[78]", "", "hard"),
)
_COMPILED: Final = tuple(
    (re.compile(status), re.compile(words, re.I), kind) for status, words, kind in _PARTICULAR
)

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
    for known, words, kind in _COMPILED:
        if known.fullmatch(status) and words.search(text):
            return Judgement(kind, status)
    if status in _HARD:
        return Judgement("hard", status)
    if status.startswith(_OURS) or status in _ALSO_OURS:
        return Judgement("ours", status)
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
