"""The documents as files: which there are, their links, and their headings' anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^(?P<mark>```+|~~~+).*?^(?P=mark)$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(\s*<?([^)<>\s]+)>?[^)]*\)")
_ATTRIBUTE = re.compile(r"""\b(?:src|srcset|href)="([^"]+)\"""")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)


def documents() -> list[Path]:
    """The README, the changelog and everything in docs/."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]


def name(path: Path) -> str:
    """How a document is called in a test's name."""
    return path.relative_to(ROOT).as_posix()


def links(text: str) -> Iterator[str]:
    """Every address that the text links to or shows, code left aside."""
    prose = re.sub(r"`[^`\n]*`", "", _FENCE.sub("", text))
    yield from _LINK.findall(prose)
    yield from _ATTRIBUTE.findall(prose)


def anchors(text: str) -> set[str]:
    """The anchors that a text's headings get on the usual forges."""
    found: set[str] = set()
    for heading in _HEADING.findall(_FENCE.sub("", text)):
        bare = re.sub(r"[^\w\- ]", "", heading.lower())
        found.add(bare.replace(" ", "-"))
    return found


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    found = re.search(rf"^(#+)\s+{re.escape(heading)}\s*$", text, re.MULTILINE)
    if found is None:
        return ""
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}}\s", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest
