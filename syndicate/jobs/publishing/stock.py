"""The entries of a publish: read and made where they are not those of the last one.

An entry follows from its article as the store has it, from what all entries
have in common (``Memory.made_for``), and from where its local files were
published, which is looked at every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from syndicate.feeds import media
from syndicate.feeds.document import FeedEntry
from syndicate.feeds.entries import EntryBuilder
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.publishing.memory import File, Kept, Memory
from syndicate.model.article import Article
from syndicate.store import articles, visible

#: How many bytes of entries are kept, more or less.
LARGEST: Final = 6_000_000


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry, and what feeds are ordered by."""

    published: datetime
    id: int
    entry: FeedEntry


class Stock:
    """Gives the entries of articles, from one state of the store."""

    def __init__(
        self,
        connection: Connection,
        pictures: Pictures,
        builders: Mapping[str, EntryBuilder],
        memory: Memory,
        *,
        largest: int = LARGEST,
    ) -> None:
        self._connection, self._pictures, self._builders = connection, pictures, builders
        self._kept = memory.entries
        self._largest = largest
        self._size = sum(kept.weight for kept in self._kept.values())
        #: The revisions of the articles that were asked for; None for those nobody may see.
        self._revisions: dict[int, int | None] = {}

    def shown(self, ids: Sequence[int], content: str) -> list[Shown]:
        """The entries of those of the articles that may be seen, in their order."""
        self._ask([number for number in ids if number not in self._revisions])
        seen = [number for number in ids if self._revisions[number] is not None]
        found = {number: kept for number in seen if (kept := self._current(number, content))}
        missing = [number for number in seen if number not in found]
        if missing:
            read = articles.by_ids(self._connection, missing)
            self._pictures.bring(read.values())
            found |= {number: self._made(article, content) for number, article in read.items()}
        self._forget()
        return [
            Shown(found[number].published, number, found[number].entries[content])
            for number in seen
            if number in found
        ]

    def _ask(self, ids: Sequence[int]) -> None:
        if ids:
            known = visible.revisions(self._connection, ids)
            self._revisions.update((number, known.get(number)) for number in ids)

    def _current(self, number: int, content: str) -> Kept | None:
        """What is kept of an article, if that is what would be made now."""
        kept = self._kept.get(number)
        if kept is None or kept.revision != self._revisions[number]:
            return None
        if kept.files:
            self._pictures.bring_files([where for where, _ in kept.files])
            if kept.files != self._published(where for where, _ in kept.files):
                return None
        self._kept.move_to_end(number)
        return kept if content in kept.entries else None

    def _made(self, article: Article, content: str) -> Kept:
        files = ((article.source, path) for path in media.local_paths(article.content))
        fresh = Kept(
            self._revisions[article.id] or 0,
            article.content.published,
            self._published(files),
            {content: self._builders[content](article)},
        )
        before = self._kept.pop(article.id, None)
        if before is not None:
            self._size -= before.weight
            if (before.revision, before.files) == (fresh.revision, fresh.files):
                fresh.entries = {**before.entries, **fresh.entries}
        self._kept[article.id] = fresh
        self._size += fresh.weight
        return fresh

    def _published(self, files: Iterable[File]) -> tuple[tuple[File, str | None], ...]:
        return tuple((where, self._pictures.addresses.get(where)) for where in files)

    def _forget(self) -> None:
        while self._size > self._largest and self._kept:
            _, gone = self._kept.popitem(last=False)
            self._size -= gone.weight
