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
# Its patterns go over a line as often as it has characters: a single one of a quarter of a
# megabyte kept them busy for minutes. What a report has to say stands at its beginning.
_LONGEST: Final = 200
_MOST: Final = 16 * 1024


def find(message: Message) -> tuple[Finding, ...]:
    """A finding for each address that the report is about, judged by its words.

    Where the library stumbles it has found nothing: the report may carry a token.
    """
    from flufl.bounce import all_failures

    try:
        temporary, permanent = all_failures(_Digest().of(message))
    except Exception:  # seventeen heuristics on a stranger's text
        return ()
    words = mail.readable(message)
    original = mail.original_id(message)
    return tuple(
        _finding(_text(address), words, original, lasting=lasting)
        for found, lasting in ((permanent, True), (temporary, False))
        for address in sorted(found, key=_text)[:_RECIPIENTS]
    )


class _Digest:
    """A mail without what takes long to look through: all of it together is no longer than this."""

    def __init__(self) -> None:
        self._left = _MOST

    def of(self, message: Message) -> Message:
        short = Message(message.policy)
        for name, value in message.items():
            if name.lower() != "content-transfer-encoding":
                short[name] = " ".join(str(value)[:_LONGEST].split())
        payload = message.get_payload()
        if isinstance(payload, list):
            short.set_payload([self.of(part) for part in payload if isinstance(part, Message)])
        else:
            # As the parser gives what is not ASCII.
            text = self._cut(mail.text(message)).encode("utf-8", "replace")
            short.set_payload(text.decode("ascii", "surrogateescape"))
        return short

    def _cut(self, text: str) -> str:
        lines = [line[:_LONGEST] for line in text[: self._left].splitlines()]
        self._left -= min(self._left, len(text))
        return "\n".join(lines)


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
