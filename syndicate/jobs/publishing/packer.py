"""Compressed copies of what was written, once all of it is out.

Compressing costs more than building, so it waits until readers have their
feeds, and takes every core: the libraries work outside the interpreter's lock.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Final

from syndicate.feeds import compress, files
from syndicate.feeds.compress import Compress
from syndicate.model.errors import SyndicateError
from syndicate.model.progress import Progress, silent

#: These need 17 MB for each file at a time, gzip hardly any, which takes as long as both together.
_GREEDY: Final = frozenset({".br", ".zst"})


@cache
def _one() -> ThreadPoolExecutor:
    """One thread for the life of the process: each new one would leave a heap of that size."""
    return ThreadPoolExecutor(1, thread_name_prefix="compress")


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
        with ThreadPoolExecutor(os.cpu_count() or 1) as many, ThreadPoolExecutor(2) as few:
            doing = [
                few.submit(_pack, path, ending, partial(_alone, encode))
                if ending in _GREEDY
                else many.submit(_pack, path, ending, encode)
                for path, ending, encode in tasks
            ]
            try:
                for number, (task, done) in enumerate(zip(tasks, doing, strict=True), 1):
                    progress(number, len(tasks))
                    if problem := done.result():
                        problems[task[0]] = problem
            finally:
                for done in doing:
                    done.cancel()
        return problems


def copy_of(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def remove_copies(path: Path) -> None:
    """Copies of other bytes must never outlive them: call this before a file is replaced."""
    for ending in compress.ENCODINGS:
        files.remove(copy_of(path, ending))


def _alone(encode: Compress, data: bytes) -> bytes:
    """Compress while nothing else does so that needs as much; others may flush meanwhile."""
    return _one().submit(encode, data).result()


def _pack(path: Path, ending: str, encode: Compress) -> str:
    try:
        files.write(copy_of(path, ending), encode(path.read_bytes()))
    except SyndicateError as error:
        return str(error)
    except OSError as error:
        return f"{path}: {error.strerror}"
    return ""
