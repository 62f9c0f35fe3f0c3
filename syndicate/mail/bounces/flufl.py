"""The door to flufl.bounce: the forms that servers had before there was a standard.

It is Mailman's, untyped, and made for mailing lists; it names addresses and
whether they failed for good, never why. Nothing else here imports it.
"""

from __future__ import annotations

from email.message import Message
from typing import Final

from syndicate.mail.bounces import message as mail
from syndicate.mail.bounces.finding import Finding, line
from syndicate.mail.bounces.rules import judge, status_in

_RECIPIENTS: Final = 20


def find(message: Message) -> tuple[Finding, ...]:
    """A finding for each address that the report is about, judged by its words.

    Where the library stumbles it has found nothing: the report may carry a token.
    """
    from flufl.bounce import all_failures

    try:
        temporary, permanent = all_failures(message)
    except Exception:  # seventeen heuristics on a stranger's text
        return ()
    words = mail.readable(message)
    original = mail.original_id(message)
    return tuple(
        _finding(_text(address), words, original, lasting=lasting)
        for found, lasting in ((permanent, True), (temporary, False))
        for address in sorted(found, key=_text)[:_RECIPIENTS]
    )


def _finding(address: str, words: str, original: str, *, lasting: bool) -> Finding:
    judged = judge(status_in(words), words)
    return Finding(
        # What it does not call lasting are warnings that a mail is late: the server goes on trying.
        kind=judged.kind if lasting else "other",
        found_by="flufl",
        status=judged.status,
        detail=line(_telling_line(words, judged.status)),
        message_id=original,
        address=address,
    )


def _telling_line(words: str, status: str) -> str:
    lines = [each.strip() for each in words.splitlines() if each.strip()]
    return next((each for each in lines if status and status in each), lines[0] if lines else "")


def _text(address: object) -> str:
    return address.decode("utf-8", "replace") if isinstance(address, bytes) else str(address)
