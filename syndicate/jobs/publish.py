"""Publishing: bring the feeds on disk to what the store holds.

Pictures go out before the feeds that show them, feeds before the record of
them: whatever is interrupted, the next publish finds and finishes.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection

from syndicate.config.model import Config
from syndicate.feeds import files, identity, media, plan
from syndicate.feeds.document import Channel, FeedDocument, Masthead, build
from syndicate.feeds.entries import EntryBuilder
from syndicate.jobs import push
from syndicate.jobs.pictures import Pictures, size_of
from syndicate.jobs.press import Press, job
from syndicate.jobs.sections import hidden, public_tree
from syndicate.model.article import Article
from syndicate.model.errors import SyndicateError
from syndicate.model.section import SectionTree
from syndicate.store import articles, documents, facts, sections
from syndicate.store.documents import Published

Change = Literal["written", "unchanged", "removed"]

#: Articles and entries held in memory at a time. They stand in the feeds of the
#: site, of their section and of those above it, which follow one another.
_HELD = 1_000


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file in the output folder: entries it holds, its length in bytes, what happened."""

    path: str
    items: int
    bytes: int
    change: Change


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What a publish did.

    ``revision`` is the store's when it was read; ``looked_at`` counts the
    documents that were built to see whether they changed.
    """

    revision: int
    feeds: int
    files: tuple[FileReport, ...]
    media: int
    looked_at: int
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def written(self) -> int:
        return sum(file.change == "written" for file in self.files)

    def summary(self) -> dict[str, Any]:
        return {
            "revision": self.revision,
            "feeds": self.feeds,
            "written": self.written,
            "removed": sum(file.change == "removed" for file in self.files),
            "media": self.media,
            "errors": len(self.errors),
        }


def publish(press: Press, *, dry_run: bool = False) -> PublishReport:
    """Write every feed whose bytes have changed.

    With ``dry_run`` everything is built and nothing is written.
    """
    if dry_run:
        with press.store.read() as connection:
            return _Publishing(press, connection, dry_run=True).run()
    with job(press, "publish") as running:
        _freeze(press)
        with press.store.read() as connection:
            publishing = _Publishing(press, connection, dry_run=False)
            report = publishing.run()
        with press.store.write() as connection:
            push.note(connection, press, publishing.recorded)
            documents.record(connection, publishing.recorded)
            documents.forget(connection, publishing.abandoned)
            documents.record_media(connection, publishing.pictures.fresh)
        running.note("partly" if report.errors else "ok", report.summary())
    return report


def masthead_of(config: Config, authority: str, since: date, logo: str) -> Masthead:
    """What all feeds of the site share, from its configuration."""
    site = config.site
    return Masthead(
        title=site.title,
        url=site.url,
        authority=authority,
        since=since,
        language=site.language,
        owner=site.owner_name,
        editor=site.owner_address,
        logo=logo,
        ttl=max(1, int(config.feeds.ttl.total_seconds() // 60)),
        hubs=config.feeds.hubs,
    )


def planned_feeds(
    config: Config, masthead: Masthead, tree: SectionTree, revision: int
) -> list[plan.PlannedChannel]:
    """Every feed of the site: the whole of it, then each section that is not hidden."""
    names = [f"{section.id} {section.name}" for section in tree]
    withheld = hidden(tree, config)
    site = Channel(
        slug="",
        title=config.site.title,
        description=config.site.description,
        page_url=config.site.url,
        language=config.site.language,
    )
    found: list[tuple[Channel, int | None, int, list[str]]] = [
        (site, None, revision, [*names, f"hidden {sorted(withheld)}"])
    ]
    for section in tree:
        if section.id not in withheld:
            inside = {*tree.subtree(section.id), *(s.id for s in tree.path(section.id))}
            found.append(
                (
                    _section_channel(config, tree, section.id),
                    section.id,
                    section.revision,
                    [name for name in names if int(name.split()[0]) in inside],
                )
            )
    return [
        plan.plan_channel(
            masthead,
            channel,
            section_id=section_id,
            revision=moved,
            names=[*shown, f"withheld {sorted(withheld)}"],
            formats=config.feeds.formats,
            items=config.feeds.items,
        )
        for channel, section_id, moved, shown in found
    ]


def _section_channel(config: Config, tree: SectionTree, section_id: int) -> Channel:
    section = tree[section_id]
    source = config.source(section.source)
    return Channel(
        slug=section.slug,
        title=f"{config.site.title}: {section.name}",
        description=section.description,
        # The section's page in the CMS: what its own breadcrumbs link.
        page_url=f"{source.url}{section.key}/default.aspx" if source else config.site.url,
    )


def _freeze(press: Press) -> None:
    """Fix what may never change again: the ids' authority and date, and section slugs."""
    with press.store.read() as connection:
        held = facts.tag_authority(connection)
        unnamed = any(not section.slug for section in sections.tree(connection))
    if held is not None and not unnamed:
        return
    with press.store.write() as connection:
        facts.fix_tag_authority(connection, *_new_authority(press))
        stored = {s.id: s.slug for s in sections.tree(connection)}
        named = public_tree(connection, press.config)
        sections.freeze_slugs(connection, {s.id: s.slug for s in named if not stored.get(s.id)})


def _new_authority(press: Press) -> tuple[str, str]:
    today = press.shown.astimezone(press.config.site.zone).date()
    return identity.authority(press.config.site.url), today.isoformat()


