"""When a feed was last modified: Atom's ``updated``, RSS's ``lastBuildDate`` (RFC 4287, 4.2.15).

It is the newest ``updated`` of the entries as long as that moves with what the
feed shows. It does not always: an entry may leave, or come with an older date
than others have. So what a feed last showed is compared with what it shows now,
and if that is something else, the feed moves forward. If it is the same, the
feed stands still, whoever builds it and however often. Pure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from syndicate.feeds.dates import whole_seconds
from syndicate.feeds.document import Deletion, FeedEntry, newest
from syndicate.store.feed_states import FeedState

_SECOND = timedelta(seconds=1)


def state(
    before: FeedState | None,
    entries: Sequence[FeedEntry],
    *,
    since: date,
    content: str,
    moments: Iterable[datetime | None],
    deletions: Iterable[Deletion] = (),
    said: datetime | None = None,
) -> FeedState:
    """What a feed shows with these entries, in their order, and when it came to show it.

    ``before`` is what it last showed, ``since`` the day (UTC) of the site's
    first publish, on which an empty feed was last modified. ``moments`` are those
    at which what it shows may have changed, the likeliest first: the first that
    is later than the feed's last counts, where the entries alone don't tell.
    ``said`` is the date that is published, for a feed of which the store knows less.
    """
    shown = digest(entries, content=content, deletions=deletions)
    latest = newest(entries, since)
    if before is None or before.shown is None:
        known = said or (before and whole_seconds(before.updated)) or latest
        return FeedState(shown, max(latest, known))
    if before.shown == shown:
        return before
    if entries and latest > before.updated:
        return FeedState(shown, latest)
    return FeedState(shown, after(before.updated, moments))


def digest(
    entries: Sequence[FeedEntry], *, content: str, deletions: Iterable[Deletion] = ()
) -> str:
    """A name for what a feed shows, however it is written.

    The ids of its entries in their order, when each was updated and in which
    section it is; ``content`` is how much of them ("full" or "summary").
    """
    what = (
        content if entries else "",
        [(entry.id, entry.updated.isoformat(), entry.sections) for entry in entries],
        [(deletion.id, deletion.when.isoformat()) for deletion in deletions],
    )
    return hashlib.sha256(repr(what).encode()).hexdigest()


def after(before: datetime, moments: Iterable[datetime | None]) -> datetime:
    """The first of the moments that is later, or else the next second.

    That happens where a clock was set back, or where a feed changes twice within a second.
    """
    known = (whole_seconds(moment) for moment in moments if moment is not None)
    return next((moment for moment in known if moment > before), before + _SECOND)
