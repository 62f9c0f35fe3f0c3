"""What a publish fixes in the store before it builds anything, and what may never change again.

Ids, public names, the order of arrival. All of it in one writing transaction. And
whether pictures are lost, until they have been brought again.
"""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import UTC
from typing import Final

from sqlalchemy import Connection

from syndicate.feeds import identity, media
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.archive import wanted_size
from syndicate.jobs.publishing.catalog import slugged
from syndicate.jobs.sections import hidden, public_tree
from syndicate.store import archives, documents, editions, facts, lists, sections

#: Which sections the configuration hid when something was last published.
_WITHHELD: Final = "sections-withheld"

#: "yes" from when the pictures are found to be lost with their folder until they are back.
_LOST: Final = "media-lost"


def fix(press: Press, connection: Connection) -> None:
    """Fix what is new since the last publish. Needs a writing transaction."""
    facts.fix_tag_authority(connection, *new_authority(press))
    tree = sections.tree(connection)
    stored = {section.id: section.slug for section in tree}
    if not all(stored.values()):
        named = public_tree(connection, press.config)
        sections.freeze_slugs(connection, {s.id: s.slug for s in named if not stored[s.id]})
    _note_withheld(press, connection, hidden(tree, press.config))
    _note_lost(press, connection)
    if press.config.feeds.by:
        found = lists.every(connection, press.config.feeds.by)
        unnamed = {one.id for one in found if not one.slug}
        if unnamed:
            lists.freeze_slugs(
                connection, {one.id: one.slug for one in slugged(found) if one.id in unnamed}
            )
    if press.config.feeds.archive:
        archives.fix_size(connection, wanted_size(press.config))
        archives.enrol(connection, tree)


def _note_lost(press: Press, connection: Connection) -> None:
    """Note that pictures were lost; once, for it may be that their source has none any more."""
    folder = press.config.feeds.output / media.FOLDER
    if not folder.is_dir() and documents.has_media(connection):
        facts.write(connection, _LOST, "yes")
        # Where even that can't be, writing the first feed tells why.
        with suppress(OSError):
            folder.mkdir(parents=True)


def pictures_are_lost(connection: Connection) -> bool:
    """Whether feeds and archives show pictures that are not there: all have to be looked at."""
    return facts.read(connection, _LOST) == "yes"


def pictures_are_back(connection: Connection) -> None:
    """Every feed and archive has been looked at. Needs a writing transaction."""
    if pictures_are_lost(connection):
        facts.write(connection, _LOST, "no")


def new_authority(press: Press) -> tuple[str, str]:
    """The authority and date that ids would get today, in UTC: no date may be a future one.

    RFC 4151, 2.1; east of Greenwich tomorrow begins while there it is still today.
    """
    today = press.shown.astimezone(UTC).date()
    return identity.authority(press.config.site.url), today.isoformat()


def _note_withheld(press: Press, connection: Connection, withheld: AbstractSet[int]) -> None:
    """Note which sections the configuration hides, and that editions show others from now on.

    What an edition shows follows from the configuration as well as from the
    store, and only the store can say since when.
    """
    now = json.dumps(sorted(withheld))
    held = facts.read(connection, _WITHHELD)
    if held == now:
        return
    if held is not None:
        editions.touch_sections(connection, withheld ^ set(json.loads(held)), press.shown)
    facts.write(connection, _WITHHELD, now)
