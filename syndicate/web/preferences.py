"""Preferences: what somebody gets, as a form, with all that may be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from syndicate.jobs.audience import leaving
from syndicate.jobs.audience import preferences as kept
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.standing import Standing
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.offers import Offer, offers
from syndicate.jobs.press import Press
from syndicate.language import Catalogue, catalogue, tongue_in_words, zones_in_words
from syndicate.model.subscriber import EVERY, Subscription
from syndicate.web.choosing import (
    Problems,
    Said,
    View,
    chosen,
    offer_view,
    options,
    problems_of,
    said_of,
    usual,
)
from syndicate.web.client import client_of
from syndicate.web.entry import told
from syndicate.web.forms import Form
from syndicate.web.paper import Paper, here, see_other, token_of
from syndicate.web.tongues import spoken, spoken_here


class Preferences:
    """The page at ``preferences/{token}``."""

    def __init__(self, press: Press, paper: Paper) -> None:
        self._press, self._config, self._paper = press, press.config, paper

    def show(self, request: Request) -> Response:
        standing = kept.show(self._press, token_of(request))
        offered = self._offers()
        active = {
            each.newsletter: each for each in standing.subscriptions if each.state == "active"
        }
        said = {name: _held(each) for name, each in active.items()}
        return self._form(
            request,
            standing,
            offered,
            said=said,
            ticked=list(active),
            timezone=standing.subscriber.timezone,
            saved="saved" in request.query_params,
        )

    def take(self, request: Request, form: Form) -> Response:
        """The form, sent: what is ticked is had from now on, what is not is left."""
        token = token_of(request)
        if form.get("leave") == "all":
            leaving.leave(self._press, token)
            return see_other(f"{here(request)}?saved")
        if "timezone" not in form:
            # Not the whole form: what is missing in it must not count as unticked.
            raise HTTPException(400)
        standing = kept.show(self._press, token)
        words = catalogue(spoken(self._config, standing.subscriber.language))
        offered = self._offers()
        said = chosen(form, offered)
        problems = problems_of(said, words)
        if not problems:
            try:
                self._change(request, standing, form, said)
            except InvalidError as error:
                problems = told(error, words)
            else:
                return see_other(f"{here(request)}?saved")
        return self._form(
            request,
            standing,
            offered,
            said={each.name: said_of(form, each) for each in offered},
            ticked=[each.newsletter for each in said],
            timezone=form.get("timezone"),
            problems=problems,
        )

    def _change(
        self, request: Request, standing: Standing, form: Form, said: Sequence[Said]
    ) -> None:
        token = token_of(request)
        kept.change(
            self._press,
            token,
            kept.Changes(
                choices=tuple(_choice(each) for each in said),
                language=form.get("language") or None,
                timezone=form.get("timezone") or None,
            ),
            client=client_of(request.scope, self._config.web.trusted_proxies),
        )
        wanted = {each.newsletter for each in said}
        offered = {each.name for each in self._config.newsletters}
        left = [
            each.newsletter
            for each in standing.subscriptions
            if each.state == "active" and each.newsletter in offered - wanted
        ]
        if left:
            leaving.leave(self._press, token, left)

    def _offers(self) -> tuple[Offer, ...]:
        with self._press.store.read() as connection:
            return offers(connection, self._config)

    def _form(
        self,
        request: Request,
        standing: Standing,
        offered: Sequence[Offer],
        *,
        said: Mapping[str, Said],
        ticked: Sequence[str],
        timezone: str,
        saved: bool = False,
        problems: Problems | None = None,
    ) -> Response:
        subscriber = standing.subscriber
        language = spoken(self._config, subscriber.language)
        words = catalogue(language)
        wrong = problems or {}
        return self._paper.page(
            request,
            "personal-preferences",
            language,
            status=422 if wrong else 200,
            title=words.gettext("Your preferences"),
            address=subscriber.address,
            offers=[
                offer_view(
                    each,
                    said.get(each.name) or usual(each, subscriber.language),
                    words,
                    ticked=each.name in ticked,
                    problems=[name for name in wrong if name.startswith(f"{each.name}.")],
                )
                for each in offered
            ],
            zones=_zones(timezone, words),
            tongues=options(
                {each: tongue_in_words(each) for each in spoken_here(self._config)}, language
            ),
            barred=standing.barred(EVERY) is not None,
            sender=self._config.mail.sender_address,
            saved=saved,
            subscribed=bool(ticked),
            problems=wrong,
            action=here(request),
            token=token_of(request),
        )


def _held(subscription: Subscription) -> Said:
    return Said(
        newsletter=subscription.newsletter,
        cadence=subscription.cadence,
        language=subscription.language,
        everything=subscription.sections is None,
        sections=subscription.sections or (),
        hour="" if subscription.hour is None else str(subscription.hour),
    )


def _choice(said: Said) -> Choice:
    hour = said.hour
    given = None if not hour else int(hour) if hour.isascii() and hour.isdigit() else -1
    return Choice(said.newsletter, said.chosen, said.cadence, said.language, given)


def _zones(selected: str, words: Catalogue) -> list[View]:
    """Every zone, by its country; one that stands for no country of its own comes first."""
    between = words.pgettext("between a country and a city", ": ")
    named = {each.zone: f"{each.country}{between}{each.city}" for each in zones_in_words(words)}
    first = {zone: zone for zone in (selected, "UTC") if zone not in named}
    return options(first | named, selected)
