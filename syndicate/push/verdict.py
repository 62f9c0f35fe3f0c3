"""What a hub's reply means, and when to try again.

=====================  ====================================================
2xx                    done
4xx but those below    failed for good: the same request would fail again
408, 425, 429          try again
anything else, or none try again
=====================  ====================================================

The waits between attempts grow, with a little chance in them that follows
from hub, topic and attempt alone, so that a hub that comes back is not met by
everybody at once and a test can tell the times. Where the hub itself says how
long to wait, the longer of the two holds. A ping is given up when its next
attempt would come more than 48 hours after the change that it tells of.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from syndicate.store.pings import Ping, PingState

#: The waits after the first attempts; the last one repeats.
WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180))
#: The chance in a wait: at most this share of it on top.
JITTER: Final = 0.2
#: How long after the newest change a ping is given up.
GIVEN_UP: Final = timedelta(hours=48)
#: The longest that a hub's own word makes a ping wait.
LONGEST: Final = timedelta(hours=12)

_TRY_AGAIN: Final = frozenset({408, 425, 429})
# What a hub says of itself, not of the topic that it was told of.
_OF_THE_HUB: Final = frozenset({None, 429, 502, 503, 504})
_ASKED_TO_WAIT: Final = frozenset({429, 503})
_TEXT: Final = 200


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. ``code`` is None where nothing did; ``text`` then says why.

    ``retry_after`` is the header field as the hub wrote it (RFC 9110, 10.2.3).
    """

    code: int | None
    text: str = ""
    retry_after: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a ping.

    ``due`` is when the hub is worth another attempt, by this ping or, where it
    is given up, by others. ``of_the_hub`` says that those would have met the
    same now.
    """

    state: PingState
    reason: str
    due: datetime | None = None
    of_the_hub: bool = False


def judge(ping: Ping, reply: Reply, *, now: datetime) -> Verdict:
    """What the reply to this attempt means; ``ping`` is as it was before it."""
    reason = line(reply.text)
    if reply.code is not None and 200 <= reply.code < 300:
        return Verdict("done", reason)
    if reply.code is not None and 400 <= reply.code < 500 and reply.code not in _TRY_AGAIN:
        return Verdict("failed", reason)
    due = now + max(wait(ping), _asked(reply.retry_after, now))
    of_the_hub = reply.code in _OF_THE_HUB
    if is_given_up(ping, due):
        return Verdict("failed", given_up(reply), due, of_the_hub)
    return Verdict("pending", reason, due, of_the_hub)


def is_given_up(ping: Ping, due: datetime) -> bool:
    """Whether an attempt at that time would come too late to be worth while."""
    return due > ping.changed + GIVEN_UP


def given_up(reply: Reply) -> str:
    """Why a ping was given up."""
    return line(f"given up after {GIVEN_UP // timedelta(hours=1)} hours: {line(reply.text)}")


def wait(ping: Ping) -> timedelta:
    """How long to wait after another attempt has failed."""
    least = WAITS[min(ping.attempts, len(WAITS) - 1)]
    name = f"{ping.hub} {ping.topic} {ping.attempts}"
    chance = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) / 2**32
    return least * (1 + JITTER * chance)


def waits_for_the_hub(ping: Ping) -> bool:
    """Whether a waiting ping's last attempt failed for the hub's sake, not its own."""
    return ping.state == "pending" and ping.attempts > 0 and ping.code in _OF_THE_HUB


def was_asked_to_wait(ping: Ping) -> bool:
    """Whether the hub itself put this ping off."""
    return waits_for_the_hub(ping) and ping.code in _ASKED_TO_WAIT


def line(text: str) -> str:
    """A stranger's text on one short line, without what could steer a terminal."""
    shown = "".join(c if c.isprintable() else " " for c in text[: 8 * _TEXT])
    shown = " ".join(shown.split())
    return shown if len(shown) <= _TEXT else f"{shown[: _TEXT - 1]}…"


def _asked(retry_after: str, now: datetime) -> timedelta:
    """How long the hub wants one to wait: seconds or a date; nothing if it says neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        # Longer numbers than any wait are not even converted.
        return min(timedelta(seconds=int(text[:9])), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return timedelta()
    # "-0000" makes a naive time; HTTP's are in UTC.
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment - now, timedelta()), LONGEST)
