"""What a row of the ledger becomes: before it is sent, and after a server's word.

Pure: the row, the verdict on the reply, the rules and the moment go in, what
is to be written comes out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from syndicate.mail.replies import Verdict, next_attempt
from syndicate.model.delivery import DeliveryState, Outcome
from syndicate.model.edition import Cadence
from syndicate.store.claims import Claimed
from syndicate.store.ledger import NEVER, Settlement

_TEXT: Final = 300

EXPIRED: Final = "expired before it could be sent"
ON_THE_WIRE: Final = "on the wire when its process died"


@dataclass(frozen=True, slots=True)
class Rules:
    """``cadences`` are those that the newsletter offers; ``retry_for`` counts from
    the first attempt; ``resend`` says what becomes of mails in doubt."""

    cadence: Cadence
    cadences: Collection[str]
    retry_for: timedelta
    resend: bool


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a row in hand is not mailed: it is left out, or given up."""

    state: Literal["excluded", "failed", "in doubt"]
    reason: str


def objection(row: Claimed, rules: Rules, *, now: datetime) -> Objection | None:
    """What speaks against mailing a row, by what is known of its person now."""
    left_out = _left_out(row, rules)
    if row.first is None:
        if not left_out and now > row.expires:
            left_out = EXPIRED
        return Objection("excluded", left_out) if left_out else None
    # Somebody has it in front of them perhaps: what is known of a try is not forgotten.
    doubtful = row.state == "in doubt"
    if left_out:
        return Objection("in doubt" if doubtful else "excluded", left_out)
    if now > row.first + rules.retry_for:
        return Objection("in doubt" if doubtful else "failed", given_up(row.reason, rules))
    return None


def settlement(
    row: Claimed, outcome: Outcome, verdict: Verdict, rules: Rules, *, now: datetime
) -> Settlement:
    """What an attempt makes of a row: accepted, failed, in doubt, or put off till the next."""
    first, attempts = row.first or now, row.attempts + 1
    state, reason, due = _becomes(row, outcome, verdict, rules, first, now)
    return Settlement(
        delivery_id=row.id,
        state=state,
        reason=reason,
        due=due,
        attempts=attempts,
        first=first,
        tried=now,
        settled=now if state in ("accepted", "failed") else None,
        code=outcome.reply.code or None,
        enhanced=outcome.reply.enhanced,
        reply=line(outcome.reply.text),
        relay=outcome.relay,
    )


def _becomes(
    row: Claimed,
    outcome: Outcome,
    verdict: Verdict,
    rules: Rules,
    first: datetime,
    now: datetime,
) -> tuple[DeliveryState, str, datetime]:
    """State, reason, and when the row is due again: at once where that means never."""
    if outcome.kind == "accepted":
        return "accepted", "", now
    reason = line(verdict.reason)
    doubtful = outcome.kind == "in doubt" or (row.state == "in doubt" and outcome.kind == "unsent")
    if verdict.kind == "fail" and not doubtful:
        return "failed", reason, now
    again = next_attempt(
        row.attempts + 1, row.message_id, first=first, now=now, retry_for=rules.retry_for
    )
    if doubtful:
        return "in doubt", reason, again or NEVER
    if again is None:
        return "failed", given_up(reason, rules), now
    return "deferred", reason, again


def given_up(reason: str, rules: Rules) -> str:
    """Why a row is given up: the last word on it, and for how long it was tried."""
    hours = rules.retry_for / timedelta(hours=1)
    return line(
        f"given up after {hours:g} hours: {reason}" if reason else f"given up after {hours:g} hours"
    )


def line(text: str) -> str:
    """A stranger's text on one short line, without what could steer a terminal."""
    if len(text) <= _TEXT and text.isprintable():
        return " ".join(text.split())
    shown = "".join(c if c.isprintable() else " " for c in text[: 8 * _TEXT])
    shown = " ".join(shown.split())
    return shown if len(shown) <= _TEXT else f"{shown[: _TEXT - 1]}…"


def _left_out(row: Claimed, rules: Rules) -> str:
    if not row.key:
        return "erased"
    if row.suppressed:
        return f"suppressed: {row.suppressed}"
    if not row.subscribed:
        return "unsubscribed"
    # A cadence that is offered no more counts as the usual one.
    if row.subscribed != rules.cadence and row.subscribed in rules.cadences:
        return f"changed to {row.subscribed}"
    return ""
