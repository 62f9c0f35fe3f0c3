"""The local pictures and files of articles, copied beside the feeds; what is known of others.

Their public names come from their bytes, so a copy is never overwritten and a
published one can be cached for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection

from syndicate.feeds import files, media
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.remote_media import learned
from syndicate.jobs.publishing.writer import size_of
from syndicate.model.article import Article
from syndicate.store import documents, sources
from syndicate.store import remote as remote_store
from syndicate.store.documents import PublishedMedia
from syndicate.store.remote import RemoteMedium

#: The largest picture or file that is published, in bytes.
LARGEST = 50 * 1024 * 1024


class Pictures:
    """What a job has copied so far.

    ``addresses`` grows as articles are brought: (source, path) to public
    address; and so does ``remote``, what other hosts have said of theirs.
    ``fresh`` is for the store to record when the job is done.
    """

    def __init__(self, press: Press, connection: Connection, *, dry_run: bool) -> None:
        self._press, self._dry_run = press, dry_run
        self._output = press.config.feeds.output
        self._ids = {name: number for number, name in sources.names(connection).items()}
        self._connection = connection
        self._base = f"{press.config.site.url}feeds/"
        self._seen: set[tuple[str, str]] = set()
        self.addresses: dict[tuple[str, str], str] = {}
        self.remote: dict[str, RemoteMedium] = {}
        self._asked_others = not remote_store.is_empty(connection)
        self.fresh: list[PublishedMedia] = []
        self.warnings: list[str] = []
        self.written = 0

    def bring(self, found: Iterable[Article]) -> None:
        """Copy what these articles show, if it has not been copied yet."""
        found = list(found)
        if self._asked_others:
            self.remote.update(learned(self._connection, found))
        self.bring_files((a.source, path) for a in found for path in media.local_paths(a.content))

    def bring_files(self, shown: Iterable[tuple[str, str]]) -> None:
        """The same for files by (source, path)."""
        fresh = [each for each in dict.fromkeys(shown) if each not in self._seen]
        self._seen.update(fresh)
        for source in dict.fromkeys(source for source, _ in fresh):
            paths = [path for owner, path in fresh if owner == source]
            known = documents.known_media(self._connection, self._ids[source], paths)
            for path in paths:
                self._bring(source, path, known.get(path))

    def adopt(self, fresh: Iterable[PublishedMedia], warnings: Iterable[str]) -> None:
        """Take over what another process has copied, and what it has to say of it."""
        names = {number: name for name, number in self._ids.items()}
        for one in fresh:
            where = (names[one.source_id], one.path)
            if where not in self.addresses:
                self._seen.add(where)
                self.addresses[where] = self._base + one.name
                self.fresh.append(one)
                self.written += 1
        self.warnings += [each for each in dict.fromkeys(warnings) if each not in self.warnings]

    def logo(self) -> str:
        """The public address of the site's logo; empty if there is none."""
        logo = self._press.config.site.logo
        if not logo or "://" in logo:
            return logo
        place = self._press.config.resolve(logo)
        try:
            data = place.read_bytes()
        except OSError as error:
            self.warnings.append(f"[site] logo: {place}: {error.strerror}; left out")
            return ""
        name = media.file_name(place.name, hashlib.sha256(data).hexdigest())
        self._write(name, data)
        return self._base + name

    def _bring(self, source_name: str, path: str, known: PublishedMedia | None) -> None:
        source = self._press.config.source(source_name)
        if source is None:
            return
        place = (source.path / path).resolve()
        if not place.is_relative_to(source.path.resolve()):
            return
        try:
            stat = place.stat()
            mark = f"{stat.st_size}:{stat.st_mtime_ns}"
            if (
                known is not None
                and known.fingerprint == mark
                and size_of(self._output / known.name) == known.length
            ):
                name = known.name
            elif stat.st_size > LARGEST:
                self.warnings.append(f"{place}: larger than 50 MB; not published")
                return
            else:
                name = self._copy(source_name, path, place, mark)
        except OSError as error:
            if known is None or size_of(self._output / known.name) != known.length:
                self.warnings.append(f"{place}: {error.strerror}; not published")
                return
            name = known.name  # what was published stays
        self.addresses[source_name, path] = self._base + name

    def _copy(self, source_name: str, path: str, place: Path, mark: str) -> str:
        data = place.read_bytes()
        name = media.file_name(path, hashlib.sha256(data).hexdigest())
        self._write(name, data)
        self.fresh.append(PublishedMedia(self._ids[source_name], path, mark, name, len(data)))
        return name

    def _write(self, name: str, data: bytes) -> None:
        if self._dry_run or not files.write(self._output / name, data):
            return
        if not self.written:
            # Whoever was killed while copying left a picture that is copied now.
            files.sweep(self._output / media.FOLDER)
        self.written += 1
