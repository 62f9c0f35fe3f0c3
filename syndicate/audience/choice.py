"""Which sections somebody wants: from what a form or a file names to what is kept.

Kept is ``source/key`` of each chosen section, sorted; ``None`` stands for all,
also of sections that come later. A chosen section covers all below it, so two
ways of saying the same are kept as one and need one rendering of an edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from syndicate.model.errors import SubscriberError
from syndicate.model.section import Section, SectionTree

_NAMED_AT_MOST: Final = 20


def reference(section: Section) -> str:
    """A section as choices name it: its slug may yet change, this doesn't."""
    return f"{section.source}/{section.key}"


def choose(offered: SectionTree, named: Iterable[str]) -> tuple[str, ...] | None:
    """What is kept of sections named by slug, by ``source/key`` or by key.

    Nothing named is all of them. Raises :class:`SubscriberError` for a name that
    is none of those offered.
    """
    wanted = {_find(offered, name).id for name in named if name.strip()}
    if not wanted:
        return None
    tops = [
        section
        for section in offered
        if section.id in wanted
        and not any(above.id in wanted for above in offered.path(section.id)[:-1])
    ]
    covered = {below for section in tops for below in offered.subtree(section.id)}
    if len(covered) == len(offered):
        return None
    return tuple(sorted(reference(section) for section in tops))


def covered(tree: SectionTree, sections: Sequence[str] | None) -> frozenset[int]:
    """The ids of all sections that a choice covers; those that are gone are passed over."""
    if sections is None:
        return frozenset(section.id for section in tree)
    chosen = set(sections)
    return frozenset(
        below
        for section in tree
        if reference(section) in chosen
        for below in tree.subtree(section.id)
    )


def _find(offered: SectionTree, name: str) -> Section:
    wanted = name.strip()
    found = [s for s in offered if wanted in (s.slug, reference(s))]
    found = found or [s for s in offered if s.key == wanted]
    if len(found) == 1:
        return found[0]
    shown = repr(wanted[:60])
    if found:
        raise SubscriberError(
            f"section {shown}",
            "several sources have it",
            f"write {' or '.join(reference(section) for section in found)}",
        )
    known = [section.slug or reference(section) for section in offered]
    more = f" and {len(known) - _NAMED_AT_MOST} more" if len(known) > _NAMED_AT_MOST else ""
    raise SubscriberError(
        f"section {shown}",
        "there is none of this name",
        f"known are {', '.join(known[:_NAMED_AT_MOST])}{more}" if known else "there are none yet",
    )
