"""Permanent names for articles and feeds: ``tag:`` URIs (RFC 4151).

They hold no address and no revision, so they outlive a move of the site and
every correction (RFC 4287, 4.2.6). The authority and its date are fixed in the
store at the first publish; nothing else may go into an id.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlsplit

from syndicate.model.errors import ConfigurationError

_RESERVED: Final = frozenset({"feed", "publication"})


def authority(site_url: str) -> str:
    """The host that mints the site's ids, in lower case and ASCII."""
    try:
        host = (urlsplit(site_url).hostname or "").encode("idna").decode("ascii")
    except (UnicodeError, ValueError):
        host = ""
    if not host or ":" in host:
        raise ConfigurationError(
            "[site] url",
            f'"{site_url}" names no host that ids could be minted under',
            "write the public address, such as https://news.example.org/",
        )
    return host


def article_id(authority: str, since: date, source: str, key: str) -> str:
    """``tag:{authority},{date}:{source}/{id in the source}``."""
    # A source that is called like one of our own kinds must not share its names.
    name = f"%{ord(source[0]):02x}{source[1:]}" if source in _RESERVED else _quoted(source)
    return f"{_minted(authority, since)}:{name}/{_quoted(key)}"


def feed_id(authority: str, since: date, slug: str) -> str:
    """The name of a feed; the whole site's has no slug."""
    return f"{_minted(authority, since)}:feed" + (f"/{_quoted(slug)}" if slug else "")


def edition_id(authority: str, since: date, newsletter: str, label: str = "") -> str:
    """The name of a newsletter's edition; of its feed without a label.

    Below the feeds' own names, so that no source's articles can have the same.
    """
    name = f"{_minted(authority, since)}:feed/newsletter/{_quoted(newsletter)}"
    return f"{name}/{_quoted(label)}" if label else name


@lru_cache(maxsize=1024)
def publication_id(authority: str, since: date, name: str) -> str:
    """A name for a publication that articles are taken from."""
    return f"{_minted(authority, since)}:publication/{_quoted(name)}"


def scheme_id(authority: str, since: date, kind: str) -> str:
    """A name for a set of categories: ``sections`` or ``tags``."""
    return f"{_minted(authority, since)}:{kind}"


@lru_cache(maxsize=16)
def _minted(authority: str, since: date) -> str:
    return f"tag:{authority},{since.year:04d}-{since.month:02d}-{since.day:02d}"


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")
