"""Brings documents to the disk, each whole, and remembers what to record of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from syndicate.feeds import compress, files, plan
from syndicate.jobs.publishing.packer import Packer, remove_copies
from syndicate.model.errors import PublishError
from syndicate.store.documents import Published

Change = Literal["written", "unchanged", "removed"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file in the output folder: entries it holds, its length in bytes, what happened."""

    path: str
    items: int
    bytes: int
    change: Change


class Writer:
    """Writes into the output folder. In a dry run it only says what it would do.

    ``packer`` is given what needs compressed copies, if there are to be any.
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
    ) -> None:
        self._output, self._published, self._now = output, published, now
        self._packer, self._dry_run, self._checked = packer, dry_run, checked
        self.recorded: dict[str, Published] = {}
        self.reports: list[FileReport] = []
        #: Rules of feeds that written documents break.
        self.findings: list[str] = []

    def keep(self, path: str) -> None:
        """A document that needs no look."""
        last = self._published[path]
        self.reports.append(FileReport(path, last.items, last.length, "unchanged"))

    def write(
        self, path: str, data: bytes, *, revision: int, recipe: str, items: int, address: str = ""
    ) -> None:
        """A document, if its bytes are new. A feed at ``address`` is checked where that is on."""
        digest = hashlib.sha256(data).hexdigest()
        last = self._published.get(path)
        same = last is not None and last.sha256 == digest
        written = self._put(self._output / path, data)
        # After it, so that one that failed is due again, whatever its length.
        self.recorded[path] = Published(
            path=path,
            revision=revision,
            recipe=recipe,
            sha256=digest,
            length=len(data),
            items=items,
            changed=last.changed if last is not None and same else self._now,
        )
        self.reports.append(
            FileReport(path, items, len(data), "written" if written else "unchanged")
        )
        if written and address and self._checked:
            self._check(path, data, address)

    def retire(self, path: str) -> None:
        """Take a document away that no feed has any more."""
        if not self._dry_run:
            files.remove(self._output / path)
            remove_copies(self._output / path)
        self.reports.append(FileReport(path, 0, self._published[path].length, "removed"))

    def is_current(self, path: str, *, revision: int, recipe: str) -> bool:
        """Whether a document needs no look."""
        return plan.is_current(
            self._published.get(path),
            size_of(self._output / path),
            revision=revision,
            recipe=recipe,
        )

    def write_unrecorded(self, path: str, data: bytes) -> None:
        """A file that follows from the recorded ones."""
        change: Change = "written" if self._put(self._output / path, data) else "unchanged"
        self.reports.append(FileReport(path, 0, len(data), change))

    def forget(self, path: Path) -> None:
        """Leave a document unrecorded, so that the next publish looks at it again."""
        self.recorded.pop(path.relative_to(self._output).as_posix(), None)

    def _put(self, path: Path, data: bytes) -> bool:
        changed = not files.holds(path, data)
        if self._dry_run:
            return changed
        if changed:
            remove_copies(path)
            files.write(path, data)
        if self._packer is not None:
            self._packer.add(path, compress.ENCODINGS)
        return changed

    def _check(self, path: str, data: bytes, address: str) -> None:
        from syndicate.feeds.check import check_document

        self.findings += [
            f"{path}: {finding}"
            for finding in check_document(data, address=address)
            if finding.severity == "error"
        ]


def size_of(path: Path) -> int | None:
    """A file's length in bytes; None if there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PublishError(
            str(path), error.strerror or str(error), "make it readable for this user"
        ) from error
