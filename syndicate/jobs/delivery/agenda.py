"""When delivery next has something to do: what ``serve`` waits for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.jobs.delivery.editions import moves
from syndicate.store import ledger, mailings


def next_moment(
    connection: Connection, config: Config, *, now: datetime, shown: datetime
) -> datetime | None:
    """The earliest time at which an edition can be moved on or a mail sent; None for never.

    ``shown`` is the moment that the age of editions counts from.
    """
    resend = config.mail.in_doubt == "resend"
    found: list[datetime] = []
    for edition, mailing in mailings.open_editions(connection):
        letter = config.newsletter(edition.newsletter)
        if letter is None:
            continue
        if mailing is None or mailing.state != "sending":
            if moves(letter, edition, mailing, shown=shown):
                # Under a clock that stands still nothing is ever late.
                found.append(now if config.site.clock else edition.made)
            continue
        due = ledger.next_due(connection, edition.id, resend=resend)
        if due is not None:
            found.append(due)
        else:
            # All is sent, and the mailing to be closed; or the rest is in the hands of
            # processes, and whether they live is for a delivery to find out.
            found.append(now)
    return min(found, default=None)
