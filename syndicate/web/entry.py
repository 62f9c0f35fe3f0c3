"""Coming in: the sign-up with its choices, and the way to a lost link.

Whatever address is typed, the answer is the same: look into your inbox.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from syndicate.audience import address as addresses
from syndicate.jobs.audience import gate, signup
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.offers import Offer, offers
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import tokens_of
from syndicate.language import Catalogue, catalogue, tongue_in_words
from syndicate.model.errors import SubscriberError, TokenError
from syndicate.web.choosing import (
    Problems,
    Said,
    chosen,
    offer_view,
    options,
    problems_of,
    usual,
)
from syndicate.web.client import client_of
from syndicate.web.forms import Form
from syndicate.web.paper import Paper, here, see_other
from syndicate.web.tongues import spoken, spoken_here


class Entry:
    """The pages at ``subscribe`` and, without a token, at ``preferences``."""

    def __init__(self, press: Press, paper: Paper) -> None:
        self._press, self._config, self._paper = press, press.config, paper

    def show(self, request: Request) -> Response:
        """The sign-up form; ``?newsletter=`` ticks one, ``?language=`` changes the page's."""
        language = self._language(request)
        asked = request.query_params.getlist("newsletter")
        return self._form(request, language, ticked=asked)

    def take(self, request: Request, form: Form) -> Response:
        """A sign-up form that was sent."""
        language = spoken(self._config, form.get("language"))
        words = catalogue(language)
        if not self._is_open:
            return self._form(request, language, status=404)
        offered = self._offers()
        said = chosen(form, offered)
        problems = self._missing(form, words) | problems_of(said, words)
        if not said:
            problems["newsletters"] = words.gettext("Choose at least one newsletter.")
        if not problems:
            try:
                signup.sign_up(self._press, self._request(request, form, language, said))
            except InvalidError as error:
                problems = told(error, words)
            else:
                return see_other(f"subscribe/sent{self._query(language)}")
        ticked = [each.newsletter for each in said]
        return self._form(
            request, language, status=422, form=form, said=said, ticked=ticked, problems=problems
        )

    def sent(self, request: Request) -> Response:
        """What everybody is told who has sent the form."""
        language = self._language(request)
        words = catalogue(language)
        return self._paper.message(
            request,
            language,
            title=words.gettext("Look into your inbox"),
            paragraphs=(
                words.gettext(
                    "Look for our mail, open the link in it and confirm: then you are subscribed."
                ),
                words.gettext(
                    "Nothing there after a few minutes? Look among the spam, and whether the "
                    "address was written as it should be."
                ),
            ),
            links=((words.gettext("To the front page"), "../"),),
        )

    def show_link(self, request: Request) -> Response:
        """The form that sends somebody the link to the preferences."""
        return self._link_form(request, self._language(request))

    def take_link(self, request: Request, form: Form) -> Response:
        """The same form, sent."""
        language = spoken(self._config, form.get("language"))
        words = catalogue(language)
        problems = self._missing(form, words)
        if not problems:
            try:
                signup.send_link(self._press, self._request(request, form, language, ()))
            except InvalidError as error:
                problems = told(error, words)
            else:
                return see_other(f"preferences/sent{self._query(language)}")
        return self._link_form(request, language, status=422, form=form, problems=problems)

    def link_sent(self, request: Request) -> Response:
        """What everybody is told who has asked for the link."""
        language = self._language(request)
        words = catalogue(language)
        return self._paper.message(
            request,
            language,
            title=words.gettext("Look into your inbox"),
            paragraphs=(
                words.gettext(
                    "If the address is known here, a mail with the link is on its way to it."
                ),
            ),
            links=((words.gettext("To the front page"), "../"),),
        )

    @property
    def _is_open(self) -> bool:
        return self._config.subscribers.signup and bool(self._config.newsletters)

    def _offers(self) -> tuple[Offer, ...]:
        with self._press.store.read() as connection:
            return offers(connection, self._config)

    def _language(self, request: Request) -> str:
        return spoken(self._config, request.query_params.get("language", ""))

    def _query(self, language: str) -> str:
        return "" if language == self._config.site.language else f"?language={language}"

    def _request(
        self, request: Request, form: Form, language: str, said: Sequence[Said]
    ) -> signup.Request:
        return signup.Request(
            address=form.get("email"),
            choices=tuple(
                Choice(each.newsletter, each.chosen, each.cadence, each.language) for each in said
            ),
            client=client_of(request.scope, self._config.web.trusted_proxies),
            form=request.scope["path"].strip("/"),
            stamp=form.get("stamp"),
            trap=form.get("website"),
            language=language,
        )

    def _missing(self, form: Form, words: Catalogue) -> Problems:
        """What is wrong with the address, told together with all else that is."""
        if not form.get("email"):
            return {"email": words.gettext("Write your e-mail address.")}
        try:
            addresses.parse(form.get("email"))
        except SubscriberError:
            return dict([_told("address", words)])
        return {}

    def _form(
        self,
        request: Request,
        language: str,
        *,
        status: int = 200,
        form: Form = Form(),  # noqa: B008 (frozen)
        said: Sequence[Said] = (),
        ticked: Sequence[str] = (),
        problems: Problems | None = None,
    ) -> Response:
        words = catalogue(language)
        offered = self._offers() if self._is_open else ()
        known = {each.newsletter: each for each in said}
        first = _first(offered, language) if not form.fields else []
        wrong = dict(problems or {})
        return self._paper.page(
            request,
            "subscribe",
            language,
            status=status,
            is_open=True,
            title=words.gettext("Subscribe"),
            promise=words.gettext("%(site)s by mail: the news you choose, as often as you like.")
            % {"site": self._config.site.title},
            open=self._is_open,
            others=self._others(language),
            offers=[
                offer_view(
                    each,
                    known.get(each.name) or usual(each, language),
                    words,
                    ticked=each.name in (ticked or first),
                    problems=[name for name in wrong if name.startswith(f"{each.name}.")],
                )
                for each in offered
            ],
            address=form.get("email"),
            notice=wrong.pop("stamp", ""),
            problems=wrong,
            stamp=self._stamp(form),
            action=here(request),
        )

    def _link_form(
        self,
        request: Request,
        language: str,
        *,
        status: int = 200,
        form: Form = Form(),  # noqa: B008 (frozen)
        problems: Problems | None = None,
    ) -> Response:
        wrong = dict(problems or {})
        return self._paper.page(
            request,
            "personal-link",
            language,
            status=status,
            is_open=True,
            title=catalogue(language).gettext("Your preferences"),
            address=form.get("email"),
            notice=wrong.pop("stamp", ""),
            problems=wrong,
            stamp=self._stamp(form),
            action=here(request),
        )

    def _others(self, language: str) -> list[dict[str, object]]:
        """The page's other languages."""
        others = {
            each: tongue_in_words(each) for each in spoken_here(self._config) if each != language
        }
        return options(others, "")

    def _stamp(self, form: Form) -> str:
        """The stamp that the form came with, if it is still good: who was too quick need not wait
        for as long once more.
        """
        given = form.get("stamp")
        try:
            tokens_of(self._press).read(
                given, "form", now=self._press.clock(), max_age=gate.OPEN_FOR
            )
        except TokenError:
            return gate.stamp(self._press)
        return given


def _first(offered: Sequence[Offer], language: str) -> list[str]:
    """What is ticked at first: the first newsletter in the page's language, if there is one."""
    speaking = [each.name for each in offered if language in each.tongues]
    return (speaking or [each.name for each in offered])[:1]


def told(error: InvalidError, words: Catalogue) -> Problems:
    """What is wrong with a form, in the page's language, by the form's own fields."""
    found: Problems = {}
    for problem in error.problems:
        name, said = _told(problem.field, words)
        found.setdefault(name, said)
    return found


def _told(field: str, words: Catalogue) -> tuple[str, str]:
    if field == "address":
        return "email", words.gettext(
            "This address can't be written to. Look how it is spelled, or use another."
        )
    if field == "stamp":
        return "stamp", words.gettext("Almost done: please press the button once more.")
    if field == "newsletters":
        return field, words.gettext("Choose at least one newsletter.")
    return field, words.gettext("This is no longer offered. Please choose again.")
