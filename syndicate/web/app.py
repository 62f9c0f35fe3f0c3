"""The site as one ASGI application: the feeds in front, the pages behind them.

It stands under the path of the public address and, for whoever opens it on
this machine or behind a proxy that cuts the path off, at the root as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from syndicate.config.model import Config
from syndicate.feeds.directory import render_directory
from syndicate.jobs.edition import edition_page
from syndicate.jobs.press import Press
from syndicate.language import catalogue
from syndicate.model.errors import TemplateError
from syndicate.store import readers as store_readers
from syndicate.store.readers import Sighting
from syndicate.web import newsroom
from syndicate.web.answer import Answer, send_made
from syndicate.web.feeds import Feeds
from syndicate.web.headers import Publisher
from syndicate.web.notice import Notice, render_notice
from syndicate.web.pages import PageCache, answer, made, refusal
from syndicate.web.readers import Readers


def application(
    press: Press, log: Any, *, monotonic: Callable[[], float] = time.monotonic
) -> ASGIApp:
    """Everything that is served. ``log`` is told of faults; visitors are not."""
    pages = _Pages(press)
    router = Starlette(
        routes=[
            Route("/", pages.directory),
            Route("/feeds/", pages.directory),
            Route("/feeds", _to_folder),
            Route("/editions/{newsletter}/{label}", pages.edition),
            Route("/preview/unsubscribe", pages.preview),
            Route("/preview/preferences", pages.preview),
            Route("/healthz", _health),
            Route("/robots.txt", _robots),
            Route("/favicon.ico", _icon),
        ],
        exception_handlers={HTTPException: pages.refuse, Exception: pages.fail},
    )
    router.router.redirect_slashes = False
    config = press.config
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
    return _Door(feeds, readers, urlsplit(config.site.url).path, log)


def _save(press: Press, seen: Sequence[Sighting]) -> None:
    with press.store.write() as connection:
        store_readers.record(connection, seen)
        store_readers.forget(connection, press.clock())


class _Pages:
    def __init__(self, press: Press) -> None:
        self._press = press
        self._language = press.config.site.language
        self._words = catalogue(self._language)
        self._cache = PageCache(pictures=_picture_sources(press.config))

    def directory(self, request: Request) -> Response:
        root = _root(request)

        def make() -> str:
            view = newsroom.directory(self._press, root=root)
            return render_directory(view, self._press.templates, self._language)

        page = self._cache.get(f"directory {root}", newsroom.mark(self._press), make)
        return answer(request, page, now=self._press.clock())

    def edition(self, request: Request) -> Response:
        name, label = request.path_params["newsletter"], request.path_params["label"]
        edition = newsroom.edition(self._press, name, label)
        if edition is None:
            raise HTTPException(404)
        mark = (edition, newsroom.mark(self._press).revision)
        page = self._cache.get(
            f"edition {name} {label}",
            mark,
            lambda: edition_page(self._press, name, label) or "",
        )
        if not page.html:
            raise HTTPException(404)
        return answer(request, page, now=self._press.clock())

    def preview(self, request: Request) -> Response:
        """Where the links of a preview lead that would be one subscriber's own."""
        words = self._words
        title = words.gettext("This was a preview")
        said = words.gettext(
            "In a mail to a subscriber this link is theirs alone: it opens their preferences, or "
            "unsubscribes them. The mail that led here is a preview, and belongs to nobody."
        )
        page = made(self._notice(request, title, said))
        return answer(request, page, now=self._press.clock())

    def refuse(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        words = self._words
        if status == 405:
            title = words.gettext("This can only be read")
            said = words.gettext("The address exists, but nothing can be sent to it.")
        else:
            title = words.gettext("Nothing here")
            said = words.gettext("There is no page and no feed at this address.")
        return refusal(self._notice(request, title, said), status, headers)

    def fail(self, request: Request, error: Exception) -> Response:
        words = self._words
        title = words.gettext("Something went wrong")
        said = words.gettext("It is not your fault. Please try again in a few minutes.")
        return refusal(self._notice(request, title, said), 500)

    def _notice(self, request: Request, title: str, said: str) -> str:
        notice = Notice(
            title=title,
            paragraphs=(said,),
            site=self._press.config.site.title,
            onward=_root(request) or "./",
            onward_label=self._words.gettext("To the feeds"),
        )
        try:
            return render_notice(notice, self._press.templates, self._language)
        except TemplateError:
            return f"<!DOCTYPE html><title>{title}</title><p>{said}</p>"


class _Door:
    """Where requests come in: takes the public path off, and lets no fault out.

    What is at hand is answered before anything else is looked at.
    """

    def __init__(self, feeds: Feeds, readers: Readers, base: str, log: Any) -> None:
        self._feeds, self._readers, self._base, self._log = feeds, readers, base, log
        # At the root as well, for those behind a proxy that cuts the path off.
        self._prefixes = tuple(dict.fromkeys((f"{base}feeds/", "/feeds/")))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            found = self.at_hand(scope["method"], scope["path"], scope["headers"])
            if found is not None:
                await send_made(send, found)
            else:
                await self._guarded(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)

    def at_hand(
        self, method: str, path: str, headers: Sequence[tuple[bytes, bytes]]
    ) -> Answer | None:
        """The answer, if it was made before (``web/protocol.py``)."""
        for prefix in self._prefixes:
            if path.startswith(prefix):
                return self._feeds.at_hand(method, path[len(prefix) :], headers)
        return None

    async def _live(self, receive: Receive, send: Send) -> None:
        """ASGI's lifespan: what readers have said is stored before the end."""
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self._readers.flush()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            if self._base != "/" and path == self._base.rstrip("/"):
                await RedirectResponse(self._base, 308)(scope, receive, watch)
                return
            if self._base != "/" and path.startswith(self._base):
                scope = {**scope, "path": f"/{path.removeprefix(self._base)}"}
            await self._feeds(scope, receive, watch)
        except Exception as error:  # the last door: told to us, not to the visitor
            self._log.error("fault", path=path, error=f"{type(error).__name__}: {error}")
            self._log.debug("fault", exc_info=True)
            if not started:
                await PlainTextResponse("Something went wrong", 500)(scope, receive, send)


def _to_folder(request: Request) -> Response:
    return RedirectResponse("feeds/", 308)


def _health(request: Request) -> Response:
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})


def _robots(request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow:\n")


def _icon(request: Request) -> Response:
    """There is none; browsers ask all the same, and need no page to tell them."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})


def _root(request: Request) -> str:
    """From the request's folder to the site's, such as ``../``: right wherever we stand."""
    path: str = request.scope["path"]
    return "../" * (path.count("/") - 1)


def _picture_sources(config: Config) -> str:
    """Where the pictures of pages may come from: here, the public address, the articles' sites."""
    origins = dict.fromkeys(
        f"{parts.scheme}://{parts.netloc}"
        for parts in map(urlsplit, (config.site.url, *(source.url for source in config.sources)))
    )
    return " ".join(("'self'", *origins))
