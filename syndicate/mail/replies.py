"""What a mail server's reply means: for the mail, for the address, for the receiving domain.

The first digit of the code decides, then the enhanced status, then the words
(RFC 5321, 4.2.1; RFC 3463). What is known of particular servers stands in a
table before that, each line with its source, because some say one thing and
mean another. The words for a status are those that reports of bounces are read
by (``bounces/rules.py``), so that the same refusal means the same on either way.

An address is given up only for what says that it does not exist. What a server
says of the sender, of policy or of the mail is our own fault: nothing more goes
to that domain until a person has looked; nor to any, where it says so before
it has heard of a recipient.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from syndicate.mail.bounces import rules
from syndicate.model.delivery import Outcome, Reply

Kind = Literal["accepted", "retry", "slow", "hold", "fail"]
"""
* ``accepted``: the server has it.
* ``retry``: later again; it says nothing of other mail to the domain.
* ``slow``: later again, and the domain wants less at a time.
* ``hold``: our fault. The mail waits, with all others to the domain, until somebody releases it.
* ``fail``: this mail won't be taken.
"""

#: The waits after the first attempts; the last one repeats.
WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 30, 60))
#: The chance in a wait: at most this share of it on top.
JITTER: Final = 0.2


class Verdict(NamedTuple):
    """What follows from a reply.

    With ``suppress`` nobody may mail the address again; with ``soft`` this
    counts towards that: it is given up where it happens on several days. With
    ``everywhere`` the server refused us for good before it heard of a recipient
    (our sender, our account, the mail itself), so that mail to any domain would
    meet the same. ``reason`` is for people.
    """

    kind: Kind
    reason: str
    suppress: bool = False
    soft: bool = False
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    """``code`` is a regular expression, as ``status`` and ``words`` are, all of them to be met."""

    code: str
    status: str
    words: str
    kind: Kind
    source: str
    suppress: bool = False
    soft: bool = False
    stages: frozenset[str] = frozenset({"mail", "rcpt", "data", "dot"})


_GMAIL: Final = "https://support.google.com/a/answer/3726730"
_YAHOO: Final = "https://senders.yahooinc.com/smtp-error-codes/"
_OUTLOOK: Final = "https://sendersupport.olc.protection.outlook.com/pm/troubleshooting"
_EXCHANGE: Final = (
    "https://learn.microsoft.com/exchange/mail-flow-best-practices/"
    "non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online"
)
_POSTFIX: Final = "https://www.postfix.org/SMTPD_POLICY_README.html#greylist"
_AT_THE_RECIPIENT: Final = frozenset({"rcpt", "dot"})

#: The first that fits holds. Without words a rule fits any.
TABLE: Final = (
    # Gmail says 550 for what passes by itself: a mailbox that gets too much at once.
    _Rule(r"[45]50", r"[45]\.2\.1", rules.TOO_FAST, "retry", _GMAIL),
    # Limits of a sender's rate and authentication that it enforces by slowing down first:
    # 4.7.23 to 4.7.32, and "421 5.7.32", where the code and the status disagree.
    _Rule(r"421|45\d", r"[45]\.7\.(?:2[3-9]|3[0-2])", "", "slow", _GMAIL),
    _Rule(r"4\d\d", r".*", r"\[?TSS?\d\d\]?|temporarily deferred", "slow", _YAHOO),
    _Rule(r"4\d\d", r".*", r"\bRP-00\d\b", "slow", _OUTLOOK),
    _Rule(r"5\d\d", r".*", r"\b(?:SC|DY|OU)-00\d\b", "hold", _OUTLOOK),
    # Outlook's word for an address that it does not have, or won't say more of.
    _Rule(
        r"550",
        r"5\.5\.0",
        r"mailbox unavailable",
        "fail",
        _OUTLOOK,
        soft=True,
        stages=_AT_THE_RECIPIENT,
    ),
    # One recipient's own rule: closed to outsiders, or to this sender. Others there may differ.
    _Rule(r"5\d\d", r"5\.7\.(?:12[4-9]|13[0-6])", "", "fail", _EXCHANGE),
    _Rule(r"5\d\d", r"5\.7\.1", r"RESOLVER\.RST|AuthRequired", "fail", _EXCHANGE),
    # The mailbox or the domain has changed hands since (RFC 7293).
    _Rule(r"5\d\d", r"5\.7\.1[78]", "", "fail", "RFC 7293", suppress=True),
    # A non-ASCII address that this server can't take: neither our mail's fault nor the domain's.
    _Rule(r"5\d\d", r"5\.6\.7", "", "fail", "RFC 6531, 3.5"),
    # Greylisting is no wish for less: the same mail again is what it waits for.
    _Rule(r"45[01]", r".*", r"gr[ae]y-?list", "retry", _POSTFIX),
    # Our own address, and whoever it is to: a name that did not resolve, say.
    _Rule(r"45\d", r"4\.1\.[78]", "", "slow", "RFC 3463, 3.2"),
    # One mailbox, and not the domain.
    _Rule(r"45\d", r"4\.2\.[12]", "", "retry", "RFC 3463, 3.3", soft=True),
    _Rule(r"45\d", r"4\.1\.\d+", "", "retry", "RFC 3463, 3.2", soft=True),
)
_COMPILED: Final = tuple(
    (re.compile(rule.code), re.compile(rule.status), re.compile(rule.words, re.I), rule)
    for rule in TABLE
)


def classify(outcome: Outcome) -> Verdict:
    """What an attempt's outcome means.

    A mail in doubt is to be tried again like one that was not sent; whether
    that is wanted is for the configuration to say.
    """
    reply = outcome.reply
    if outcome.kind == "accepted":
        return Verdict("accepted", reply.text)
    said = shown(reply)
    if outcome.kind != "refused":
        return Verdict("retry", f"connection lost at {outcome.stage}: {said}")
    if outcome.stage == "mail" and reply.code >= 500:
        return Verdict("hold", said, everywhere=True)
    for code, status, words, rule in _COMPILED:
        if (
            outcome.stage in rule.stages
            and code.fullmatch(str(reply.code))
            and status.fullmatch(reply.enhanced)
            and words.search(reply.text)
        ):
            return Verdict(rule.kind, said, rule.suppress, rule.soft)
    if 400 <= reply.code < 500:
        return Verdict("slow", said)
    return _permanent(reply, outcome.stage, said)


def _permanent(reply: Reply, stage: str, said: str) -> Verdict:
    """A refusal for good: of the address, or of ourselves."""
    judged = rules.judge(reply.enhanced, reply.text, otherwise="other").kind
    if judged == "ours" or stage not in _AT_THE_RECIPIENT:
        return Verdict("hold", said)
    if judged == "hard":
        return Verdict("fail", said, suppress=True)
    return Verdict("fail", said, soft=judged == "soft" or stage == "rcpt")


def shown(reply: Reply) -> str:
    """A reply on one line, as its server wrote it."""
    return " ".join(str(part) for part in (reply.code, reply.enhanced, reply.text) if part)


def wait(attempts: int, key: str) -> timedelta:
    """How long to wait after so many attempts, counted from 1.

    A little chance, which follows from ``key`` (the Message-ID) and the
    attempt alone, keeps mails that failed together from coming back together.
    """
    least = WAITS[min(max(attempts, 1), len(WAITS)) - 1]
    digest = hashlib.sha256(f"{key} {attempts}".encode()).digest()
    return least * (1 + JITTER * int.from_bytes(digest[:4]) / 2**32)


def next_attempt(
    attempts: int, key: str, *, first: datetime, now: datetime, retry_for: timedelta
) -> datetime | None:
    """When to try again; None where that would be later than ``retry_for`` after the first."""
    due = now + wait(attempts, key)
    return due if due <= first + retry_for else None
