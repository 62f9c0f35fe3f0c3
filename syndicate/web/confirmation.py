"""Confirming a sign-up: the page behind the link in the first mail.

Programs open every link in a mail, so opening it only shows a button.
"""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response

from syndicate.jobs.audience import confirm
from syndicate.jobs.audience.standing import Standing, manage_token
from syndicate.jobs.offers import next_issue, when_in_words
from syndicate.jobs.press import Press
from syndicate.language import Catalogue, catalogue, moment_in_words
from syndicate.mail.delivery import first_hour
from syndicate.model.errors import TokenError
from syndicate.model.subscriber import Subscription
from syndicate.web.client import client_of
from syndicate.web.forms import Form
from syndicate.web.paper import Paper, here, see_other, token_of
from syndicate.web.tongues import spoken


class Confirmation:
    """The page at ``confirm/{token}``."""

    def __init__(self, press: Press, paper: Paper) -> None:
        self._press, self._config, self._paper = press, press.config, paper

    def show(self, request: Request) -> Response:
        """What a confirmation would begin; once it has begun, what comes and when.

        Raises :class:`TokenError`, also for a link whose subscriptions have ended since.
        """
        found = confirm.look(self._press, token_of(request))
        language = spoken(self._config, found.standing.subscriber.language)
        words = catalogue(language)
        if found.waits:
            waiting = [each for each in found.subscriptions if each.state == "pending"]
            return self._paper.act(
                request,
                language,
                title=words.gettext("One step is left"),
                paragraphs=(
                    words.gettext("Press the button, and this comes to %(address)s:")
                    % {"address": found.standing.subscriber.address},
                ),
                coming=self._coming(found.standing, waiting, words),
                button=words.gettext("Yes, send it to me"),
                after=(
                    words.gettext("If it was not you, close this page, and nothing will come."),
                ),
            )
        begun = [each for each in found.subscriptions if each.state == "active"]
        if not begun:
            raise TokenError("this link", "what it was for has ended", "sign up again")
        manage = manage_token(self._press, found.standing.subscriber)
        return self._paper.page(
            request,
            "personal-welcome",
            language,
            title=words.gettext("Welcome"),
            coming=self._coming(found.standing, begun, words),
            sender=self._config.mail.sender_address,
            links=(
                (words.gettext("Your preferences"), f"../preferences/{manage}"),
                (words.gettext("To the front page"), "../"),
            ),
        )

    def take(self, request: Request, form: Form) -> Response:
        """The button. Pressed once more, it changes nothing."""
        client = client_of(request.scope, self._config.web.trusted_proxies)
        confirm.confirm(self._press, token_of(request), client=client)
        return see_other(here(request))

    def _coming(
        self, standing: Standing, held: Iterable[Subscription], words: Catalogue
    ) -> list[dict[str, str]]:
        """What comes, and when the next of it does, by the clock of the person's own zone."""
        found, zone = [], standing.subscriber.timezone
        for each in held:
            newsletter = self._config.newsletter(each.newsletter)
            if newsletter is None:
                continue
            schedule = newsletter.schedule_of(each.cadence) or newsletter.schedule
            issue = next_issue(newsletter, each.cadence, self._press.shown)
            arrives = first_hour(issue, each.hour, ZoneInfo(zone))
            found.append(
                {
                    "title": newsletter.title,
                    "lang": newsletter.language if newsletter.language != words.tag else "",
                    "when": when_in_words([schedule], newsletter.timezone, words),
                    "next": words.gettext("The next issue: %(moment)s")
                    % {"moment": moment_in_words(arrives, zone, words)},
                }
            )
        return found
