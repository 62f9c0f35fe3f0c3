"""Compressed copies of what was written, once all of it is out.

Compressing costs more than building, so it waits until readers have their
feeds, and takes every core: the libraries work outside the interpreter's lock.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from syndicate.feeds import compress, files
from syndicate.feeds.compress import Compress
from syndicate.model.errors import SyndicateError
from syndicate.model.progress import Progress, silent


class Packer:
    """Collects files, and packs them when told to."""

    def __init__(self) -> None:
        self._waiting: dict[Path, Mapping[str, Compress]] = {}

    def add(self, path: Path, encodings: Mapping[str, Compress]) -> None:
        """A file that needs its copies made, or made again."""
        self._waiting[path] = encodings

    def pack(self, progress: Progress = silent) -> dict[Path, str]:
        """Write the copies that are not there yet; returns what went wrong, by file.

        A file whose copies can't be written is served without them.
        """
        tasks = [
            (path, ending, encode)
            for path, encodings in self._waiting.items()
            for ending, encode in encodings.items()
            if not copy_of(path, ending).exists()
        ]
        self._waiting.clear()
        if not tasks:
            return {}
        problems: dict[Path, str] = {}
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for number, (task, problem) in enumerate(
                zip(tasks, pool.map(_pack, tasks), strict=True), 1
            ):
                progress(number, len(tasks))
                if problem:
                    problems[task[0]] = problem
        return problems


def copy_of(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def remove_copies(path: Path) -> None:
    """Copies of other bytes must never outlive them: call this before a file is replaced."""
    for ending in compress.ENCODINGS:
        files.remove(copy_of(path, ending))


def _pack(task: tuple[Path, str, Compress]) -> str:
    path, ending, encode = task
    try:
        files.write(copy_of(path, ending), encode(path.read_bytes()))
    except SyndicateError as error:
        return str(error)
    except OSError as error:
        return f"{path}: {error.strerror}"
    return ""
