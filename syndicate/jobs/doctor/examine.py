"""Every check, one after another: one that can't be made leaves the others their turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from syndicate.config.model import Config
from syndicate.jobs.doctor import domain, ways
from syndicate.jobs.doctor.case import Case, Check, Visit
from syndicate.mail.records.names import Resolver, UnansweredError
from syndicate.model.errors import SyndicateError

_CHECKS: Final[tuple[tuple[str, Callable[[Case], Iterator[Check]]], ...]] = (
    ("sender", domain.sender),
    ("SPF", domain.spf_record),
    ("DKIM", domain.dkim),
    ("DMARC", domain.dmarc_record),
    ("reverse name", domain.reverse),
    ("relay", ways.relays),
    ("one-click", ways.one_click),
    ("postal address", ways.postal_address),
    ("bounces", ways.bounces),
)


def examine(
    config: Config,
    resolver: Resolver,
    *,
    addresses: tuple[str, ...] = (),
    visit: Visit = ways.visit,
) -> tuple[Check, ...]:
    """Check everything. ``addresses`` are those that mail leaves from, where they are known."""
    if not config.mail.sender:
        return (Check("sender", "fail", "none", "give [mail] sender: Name <name@domain>"),)
    case = Case(config, resolver, addresses, visit)
    return tuple(check for name, checks in _CHECKS for check in _made(case, name, checks))


def _made(case: Case, name: str, checks: Callable[[Case], Iterator[Check]]) -> Iterator[Check]:
    try:
        yield from checks(case)
    except UnansweredError as error:
        yield domain.unanswered(name, str(error))
    except SyndicateError as error:
        yield Check(name, "fail", f"{error.thing}: {error.cause}", error.way_out)
