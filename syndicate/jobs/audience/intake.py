"""Taking a batch of candidates into the store: who is new, who is known, who must stay out."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from syndicate.audience.candidate import Candidate
from syndicate.config.model import Newsletter
from syndicate.jobs.audience.post import message_id
from syndicate.jobs.audience.remarks import ImportReport, Remark, RemarkKind
from syndicate.jobs.press import Press
from syndicate.model.subscriber import (
    Event,
    Subscription,
    SubscriptionState,
    Suppression,
    Wish,
)
from syndicate.store import history, letters, subscribers, subscriptions, suppressions
from syndicate.store.subscribers import Newcomer
from syndicate.store.subscriptions import Given

_FORM: Final = "import"
_KNOWN: Final = {
    "active": "subscribed already",
    "pending": "asked to confirm already",
    "ended": "was asked already, and did not confirm",
}


class Found(NamedTuple):
    """A candidate, and the hash that suppressions know the address by."""

    candidate: Candidate
    fingerprint: str


class Sorted(NamedTuple):
    """Those to subscribe, and those who were asked before and now need not confirm."""

    fresh: list[Found]
    waiting: list[Subscription]


class Intake:
    """Sorts batches for one newsletter, counts in ``report``, and writes what is new."""

    def __init__(
        self,
        press: Press,
        newsletter: Newsletter,
        report: ImportReport,
        tell: Callable[[Remark], object],
    ) -> None:
        self._press, self._newsletter = press, newsletter
        self._report, self._tell = report, tell

    def sort(self, connection: Connection, batch: Sequence[Found]) -> Sorted:
        """What is to be written of a batch; the rest is counted and remarked on."""
        name, report = self._newsletter.name, self._report
        barred = suppressions.against_many(connection, (f.fingerprint for f in batch), name)
        known = subscribers.by_canonicals(connection, map(_canonical, batch))
        held = subscriptions.of_many(connection, (person.id for person in known.values()))
        found = Sorted([], [])
        for each in batch:
            person, line = known.get(_canonical(each)), each.candidate.line
            theirs = held.get(person.id, []) if person else []
            had = next((one for one in theirs if one.newsletter == name), None)
            if cause := _barred(barred.get(each.fingerprint), had):
                report.barred += 1
                self._remark(line, "barred", cause)
            elif had is None:
                found.fresh.append(each)
            elif had.state != "active" and report.confirmed:
                found.waiting.append(had)
            else:
                report.known += 1
                self._remark(line, "known", _KNOWN[had.state])
        report.added += len(found.fresh)
        report.activated += len(found.waiting)
        report.letters += 0 if report.confirmed else len(found.fresh)
        return found

    def write(self, connection: Connection, found: Sorted) -> None:
        """Subscribe those that are new, with their history and, where it is due, a letter each."""
        now, name, confirmed = self._press.clock(), self._newsletter.name, self._report.confirmed
        newcomer = partial(_newcomer, timezone=self._newsletter.timezone, now=now)
        subscribers.add_many(connection, [newcomer(*each) for each in found.fresh])
        known = subscribers.by_canonicals(connection, map(_canonical, found.fresh))
        wishes = [(known[_canonical(e)].id, _wish(e.candidate, name)) for e in found.fresh]
        given = Given("imported", now, form=_FORM)
        state: SubscriptionState = "active" if confirmed else "pending"
        subscriptions.begin_many(connection, wishes, given, state=state)
        for one in found.waiting:
            # What they asked for themselves, on the word that they consented.
            own = Wish(name, one.cadence, one.language, one.sections, one.hour)
            subscriptions.begin(connection, one.subscriber_id, own, given)
        numbers = [*(number for number, _ in wishes), *(one.subscriber_id for one in found.waiting)]
        details = {"confirmed": confirmed}
        history.add_many(
            connection,
            (Event(number, now, "imported", "operator", name, details) for number in numbers),
        )
        if not confirmed:
            self._ask(connection, wishes, now)

    def _remark(self, line: int, kind: RemarkKind, cause: str) -> None:
        self._tell(Remark(line, kind, "email", cause))

    def _ask(self, connection: Connection, wishes: list[tuple[int, Wish]], now: datetime) -> None:
        """A letter to each, in whose language it was imported."""
        within = self._press.config.subscribers.confirm_within
        details: dict[str, Any] = {"newsletters": [self._newsletter.name]}
        letters.add_many(
            connection,
            (
                letters.Draft(
                    "confirm",
                    number,
                    wish.language,
                    message_id(self._press.config),
                    details,
                )
                for number, wish in wishes
            ),
            now=now,
            expires=now + within,
        )


def _barred(suppression: Suppression | None, had: Subscription | None) -> str:
    """Why somebody may not be subscribed by a file; empty if they may."""
    if suppression is not None:
        return f"must not be mailed ({suppression.reason} since {suppression.since:%Y-%m-%d})"
    if had is not None and had.state == "ended" and had.reason != subscriptions.NOT_CONFIRMED:
        since = f" on {had.ended:%Y-%m-%d}" if had.ended else ""
        return f"has left this newsletter{since}"
    return ""


def _canonical(found: Found) -> str:
    return found.candidate.address.canonical


def _wish(candidate: Candidate, newsletter: str) -> Wish:
    return Wish(
        newsletter, candidate.cadence, candidate.language, candidate.sections, candidate.hour
    )


def _newcomer(candidate: Candidate, fingerprint: str, *, timezone: str, now: datetime) -> Newcomer:
    address = candidate.address
    return Newcomer(
        key=secrets.token_hex(16),
        address=address.given,
        canonical=address.canonical,
        domain=address.domain,
        fingerprint=fingerprint,
        language=candidate.language,
        timezone=timezone,
        created=now,
        name=candidate.name,
    )
