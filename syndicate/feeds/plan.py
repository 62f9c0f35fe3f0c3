"""Which documents a publish has to look at. Pure: given what is and what was.

A document is looked at again only if its section has moved, the recipe it was
made by is another, or its file is not as it was left.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass

from syndicate.feeds.document import Channel, Masthead
from syndicate.feeds.formats import FORMATS, Format
from syndicate.store.documents import Published

#: The version of how documents are built. Another one has every feed built again.
BUILDER_VERSION = 1


@dataclass(frozen=True, slots=True)
class Planned:
    """One document: a channel in a format. ``path`` is relative to the output folder."""

    path: str
    format: Format
    revision: int
    recipe: str


@dataclass(frozen=True, slots=True)
class PlannedChannel:
    """A feed in all its formats; ``section_id`` is None for the whole site."""

    channel: Channel
    section_id: int | None
    documents: tuple[Planned, ...]


def plan_channel(
    masthead: Masthead,
    channel: Channel,
    *,
    section_id: int | None,
    revision: int,
    names: Sequence[str],
    formats: Iterable[str],
    items: int,
) -> PlannedChannel:
    """The documents of one feed.

    ``names`` are the names of all sections that its entries may show, so that
    a renamed one is seen.
    """
    made_of = (BUILDER_VERSION, astuple(masthead), astuple(channel), items, tuple(names))
    recipe = hashlib.sha256(repr(made_of).encode()).hexdigest()
    folder = f"{channel.slug}/" if channel.slug else ""
    return PlannedChannel(
        channel,
        section_id,
        tuple(
            Planned(folder + FORMATS[name].file_name, FORMATS[name], revision, recipe)
            for name in formats
        ),
    )


def outdated(
    planned: PlannedChannel, published: Mapping[str, Published], sizes: Mapping[str, int]
) -> tuple[Planned, ...]:
    """The documents of a feed that need a look; ``sizes`` are of the files that exist."""
    return tuple(
        document
        for document in planned.documents
        if not _holds(document, published.get(document.path), sizes.get(document.path))
    )


def _holds(document: Planned, last: Published | None, size: int | None) -> bool:
    return (
        last is not None
        and last.revision == document.revision
        and last.recipe == document.recipe
        and last.length == size
    )


def abandoned(planned: Iterable[PlannedChannel], published: Collection[str]) -> tuple[str, ...]:
    """Published paths that no feed has any more, such as those of a format given up."""
    kept = {document.path for channel in planned for document in channel.documents}
    return tuple(sorted(path for path in published if path not in kept))
