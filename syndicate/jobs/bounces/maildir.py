"""Reports in a maildir: those in ``new``; what was taken goes to ``cur``, marked as seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from syndicate.jobs.bounces.incoming import Incoming
from syndicate.mail.bounces.message import LIMIT
from syndicate.model.errors import BounceError


def waiting(folder: Path) -> Iterator[Incoming]:
    """The mails that nobody has looked at, in the order of their names, which is that of time."""
    new = folder / "new"
    try:
        names = sorted(entry.name for entry in new.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise BounceError(
            f"maildir {folder}",
            error.strerror or str(error),
            "name a folder with new, cur and tmp that this user may read and write",
        ) from error
    for each in names:
        path = new / each
        # A name may hold any bytes, and is shown and logged.
        name = each.encode("utf-8", "backslashreplace").decode("utf-8")
        try:
            with path.open("rb") as file:
                data = file.read(LIMIT)
        except FileNotFoundError:
            continue  # another reader was faster
        except OSError as error:
            yield Incoming(name, b"", fault=error.strerror or str(error))
            continue
        yield Incoming(name, data, done=lambda path=path: _seen(path, folder))  # type: ignore[misc]


def _seen(path: Path, folder: Path) -> None:
    """Move a mail to ``cur`` with the flag S, as maildir(5) has it."""
    base = path.name.partition(":")[0]
    try:
        (folder / "cur").mkdir(exist_ok=True)
        path.rename(folder / "cur" / f"{base}:2,S")
    except FileNotFoundError:
        return
    except OSError as error:
        raise BounceError(
            f"mail {path}", error.strerror or str(error), f"let this user write to {folder}/cur"
        ) from error
