"""When a document was updated: by what the store knows of it, and by what is published.

Mostly both say the same. They don't where a publisher was killed before it could
record, where a store was restored from a backup or begun anew beside its feeds,
and where an older version has published. Readers have seen what is published:
that may not go back, nor stay as it is with other content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from syndicate.feeds import files, modified, written
from syndicate.feeds.document import Deletion, FeedDocument, FeedEntry
from syndicate.feeds.formats import FORMATS
from syndicate.store.feed_states import FeedState


def dated(
    output: Path,
    paths: Mapping[str, str],
    entries: Sequence[FeedEntry],
    made: Callable[[datetime], FeedDocument],
    *,
    before: FeedState | None,
    touched: bool,
    since: date,
    content: str,
    moments: Iterable[datetime | None],
    deletions: Iterable[Deletion] = (),
) -> tuple[FeedDocument, FeedState]:
    """The document with its date, and what to record of it.

    ``paths`` are its files below ``output``, by format; ``made`` gives it with a
    date. ``touched`` says whether the store has something new of what it shows, as
    far as is known; the others are as ``modified.state`` takes them.
    """
    said, name = _published(output, paths)
    moments = tuple(moments)
    state = modified.state(
        before,
        entries,
        since=since,
        content=content,
        moments=moments,
        deletions=deletions,
        said=said,
    )
    document = made(state.updated)
    if said is None:
        return document, state
    if before is None or before.shown is None:
        if not touched:
            return document, state
    elif said <= before.updated:
        # The same, mostly; or files of an earlier day, and readers have seen later ones.
        return document, state
    same = made(said)
    if files.holds(output / paths[name], FORMATS[name].render(same)):
        return same, FeedState(state.shown, said)
    if state.updated > said:
        return document, state
    state = FeedState(state.shown, modified.after(said, moments))
    return made(state.updated), state


def _published(output: Path, paths: Mapping[str, str]) -> tuple[datetime | None, str]:
    """The latest date that one of the files has, and the format of that one."""
    found = [
        (said, name)
        for name, path in paths.items()
        if (said := written.updated(output / path, name)) is not None
    ]
    return max(found, default=(None, ""))
