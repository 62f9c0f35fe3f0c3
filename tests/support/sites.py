"""A site of the tests' own: a folder with a configuration, pages in the CMS's format, a press.

Everything is made to measure and lies in a temporary folder; nothing is shared
with the sample newsroom.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path

from syndicate.config.load import load_config
from syndicate.jobs.press import Press, open_press
from tests.support.articles import at
from tests.support.stores import make_sqlite

CONFIGURATION = """\
[site]
title = "The Test Gazette"
url = "https://news.gazette.example/"
language = "en"
timezone = "Asia/Shanghai"
owner = "Gazette Society <editor@gazette.example>"

[store]
url = "{store}"

[[sources]]
name = "cms"
kind = "cms-pages"
path = "articles"
url = "https://www.gazette.example/"
{source}

[feeds]
{feeds}

[[newsletters]]
name = "weekly"
title = "The Test Week"
schedule = "mon 08:00"
{newsletter}

[mail]
sender = "The Test Gazette <digest@gazette.example>"
postal_address = "1 Trial Street, Testing"
"""


#: The feeds of sections and the site, and nothing beside them.
PLAIN_FEEDS = "by = []\nlatest = false\nmost_viewed = false\ncompress = false\n"


def page_text(
    key: str,
    *,
    headline: str = "",
    section: tuple[str, str] = ("201001", "City"),
    parent: tuple[str, str] = ("201", "Harbour News"),
    published: str = "2026-01-20 08:00",
    edited: str = "",
    author: str = "Nell Harrow",
    source: tuple[str, str] | None = ("https://tidewire.example/a", "Tidewire"),
    body: str = "",
    views: int | str = 0,
    hot: tuple[tuple[str, int], ...] = (),
    encoding: str = "utf-8",
) -> str:
    """One article page as the CMS writes it."""
    headline = headline or f"Ferry {key} sails again"
    body = body or f"<form><p>After a winter in the dock, ferry {key} crossed the bay.</p></form>"
    link = f'<a href="{escape(source[0])}">{escape(source[1])}</a>' if source else ""
    hottest = "".join(
        f'<li><a id="{total}" href="../{section[0]}/{other}.aspx">Article {other}</a></li>'
        for other, total in hot
    )
    return f"""<?xml version="1.0" encoding="{encoding}"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="{section[0]}" site="{parent[0]}">
<head><title>{escape(headline)} _The Test Gazette-{escape(parent[1])}-{escape(section[1])}</title>
<meta id="{key}" name="description" content="{escape(headline)}" /></head>
<body><span><a href="../{section[0]}/default.aspx">{escape(section[1])}</a>
<a href="../{parent[0]}/default.aspx">{escape(parent[1])}</a></span>
<div><h1>{escape(headline)}</h1><h2 /><h3>{escape(author)}</h3><h4>{published}</h4><h5 />
{link}<p><![CDATA[{body}]]></p><b>{edited or published}</b><dd>{views}</dd><ul><li /></ul></div>
<ul id="new"></ul><ul id="hot">{hottest}</ul></body>
</html>
"""


@dataclass
class Site:
    """A folder with a site in it. ``now`` is what its press takes the time to be."""

    root: Path
    now: datetime = field(default_factory=lambda: at("2026-01-26T01:00"))

    @property
    def file(self) -> Path:
        return self.root / "config.toml"

    @property
    def feeds(self) -> Path:
        return self.root / "feeds"

    @property
    def articles(self) -> Path:
        return self.root / "articles"

    def write(self, key: str, *, folder: str = "", **fields) -> Path:
        """Write a page; ``folder`` may be a reading's moment."""
        encoding = fields.get("encoding", "utf-8")
        path = self.articles / folder / f"{key}.aspx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page_text(key, **fields).encode(encoding))
        return path

    @contextmanager
    def press(self, *overrides: str, now: str | None = None) -> Iterator[Press]:
        """The site, opened; a store that is not there yet is made."""
        moment = at(now) if now else self.now
        config = load_config(self.file, environment={}, overrides=overrides)
        scheme, _, path = config.store.url.partition(":///")
        if scheme == "sqlite" and not Path(path).exists():
            make_sqlite(Path(path))
        with open_press(config, clock=lambda: moment) as press:
            yield press

    def run(
        self, *words: str, check: bool = True, environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run ``syndicate`` on the site in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "syndicate", "--config", str(self.file), *words],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **(environment or {})},
        )
        if check:
            assert done.returncode == 0, done.stdout + done.stderr
        return done


def make_site(
    root: Path,
    *,
    store: str = "sqlite:///data/store.db",
    source: str = "",
    newsletter: str = "",
    feeds: str = "",
    plain: bool = True,
    more: str = "",
) -> Site:
    """A site with an empty source folder.

    ``source``, ``feeds`` and ``newsletter`` are further lines of their tables,
    ``more`` further tables. A ``plain`` site has the feeds of sections alone.
    """
    root.mkdir(parents=True, exist_ok=True)
    text = (
        CONFIGURATION.format(
            store=store,
            source=source,
            newsletter=newsletter,
            feeds=(PLAIN_FEEDS if plain else "") + feeds,
        )
        + more
    )
    (root / "config.toml").write_text(text)
    (root / "articles").mkdir(exist_ok=True)
    return Site(root)
