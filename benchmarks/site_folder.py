"""The site that is measured: a folder with a configuration, made where a benchmark works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import newsroom

if TYPE_CHECKING:
    from syndicate.jobs.press import Press

SOURCE: Final = "cms"
PLAIN: Final = """
[feeds]
by = []
latest = false
most_viewed = false
archive = 0
compress = false
"""
"""Settings for the feeds of the site and its sections alone, to compare like with like."""

_CONFIGURATION: Final = f"""
[site]
title = "{newsroom.SITE}"
url = "https://press.gannetsound.example/"

[[sources]]
name = "{SOURCE}"
kind = "cms-pages"
path = "pages"
url = "{newsroom.URL}"
"""


def make_site(folder: Path, *, settings: str = "") -> Path:
    """Make the folder a site, with more settings than it needs; returns its configuration file."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    file = folder / "config.toml"
    file.write_text(_CONFIGURATION + settings, encoding="utf-8")
    return file


@contextmanager
def opened(file: Path) -> Iterator[Press]:
    """The site, ready to work: what a verb has at hand when it starts its job."""
    from syndicate.config.load import load_config
    from syndicate.jobs.press import open_press

    with open_press(load_config(file), clock=lambda: datetime.now(UTC)) as press:
        yield press
