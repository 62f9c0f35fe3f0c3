"""What letters say: mails to one person about their own subscription.

Nothing that was typed into a form stands in one: only what the site itself has
configured, and a link. So nobody can send a stranger words of theirs through us.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, Literal

from jinja2 import Environment

from syndicate.config.tables import Site
from syndicate.digests.inline import Inliner
from syndicate.digests.wording import wrap
from syndicate.language import Catalogue, catalogue
from syndicate.templating import fill

#: * confirm: asks whether the address's owner wants what was asked for
#: * known: says that it comes already
#: * manage: brings the link to the preferences
LetterKind = Literal["confirm", "known", "manage"]

#: Stands for the link while styles are inlined, which happens once for all letters of a kind.
_PLACE: Final = "@@ADDRESS@@"


@dataclass(frozen=True, slots=True)
class Listed:
    """A newsletter as a letter names it: its title, and when it comes."""

    title: str
    when: str
    language: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What the templates ``mail/letter.html`` and ``mail/letter.txt`` see as ``letter``."""

    language: str
    subject: str
    preheader: str
    site: str
    site_url: str
    title: str
    before: tuple[str, ...]
    newsletters: tuple[Listed, ...]
    address: str
    button: str
    after: tuple[str, ...]
    spelled: str
    postal_address: str


@dataclass(frozen=True, slots=True)
class Written:
    """A letter, ready to be put into a mail."""

    subject: str
    html: str
    text: str


def letter(
    kind: LetterKind,
    *,
    language: str,
    address: str,
    newsletters: Sequence[Listed],
    site: Site,
    postal_address: str,
    within: timedelta,
) -> Letter:
    """A letter in words; ``address`` is its link, which ``confirm`` keeps open ``within``."""
    words = catalogue(language)
    say = {"confirm": _confirm, "known": _known, "manage": _manage}[kind]
    subject, title, before, button, after = say(words, site.title, newsletters, within)
    return Letter(
        language=language,
        subject=subject,
        preheader=before[0],
        site=site.title,
        site_url=site.url,
        title=title,
        before=before,
        newsletters=tuple(newsletters),
        address=address,
        button=button,
        after=after,
        spelled=words.gettext("If the button does nothing, copy this address into your browser:"),
        postal_address=postal_address,
    )


class Scribe:
    """Puts letters into the templates; keeps what it has inlined."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._inliners: dict[str, Inliner] = {}

    def write(self, said: Letter) -> Written:
        """Raises ``TemplateError``."""
        common = {"wrap": wrap}
        frame = fill(
            self._environment,
            "mail/letter.html",
            said.language,
            letter=replace(said, address=_PLACE),
            **common,
        )
        return Written(
            subject=" ".join(said.subject.split()),
            html=self._inliner(said.language).document(frame).replace(_PLACE, said.address),
            text=fill(self._environment, "mail/letter.txt", said.language, letter=said, **common),
        )

    def _inliner(self, language: str) -> Inliner:
        if language not in self._inliners:
            self._inliners[language] = Inliner(
                fill(self._environment, "mail/style.css", language)
                + fill(self._environment, "mail/letter.css", language)
            )
        return self._inliners[language]


_Words = tuple[str, str, tuple[str, ...], str, tuple[str, ...]]


def _confirm(
    words: Catalogue, site: str, newsletters: Sequence[Listed], within: timedelta
) -> _Words:
    if len(newsletters) == 1:
        subject = words.gettext("Please confirm: %(title)s") % {"title": newsletters[0].title}
    else:
        subject = words.gettext("Please confirm your subscriptions at %(site)s") % {"site": site}
    days = max(1, within // timedelta(days=1))
    ends = words.ngettext(
        "The link works for %(count)s day.", "The link works for %(count)s days.", days
    )
    return (
        subject,
        words.gettext("One step is left"),
        (
            words.gettext(
                "This address was entered at %(site)s to get the following by mail. If that was "
                "you, confirm it."
            )
            % {"site": site},
        ),
        words.gettext("Yes, send it to me"),
        (
            words.gettext("If it was not you, do nothing, and nothing will come."),
            ends % {"count": words.number(days)},
        ),
    )


def _known(words: Catalogue, site: str, newsletters: Sequence[Listed], within: timedelta) -> _Words:
    return (
        words.gettext("You are subscribed already"),
        words.gettext("You are subscribed already"),
        (
            words.gettext(
                "This address was entered at %(site)s to subscribe. There was no need to: this "
                "comes to you already."
            )
            % {"site": site},
        ),
        words.gettext("Open your preferences"),
        (
            words.gettext("If it was not you, do nothing, and nothing will change."),
            _yours_alone(words),
        ),
    )


def _manage(
    words: Catalogue, site: str, newsletters: Sequence[Listed], within: timedelta
) -> _Words:
    return (
        words.gettext("Your preferences at %(site)s") % {"site": site},
        words.gettext("The link to your preferences"),
        (
            words.gettext(
                "This address was entered at %(site)s to get this link. It opens what you are "
                "subscribed to, and lets you change it or leave."
            )
            % {"site": site},
        ),
        words.gettext("Open your preferences"),
        (
            words.gettext("If it was not you, do nothing, and nothing will change."),
            _yours_alone(words),
        ),
    )


def _yours_alone(words: Catalogue) -> str:
    return words.gettext("The link is yours alone: whoever has it can change your subscriptions.")
