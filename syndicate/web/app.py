"""The site as one ASGI application: the feeds in front, the pages behind them.

Nothing but the assembly. Each module of pages has a function ``routes``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from syndicate.jobs.press import Press
from syndicate.store import readers as store_readers
from syndicate.store.readers import Sighting
from syndicate.web import api, health, newsroom, personal, public, webhooks
from syndicate.web.door import Door
from syndicate.web.feeds import Feeds
from syndicate.web.headers import Publisher
from syndicate.web.pages import Pages
from syndicate.web.readers import Readers
from syndicate.web.refusals import Refusals


def application(
    press: Press, log: Any, *, monotonic: Callable[[], float] = time.monotonic
) -> ASGIApp:
    """Everything that is served. ``log`` is told of faults; visitors are not."""
    config = press.config
    pages = Pages(monotonic=monotonic, clock=press.clock)
    refusals = Refusals(press)
    router = Starlette(
        routes=[
            *public.routes(press, pages, refusals, log),
            *personal.routes(press),
            *api.routes(press),
            *webhooks.routes(press, log),
            *health.routes(press, log, monotonic=monotonic),
        ],
        exception_handlers={HTTPException: refusals.refuse, Exception: refusals.fail},
    )
    router.router.redirect_slashes = False
    readers = Readers(lambda seen: _save(press, seen), clock=press.clock, log=log)
    feeds = Feeds(
        router,
        config.feeds.output,
        publisher=Publisher(config.site.url, config.feeds.ttl, config.feeds.hubs),
        changed=lambda path, sha256: newsroom.changed(press, path, sha256),
        readers=readers,
        clock=press.clock,
        monotonic=monotonic,
        memory=config.web.cache * 1_000_000,
    )
    return Door(feeds, pages, readers, urlsplit(config.site.url).path, log)


def _save(press: Press, seen: Sequence[Sighting]) -> None:
    with press.store.write() as connection:
        store_readers.record(connection, seen)
        store_readers.forget(connection, press.clock())
