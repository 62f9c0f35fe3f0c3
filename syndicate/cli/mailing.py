"""How a mailing's state is told, wherever a verb tells of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Final

from syndicate.mail.refusals import way_out

if TYPE_CHECKING:
    from syndicate.store.domains import Domain
    from syndicate.store.ledger_view import Queue


#: How many held domains are named. A relay's refusal may hold thousands.
_HELD: Final = 10


def state_lines(told: str, state: str, reason: str) -> list[str]:
    """A line that ends with the state and why; gates that say several things get a line each."""
    whys = reason.removeprefix(f"{state} ").splitlines()
    if len(whys) > 1:
        return [f"{told}{state}:", *(f"  {why}" for why in whys)]
    return [f"{told}{state} ({whys[0]})" if whys else f"{told}{state}"]


def brief(reason: str) -> str:
    """A reason as a table has room for it: of gates that say several things, their names."""
    whys = reason.splitlines()
    return ", ".join(why.partition(":")[0] for why in whys) if len(whys) > 1 else reason


def brief_state(state: str, reason: str) -> str:
    """A state and its reason in one cell."""
    why = brief(reason.removeprefix(f"{state} "))
    return f"{state} ({why})" if why else state


def way_on(edition: str, state: str, reason: str) -> str:
    """What a person has to do for an edition that waits for one."""
    if state == "awaiting":
        return f"approve it: syndicate digest approve {edition}"
    if state == "paused" and reason.startswith("refused"):
        return f"{way_out(reason)}, then: syndicate mail resume {edition}"
    if state == "paused":
        return f"go on: syndicate mail resume {edition}"
    if state == "held" and "mail reconcile" not in reason:
        return f"once mended: syndicate mail release {edition}"
    return ""


def waiting_lines(edition: str, state: str, reason: str) -> list[str]:
    """An edition that waits for a person: its state, why, and what to do."""
    lines = state_lines(f"{edition}: ", state, reason)
    way = way_on(edition, state, reason)
    return [*lines, f"  {way}"] if way else lines


def waiting_data(edition: str, state: str, reason: str) -> dict[str, str]:
    """The same for programs."""
    way = way_on(edition, state, reason)
    return {"edition": edition, "state": state, "reason": reason, "way_out": way}


def doubt_line(edition: str, number: int) -> str:
    """What to do about mails in doubt that are not sent again by themselves."""
    way = f"syndicate mail reconcile {edition} --log FILE"
    return f"settle the {number:,} in doubt: {way}; without a log: --accepted or --unsent"


def doubt_data(edition: str, number: int) -> dict[str, object]:
    """The same for programs."""
    return {"edition": edition, "mails": number, "way_out": doubt_line(edition, number)}


def held_lines(domains: Sequence[Domain]) -> list[str]:
    """The receiving domains that wait for a person: why, and what to do; of many, the first."""
    lines = [
        f"nothing goes to {each.domain}: {each.reason}; {_release(each)}"
        for each in domains[:_HELD]
    ]
    if len(domains) > _HELD:
        lines.append(
            f"nothing goes to {len(domains) - _HELD:,} more: syndicate mail status; "
            "once mended, all at once: syndicate mail release --all-domains"
        )
    return lines


def held_data(domain: Domain) -> dict[str, object]:
    """The same for programs."""
    return {
        "domain": domain.domain,
        "since": domain.held,
        "reason": domain.reason,
        "way_out": _release(domain),
    }


def _release(domain: Domain) -> str:
    return f"once mended: syndicate mail release --domain {domain.domain}"


def left_again(number: int) -> str:
    """What is said of people whom a restored store had forgotten to have left."""
    have = "has" if number == 1 else "have"
    return f"{number:,} who had left since this store's backup {have} left again"


def when_waiting(waits: Queue, zone: tzinfo) -> str:
    """How many mails may not go yet, and until when; empty where none waits."""
    if waits.first is None or waits.last is None:
        return ""
    first, last = (f"{each.astimezone(zone):%Y-%m-%d %H:%M}" for each in (waits.first, waits.last))
    return f"{waits.waiting:,} until {first}" + (
        f", the last until {last}" if last != first else ""
    )


def when_due(due: datetime, now: datetime, zone: tzinfo) -> str:
    """When the next mail goes out: what could have gone already goes with the next delivery."""
    if due <= now:
        return "with the next delivery"
    return f"{due.astimezone(zone):%Y-%m-%d %H:%M}"
