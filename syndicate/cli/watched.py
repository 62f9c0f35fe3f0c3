"""A file that was read once and goes on counting: whether it is still what it was."""

from __future__ import annotations

from pathlib import Path


class Watched:
    """Tells each change of a file once; what the file says is for others to read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = self._look()
        self._text = self._read()

    def has_changed(self) -> bool:
        """Whether it holds something else than when it was last asked about.

        A file that is away or unreadable has not changed: editors and tools that
        put another in its place leave a gap.
        """
        stamp = self._look()
        if stamp is None or stamp == self._stamp:
            return False
        text, before = self._read(), self._text
        if text is None:
            return False
        self._stamp, self._text = stamp, text
        return text != before

    def _look(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _read(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except OSError:
            return None
