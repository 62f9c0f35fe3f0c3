"""The pages that are everybody's: the front page, sections, editions and the directory."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from syndicate.config.model import Config, Newsletter
from syndicate.feeds.directory import render_directory
from syndicate.feeds.formats import FORMATS
from syndicate.jobs import reading
from syndicate.jobs.audience.gate import stamp
from syndicate.jobs.press import Press
from syndicate.language import catalogue
from syndicate.model.errors import KeyFileError
from syndicate.web import newsroom
from syndicate.web.archivepage import archive, newsletter_page, render_archive, render_newsletter
from syndicate.web.front import render_front
from syndicate.web.frontpage import front
from syndicate.web.headers import PREFLIGHT, feed_headers
from syndicate.web.kinds import Kind
from syndicate.web.pages import Made, Pages, page
from syndicate.web.refusals import Refusals, root
from syndicate.web.section import render_section
from syndicate.web.sectionpage import section
from syndicate.web.signup import SignUp

#: What is one person's own, or no page at all: nothing for robots.
_PERSONAL: Final = ("confirm/", "preferences", "unsubscribe/", "data/", "erase/", "preview/")
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_FEED: Final = Kind("feed", FORMATS["atom"].content_type)
_MACHINES: Final = ("api/", "webhooks/", "metrics", "healthz", "readyz")


def routes(press: Press, pages: Pages, refusals: Refusals, log: Any) -> list[BaseRoute]:
    shown = _Shown(press, pages, refusals, log)
    return [
        Route("/", shown.front),
        Route("/sections/{slug}", shown.section),
        Route("/feeds/", shown.directory),
        Route("/feeds", _to_folder),
        Route("/editions", _to_folder),
        Route("/editions/", shown.archive),
        Route("/editions/{newsletter}", shown.to_newsletter),
        Route("/editions/{newsletter}/", shown.newsletter),
        Route("/editions/{newsletter}/{file}.xml", shown.feed, methods=["GET", "OPTIONS"]),
        Route("/editions/{newsletter}/{label}", shown.edition),
        Route("/preview/unsubscribe", shown.preview),
        Route("/preview/preferences", shown.preview),
        Route("/robots.txt", shown.robots),
        Route("/favicon.ico", _icon),
    ]


class _Shown:
    def __init__(self, press: Press, pages: Pages, refusals: Refusals, log: Any) -> None:
        self._press, self._pages, self._refusals, self._log = press, pages, refusals, log
        self._language = press.config.site.language
        self._pictures = picture_sources(press.config)

    def front(self, request: Request) -> Response:
        def make() -> Made:
            view = front(self._press, root=root(request), stamp=self._stamp())
            return self._page(
                render_front(view, self._press.templates, self._language), view.signup
            )

        return self._answer(request, self._mark, make)

    def section(self, request: Request) -> Response:
        slug = request.path_params["slug"]

        def make() -> Made:
            view = section(self._press, slug, root=root(request), stamp=self._stamp())
            if view is None:
                raise HTTPException(404)
            return self._page(
                render_section(view, self._press.templates, self._language), view.signup
            )

        return self._answer(request, self._mark, make)

    def directory(self, request: Request) -> Response:
        def make() -> Made:
            view = newsroom.directory(self._press, root=root(request))
            return page(render_directory(view, self._press.templates, self._language))

        return self._answer(request, lambda: newsroom.mark(self._press), make)

    def archive(self, request: Request) -> Response:
        def make() -> Made:
            view = archive(self._press, root=root(request), stamp=self._stamp())
            return self._page(
                render_archive(view, self._press.templates, self._language), view.signup
            )

        return self._answer(request, self._mark, make)

    def to_newsletter(self, request: Request) -> Response:
        self._letter(request)
        return _to_folder(request)

    def newsletter(self, request: Request) -> Response:
        letter = self._letter(request)
        return self._answer(
            request,
            lambda: self._mark_of(letter),
            lambda: self._newsletter(request, letter, ""),
        )

    def edition(self, request: Request) -> Response:
        letter, label = self._letter(request), request.path_params["label"]
        if _YEAR.fullmatch(label):
            return self._answer(
                request,
                lambda: self._mark_of(letter),
                lambda: self._newsletter(request, letter, label),
            )
        edition = reading.find(self._press, letter.name, label)
        if edition is None:
            raise HTTPException(404)

        def make() -> Made:
            html = reading.page(self._press, edition)
            if html is None:
                raise HTTPException(404)
            return page(html, pictures=self._pictures)

        def mark() -> Hashable:
            beside = reading.neighbours(self._press, edition)
            return (edition, beside, newsroom.mark(self._press).revision)

        return self._answer(request, mark, make)

    def feed(self, request: Request) -> Response:
        letter, file_name = self._letter(request), request.path_params["file"]
        cadence = next(
            (
                each.cadence
                for each in letter.schedules
                if reading.series_of(letter, each.cadence).file_name == f"{file_name}.xml"
            ),
            None,
        )
        if cadence is None:
            raise HTTPException(404)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=PREFLIGHT)

        def make() -> Made:
            data = reading.feed(self._press, letter, cadence)
            if data is None:
                raise HTTPException(404)
            return Made(data, feed_headers(self._press.config.feeds.ttl), _FEED)

        return self._answer(request, lambda: self._mark_of(letter), make)

    def _newsletter(self, request: Request, letter: Newsletter, year: str) -> Made:
        view = newsletter_page(
            self._press, letter, year=year, root=root(request), stamp=self._stamp()
        )
        if view is None:
            raise HTTPException(404)
        return self._page(
            render_newsletter(view, self._press.templates, self._language), view.signup
        )

    def _letter(self, request: Request) -> Newsletter:
        found = self._press.config.newsletter(request.path_params["newsletter"])
        if found is None:
            raise HTTPException(404)
        return found

    def _mark_of(self, letter: Newsletter) -> Hashable:
        """What the pages of a newsletter's editions follow from."""
        return self._mark(), newsroom.all_editions(self._press, letter)

    def _mark(self) -> Hashable:
        """What pages with a form follow from: once a day its stamp is a new one."""
        return newsroom.mark(self._press), self._press.clock().date()

    def _stamp(self) -> str | None:
        """The stamp of a form; None where there are no secrets to sign it with."""
        try:
            return stamp(self._press)
        except KeyFileError as error:
            self._log.error("pages have no sign-up", why=str(error))
            return None

    def _page(self, html: str, form: SignUp | None) -> Made:
        return page(html, pictures=self._pictures, forms=form is not None)

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


def _icon(request: Request) -> Response:
    """There is none; browsers ask all the same, and need no page to tell them."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})
