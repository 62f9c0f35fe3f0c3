"""Published files: written only when their bytes change, and never half.

A file is written beside its place, flushed to the disk, and renamed over the
old one (``rename(2)`` is atomic), so a reader, a crash or a second publisher
meets the old file or the new one, whole.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from syndicate.model.errors import PublishError

_MODE: Final = 0o644
_TEMPORARY: Final = ".syndicate-tmp"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_REFUSED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write(path: Path, data: bytes) -> bool:
    """Make the file hold these bytes; say whether that changed anything.

    Missing folders are made. Raises ``PublishError``; the old file is then
    still there and nothing else is left behind.
    """
    if holds(path, data):
        return False
    replace(path, data)
    return True


def replace(path: Path, data: bytes) -> None:
    """The same without asking what the file holds."""
    try:
        try:
            _replace(path, data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, data)
    except OSError as error:
        raise _explained(path, error) from error


def remove(path: Path) -> bool:
    """Take the file away; say whether it was there."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _explained(path, error) from error
    return True


def remove_empty(folder: Path) -> bool:
    """Take a folder away if nothing is in it; say whether it went."""
    with suppress(OSError):
        folder.rmdir()
        return True
    return False


def sweep(folder: Path, *, but: Collection[str] = ()) -> int:
    """Remove what killed publishers left under a folder; how many files that was.

    ``but`` names folders to pass over: those that hold too much to look through.

    A publisher holds a lock on the file that it is writing, and the system
    drops the lock when it dies: so a living one's are told apart anywhere.
    """
    swept = 0
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in but]
        for name in names:
            if name.endswith(_TEMPORARY):
                swept += _swept(Path(root, name))
    return swept


def holds(path: Path, data: bytes) -> bool:
    """Whether the file has exactly these bytes; False if there is none."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _explained(path, error) from error


def _replace(path: Path, data: bytes) -> None:
    temporary, descriptor = _opened(path)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            # Inside, so that the lock is held until the name is gone.
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _opened(path: Path) -> tuple[Path, int]:
    """A new temporary file beside the path, locked."""
    while True:
        temporary = path.with_name(f".{path.name}.{token_hex(6)}{_TEMPORARY}")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _MODE)
        # A sweeper may have come between the two calls.
        if _locked(descriptor, without_locks=True) and os.fstat(descriptor).st_nlink:
            return temporary, descriptor
        os.close(descriptor)
        temporary.unlink(missing_ok=True)


def _locked(descriptor: int, *, without_locks: bool = False) -> bool:
    """Whether the lock is ours now. Some network file systems have no locks:
    there one can write all the same, but not tell a dead writer.
    """
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return without_locks
    return True


def _swept(path: Path) -> bool:
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            if _locked(descriptor):
                path.unlink()
                return True
        finally:
            os.close(descriptor)
    return False


def _explained(path: Path, error: OSError) -> PublishError:
    cause = error.strerror or str(error)
    if error.errno in _FULL:
        way_out = "free some space and publish again; what was published before is whole"
    elif error.errno in _REFUSED:
        way_out = f"let this user write to {path.parent}, or choose another folder"
    else:
        way_out = "mend this and publish again; what was published before is whole"
    return PublishError(str(path), cause[:1].lower() + cause[1:], way_out)
