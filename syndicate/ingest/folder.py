"""The scan of a source's folder: which files are new, changed or gone.

It opens nothing and stats each file once. A file whose fingerprint (size and
times) is the known one is not looked at again; only what is left is read.

A folder named by an ISO time is a reading of that moment, whatever lies in it;
the nearest such folder above a file counts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path

from syndicate.model.errors import SourceError
from syndicate.model.moment import from_local

RACY_NS = 20_000_000
"""A file changed less than this before it was looked at may change again
without a trace: clocks of file systems tick every few milliseconds."""

_UNSETTLED = "?"
_ISO_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d)(?::?(\d\d)(?::?(\d\d))?)?(Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_OTHER_ENDINGS = frozenset(
    re.findall(
        r"\w+",
        "7z avi avif bak bmp bz2 config css csv db dll doc docx eot exe gif gz htc ico ini jpeg"
        " jpg js json lock log map md mjs mov mp3 mp4 odt pdf png ppt pptx psd py rar rtf svg swf"
        " swp tar tgz tif tiff tmp toml ttf wav webm webp wmv woff woff2 xls xlsx xsd xsl xslt"
        " yaml yml zip",
    )
)
"""Endings of files that lie beside pages and are none."""


@dataclass(frozen=True, slots=True)
class File:
    """``path`` is relative to the source's folder, with ``/``; ``size`` is in bytes."""

    path: str
    fingerprint: str
    size: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The files to be read as of one moment, by path. ``dated``: a folder's name gave it."""

    moment: datetime
    files: tuple[File, ...]
    dated: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found.

    * ``readings``: what is to be read, in the order of their moments.
    * ``seen``: all page files; ``unchanged``: those whose fingerprint was known.
    * ``gone``: known paths that are no more, sorted.
    * ``problems``: what could not be looked at. Known files below are not gone.
    """

    readings: tuple[Reading, ...]
    seen: int
    unchanged: int
    gone: tuple[str, ...]
    problems: tuple[str, ...] = ()

    @property
    def changed(self) -> int:
        return sum(len(reading.files) for reading in self.readings)


def scan(
    root: Path, *, known: Mapping[str, str], moment: datetime, zone: tzinfo, looked_ns: int
) -> Scan:
    """Compare the folder ``root`` with what is ``known`` of it (path to fingerprint).

    Files outside dated folders belong to ``moment``; names of dated folders
    without a zone of their own are times in ``zone``. ``looked_ns`` is the clock
    of the file system (``time.time_ns()``) when the scan begins.

    Raises :class:`SourceError` if ``root`` can't be listed.
    """
    walk = _Walk(root, dict(known), moment, zone, looked_ns - RACY_NS)
    walk.run()
    readings = tuple(
        Reading(when, tuple(sorted(files, key=lambda file: file.path)), dated)
        for (when, dated), files in sorted(walk.found.items())
        if files
    )
    return Scan(
        readings=readings,
        seen=walk.seen,
        unchanged=walk.unchanged,
        gone=tuple(sorted(walk.gone())),
        problems=tuple(sorted(walk.problems)),
    )


def moment_of(name: str, zone: tzinfo) -> datetime | None:
    """The moment that a folder's name is, in UTC: ``2026-01-19T08``, ``…T0800``, ``…T08:00Z``."""
    found = _ISO_TIME.fullmatch(name)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
        if found[7] is None:
            return from_local(local, zone)
        return local.replace(tzinfo=_offset(found[7])).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _offset(written: str) -> tzinfo:
    if written == "Z":
        return UTC
    digits = written[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if written[0] == "-" else offset)


_Place = tuple[datetime, bool]
"""A reading: its moment, and whether a folder's name gave it."""


@dataclass(slots=True)
class _Walk:
    root: Path
    unseen: dict[str, str]
    moment: datetime
    zone: tzinfo
    settled_before: int
    found: dict[_Place, list[File]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    seen: int = 0
    unchanged: int = 0
    _unlisted: list[str] = field(default_factory=list)
    _followed: set[str] = field(default_factory=set)
    _waiting: list[tuple[str, str, _Place]] = field(default_factory=list)

    def run(self) -> None:
        try:
            top = os.path.realpath(self.root, strict=True)
            with os.scandir(top):
                pass
        except OSError as error:
            raise SourceError(
                str(self.root), f"can't be listed: {error.strerror}", "check the path and its mount"
            ) from None
        self._followed.add(top)
        self._waiting.append((top, "", (self.moment, False)))
        while self._waiting:
            directory, prefix, place = self._waiting.pop()
            try:
                with os.scandir(directory) as entries:
                    self._list(entries, top, prefix, place)
            except OSError as error:
                self._miss(prefix, error)

    def gone(self) -> Iterator[str]:
        below = tuple(self._unlisted)
        return (
            (path for path in self.unseen if not path.startswith(below))
            if below
            else iter(self.unseen)
        )

    def _miss(self, path: str, error: OSError) -> None:
        """Something could not be looked at: what was known of it stays known."""
        self.problems.append(f"{path.rstrip('/') or '.'}: {error.strerror}")
        self._unlisted.append(path)

    def _list(
        self, entries: Iterator[os.DirEntry[str]], top: str, prefix: str, place: _Place
    ) -> None:
        """One directory. This is the loop that every unchanged file goes through."""
        pop, racy = self.unseen.pop, self.settled_before
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            path = prefix + name
            try:
                if not entry.is_file(follow_symlinks=False):
                    if not entry.is_symlink():
                        if entry.is_dir(follow_symlinks=False):
                            self._descend(entry.path, path, name, place)
                        continue
                    if not self._follow(entry, top, path, place):
                        continue
                known = pop(path, None)
                if known is None and not _may_be_page(name):
                    continue
                status = entry.stat()
            except OSError as error:
                self._miss(path, error)
                continue
            changed = status.st_ctime_ns
            fingerprint = f"{status.st_size}.{status.st_mtime_ns}.{changed}"
            self.seen += 1
            if fingerprint == known:
                self.unchanged += 1
                continue
            if changed >= racy:
                fingerprint = _UNSETTLED + fingerprint
            self.found.setdefault(place, []).append(File(path, fingerprint, status.st_size))

    def _descend(self, directory: str, path: str, name: str, place: _Place) -> None:
        if not _is_text(name):
            self.problems.append(f"{path!a}: its name is not UTF-8")
            return
        when = moment_of(name, self.zone)
        self._waiting.append((directory, f"{path}/", place if when is None else (when, True)))

    def _follow(self, entry: os.DirEntry[str], top: str, path: str, place: _Place) -> bool:
        """Whether a symbolic link is a file to be read; a directory is queued, once."""
        target = os.path.realpath(entry.path)
        if not target.startswith(f"{top}{os.sep}") or target in self._followed:
            return False
        if entry.is_dir():
            self._followed.add(target)
            self._descend(target, path, entry.name, place)
            return False
        return entry.is_file()


def _may_be_page(name: str) -> bool:
    _, dot, ending = name.rpartition(".")
    return (
        not (dot and ending.lower() in _OTHER_ENDINGS) and not name.endswith("~") and _is_text(name)
    )


def _is_text(name: str) -> bool:
    """Whether a name can be stored: undecodable bytes come as surrogates."""
    return (
        name.isascii()
        or name.isprintable()
        or not any("\ud800" <= char <= "\udfff" for char in name)
    )