class _Publishing:
    """One publish: the state of the store it is made from, and what it has done so far."""

    def __init__(self, press: Press, connection: Connection, *, dry_run: bool) -> None:
        self._press, self._connection, self._dry_run = press, connection, dry_run
        self._config = press.config
        self._output = press.config.feeds.output
        authority, since = facts.tag_authority(connection) or _new_authority(press)
        self.pictures = Pictures(press, connection, dry_run=dry_run)
        self._masthead = masthead_of(
            self._config, authority, date.fromisoformat(since), self.pictures.logo()
        )
        self._tree = public_tree(connection, self._config)
        self._withheld = hidden(self._tree, self._config)
        self._removals = sections.removals(connection)
        self._newest: dict[int, list[tuple[datetime, int]]] = {}
        self._articles: dict[int, Article] = {}
        self._entry = EntryBuilder(self._masthead, self._tree, self.pictures.addresses, keep=_HELD)
        self.recorded: list[Published] = []
        self.abandoned: tuple[str, ...] = ()
        self._reports: list[FileReport] = []
        self._errors: list[str] = []
        self._looked_at = 0

    def run(self) -> PublishReport:
        published = documents.published(self._connection)
        revision = facts.revision(self._connection)
        planned = planned_feeds(self._config, self._masthead, self._tree, revision)
        tell = self._press.progress("publishing")
        if not self._dry_run:
            files.sweep(self._output, but=media.FOLDER)
        for number, feed in enumerate(planned):
            tell(number, len(planned))
            paths = [document.path for document in feed.documents]
            try:
                stale = plan.outdated(feed, published, _sizes(self._output, paths))
                self._publish(feed, stale, published)
            except SyndicateError as error:
                self._errors.append(str(error))
        tell(len(planned), len(planned))
        self._retire(plan.abandoned(planned, published), published)
        return PublishReport(
            revision=revision,
            feeds=len(planned),
            files=tuple(self._reports),
            media=self.pictures.written,
            looked_at=self._looked_at,
            warnings=tuple(self.pictures.warnings),
            errors=tuple(self._errors),
        )

    def _publish(
        self,
        feed: plan.PlannedChannel,
        stale: Sequence[plan.Planned],
        published: Mapping[str, Published],
    ) -> None:
        for document in feed.documents:
            last = published.get(document.path)
            if document not in stale and last is not None:
                self._reports.append(
                    FileReport(document.path, last.items, last.length, "unchanged")
                )
        if not stale:
            return
        built = self._build(feed)
        for document in stale:
            self._looked_at += 1
            self._write(document, built, published.get(document.path))

    def _write(self, document: plan.Planned, built: FeedDocument, last: Published | None) -> None:
        data = document.format.render(built)
        digest = hashlib.sha256(data).hexdigest()
        same = last is not None and last.sha256 == digest
        path = self._output / document.path
        if self._dry_run:
            change: Change = "unchanged" if same and path.exists() else "written"
        else:
            change = "written" if files.write(path, data) else "unchanged"
        self.recorded.append(
            Published(
                path=document.path,
                revision=document.revision,
                recipe=document.recipe,
                sha256=digest,
                length=len(data),
                items=len(built.entries),
                changed=last.changed if last is not None and same else self._press.clock(),
            )
        )
        self._reports.append(FileReport(document.path, len(built.entries), len(data), change))

    def _build(self, feed: plan.PlannedChannel) -> FeedDocument:
        limit = self._config.feeds.items
        wanted = [article_id for _, article_id in self._latest(feed.section_id, limit)]
        missing = [article_id for article_id in wanted if article_id not in self._articles]
        found = articles.by_ids(self._connection, missing)
        self.pictures.bring(found.values())
        self._articles.update(found)
        shown = [self._articles[article_id] for article_id in wanted]
        for article_id in list(islice(self._articles, max(0, len(self._articles) - _HELD))):
            del self._articles[article_id]
        return build(
            self._masthead,
            feed.channel,
            shown,
            entry=self._entry,
            items=limit,
            changed=self._removed_at(feed.section_id),
        )

    def _latest(self, section_id: int | None, limit: int) -> list[tuple[datetime, int]]:
        """The newest articles of a section and all below it, or of the site."""
        roots = (
            self._tree.subtree(section_id)
            if section_id is not None
            else [section.id for section in self._tree]
        )
        lists = []
        for below in roots:
            if below not in self._withheld:
                if below not in self._newest:
                    self._newest[below] = articles.newest_ids(self._connection, below, limit)
                lists.append(self._newest[below])
        return list(islice(heapq.merge(*lists, reverse=True), limit))

    def _removed_at(self, section_id: int | None) -> datetime | None:
        if section_id is not None:
            return self._removals.get(section_id)
        return max(self._removals.values(), default=None)

    def _retire(self, paths: tuple[str, ...], published: Mapping[str, Published]) -> None:
        for path in paths:
            if not self._dry_run:
                files.remove(self._output / path)
            self._reports.append(FileReport(path, 0, published[path].length, "removed"))
        self.abandoned = paths


def _sizes(folder: Path, paths: Iterable[str]) -> dict[str, int]:
    found = ((path, size_of(folder / path)) for path in paths)
    return {path: size for path, size in found if size is not None}
