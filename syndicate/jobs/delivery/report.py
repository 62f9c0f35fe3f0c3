"""What a delivery did, edition by edition, and what of it waits for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from syndicate.jobs.delivery.recovery import Recovered
from syndicate.jobs.delivery.witness import Tally
from syndicate.model.delivery import DeliveryState, MailingState
from syndicate.store import mailings
from syndicate.store.domains import Domain


@dataclass(frozen=True, slots=True)
class EditionDelivery:
    """What a delivery did for one edition, and how that stands now.

    ``counts`` is of all rows, by state; ``due`` is when the next goes out, if
    any will by itself; ``unsettled`` are those in doubt that will not. ``waived``
    says that another process is preparing it, and that this one has not waited
    for that.
    """

    edition: str
    state: MailingState
    reason: str = ""
    done: Tally = field(default_factory=Tally)
    counts: dict[DeliveryState, int] = field(default_factory=dict)
    due: datetime | None = None
    unsettled: int = 0
    error: str = ""
    waived: str = ""

    def troubled(self, trouble: str) -> str:
        """What went wrong or had to be left, with the edition's name where it has none."""
        return trouble if self.edition in trouble else f"{self.edition}: {trouble}"


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """``editions`` are those that something was done for, and those with mails in doubt that
    somebody has to settle. ``waiting`` are editions that nothing was done for: only a person
    can let them go on. ``held`` are the domains that nothing goes to until an operator
    releases them. ``left_again`` counts departures that a restored store had forgotten."""

    editions: tuple[EditionDelivery, ...] = ()
    waiting: tuple[EditionDelivery, ...] = ()
    recovered: Recovered = field(default_factory=Recovered)
    held: tuple[Domain, ...] = ()
    left_again: int = 0

    @property
    def errors(self) -> tuple[str, ...]:
        """What went wrong, each with its edition's name before it."""
        return tuple(each.troubled(each.error) for each in self.editions if each.error)

    @property
    def stopped(self) -> tuple[EditionDelivery, ...]:
        """Those that stopped by themselves, now or before: somebody has to mend something."""
        each_one = (*self.editions, *self.waiting)
        return tuple(each for each in each_one if mailings.is_stuck(each.state, each.reason))

    @property
    def waits(self) -> bool:
        """Whether anything waits for a person: an edition, a domain, mails in doubt."""
        return bool(self.stopped or self.held or self.unsettled)

    @property
    def unsettled(self) -> tuple[EditionDelivery, ...]:
        """Those with mails in doubt that somebody has to settle."""
        return tuple(each for each in self.editions if each.unsettled)

    def summary(self) -> dict[str, Any]:
        return summary([each.done for each in self.editions])


def summary(done: Sequence[Tally]) -> dict[str, Any]:
    """All that was done, as it is recorded with a run."""
    return {
        "accepted": sum(tally.accepted for tally in done),
        "deferred": sum(tally.deferred for tally in done),
        "failed": sum(tally.failed for tally in done),
        "in_doubt": sum(tally.doubtful for tally in done),
        "left_out": sum(tally.left_out for tally in done),
    }
