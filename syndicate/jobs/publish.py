"""Publishing: bring what is on disk to what the store holds.

Pictures go out before the feeds that show them, archives before the feeds
that link them, feeds before the record of them: whatever is interrupted, the
next publish finds and finishes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from syndicate.feeds import files, identity, media, plan
from syndicate.feeds.document import Deletion, FeedDocument, Pages, bound
from syndicate.feeds.entries import EntryBuilder
from syndicate.feeds.formats import FORMATS
from syndicate.jobs import outside, push
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press, job
from syndicate.jobs.publishing import dating, fixing, inventory, memory, remote_media, site, viewed
from syndicate.jobs.publishing.archive import NO_ARCHIVES, ArchiveReport, Archives
from syndicate.jobs.publishing.catalog import Catalog, Feed, masthead_of
from syndicate.jobs.publishing.directory import page_of
from syndicate.jobs.publishing.memory import Memory
from syndicate.jobs.publishing.packer import Packer
from syndicate.jobs.publishing.stock import Stock
from syndicate.jobs.publishing.writer import FileReport, Writer
from syndicate.jobs.remote import Refuses
from syndicate.jobs.sections import hidden, public_tree
from syndicate.model.errors import SyndicateError
from syndicate.store import documents, facts, feed_states, sources, visible
from syndicate.store.feed_states import FeedState

#: How many entries are held in memory between two archives that may both show them.
_HELD = 500

#: How many of what has left a section its Atom feed names, where tombstones are on.
_TOMBSTONES = 50


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
    archives: ArchiveReport = NO_ARCHIVES
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
            "archives": self.archives.written,
            "media": self.media,
            "errors": len(self.errors),
        }


def publish(
    press: Press,
    *,
    dry_run: bool = False,
    rebuild: bool = False,
    refuses: Refuses = outside.is_inner,
) -> PublishReport:
    """Write every feed, archive and page whose bytes have changed.

    With ``dry_run`` feeds and pages are built and nothing is written. With
    ``rebuild`` everything is looked at, archives included. ``refuses`` tells
    the IP addresses that other hosts' media are never asked for at.
    """
    if dry_run:
        with press.store.read() as connection:
            return _Publishing(press, connection, Memory(), dry_run=True, rebuild=rebuild).run()
    with job(press, "publish") as running:
        remembered = memory.of(press.store)
        with press.store.write() as connection:
            remembered.begin(connection, anew=rebuild)
            fixing.fix(press, connection, doubting=remembered.doubting)
        brought = 0
        if not remembered.alone or inventory.pictures_are_away(press):
            brought, whole = inventory.bring_pictures(press)
            if not whole:
                with press.store.write() as connection:
                    fixing.doubt_all(connection)
        told = _ask_others(press, refuses, rebuild=rebuild) if press.config.feeds.fetch else ()
        with press.store.read() as connection:
            publishing = _Publishing(press, connection, remembered, dry_run=False, rebuild=rebuild)
            report = publishing.run()
        publishing.record(press, whole=not report.errors and not press.stopping())
        report = replace(
            report,
            media=report.media + brought,
            warnings=(*told, *report.warnings),
            errors=(*report.errors, *publishing.compress_archives()),
        )
        running.note("partly" if report.errors else "ok", report.summary())
    return report


def _ask_others(press: Press, refuses: Refuses, *, rebuild: bool) -> tuple[str, ...]:
    """Learn what is not known of other hosts' media in feeds that are about to be built."""
    with press.store.read() as connection:
        asking = _Publishing(press, connection, Memory(), dry_run=True, rebuild=rebuild)
        due = asking.due_articles()
        wanted = remote_media.unknown(press, connection, due)
    return remote_media.learn(press, wanted, refuses=refuses)


