"""Brings documents to the disk, each whole, and remembers what to record of them."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from syndicate.feeds import compress, files, plan
from syndicate.jobs.publishing.packer import Packer, remove_copies
from syndicate.model.errors import PublishError, SyndicateError
from syndicate.store.documents import Published

Change = Literal["written", "unchanged", "removed"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file in the output folder: entries it holds, its length in bytes, what happened."""

    path: str
    items: int
    bytes: int
    change: Change


#: Files that are being written at a time: a flush waits for the disk, the next document need not.
_WRITERS: Final = 4


@dataclass(frozen=True, slots=True)
class _Flying:
    """A document on its way to the disk; ``slot`` is its place among the reports."""

    group: str
    document: Published
    data: bytes
    address: str
    slot: int
    written: Future[bool]


class Writer:
    """Writes into the output folder. In a dry run it only says what it would do.

    ``packer`` is given what needs compressed copies, if there are to be any.
    ``doubting`` has documents that lack them looked at: whoever was killed may
    have put back what was lost, and got no further. Documents are written by
    threads: what has become of them is known when they are ``settled``.
    """

    def __init__(
        self,
        output: Path,
        published: Mapping[str, Published],
        *,
        now: datetime,
        packer: Packer | None,
        dry_run: bool,
        checked: bool,
        doubting: bool = False,
    ) -> None:
        self._output, self._published, self._now = output, published, now
        self._packer, self._dry_run, self._checked = packer, dry_run, checked
        self._doubting = doubting
        self._threads = ThreadPoolExecutor(_WRITERS, thread_name_prefix="publish")
        self._flying: deque[_Flying] = deque()
        self._reports: list[FileReport | None] = []
        self.recorded: dict[str, Published] = {}
        #: What could not be written: the first problem of each group.
        self.problems: dict[str, str] = {}
        #: Rules of feeds that written documents break.
        self.findings: list[str] = []

    @property
    def reports(self) -> list[FileReport]:
        """What has happened to the documents that are settled."""
        return [report for report in self._reports if report is not None]

    def keep(self, path: str) -> None:
        """A document that needs no look."""
        last = self._published[path]
        self._reports.append(FileReport(path, last.items, last.length, "unchanged"))

    def write(
        self,
        path: str,
        data: bytes,
        *,
        revision: int,
        recipe: str,
        items: int,
        address: str = "",
        group: str = "",
    ) -> None:
        """A document, if its bytes are new. A feed at ``address`` is checked where that is on.

        Of a ``group`` that something is wrong with, one problem is told.
        """
        digest = hashlib.sha256(data).hexdigest()
        last = self._published.get(path)
        same = last is not None and last.sha256 == digest
        document = Published(
            path=path,
            revision=revision,
            recipe=recipe,
            sha256=digest,
            length=len(data),
            items=items,
            changed=last.changed if last is not None and same else self._now,
        )
        written = self._threads.submit(self._put, self._output / path, data)
        self._flying.append(
            _Flying(group or path, document, data, address, len(self._reports), written)
        )
        self._reports.append(None)
        while len(self._flying) > 2 * _WRITERS:
            self._settle(self._flying.popleft())

    def settle(self) -> None:
        """Wait until all is written that is on its way."""
        while self._flying:
            self._settle(self._flying.popleft())

    def close(self) -> None:
        self._threads.shutdown()

    def _settle(self, one: _Flying) -> None:
        try:
            written = one.written.result()
        except SyndicateError as error:
            self.problems.setdefault(one.group, str(error))
            return
        document = one.document
        # After it, so that one that failed is due again, whatever its length.
        self.recorded[document.path] = document
        self._reports[one.slot] = FileReport(
            document.path,
            document.items,
            document.length,
            "written" if written else "unchanged",
        )
        if not self._dry_run and self._packer is not None:
            self._packer.add(self._output / document.path, compress.ENCODINGS)
        if written and one.address and self._checked:
            self.findings += broken_rules(document.path, one.data, one.address)

    def retire(self, path: str) -> None:
        """Take a document away that no feed has any more."""
        if not self._dry_run:
            place = self._output / path
            files.remove(place)
            remove_copies(place)
            # The last file of a feed takes its folder along, and that of its kind.
            while (place := place.parent) != self._output and files.remove_empty(place):
                pass
        self._reports.append(FileReport(path, 0, self._published[path].length, "removed"))

    def is_current(self, path: str, *, revision: int, recipe: str) -> bool:
        """Whether a document needs no look."""
        return plan.is_current(
            self._published.get(path),
            size_of(f"{self._output}/{path}"),
            revision=revision,
            recipe=recipe,
        ) and not (self._doubting and self._lacks_copies(f"{self._output}/{path}"))

    def _lacks_copies(self, path: str) -> bool:
        return self._packer is not None and any(
            size_of(path + ending) is None for ending in compress.ENCODINGS
        )

    def write_unrecorded(self, path: str, data: bytes) -> None:
        """A file that follows from the recorded ones."""
        change: Change = "written" if self._put(self._output / path, data) else "unchanged"
        if not self._dry_run and self._packer is not None:
            self._packer.add(self._output / path, compress.ENCODINGS)
        self._reports.append(FileReport(path, 0, len(data), change))

    def forget(self, path: Path) -> None:
        """Leave a document unrecorded, so that the next publish looks at it again."""
        self.recorded.pop(path.relative_to(self._output).as_posix(), None)

    def _put(self, path: Path, data: bytes) -> bool:
        if files.holds(path, data):
            return False
        if not self._dry_run:
            remove_copies(path)
            files.replace(path, data)
        return True


def broken_rules(path: str, data: bytes, address: str) -> list[str]:
    """The errors of a feed that is published at an address, each with the path in front."""
    # Few sites have their feeds checked as they are written.
    from syndicate.feeds.check import check_document

    return [
        f"{path}: {finding}"
        for finding in check_document(data, address=address)
        if finding.severity == "error"
    ]


def size_of(path: str | Path) -> int | None:
    """A file's length in bytes; None if there is none."""
    try:
        # Asked of hundreds of files: an object for each path would take twice as long.
        return os.stat(path).st_size  # noqa: PTH116
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PublishError(
            str(path), error.strerror or str(error), "make it readable for this user"
        ) from error
