"""Merging the pages of a reading into the store.

Decides for each page whether it is new, another version, or the same, and
keeps everything that follows from it: times, sections' revisions, view totals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from syndicate.model.article import Content, Page
from syndicate.store import articles, editions, facts, lists, views
from syndicate.store.rows import content_hash
from syndicate.store.sections import Register


@dataclass(slots=True)
class Merged:
    """What came of a batch: keys of articles, and the number of totals that moved."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    #: Pages of a reading older than the one the article's content is from.
    outdated: list[str] = field(default_factory=list)
    views_moved: int = 0


def merge(
    connection: Connection,
    source_id: int,
    pages: Sequence[Page],
    moment: datetime,
    *,
    refresh: bool = False,
) -> Merged:
    """Merge pages of one reading; needs a writing transaction.

    With ``refresh`` the pages were read by other rules than before (a changed
    source or a newer reader): articles take what is new about them without
    counting as updated.
    """
    latest = {page.key: page for page in pages}
    known = articles.known(connection, source_id, list(latest))
    register = Register(connection, source_id)
    listed = lists.Listing()
    revision = facts.revision(connection) + 1
    done = Merged()
    rows, renewed, altered, back = [], [], [], []
    for key, page in latest.items():
        section_id = register.place(page.breadcrumb)
        hash_ = content_hash(page.content)
        held = known.get(key)
        if held is None:
            rows.append(
                articles.new_row(
                    page.content,
                    source_id=source_id,
                    key=key,
                    section_id=section_id,
                    hash_=hash_,
                    moment=moment,
                    revision=revision,
                )
            )
            listed.add(key, page.content)
            register.touched.add(section_id)
            done.new.append(key)
        elif moment < held.read:
            done.outdated.append(key)
        elif (
            hash_ == held.content_hash
            and section_id == held.section_id
            and not held.removed
            and not refresh
        ):
            renewed.append((held.id, moment, page.content.older, page.content.newer))
            done.same.append(key)
        else:
            revised = hash_ != held.content_hash and not refresh
            content = _timed(page.content, held, moment, revised=revised)
            articles.replace(
                connection,
                held.id,
                content,
                section_id=section_id,
                hash_=hash_,
                moment=moment,
                revision=revision,
            )
            listed.add(key, content)
            if revised or held.removed:
                altered.append(held.id)
            if held.removed:
                back.append(held.id)
            register.touched.update((section_id, held.section_id))
            done.changed.append(key)
    articles.add(connection, rows)
    articles.renew(connection, renewed)
    editions.touch(connection, altered, moment)
    listed.write(connection, articles.ids(connection, source_id, listed.keys))
    register.flush()
    articles.restore(connection, back, moment)
    done.views_moved = views.record(connection, source_id, _totals(pages), moment)
    return done


def _timed(content: Content, held: articles.Known, moment: datetime, *, revised: bool) -> Content:
    """The content with its ``updated``: the CMS's newer time, else the reading's moment."""
    updated = held.updated
    if revised:
        updated = content.updated if content.updated > held.updated else moment
    return replace(content, updated=max(updated, held.updated, content.published))


def _totals(pages: Sequence[Page]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for page in pages:
        if page.views is not None:
            totals[page.key] = max(page.views, totals.get(page.key, 0))
        for mentioned in page.hot:
            if mentioned.views is not None:
                totals[mentioned.key] = max(mentioned.views, totals.get(mentioned.key, 0))
    return totals
