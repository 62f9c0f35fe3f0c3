"""Forms in which newsletters are chosen: what one shows, and what came back in it.

What came back is kept as it was said until it is shown again beside what is
wrong with it. Whether it may be so is for ``jobs/audience`` to say; only what a
form alone can tell is looked at here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from syndicate.jobs.offers import Branch, Offer, schedule_in_words, sentence, when_in_words
from syndicate.language import Catalogue, tongue_in_words
from syndicate.web.forms import Form

Problems = dict[str, str]
#: Mappings for templates: their sandbox is slow to look into objects.
View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says, or is to say, of one newsletter. ``hour`` is empty for none."""

    newsletter: str
    cadence: str
    language: str
    everything: bool = True
    sections: tuple[str, ...] = ()
    hour: str = ""

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """The sections that were ticked; None for all."""
        return None if self.everything else self.sections


def usual(offer: Offer, language: str = "") -> Said:
    """What a newsletter's form shows at first; in ``language`` where it is spoken."""
    tongue = language if language in offer.tongues else offer.tongues[0]
    return Said(offer.name, offer.cadence, tongue)


def said_of(form: Form, offer: Offer) -> Said:
    """What came back of one newsletter; what was no part of the form is as usual."""
    name, at_first = offer.name, usual(offer)
    return Said(
        newsletter=name,
        cadence=form.get(f"{name}.cadence") or at_first.cadence,
        language=form.get(f"{name}.language") or at_first.language,
        everything=form.get(f"{name}.sections") != "some",
        sections=form.all(f"{name}.section"),
        hour=form.get(f"{name}.hour"),
    )


def chosen(form: Form, offers: Iterable[Offer]) -> tuple[Said, ...]:
    """What came back of every newsletter that was ticked."""
    ticked = form.all("newsletter")
    return tuple(said_of(form, offer) for offer in offers if offer.name in ticked)


def problems_of(said: Iterable[Said], words: Catalogue) -> Problems:
    """What is missing in what was ticked, by the field's name."""
    return {
        f"{each.newsletter}.sections": words.gettext("Tick at least one section, or take all.")
        for each in said
        if not each.everything and not each.sections
    }


def offer_view(
    offer: Offer,
    said: Said,
    words: Catalogue,
    *,
    ticked: bool,
    problems: Collection[str] = (),
) -> View:
    """A newsletter as the templates show it."""
    return {
        "name": offer.name,
        "title": offer.title,
        "description": offer.description,
        "lang": offer.language if offer.language != words.tag else "",
        "when": when(offer, words),
        "chosen": ticked,
        "open": bool(problems) or said != usual(offer, said.language),
        "choice": _choice(offer, words),
        "cadences": [
            _option(each.cadence, sentence(schedule_in_words(each, words)), said.cadence)
            for each in offer.schedules
        ],
        "tongues": [_option(tag, tongue_in_words(tag), said.language) for tag in offer.tongues],
        "sections": _branches(offer.sections, frozenset(said.sections), above=False),
        "all": said.everything,
        "hours": _hours(said.hour, words),
    }


def when(offer: Offer, words: Catalogue) -> str:
    """When a newsletter comes, in words."""
    return when_in_words(offer.schedules, offer.timezone, words)


def options(values: Mapping[str, str], selected: str) -> list[View]:
    """The options of a select: its values and what they are called."""
    return [_option(value, label, selected) for value, label in values.items()]


def _option(value: str, label: str, selected: str) -> View:
    return {"value": value, "label": label, "checked": value == selected}


def _choice(offer: Offer, words: Catalogue) -> str:
    """What the fold of a newsletter's choices is called; empty where there are none."""
    more = len(offer.schedules) > 1 or len(offer.tongues) > 1
    if offer.sections and not more:
        return words.gettext("Choose sections")
    return words.gettext("Choose what comes, and how often") if offer.sections or more else ""


def _branches(sections: Iterable[Branch], ticked: frozenset[str], *, above: bool) -> list[View]:
    """The tree; what is taken in by a section above it is ticked too."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "checked": above or each.id in ticked,
            "children": _branches(each.children, ticked, above=above or each.id in ticked),
        }
        for each in sections
    ]


def _hours(selected: str, words: Catalogue) -> list[View]:
    named = {"": words.gettext("As soon as it is out")}
    named |= {str(hour): f"{time(hour):%H:%M}" for hour in range(24)}
    return options(named, selected)
