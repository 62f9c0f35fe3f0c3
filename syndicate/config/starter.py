"""A new site's configuration, derived from the sample's: its comments without its newsroom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tomlkit

from syndicate.config.load import load_text
from syndicate.model.errors import UsageError

_OPENING = """\
# A site of syndicate. Paths start at this folder.
# `syndicate config explain` lists every setting there is and its value.

"""
_NEUTRAL = {
    "title": "My Newsroom",
    "url": "https://news.example.org/",
    "language": "en",
    "timezone": "UTC",
}
_FOLDERS = ("articles", "feeds")
_COMMENT_COLUMN = 44


def starting_configuration(sample: str, *, site: Mapping[str, str]) -> str:
    """The sample configuration, made neutral; ``site`` gives the [site] keys that are known.

    Everything about the sample newsroom goes, above all its fixed clock.
    """
    document: Any = tomlkit.parse(sample)
    given = {**_NEUTRAL, **{key: value for key, value in site.items() if value}}
    host = _host(given["url"])
    _fill(document["site"], given)
    _forget(document["site"], "clock", "description", "owner", "logo")
    source = _only(document["sources"])
    _fill(source, {"path": "articles", "url": f"https://{host}/"})
    newsletter = _only(document["newsletters"])
    _fill(newsletter, {"name": "weekly", "title": f"{given['title']}: the week", "newest": 10})
    _forget(newsletter, "description", "language", "timezone", "sections", "exclude")
    # A site that is only tried out has no domain yet that mail could come from.
    domain = host if "." in host else _host(_NEUTRAL["url"])
    sender = f"{_quoted(given['title'])} <digest@{domain}>"
    _fill(document["mail"], {"sender": sender, "postal_address": ""})
    document.pop("sections", None)
    text: str = document.as_string()
    return _OPENING + text[text.index("[site]") :]


def start_site(
    folder: Path, sample: str, *, site: Mapping[str, str], dry_run: bool = False
) -> tuple[Path, ...]:
    """Make a site in ``folder`` and return what was made. Never overwrites.

    The new configuration is checked like any other before anything is
    written, so values that can't be used raise ``ConfigurationError``.
    """
    file = folder / "config.toml"
    if folder.exists() and not folder.is_dir():
        raise UsageError(str(folder), "not a folder", "choose another name")
    if file.exists():
        raise UsageError(str(file), "there is a site here already", "choose another folder")
    text = starting_configuration(sample, site=site)
    load_text(text, file.absolute())
    folders = tuple(folder / name for name in _FOLDERS)
    if not dry_run:
        for path in folders:
            path.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    return (file, *folders)


def _fill(table: Any, values: Mapping[str, object]) -> None:
    """Set keys, and put the comments behind them back into their column."""
    for key, value in values.items():
        table[key] = value
        item = table.item(key)
        if item.trivia.comment:
            width = len(f"{key} = {item.as_string()}")
            item.trivia.comment_ws = " " * max(2, _COMMENT_COLUMN - width)


def _forget(table: Any, *keys: str) -> None:
    for key in keys:
        table.pop(key, None)


def _only(tables: Any) -> Any:
    """The first of several tables, the others taken out."""
    while len(tables) > 1:
        tables.pop()
    return tables[0]


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return host if re.fullmatch(r"[\w.-]+", host) else "localhost"


def _quoted(name: str) -> str:
    """A name as an address header takes it (RFC 5322, 3.2.4)."""
    if not re.search(r'[()<>\[\]:;@\\,."]', name):
        return name
    return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
