"""What a publish fixes in the store before it builds anything, and what may never change again.

Ids, public names, the order of arrival. All of it in one writing transaction. And
whether what is published may be looked at by halves, until all of it has been.
"""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from datetime import UTC
from typing import Final

from sqlalchemy import Connection

from syndicate.feeds import identity
from syndicate.jobs.press import Press
from syndicate.jobs.publishing import site
from syndicate.jobs.publishing.archive import wanted_size
from syndicate.jobs.publishing.catalog import slugged
from syndicate.jobs.sections import hidden, public_tree
from syndicate.model.section import SectionTree
from syndicate.store import archives, articles, editions, facts, lists, sections

#: Which sections the configuration hid when something was last published.
_WITHHELD: Final = "sections-withheld"

#: Each section's parent when something was last published.
_PARENTS: Final = "sections-parents"

#: "yes" from when pictures are found to be lost for good, or the output folder to hold what
#: another state of the store has published, until all has been looked at.
_DOUBTED: Final = "media-lost"


def fix(press: Press, connection: Connection, *, doubting: bool) -> None:
    """Fix what is new since the last publish. Needs a writing transaction.

    ``doubting`` has it looked at whether the output folder is the store's own.
    """
    facts.fix_tag_authority(connection, *new_authority(press))
    tree = sections.tree(connection)
    stored = {section.id: section.slug for section in tree}
    if not all(stored.values()):
        named = public_tree(connection, press.config)
        sections.freeze_slugs(connection, {s.id: s.slug for s in named if not stored[s.id]})
    _note_withheld(press, connection, hidden(tree, press.config))
    _note_moved(connection, tree)
    if doubting and site.is_another_s(press, connection):
        doubt_all(connection)
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


def _note_moved(connection: Connection, tree: SectionTree) -> None:
    """Have all looked at that stands in sections which have come under others.

    Their articles leave the archives of those they were under, and arrive in those
    of the others. Not as pages are read: they may not agree with each other.
    """
    now = {str(section.id): section.parent_id for section in tree}
    text = json.dumps(now, sort_keys=True)
    held = facts.read(connection, _PARENTS)
    if held == text:
        return
    before = json.loads(held) if held else {}
    moved = [int(key) for key in now.keys() & before.keys() if now[key] != before[key]]
    if moved:
        inside = {below for section_id in moved for below in tree.subtree(section_id)}
        articles.touch(connection, articles.in_sections(connection, inside))
    facts.write(connection, _PARENTS, text)


def doubt_all(connection: Connection) -> None:
    """Have all feeds and archives looked at, by this publish or the next that gets to its end."""
    facts.write(connection, _DOUBTED, "yes")


def all_is_doubted(connection: Connection) -> bool:
    """Whether all feeds and archives have to be looked at.

    They may show pictures that are not there, or be of another state of the store.
    """
    return facts.read(connection, _DOUBTED) == "yes"


def all_was_looked_at(connection: Connection) -> None:
    """Every feed and archive has been looked at. Needs a writing transaction."""
    if all_is_doubted(connection):
        facts.write(connection, _DOUBTED, "no")


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
