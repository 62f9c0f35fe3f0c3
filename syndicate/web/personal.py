"""The pages that are one person's own: assembled here, with what holds for all of them.

Nobody signs in. Who has the link has the mailbox that it was sent to; no
cookie is ever set. A GET or HEAD changes nothing; a POST comes from a page of
ours, or from a program that says nothing of pages (``origin.py``).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from syndicate.jobs.press import Press
from syndicate.language import catalogue
from syndicate.model.errors import LimitError, TokenError
from syndicate.web.confirmation import Confirmation
from syndicate.web.departure import ONE_CLICK, Departure
from syndicate.web.entry import Entry
from syndicate.web.forms import Form, read_form
from syndicate.web.origin import is_cross_site
from syndicate.web.paper import Paper
from syndicate.web.preferences import Preferences
from syndicate.web.refusals import root
from syndicate.web.tongues import spoken

Show = Callable[[Request], Response]
Take = Callable[[Request, Form], Response]
_Endpoint = Callable[[Request], Awaitable[Response]]


def routes(press: Press) -> list[BaseRoute]:
    """Where forms are shown with GET and taken with POST."""
    paper = Paper(press)
    window = _Window(press, paper)
    entry, confirmation = Entry(press, paper), Confirmation(press, paper)
    chosen, departure = Preferences(press, paper), Departure(press, paper)
    return [
        *window.page("/subscribe", entry.show, entry.take),
        *window.page("/subscribe/sent", entry.sent),
        *window.page("/preferences", entry.show_link, entry.take_link),
        *window.page("/preferences/sent", entry.link_sent),
        *window.page("/erased", departure.gone),
        *window.page("/confirm/{token}", confirmation.show, confirmation.take),
        *window.page("/preferences/{token}", chosen.show, chosen.take),
        *window.page(
            "/unsubscribe/{token}",
            departure.show_unsubscribe,
            departure.take_unsubscribe,
            one_click=True,
        ),
        *window.page("/data/{token}", departure.data),
        *window.page("/erase/{token}", departure.show_erase, departure.take_erase),
    ]


class _Window:
    """What comes between a request and a page: who sent it, what is in it, what went wrong."""

    def __init__(self, press: Press, paper: Paper) -> None:
        self._press, self._config, self._paper = press, press.config, paper

    def page(
        self, path: str, show: Show, take: Take | None = None, *, one_click: bool = False
    ) -> list[BaseRoute]:
        """A page, and where it has one, what becomes of its form.

        With ``one_click`` mailboxes send it too (RFC 8058).
        """
        shown = self._shown(show)
        if take is None:
            return [Route(path, shown, methods=["GET"])]
        taken = self._taken(take, veiled="{token}" in path, one_click=one_click)

        async def either(request: Request) -> Response:
            return await (taken if request.method == "POST" else shown)(request)

        return [Route(path, either, methods=["GET", "POST"])]

    def _shown(self, show: Show) -> _Endpoint:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(self._answer, request, lambda: show(request))

        return endpoint

    def _taken(self, take: Take, *, veiled: bool, one_click: bool) -> _Endpoint:
        async def endpoint(request: Request) -> Response:
            crosses = is_cross_site(request.scope, self._config.site.url, veiled=veiled)
            if crosses and not one_click:
                raise HTTPException(403)
            form = await self._form(request, any_body=one_click)
            # A mailbox in a browser sends its one click as another site: the token
            # is all that it takes, and leaving must never fail.
            if crosses and ONE_CLICK not in form.fields:
                raise HTTPException(403)
            return await run_in_threadpool(self._answer, request, lambda: take(request, form))

        return endpoint

    async def _form(self, request: Request, *, any_body: bool) -> Form:
        try:
            return await read_form(request)
        except HTTPException as error:
            if any_body and error.status_code == 415:
                return Form()
            raise

    def _answer(self, request: Request, made: Callable[[], Response]) -> Response:
        try:
            return made()
        except TokenError:
            return self._lost(request)
        except LimitError as error:
            return self._later(request, error)

    def _lost(self, request: Request) -> Response:
        """For a link that is of no use, without a word on what is wrong with it."""
        words = catalogue(spoken(self._config))
        above = root(request)
        return self._paper.message(
            request,
            words.tag,
            status=404,
            title=words.gettext("This link does not work"),
            paragraphs=(
                words.gettext(
                    "It may be too old, used up, or cut off on its way. The newest mail from us "
                    "has one that works."
                ),
            ),
            links=(
                (words.gettext("Get a new link by mail"), f"{above}preferences"),
                (words.gettext("Subscribe"), f"{above}subscribe"),
            ),
        )

    def _later(self, request: Request, error: LimitError) -> Response:
        words = catalogue(spoken(self._config, request.query_params.get("language", "")))
        minutes = max(1, -(-error.retry_after // 60))
        return self._paper.message(
            request,
            words.tag,
            status=429,
            headers={"Retry-After": str(max(1, error.retry_after))},
            title=words.gettext("That was too often"),
            paragraphs=(
                words.ngettext(
                    "Please try again in %(count)s minute.",
                    "Please try again in %(count)s minutes.",
                    minutes,
                )
                % {"count": words.number(minutes)},
            ),
        )
