"""The pages around the feeds: the directory, a page for each feed, OPML, sitemap, manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, datetime, time
from functools import lru_cache

from jinja2 import Environment
from sqlalchemy import Connection

from syndicate import __version__
from syndicate.feeds import opml, plan, sitemap
from syndicate.feeds.directory import DirectoryView, render_directory
from syndicate.feeds.discovery import public_address
from syndicate.feeds.document import FeedDocument, Masthead
from syndicate.feeds.pages import FeedPage, render_feed_page
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.catalog import Feed
from syndicate.jobs.publishing.directory import directory_view, links
from syndicate.jobs.publishing.writer import Writer
from syndicate.model.section import SectionTree
from syndicate.store import articles, facts, sources, visible
from syndicate.store.documents import Published

DIRECTORY = "index.html"
MANIFEST = "manifest.json"

#: The hash of the manifest as it was last written.
_LISTED = "manifest"


def look(press: Press) -> str:
    """A name for the templates that pages are made with."""
    return _look(press.templates)


@lru_cache(maxsize=4)
def _look(environment: Environment) -> str:
    if environment.loader is None:
        return __version__
    digest = hashlib.sha256(__version__.encode())
    for name in environment.loader.list_templates():
        if name.startswith("page/"):
            source = environment.loader.get_source(environment, name)[0]
            digest.update(f"{name}\0{source}\0".encode())
    return digest.hexdigest()


def feed_page(press: Press, feed: Feed, document: FeedDocument) -> bytes:
    """A feed's own page, for people who follow a link to a feed."""
    root = "../" * len(feed.folder.split("/")) if feed.folder else ""
    site = press.config.site
    page = FeedPage(
        feeds=links(press.config, feed, root),
        timezone=site.timezone,
        root=root,
        public=public_address(site.url, ""),
        name=feed.channel.title.removeprefix(f"{site.title}: "),
        site=site.title,
        directory=DIRECTORY,
    )
    return render_feed_page(document, page, press.templates, site.language).encode()


class Pages:
    """The documents that show all feeds at once."""

    def __init__(
        self,
        press: Press,
        connection: Connection,
        masthead: Masthead,
        tree: SectionTree,
        feeds: Sequence[Feed],
        writer: Writer,
    ) -> None:
        self._press, self._connection = press, connection
        self._masthead, self._tree, self._feeds = masthead, tree, feeds
        self._writer = writer
        self._revision = facts.revision(connection)
        self._read = sources.latest_reading(connection)
        self._made: DirectoryView | None = None
        self.planned = {DIRECTORY, opml.FILE_NAME}
        if press.config.feeds.sitemap:
            self.planned.add(sitemap.FILE_NAME)

    def write(self, *, rebuild: bool) -> None:
        """Write those that are not as the store has them."""
        day = self._read.date().isoformat() if self._read else ""
        feeds = tuple((feed.folder, feed.channel.title, feed.formats) for feed in self._feeds)
        made_by = plan.recipe(
            astuple(self._masthead), feeds, day, self._press.config.feeds.compress
        )
        recipes = {
            DIRECTORY: plan.recipe(made_by, look(self._press)),
            opml.FILE_NAME: made_by,
            sitemap.FILE_NAME: plan.recipe(made_by, self._read and self._read.isoformat()),
        }
        builders = {
            DIRECTORY: self._directory,
            opml.FILE_NAME: self._outline,
            sitemap.FILE_NAME: self._sitemap,
        }
        for path in sorted(self.planned):
            if not rebuild and self._writer.is_current(
                path, revision=self._revision, recipe=recipes[path]
            ):
                self._writer.keep(path)
                continue
            self._writer.write(
                path, builders[path](), revision=self._revision, recipe=recipes[path], items=0
            )

    def _view(self) -> DirectoryView:
        if self._made is None:
            self._made = directory_view(
                self._press.config, self._connection, self._tree, self._feeds, root=""
            )
        return self._made

    def _directory(self) -> bytes:
        language = self._press.config.site.language
        return render_directory(self._view(), self._press.templates, language).encode()

    def _outline(self) -> bytes:
        site = self._press.config.site
        view = self._view()
        created = datetime.combine(self._masthead.since, time(), UTC)
        return opml.render(
            view,
            site.language,
            format=self._press.config.feeds.formats[0],
            created=created,
            modified=view.everything.updated or created,
            owner=site.owner_name,
            owner_page=site.url,
        )

    def _sitemap(self) -> bytes:
        site = self._press.config.site
        end = self._read or datetime.combine(self._masthead.since, time(), UTC)
        wanted = visible.published_between(self._connection, end - sitemap.REACH, end, None)
        recent = [number for number, _ in wanted[: sitemap.MOST]]
        found = articles.by_ids(self._connection, recent, body=False)
        return sitemap.render(
            found.values(), publication=site.title, language=site.language, moment=end
        )


def write_manifest(
    writer: Writer, published: Mapping[str, Published], planned: Collection[str]
) -> str:
    """List every published document with its length and hash, for mirrors and CDNs.

    Returns the list's own hash.
    """
    held = {**published, **writer.recorded}
    # As json.dumps(…, indent=1) has it, which takes seven times as long over hundreds of feeds.
    listed = ",\n".join(
        f'  {json.dumps(path)}: {{\n   "sha256": "{held[path].sha256}",\n'
        f'   "length": {held[path].length}\n  }}'
        for path in sorted(planned)
        if path in held
    )
    documents = f"{{\n{listed}\n }}" if listed else "{}"
    data = f'{{\n "documents": {documents}\n}}\n'.encode()
    writer.write_unrecorded(MANIFEST, data)
    return hashlib.sha256(data).hexdigest()


def note_manifest(connection: Connection, digest: str) -> None:
    """Record which list lies in the output folder. Needs a writing transaction."""
    if facts.read(connection, _LISTED) != digest:
        facts.write(connection, _LISTED, digest)


def is_another_s(press: Press, connection: Connection) -> bool:
    """Whether the output folder holds what another state of the store has published.

    So it is where one of both was restored from a backup.
    """
    listed = facts.read(connection, _LISTED)
    if listed is None:
        return False
    try:
        data = (press.config.feeds.output / MANIFEST).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(data).hexdigest() != listed
