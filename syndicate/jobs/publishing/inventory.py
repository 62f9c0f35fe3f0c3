"""Whether all is there that was published and is not looked at one by one.

Archives and pictures may be thousands of files. The names in a folder tell at
once which are lost; whether a file is what it was, they don't tell. So that is
looked at when a process publishes for the first time, and not again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from syndicate.feeds import files, media
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.pictures import Pictures
from syndicate.jobs.press import Press
from syndicate.model.errors import PublishError
from syndicate.store import documents

ARCHIVE: Final = "archive"

#: A name that archive documents have, their compressed copies and halves too.
_OURS: Final = re.compile(r"(?:rss|atom|feed)-([1-9][0-9]{0,8})\.(?:xml|json)(?:\.gz|\.br|\.zst)?")


@dataclass(slots=True)
class Findings:
    """What is wrong with the archive of a section.

    ``lost`` are numbers by format, ``bare`` the paths in the section's folder of
    documents that lack copies, ``surplus`` names in the archive that nothing is
    known of any more.
    """

    lost: dict[str, set[int]] = field(default_factory=dict)
    bare: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)


def of_archive(
    folder: Path, counts: Mapping[str, int], *, last: int, copies: Collection[str]
) -> Findings:
    """Hold the archive in a section's folder against how many documents each format has.

    ``last`` is the number of the newest document, ``copies`` are the endings that
    each is to have besides. Raises ``PublishError`` where the folder can't be read.
    """
    held, found = names(folder / ARCHIVE), Findings()
    unknown = set(held)
    for name, count in counts.items():
        stem, _, ending = FORMATS[name].file_name.rpartition(".")
        own = [f"{stem}-{number}.{ending}" for number in range(1, count + 1)]
        known = set(own)
        unknown -= known
        if not known <= held:
            found.lost[name] = {number for number, each in enumerate(own, 1) if each not in held}
        for copy in copies:
            beside = {each + copy for each in own}
            unknown -= beside
            if not beside <= held:
                found.bare += [
                    f"{ARCHIVE}/{each}" for each in own if each in held and each + copy not in held
                ]
    found.surplus = [
        each for each in unknown if (ours := _OURS.fullmatch(each)) and int(ours[1]) > last
    ]
    return found


def names(folder: Path) -> set[str]:
    """What lies in a folder; nothing where there is none."""
    try:
        # Of tens of thousands, an object for each would take several times as long.
        return set(os.listdir(folder))  # noqa: PTH208
    except (FileNotFoundError, NotADirectoryError):
        return set()
    except OSError as error:
        raise PublishError(
            str(folder), error.strerror or str(error), "make it readable for this user"
        ) from error


def pictures_are_away(press: Press) -> bool:
    """Whether the folder of pictures is lost as a whole, if ever there was one."""
    return not (press.config.feeds.output / media.FOLDER).is_dir()


def bring_pictures(press: Press) -> tuple[int, bool]:
    """Copy pictures and files again that are lost: how many, and whether all came back.

    Those that don't are forgotten: whatever shows them has to be looked at.
    """
    folder = press.config.feeds.output / media.FOLDER
    with press.store.read() as connection:
        recorded = documents.media_names(connection)
        if not recorded:
            return 0, True
        here = names(folder)
        lost = sorted(name for name in recorded if name.rpartition("/")[2] not in here)
        if not lost:
            return 0, True
        shown = documents.media_named(connection, lost)
        pictures = Pictures(press, connection, dry_run=False)
        pictures.bring_files((source, path) for source, path, _ in shown)
    output = press.config.feeds.output
    gone = [(source, path) for source, path, name in shown if not (output / name).exists()]
    with press.store.write() as connection:
        documents.record_media(connection, pictures.fresh)
        documents.forget_media(connection, gone)
    return pictures.written, not gone


def prune(folder: Path) -> None:
    """Take an archive's folder away if there is nothing in it but halves of files."""
    if folder.is_dir():
        files.sweep(folder)
        files.remove_empty(folder)
