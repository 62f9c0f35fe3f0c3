"""What jobs are called in the table of runs, so that all who name one mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from syndicate.config.model import Newsletter
    from syndicate.model.edition import Cadence

PUBLISH = "publish"
PUSH = "push"
LETTERS = "letters"
DELIVERY = "delivery"
BOUNCES = "bounces"
TIDYING = "tidying"
IMPORT = "import"

#: Work that may take long must not hold up the rest: what goes by itself, side by
#: side. ``press`` reads, publishes and makes editions; ``delivery`` mails them;
#: ``post`` sends letters to single people and reads what came back.
Lane = Literal["press", "delivery", "post"]
LANES: tuple[Lane, ...] = ("press", "delivery", "post")


def ingest(source: str) -> str:
    """``ingest:cms``."""
    return f"ingest:{source}"


def digest(newsletter: Newsletter, cadence: Cadence) -> str:
    """``digest:weekly``; ``digest:weekly/daily`` for a cadence that is not the usual one."""
    usual = cadence == newsletter.schedule.cadence
    return f"digest:{newsletter.name}" if usual else f"digest:{newsletter.name}/{cadence}"


def lane(job: str) -> Lane:
    """The lane that a job goes in."""
    if job == DELIVERY:
        return "delivery"
    return "post" if job in (LETTERS, BOUNCES, TIDYING) else "press"
