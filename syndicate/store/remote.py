"""What other hosts have said of the pictures and files that articles show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from syndicate.store.schema import articles, remote_media

#: The outcome of an answer that tells what was asked.
TOLD = "told"

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class RemoteMedium:
    """A picture or file on another host, as its host told us.

    ``outcome`` is ``TOLD`` or why nothing could be learned. Sizes are pixels,
    ``length`` is bytes; what is not known is None or empty.
    """

    url: str
    media_type: str
    length: int | None
    width: int | None
    height: int | None
    asked: datetime
    outcome: str


def known(connection: Connection, urls: Sequence[str]) -> dict[str, RemoteMedium]:
    """What is known of these addresses, failures included."""
    found: dict[str, RemoteMedium] = {}
    for start in range(0, len(urls), _CHUNK):
        rows = connection.execute(
            select(remote_media).where(remote_media.c.url.in_(urls[start : start + _CHUNK]))
        )
        found.update((row.url, RemoteMedium(*row)) for row in rows)
    return found


def is_empty(connection: Connection) -> bool:
    return connection.execute(select(remote_media.c.url).limit(1)).first() is None


def record(connection: Connection, found: Iterable[RemoteMedium]) -> None:
    """Record answers; an earlier one for the same address is replaced."""
    for one in found:
        connection.execute(delete(remote_media).where(remote_media.c.url == one.url))
        connection.execute(
            insert(remote_media).values({n: getattr(one, n) for n in RemoteMedium.__slots__})
        )


def shown_by(connection: Connection, urls: Collection[str]) -> list[int]:
    """The articles that show or offer any of these addresses."""
    rows = connection.execute(select(articles.c.id, articles.c.images, articles.c.attachments))
    return [
        row.id
        for row in rows.yield_per(1000)
        if any(one.get("url") in urls for one in (*row.images, *row.attachments))
    ]
