"""What jobs are called in the table of runs, so that all who name one mean the same."""

from __future__ import annotations

from syndicate.config.model import Newsletter
from syndicate.model.edition import Cadence

PUBLISH = "publish"
PUSH = "push"


def ingest(source: str) -> str:
    """``ingest:cms``."""
    return f"ingest:{source}"


def digest(newsletter: Newsletter, cadence: Cadence) -> str:
    """``digest:weekly``; ``digest:weekly/daily`` for a cadence that is not the usual one."""
    usual = cadence == newsletter.schedule.cadence
    return f"digest:{newsletter.name}" if usual else f"digest:{newsletter.name}/{cadence}"
