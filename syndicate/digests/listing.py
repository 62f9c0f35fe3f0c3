"""What a variant shows, as the store keeps it: so that a restart shows the same.

A selection is written down as a list of article ids with their places, and
read back with the stories that may still be shown. Two choices of sections
that yield one list are one variant. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from typing import Any, Final

from syndicate.config.model import Newsletter
from syndicate.digests.select import Selection, choose_lead, select
from syndicate.model.edition import Edition, Story, StoryGroup
from syndicate.model.section import SectionTree

Listing = tuple[tuple[Any, ...], ...]
"""Of each story its article's id and its place, in reading order.

Places are ``("lead",)``, ``("news", group's number, group's name)`` and
``("viewed",)``.
"""

_LEAD: Final = "lead"
_NEWS: Final = "news"
_VIEWED: Final = "viewed"


def choose(
    pool: Sequence[Story],
    tree: SectionTree,
    newsletter: Newsletter,
    edition: Edition,
    sections: Collection[int] | None,
) -> Listing | None:
    """What a reader of ``sections`` (None for all) gets; None where nothing in it is news."""
    chosen = [s for s in pool if sections is None or s.article.section_id in sections]
    selection = select(
        chosen,
        tree,
        newest=newsletter.newest,
        viewed=newsletter.most_viewed,
        lead=edition.lead,
        left_out=edition.left_out,
    )
    shown = (story for story in chosen if story.article.id not in edition.left_out)
    return written(selection) if any(story.kind != "viewed" for story in shown) else None


def written(selection: Selection) -> Listing:
    """A selection as a list."""
    lead = [(selection.lead.article.id, _LEAD)] if selection.lead else []
    news = [
        (story.article.id, _NEWS, number, group.name)
        for number, group in enumerate(selection.groups)
        for story in group.stories
    ]
    viewed = [(story.article.id, _VIEWED) for story in selection.most_viewed]
    return (*lead, *news, *viewed)


def digest(language: str, listing: Listing) -> str:
    """What tells a variant from its edition's others (SHA-256, hex)."""
    return sha256(json.dumps([language, listing]).encode()).hexdigest()


def read(
    listing: Iterable[Sequence[Any]], stories: Mapping[int, Story], lead: int | None
) -> Selection | None:
    """The selection that a list stands for, of the ``stories`` that may still be shown.

    Those withdrawn since are cut; where the lead was, another story takes its
    place. None where nothing that it told first is left.
    """
    held = list(listing)
    entries = [entry for entry in held if entry[0] in stories]
    news = [entry for entry in entries if entry[1] == _NEWS]
    top = next((stories[entry[0]] for entry in entries if entry[1] == _LEAD), None)
    if top is None:
        top = choose_lead([stories[entry[0]] for entry in news], lead)
    if not entries or (top is None and any(entry[1] != _VIEWED for entry in held)):
        return None
    most = tuple(stories[entry[0]] for entry in entries if entry[1] == _VIEWED)
    groups = groupby(
        (entry for entry in news if stories[entry[0]] is not top),
        key=lambda entry: (entry[2], entry[3]),
    )
    return Selection(
        lead=top,
        groups=tuple(
            StoryGroup(name, tuple(stories[entry[0]] for entry in group))
            for (_, name), group in groups
        ),
        most_viewed=most,
        by_gain=any(story.gained is not None for story in most) or not most,
        since=max((story.since for story in most if story.since), default=None),
    )