class _Publishing:
    """One publish: the state of the store it is made from, and what it has done so far."""

    def __init__(
        self,
        press: Press,
        connection: Connection,
        remembered: Memory,
        *,
        dry_run: bool,
        rebuild: bool,
    ) -> None:
        self._press, self._connection, self._memory = press, connection, remembered
        rebuild = rebuild or fixing.all_is_doubted(connection)
        self._dry_run, self._rebuild = dry_run, rebuild
        self._config = press.config
        self._published = documents.published(connection)
        self._states = feed_states.read(connection)
        self._moved: dict[str, FeedState] = {}
        self._moments = sources.latest_reading(connection), press.shown
        self._pictures = Pictures(press, connection, dry_run=dry_run)
        authority, since = facts.tag_authority(connection) or fixing.new_authority(press)
        self._masthead = masthead_of(
            self._config, authority, date.fromisoformat(since), self._pictures.logo()
        )
        self._made_for = astuple(self._masthead)
        self._tree = public_tree(connection, self._config)
        withheld = hidden(self._tree, self._config)
        self._catalog = Catalog(
            self._config, connection, self._tree, withheld, known=remembered.newest
        )
        self._entries = {
            content: EntryBuilder(
                self._masthead,
                self._tree,
                self._pictures.addresses,
                remote=self._pictures.remote,
                keep=_HELD,
                full=content == "full",
            )
            for content in ("full", "summary")
        }
        named = [(section.id, section.parent_id, section.name) for section in self._tree]
        remembered.serve(plan.recipe(self._made_for, named))
        self._stock = Stock(connection, self._pictures, self._entries, remembered)
        self._archives = Archives(
            press,
            connection,
            self._masthead,
            self._tree,
            withheld,
            self._pictures,
            self._entries,
            rebuild=rebuild,
            doubting=not remembered.alone and not dry_run,
        )
        self._packer = Packer()
        self._writer = Writer(
            self._config.feeds.output,
            self._published,
            now=press.clock(),
            packer=self._packer if self._config.feeds.compress else None,
            dry_run=dry_run,
            checked=self._config.feeds.check,
            doubting=not remembered.alone,
        )
        self._errors: list[str] = []
        self._looked_at = 0
        self._planned: set[str] = set()
        self._manifest = ""

    def run(self) -> PublishReport:
        try:
            return self._run()
        finally:
            self._writer.close()

    def _run(self) -> PublishReport:
        feeds = list(self._catalog.feeds())
        archived = NO_ARCHIVES
        if not self._dry_run:
            if not self._memory.alone:
                # Whoever was killed may have left halves of files.
                files.sweep(self._config.feeds.output, but=frozenset({media.FOLDER, "archive"}))
            self._archives.retire(feeds)
        if self._config.feeds.archive and not self._dry_run:
            archived = self._archives.write([feed for feed in feeds if feed.section_id])
        tell = self._press.progress("publishing")
        for number, feed in enumerate(feeds):
            tell(number, len(feeds))
            try:
                self._publish(feed)
            except SyndicateError as error:
                self._errors.append(str(error))
        tell(len(feeds), len(feeds))
        pages = site.Pages(
            self._press, self._connection, self._masthead, self._tree, feeds, self._writer
        )
        try:
            pages.write(rebuild=self._rebuild)
        except SyndicateError as error:
            self._errors.append(str(error))
        self._planned |= pages.planned
        self._writer.settle()
        self._errors += self._writer.problems.values()
        for path in plan.abandoned(self._planned, self._published):
            self._writer.retire(path)
        try:
            self._manifest = site.write_manifest(self._writer, self._published, self._planned)
        except SyndicateError as error:
            self._errors.append(str(error))
        for place, problem in self._packer.pack(self._press.progress("compressing")).items():
            self._writer.forget(place)
            self._errors.append(problem)
        return PublishReport(
            revision=facts.revision(self._connection),
            feeds=len(feeds),
            files=tuple(self._writer.reports),
            media=self._pictures.written,
            looked_at=self._looked_at,
            archives=archived,
            warnings=(*self._archives.warnings(), *self._pictures.warnings),
            errors=(*archived.errors, *self._errors, *self._writer.findings),
        )

    def due_articles(self) -> list[int]:
        """The articles in those feeds that have to be looked at."""
        found: dict[int, None] = {}
        for feed in self._catalog.feeds():
            if self._stale(self._documents(feed), feed):
                found |= dict.fromkeys(self._wanted(feed))
        return list(found)

    def record(self, press: Press, *, whole: bool) -> None:
        """Record what was written; hubs are told of it from here on.

        ``whole`` says that all that was to be looked at has been.
        """
        with press.store.write() as connection:
            recorded = list(self._writer.recorded.values())
            push.note(connection, press, recorded)
            documents.record(connection, recorded)
            documents.forget(connection, plan.abandoned(self._planned, self._published))
            feed_states.record(connection, self._moved)
            documents.record_media(connection, self._pictures.fresh)
            if self._manifest:
                site.note_manifest(connection, self._manifest)
            if whole:
                fixing.all_was_looked_at(connection)
            if self._catalog.hour is not None and self._catalog.reckoned is not None:
                viewed.keep(connection, self._catalog.hour, self._catalog.reckoned)
            self._memory.end(connection)

    def compress_archives(self) -> tuple[str, ...]:
        return self._archives.compress()

    def _publish(self, feed: Feed) -> None:
        """Write those of a feed's formats that are not as the store has them."""
        wanted = self._documents(feed)
        self._planned |= wanted.keys()
        stale = self._stale(wanted, feed)
        for path in wanted.keys() - stale.keys():
            self._writer.keep(path)
        if not stale:
            return
        built = self._build(feed)
        for path, (name, recipe) in stale.items():
            self._looked_at += 1
            self._writer.write(
                path,
                site.feed_page(self._press, feed, built)
                if name == "page"
                else FORMATS[name].render(built),
                revision=feed.revision,
                recipe=recipe,
                items=len(built.entries),
                group=feed.folder,
                address="" if name == "page" else built.address(FORMATS[name].file_name),
            )

    def _documents(self, feed: Feed) -> dict[str, tuple[str, str]]:
        """A feed's documents: path to format (or "page") and recipe."""
        made_by = plan.recipe(
            self._made_for,
            astuple(feed.channel),
            feed.choice.model_dump_json(),
            feed.made_of,
            self._config.feeds.archive if feed.section_id else 0,
            self._config.feeds.tombstones,
            self._config.feeds.compress,
        )
        folder = f"{feed.folder}/" if feed.folder else ""
        wanted = {folder + FORMATS[name].file_name: (name, made_by) for name in feed.formats}
        wanted[page_of(feed)] = ("page", plan.recipe(made_by, site.look(self._press)))
        return wanted

    def _stale(
        self, wanted: Mapping[str, tuple[str, str]], feed: Feed
    ) -> dict[str, tuple[str, str]]:
        return {
            path: (name, recipe)
            for path, (name, recipe) in wanted.items()
            if self._rebuild
            or not self._writer.is_current(path, revision=feed.revision, recipe=recipe)
        }

    def _wanted(self, feed: Feed) -> list[int]:
        """The articles that stand in a feed."""
        wanted = feed.ids(feed.items)
        if feed.section_id is None or not self._config.feeds.archive:
            return wanted
        # Nothing may fall between the archives and the feed (RFC 5005, 4).
        held = set(wanted)
        unarchived = self._archives.unarchived(feed.section_id)
        return [*wanted, *(number for number in unarchived if number not in held)]

    def _build(self, feed: Feed) -> FeedDocument:
        last = 0
        if feed.section_id is not None and self._config.feeds.archive:
            last = self._archives.last(feed.section_id)
        shown = self._stock.shown(self._wanted(feed), feed.choice.content or "full")
        if not feed.ranked:
            shown.sort(key=lambda each: (each.published, each.id), reverse=True)
        entries = [each.entry for each in shown]
        deletions = self._deletions(feed)
        before = self._states.get(feed.folder)
        folder = f"{feed.folder}/" if feed.folder else ""
        paths = {name: folder + FORMATS[name].file_name for name in feed.formats}
        recorded = [self._published[path] for path in paths.values() if path in self._published]
        document, state = dating.dated(
            self._config.feeds.output,
            paths,
            entries,
            lambda updated: bound(
                self._masthead,
                feed.channel,
                entries,
                updated=updated,
                pages=Pages(last=last),
                deletions=deletions,
            ),
            before=before,
            touched=not recorded or any(one.revision != feed.revision for one in recorded),
            since=self._masthead.since,
            content=feed.choice.content or "full",
            moments=(feed.removal, *self._moments),
            deletions=deletions,
        )
        if state != before:
            self._moved[feed.folder] = state
        return document

    def _deletions(self, feed: Feed) -> list[Deletion]:
        if feed.section_id is None or not self._config.feeds.tombstones:
            return []
        mint = self._masthead
        return [
            Deletion(identity.article_id(mint.authority, mint.since, source, key), when)
            for source, key, when in visible.withdrawn(
                self._connection, self._tree.subtree(feed.section_id), _TOMBSTONES
            )
        ]
