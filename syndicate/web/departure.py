"""Leaving, taking one's data along, and being forgotten: as easy as coming in.

A GET only ever shows. Whatever changes anything is a POST, from the button on
the page or from a mailbox (RFC 8058).
"""

from __future__ import annotations

import json
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from syndicate.jobs.audience import leaving, preferences, rights
from syndicate.jobs.press import Press
from syndicate.language import catalogue
from syndicate.model.errors import TokenError
from syndicate.web.forms import Form
from syndicate.web.headers import PRIVATE
from syndicate.web.paper import Paper, here, see_other, token_of
from syndicate.web.tongues import spoken

#: RFC 8058, 3.1: what a mailbox sends when its user presses its own button.
ONE_CLICK: Final = ("List-Unsubscribe", "One-Click")


class Departure:
    """The pages at ``unsubscribe/``, ``data/`` and ``erase/``, and at ``erased``."""

    def __init__(self, press: Press, paper: Paper) -> None:
        self._press, self._config, self._paper = press, press.config, paper

    def show_unsubscribe(self, request: Request) -> Response:
        """One button; once it was pressed, one way back."""
        found = leaving.look(self._press, token_of(request))
        language = spoken(self._config, found.language)
        words = catalogue(language)
        lost = f"../preferences{self._query(language)}"
        title = {"title": self._title(found.newsletter)}
        if found.subscribed:
            return self._paper.act(
                request,
                language,
                title=words.gettext("Unsubscribe"),
                paragraphs=(
                    words.gettext("Press the button, and %(title)s comes no more.") % title,
                ),
                button=words.gettext("Unsubscribe"),
                links=((words.gettext("Or change what comes, and how often"), lost),),
            )
        return self._paper.message(
            request,
            language,
            title=words.gettext("You are unsubscribed"),
            paragraphs=(
                words.gettext(
                    "%(title)s comes no more. A mail that is on its way already may still arrive."
                )
                % title,
            ),
            links=(
                ((words.gettext("Was that a mistake? To your preferences"), lost),)
                if found.language
                else ()
            ),
        )

    def take_unsubscribe(self, request: Request, form: Form) -> Response:
        """From the button, or in one click from a mailbox, which wants a plain 200."""
        one_click = ONE_CLICK in form.fields
        try:
            leaving.unsubscribe(
                self._press, token_of(request), how="one-click" if one_click else "button"
            )
        except TokenError:
            if one_click:
                return PlainTextResponse("Not a link of ours\n", 404, headers=PRIVATE)
            raise
        if one_click:
            return PlainTextResponse("Unsubscribed\n", headers=PRIVATE)
        return see_other(here(request))

    def data(self, request: Request) -> Response:
        """All that is kept on somebody, as a file."""
        held = rights.held(self._press, token_of(request))
        return Response(
            json.dumps(held, ensure_ascii=False, indent=2) + "\n",
            media_type="application/json",
            headers={**PRIVATE, "Content-Disposition": 'attachment; filename="my-data.json"'},
        )

    def show_erase(self, request: Request) -> Response:
        subscriber = preferences.show(self._press, token_of(request)).subscriber
        language = spoken(self._config, subscriber.language)
        words = catalogue(language)
        return self._paper.act(
            request,
            language,
            title=words.gettext("Erase me"),
            paragraphs=(
                words.gettext(
                    "Press the button, and %(address)s is deleted with all that is kept about it. "
                    "Nothing comes any more. This can't be undone, but you may subscribe again."
                )
                % {"address": subscriber.address},
            ),
            button=words.gettext("Erase me"),
            after=(
                words.gettext(
                    "One thing stays: a code made from your address, which can't be turned back "
                    "into it. By that alone we know not to write to you if somebody else enters it."
                ),
            ),
            links=(
                (words.gettext("Back to your preferences"), f"../preferences/{token_of(request)}"),
            ),
        )

    def take_erase(self, request: Request, form: Form) -> Response:
        language = self._language(token_of(request))
        rights.erase(self._press, token_of(request))
        return see_other(f"../erased{self._query(language)}")

    def gone(self, request: Request) -> Response:
        """Where somebody comes out who has just been erased."""
        language = spoken(self._config, request.query_params.get("language", ""))
        words = catalogue(language)
        return self._paper.message(
            request,
            language,
            title=words.gettext("Your data is erased"),
            paragraphs=(words.gettext("Nothing is kept about you here any more. Farewell."),),
            links=((words.gettext("To the front page"), "./"),),
        )

    def _language(self, manage: str) -> str:
        """The language of whoever has this token of the preferences; the site's for nobody."""
        try:
            wanted = preferences.show(self._press, manage).subscriber.language
        except TokenError:
            wanted = ""
        return spoken(self._config, wanted)

    def _query(self, language: str) -> str:
        return "" if language == self._config.site.language else f"?language={language}"

    def _title(self, newsletter: str) -> str:
        found = self._config.newsletter(newsletter)
        return found.title if found is not None else newsletter or self._config.site.title
