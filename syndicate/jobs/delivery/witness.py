"""The witness: records what happens on the connections, in the order it happens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from syndicate.jobs.delivery.ending import Ending, Log
from syndicate.jobs.delivery.feed import Feed
from syndicate.jobs.delivery.pacing import Pacing
from syndicate.mail.ledger import Rules, line, settlement
from syndicate.mail.replies import Verdict, classify, shown
from syndicate.model.delivery import DeliveryState, Outcome, Outgoing
from syndicate.store.claims import Claimed
from syndicate.store.ledger import Settlement


@dataclass(slots=True)
class Tally:
    """What this process has done so far, of ``total`` mails that could go when it began.

    ``waiting`` are others that may not go before ``until``, the first of them. Of those
    that ``failed``, ``given_up`` had no further try; ``left_out`` had none at all.
    """

    total: int = 0
    accepted: int = 0
    deferred: int = 0
    failed: int = 0
    doubtful: int = 0
    given_up: int = 0
    left_out: int = 0
    waiting: int = 0
    until: datetime | None = None

    @property
    def tried(self) -> int:
        """How many mails a server was asked to take."""
        return self.accepted + self.deferred + self.failed - self.given_up + self.doubtful

    def set_aside(self, aside: Mapping[DeliveryState, int]) -> None:
        """Count rows that were settled without a try. Those in doubt stay so, and are told of
        as the ledger has them."""
        self.failed += aside.get("failed", 0)
        self.given_up += aside.get("failed", 0)
        self.left_out += aside.get("excluded", 0)

    def count(self, state: DeliveryState) -> None:
        if state == "accepted":
            self.accepted += 1
        elif state == "failed":
            self.failed += 1
        elif state == "in doubt":
            self.doubtful += 1
        else:
            self.deferred += 1


@dataclass(slots=True)
class Recording:
    """Of one delivery. ``barren`` counts mails that came back unsent since one last did not,
    ``last`` is why. ``refusing`` are the servers that want no mail from us, as far as is
    known since one last took any; ``hopeless`` why there is no use in asking others."""

    feed: Feed
    log: Log
    rules: Rules
    pacing: Pacing
    clock: Callable[[], datetime]
    tally: Tally = field(default_factory=Tally)
    barren: int = 0
    last: str = ""
    refusing: dict[str, str] = field(default_factory=dict)
    hopeless: str = ""

    def sending(self, mail: Outgoing) -> None:
        self.log.sending(mail.delivery_id, now=self.clock())

    def settled(self, mail: Outgoing, outcome: Outcome) -> None:
        row = self.feed.row(mail.delivery_id)
        verdict = classify(outcome)
        if verdict.everywhere:
            # No fault of the reader's or their domain's: no attempt of theirs.
            self.refusing[outcome.relay] = f"{outcome.relay} says {line(verdict.reason)}"
            if not self.feed.returned(row.id, keep=True):
                self.hopeless = self.refusing[outcome.relay]
                self.feed.halt()
            return
        if outcome.kind == "unsent":
            self.barren += 1
            self.last = line(shown(outcome.reply))
            self.log.unsent(row.id, row.state)
            if self.feed.returned(row.id):
                return
        else:
            self.barren = 0
            self.feed.landed(row.id)
            if self.refusing and outcome.kind == "accepted":
                self.refusing.clear()
        self._end(row, settlement(row, outcome, verdict, self.rules, now=self.clock()), verdict)

    def unfit(self, row: Claimed, reason: str) -> None:
        """A row whose mail can't even be composed."""
        now = self.clock()
        failed = Settlement(
            delivery_id=row.id,
            state="failed",
            reason=line(reason),
            due=now,
            attempts=row.attempts,
            first=row.first or now,
            tried=now,
            settled=now,
        )
        self._end(row, failed, Verdict("fail", reason))

    def _end(self, row: Claimed, settled: Settlement, verdict: Verdict) -> None:
        self.pacing.heard(row.domain, verdict.kind, settled.reason)
        self.log.ended(
            Ending(
                settlement=settled,
                subscriber_id=row.subscriber_id,
                domain=row.domain,
                kind=verdict.kind,
                suppress=verdict.suppress,
                soft=verdict.soft,
            )
        )
        self.tally.count(settled.state)
