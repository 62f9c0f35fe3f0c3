"""Clean HTML as plain text, laid out for mail: the one door to inscriptis.

For digests only; ingest takes the text in the same walk that cleans the body,
which is several times quicker.
"""

from __future__ import annotations

from inscriptis import get_text
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig

_CONFIG = ParserConfig(css=CSS_PROFILES["strict"], display_links=False, display_images=False)
_LINKED = ParserConfig(css=CSS_PROFILES["strict"], display_links=True, display_images=False)


def to_text(html: str, *, links: bool = False) -> str:
    """Paragraphs set apart by an empty line; lists and tables stay readable.

    With ``links`` each link's address follows it.
    """
    if not html.strip():
        return ""
    text: str = get_text(html, _LINKED if links else _CONFIG)
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return "\n".join(kept)
