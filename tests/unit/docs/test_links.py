"""Every link inside the repository leads somewhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.unit.docs.pages import DOCS, anchors, documents, links, name

OUTWARD = ("http://", "https://", "mailto:")


def broken(path: Path, target: str) -> bool:
    """Whether a link in a document leads nowhere."""
    place, _, anchor = unquote(target).partition("#")
    aimed = (path.parent / place).resolve() if place else path
    if not aimed.exists():
        return True
    return bool(anchor) and anchor not in anchors(aimed.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", documents(), ids=name)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    found = links(path.read_text(encoding="utf-8"))
    inward = [target for target in found if not target.startswith(OUTWARD)]
    assert [target for target in inward if broken(path, target)] == []


def test_every_document_is_linked_from_the_index() -> None:
    index = DOCS / "README.md"
    linked = {
        (DOCS / target.partition("#")[0]).resolve()
        for target in links(index.read_text(encoding="utf-8"))
    }
    assert [name(path) for path in sorted(DOCS.rglob("*.md")) if path not in {index, *linked}] == []


def test_a_link_to_nothing_is_noticed() -> None:
    assert broken(DOCS / "README.md", "no-such-file.md")
    assert broken(DOCS / "README.md", "README.md#no-such-heading")


def test_links_in_code_are_none() -> None:
    assert list(links("`[a](b)`\n```\n[c](d)\n```\n[e](f.md)")) == ["f.md"]
