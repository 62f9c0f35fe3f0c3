"""The pages that are everybody's: the front page, sections, editions and the directory."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from syndicate.config.model import Config
from syndicate.feeds.directory import render_directory
from syndicate.jobs.edition import edition_page
from syndicate.jobs.press import Press
from syndicate.language import catalogue
from syndicate.web import newsroom
from syndicate.web.pages import Made, Pages, page
from syndicate.web.refusals import Refusals, root

#: What is one person's own, or no page at all: nothing for robots.
_PERSONAL = ("confirm/", "preferences", "unsubscribe/", "data/", "erase/", "preview/")
_MACHINES = ("api/", "webhooks/", "metrics", "healthz", "readyz")


def routes(press: Press, pages: Pages, refusals: Refusals) -> list[BaseRoute]:
    shown = _Shown(press, pages, refusals)
    return [
        Route("/", shown.directory),
        Route("/feeds/", shown.directory),
        Route("/feeds", _to_folder),
        Route("/editions/{newsletter}/{label}", shown.edition),
        Route("/preview/unsubscribe", shown.preview),
        Route("/preview/preferences", shown.preview),
        Route("/healthz", _health),
        Route("/robots.txt", shown.robots),
        Route("/favicon.ico", _icon),
    ]


class _Shown:
    def __init__(self, press: Press, pages: Pages, refusals: Refusals) -> None:
        self._press, self._pages, self._refusals = press, pages, refusals
        self._language = press.config.site.language
        self._pictures = picture_sources(press.config)

    def directory(self, request: Request) -> Response:
        def make() -> Made:
            view = newsroom.directory(self._press, root=root(request))
            return page(render_directory(view, self._press.templates, self._language))

        return self._answer(request, lambda: newsroom.mark(self._press), make)

    def edition(self, request: Request) -> Response:
        name, label = request.path_params["newsletter"], request.path_params["label"]
        edition = newsroom.edition(self._press, name, label)
        if edition is None:
            raise HTTPException(404)

        def make() -> Made:
            html = edition_page(self._press, name, label)
            if html is None:
                raise HTTPException(404)
            return page(html, pictures=self._pictures)

        return self._answer(request, lambda: (edition, newsroom.mark(self._press).revision), make)

    def preview(self, request: Request) -> Response:
        """Where the links of a preview lead that would be one subscriber's own."""
        words = catalogue(self._language)
        title = words.gettext("This was a preview")
        said = words.gettext(
            "In a mail to a subscriber this link is theirs alone: it opens their preferences, or "
            "unsubscribes them. The mail that led here is a preview, and belongs to nobody."
        )
        return self._answer(
            request, lambda: None, lambda: page(self._refusals.notice(request, title, said))
        )

    def robots(self, request: Request) -> Response:
        base = urlsplit(self._press.config.site.url).path
        closed = "".join(f"Disallow: {base}{path}\n" for path in (*_PERSONAL, *_MACHINES))
        return PlainTextResponse(f"User-agent: *\n{closed}")

    def _answer(
        self, request: Request, mark: Callable[[], Hashable], make: Callable[[], Made]
    ) -> Response:
        return self._pages.answer(request, mark=mark, make=make)


def picture_sources(config: Config) -> str:
    """Where the pictures of pages may come from: here, the public address, the articles' sites."""
    origins = dict.fromkeys(
        f"{parts.scheme}://{parts.netloc}"
        for parts in map(urlsplit, (config.site.url, *(source.url for source in config.sources)))
    )
    return " ".join(("'self'", *origins))


def _to_folder(request: Request) -> Response:
    """``feeds/`` of ``feeds``: relative, so that it is right wherever we stand."""
    return RedirectResponse(f"{request.scope['path'].rpartition('/')[2]}/", 308)


def _health(request: Request) -> Response:
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})


def _icon(request: Request) -> Response:
    """There is none; browsers ask all the same, and need no page to tell them."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})
