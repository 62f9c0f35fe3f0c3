"""The formats a feed is published in. A new one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from syndicate.feeds import atom, jsonfeed, rss
from syndicate.feeds.document import FeedDocument


@dataclass(frozen=True, slots=True)
class Format:
    """``name`` is what the configuration calls it, ``file_name`` its file in a feed's folder."""

    name: str
    label: str
    file_name: str
    media_type: str
    render: Callable[[FeedDocument], bytes]

    @property
    def content_type(self) -> str:
        """For the Content-Type header."""
        return f"{self.media_type}; charset=utf-8"


FORMATS: Final[Mapping[str, Format]] = {
    made.name: made
    for made in (
        Format("rss", "RSS", rss.FILE_NAME, rss.MEDIA_TYPE, rss.render),
        Format("atom", "Atom", atom.FILE_NAME, atom.MEDIA_TYPE, atom.render),
        Format("json", "JSON Feed", jsonfeed.FILE_NAME, jsonfeed.MEDIA_TYPE, jsonfeed.render),
    )
}
