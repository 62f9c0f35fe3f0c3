"""From the bytes of a mail to what it reports.

First whose it is: a token in the address that the report came to needs no
understanding of anything else. Then what it says: a complaint, a report of
the standard form, an automatic answer, one of the many older forms; and where
it is none of them but carries a token, whatever status stands in its text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from email.message import Message
from typing import Final

from syndicate.mail.bounces import arf, autoreply, dsn, flufl
from syndicate.mail.bounces import message as mail
from syndicate.mail.bounces.finding import Finding, Reads, Report, line
from syndicate.mail.bounces.rules import judge, status_in
from syndicate.mail.verp import Returned
from syndicate.model.errors import BounceError

_FAILURE: Final = re.compile(
    r"undeliver|returned mail|mail (?:system )?error|failure notice|deliver\w* (?:status|fail)|"
    r"not delivered|could not be delivered|退信|投递失败|无法投递|unzustellbar|non remis",
    re.IGNORECASE,
)
# Of a mail that is late, and still being tried.
_LATE: Final = re.compile(
    r"not yet been delivered|has been delayed|no action is required on your part|"
    r"warning message only|(?:delivery attempts|we) will (?:continue|keep trying)|"
    r"will be retried|继续尝试|稍后重试",
    re.IGNORECASE,
)


def read(data: bytes, reads: Reads, *, recipients: Sequence[str] = ()) -> Report:
    """Read a report. Raises nothing but :class:`BounceError`, whatever the bytes.

    ``recipients`` are of its own envelope, where that is known (LMTP). A mail
    that is no report has no findings.
    """
    message = mail.opened(data)
    try:
        ours = mail.mailed(_candidates(message, recipients), reads)
        findings = _findings(message, has_token=ours is not None)
        return Report(_fingerprint(message, data, ours), _owned(findings, ours))
    except BounceError:
        raise
    except Exception as error:  # headers of any bytes, through a library that expects better ones
        raise BounceError("report", f"can't be read ({type(error).__name__})") from error


def _candidates(message: Message, recipients: Iterable[str]) -> Iterator[str]:
    """Where our token may stand: whom the report is for, and who sent the mail it is about."""
    yield from recipients
    yield from mail.addressed(message)
    yield from arf.senders(message)
    original = mail.returned(message)
    if original is not None:
        yield from mail.addresses(mail.fields(original, "return-path"))
        yield from mail.addresses(mail.fields(original, "x-envelope-from"))


def _findings(message: Message, *, has_token: bool) -> tuple[Finding, ...]:
    if found := arf.find(message) or dsn.find(message):
        return found
    if autoreply.is_autoreply(message):
        return (Finding("autoreply", "autoreply"),)
    return flufl.find(message) or (_by_its_words(message) if has_token else ())


def _by_its_words(message: Message) -> tuple[Finding, ...]:
    """A mail in no form that anybody knows: judged if it says of itself that a mail failed.

    People write to such addresses too, and may well speak of version 5.1.1.
    """
    subject = autoreply.subject(message)
    if not (autoreply.is_from_a_server(message) or _FAILURE.search(subject)):
        return (Finding("other", "verp", detail=line(subject)),)
    words = mail.readable(message)
    judged = judge(status_in(words), words)
    kind = "other" if _LATE.search(words) else judged.kind
    return (Finding(kind, "verp", judged.status, line(subject)),)


def _owned(findings: tuple[Finding, ...], ours: Returned | None) -> tuple[Finding, ...]:
    """Findings of a report with a token are one: each of our mails has one recipient.

    Who forwards their mail makes the report name other addresses, or several.
    """
    if ours is None or not findings:
        return findings
    told = min(findings, key=lambda finding: finding.kind == "other")
    by = told.found_by if told.found_by == "autoreply" else "verp"
    return (replace(told, returned=ours, found_by=by),)


def _fingerprint(message: Message, data: bytes, ours: Returned | None) -> str:
    """The same for one report, however it was fetched: trace fields and line ends may differ.

    Without an id it is its text, and whose it is: many servers say the same of everybody.
    """
    told = mail.message_id(message).encode("ascii")
    if not told:
        whole = data[: mail.LIMIT].replace(b"\r\n", b"\n").strip()
        told = whole.partition(b"\n\n")[2] or whole
        if ours is not None:
            told += f"\n{ours.kind} {ours.id}".encode()
    return hashlib.sha256(b"report\n" + told).hexdigest()
