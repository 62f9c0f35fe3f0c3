"""A provider's call to its webhook, into the store."""

from __future__ import annotations

from dataclasses import dataclass, field

from syndicate.jobs.bounces import visits
from syndicate.jobs.bounces.taking import Taken, reads_of, take
from syndicate.jobs.press import Press
from syndicate.mail.bounces.providers.call import Call, Fetch, Surroundings
from syndicate.mail.bounces.providers.registry import PROVIDERS


@dataclass(frozen=True, slots=True)
class Doors:
    """How other hosts are asked: for certificates, and to confirm a subscription."""

    certificate: Fetch = field(default=visits.certificate)
    visit: Fetch = field(default=visits.visit)


DOORS = Doors()


def configured(press: Press) -> frozenset[str]:
    """The providers whose calls are taken."""
    secrets = press.config.mail.webhooks
    return frozenset(name for name, each in PROVIDERS.items() if each.is_configured(secrets))


def take_call(press: Press, provider: str, call: Call, *, doors: Doors = DOORS) -> list[Taken]:
    """Take what a provider says. All of it, or after an error nothing: it will call again.

    Raises :class:`~syndicate.mail.bounces.providers.call.NotGenuineError` for a
    call that the provider has not made, and
    :class:`~syndicate.model.errors.BounceError` for one that can't be read.
    """
    around = Surroundings(
        secrets=press.config.mail.webhooks,
        reads=reads_of(press),
        now=press.clock(),
        fetch=doors.certificate,
    )
    heard = PROVIDERS[provider].hear(call, around)
    if heard.visit:
        doors.visit(heard.visit)
    taken: list[Taken] = []
    if heard.reports:
        with press.store.write() as connection:
            for report in heard.reports:
                taken += take(press, connection, report)
    return taken
