"""How a feed says where it lies and which hubs tell of its changes (WebSub, section 4).

A subscriber needs one address of the feed itself and at least one hub. Both
stand in the document, and again in HTTP ``Link`` headers for those who don't
read formats. What the hubs are told and what the feed says must be the same
address to the letter, so both are made here.
"""

from __future__ import annotations

from collections.abc import Iterable

from syndicate.feeds.characters import web_address


def public_address(site_url: str, path: str) -> str:
    """Where a file of the output folder lies for the public; its ``self`` and its topic.

    ``path`` is relative to the output folder; empty for the folder itself.
    """
    return web_address(f"{site_url.rstrip('/')}/feeds/{path}")


def hub_addresses(hubs: Iterable[str]) -> tuple[str, ...]:
    """The hubs as they stand in documents: absolute, in ASCII, each once."""
    return tuple(dict.fromkeys(filter(None, map(web_address, hubs))))


def link_header(site_url: str, path: str, hubs: Iterable[str]) -> str:
    """The value of the ``Link`` header (RFC 8288) of a feed served at ``path``.

    One ``self`` and every hub; empty where there is no hub, for a ``self``
    alone tells a reader nothing.
    """
    named = [(hub, "hub") for hub in hub_addresses(hubs)]
    if not named:
        return ""
    named.append((public_address(site_url, path), "self"))
    return ", ".join(f'<{address}>; rel="{relation}"' for address, relation in named)
