"""Which documents a publish has to look at. Pure: given what is and what was.

A document is looked at again only if what it shows has moved, the recipe it
was made by is another, or its file is not as it was left.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from syndicate.store.documents import Published

#: The version of how documents are built. Another one has every feed built again.
BUILDER_VERSION = 5


def recipe(*made_of: object) -> str:
    """A name for everything that a document follows from besides the articles in it.

    The parts must have a ``repr`` that says all of them: text, numbers, tuples.
    """
    return hashlib.sha256(repr((BUILDER_VERSION, *made_of)).encode()).hexdigest()


def is_current(last: Published | None, size: int | None, *, revision: int, recipe: str) -> bool:
    """Whether a document needs no look; ``size`` is its file's, None if there is none."""
    return (
        last is not None
        and last.revision == revision
        and last.recipe == recipe
        and last.length == size
    )


def abandoned(planned: Collection[str], published: Collection[str]) -> tuple[str, ...]:
    """Published paths that nothing is planned for any more, such as those of a format given up."""
    return tuple(sorted(set(published) - set(planned)))
