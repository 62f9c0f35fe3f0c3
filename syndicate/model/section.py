"""The section tree of a newsroom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """One section.

    ``key`` is its id in its source, ``slug`` its public name in addresses
    (frozen at the first publish). ``revision`` moves whenever something that
    its feeds show has changed, in it or below it.
    """

    id: int
    source: str
    key: str
    name: str
    slug: str = ""
    parent_id: int | None = None
    description: str = ""
    revision: int = 0


class SectionTree:
    """All sections, answering who stands above and below whom.

    Built once per job from the store; immutable afterwards.
    """

    def __init__(self, sections: Iterable[Section]) -> None:
        self._by_id = {section.id: section for section in sections}
        self._children: dict[int | None, list[Section]] = {}
        for section in sorted(self._by_id.values(), key=lambda s: (s.source, s.key)):
            parent = section.parent_id if section.parent_id in self._by_id else None
            self._children.setdefault(parent, []).append(section)
        self._ordered = tuple(self._walk(None))

    def __iter__(self) -> Iterator[Section]:
        """Depth first, siblings in the order of their keys."""
        return iter(self._ordered)

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, section_id: int) -> Section:
        return self._by_id[section_id]

    def get(self, section_id: int) -> Section | None:
        return self._by_id.get(section_id)

    def by_slug(self, slug: str) -> Section | None:
        return next((s for s in self._by_id.values() if s.slug == slug), None)

    def children(self, section_id: int | None) -> tuple[Section, ...]:
        """The direct children; of the whole site for ``None``."""
        return tuple(self._children.get(section_id, ()))

    def path(self, section_id: int) -> tuple[Section, ...]:
        """The section and all above it, outermost first."""
        above: list[Section] = []
        current = self._by_id.get(section_id)
        while current is not None and current not in above:
            above.append(current)
            current = self._by_id.get(current.parent_id) if current.parent_id else None
        return tuple(reversed(above))

    def subtree(self, section_id: int) -> tuple[int, ...]:
        """The ids of the section and of all below it."""
        return (section_id, *(s.id for s in self._walk(section_id)))

    def depth(self, section_id: int) -> int:
        """0 for a section without a parent."""
        return len(self.path(section_id)) - 1

    def _walk(self, parent: int | None) -> Iterator[Section]:
        for section in self._children.get(parent, ()):
            yield section
            yield from self._walk(section.id)
