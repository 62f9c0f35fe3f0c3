"""A small configuration for tests to start from."""

from __future__ import annotations

from pathlib import Path

from syndicate.config.load import Loaded, load

SMALL = """\
[site]
title = "The Saltmarrow Gazette"
url = "https://news.saltmarrow.example/"

[[sources]]
name = "cms"
path = "articles"
url = "https://www.saltmarrow.example/"

[[newsletters]]
name = "weekly-zh"
title = "The Week"

[mail]
sender = "digest@news.saltmarrow.example"
"""

SMTP = """
[mail.smtp]
"""

RELAY = """
[[mail.relays]]
name = "harbour-two"
host = "two.saltmarrow.example"
"""


def read(folder: Path, text: str = SMALL, environment=None, overrides=()) -> Loaded:
    """Write ``text`` as a site's configuration and load it."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, environment=environment or {}, overrides=overrides)
