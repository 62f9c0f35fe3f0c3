"""What visitors are told where there is no page for them, or something broke."""

from __future__ import annotations

from html import escape

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from syndicate.jobs.press import Press
from syndicate.language import catalogue
from syndicate.model.errors import TemplateError
from syndicate.web.access import without_token
from syndicate.web.answer import READING
from syndicate.web.headers import PRIVATE
from syndicate.web.notice import Notice, render_notice
from syndicate.web.pages import refusal


class Refusals:
    """Notices in the site's language, with a way on."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._words = catalogue(press.config.site.language)

    def refuse(self, request: Request, error: Exception) -> Response:
        """The page of a status that is no fault of ours."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        return refusal(
            self.notice(request, *self._said(status, request.method, headers.get("Allow", ""))),
            status,
            _veiled(request) | headers,
        )

    def fail(self, request: Request, error: Exception) -> Response:
        """The page of a fault of ours, which is not the visitor's to see."""
        return refusal(self.notice(request, *self._said(500)), 500, _veiled(request))

    def notice(self, request: Request, title: str, said: str) -> str:
        """A page that says one thing and leads home."""
        notice = Notice(
            title=title,
            paragraphs=(said,),
            site=self._press.config.site.title,
            onward=root(request) or "./",
            onward_label=self._words.gettext("To the front page"),
        )
        try:
            return render_notice(notice, self._press.templates, self._press.config.site.language)
        except TemplateError:
            return f"<!DOCTYPE html><title>{escape(title)}</title><p>{escape(said)}</p>"

    def _said(self, status: int, method: str = "", allowed: str = "") -> tuple[str, str]:
        """Title and text of a status; of 405 by what was tried and what is ``allowed``."""
        words = self._words
        methods = {each.strip() for each in allowed.split(",")}
        if status == 405 and method in READING:
            return (
                words.gettext("There is nothing to read here"),
                words.gettext("The address takes what other programs send, and shows nothing."),
            )
        if status == 405 and methods <= set(READING):
            return (
                words.gettext("This can only be read"),
                words.gettext("The address exists, but nothing can be sent to it."),
            )
        if status >= 500:
            return (
                words.gettext("Something went wrong"),
                words.gettext("It is not your fault. Please try again in a few minutes."),
            )
        if status in (404, 410):
            return (
                words.gettext("Nothing here"),
                words.gettext("There is no page and no feed at this address."),
            )
        return (
            words.gettext("That did not work"),
            words.gettext("The site could not take what was sent. Please go back and try again."),
        )


def _veiled(request: Request) -> dict[str, str]:
    """What is said besides where a token stands in the address, whatever became of it."""
    path: str = request.scope["path"]
    return {} if without_token(path) == path else dict(PRIVATE)


def root(request: Request) -> str:
    """From the request's folder to the site's, such as ``../``: right wherever we stand."""
    path: str = request.scope["path"]
    return "../" * (path.count("/") - 1)
