"""The small sign-up form at the end of public pages: an address, and what it is for.

It is sent to the page that has the whole choice (``web/personal.py``), in the
names of that page's own fields.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from syndicate.config.model import Config
from syndicate.jobs.offers import Offer
from syndicate.language import catalogue
from syndicate.language.catalogue import primary
from syndicate.web.choosing import when


@dataclass(frozen=True, slots=True)
class Promise:
    """A newsletter as the form names it; ``language`` where it is not the page's."""

    name: str
    title: str
    description: str
    when: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class SignUp:
    """``action`` is where the form is sent, as seen from the page; ``stamp`` tells its age.

    ``chosen`` is the newsletter that is ticked at first: one in the page's language.

    ``section`` (``source/key``) is the only one chosen, on that section's page;
    ``about`` is its name.
    """

    action: str
    stamp: str
    language: str
    promises: tuple[Promise, ...]
    chosen: str = ""
    section: str = ""
    about: str = ""


def signup(
    config: Config,
    offers: Iterable[Offer],
    *,
    root: str,
    stamp: str | None,
    section: str = "",
    about: str = "",
) -> SignUp | None:
    """The form for these newsletters; None where nobody can sign up for anything.

    With ``section`` only those count that let it be chosen. Without a stamp
    there is no form.
    """
    offered = [each for each in offers if not section or section in each.ids()]
    if not config.subscribers.signup or not offered or stamp is None:
        return None
    promises = tuple(promise(config, each) for each in offered)
    return SignUp(
        action=f"{root}subscribe",
        stamp=stamp,
        language=config.site.language,
        promises=promises,
        chosen=next((each.name for each in promises if not each.language), promises[0].name),
        section=section,
        about=about,
    )


def promise(config: Config, offer: Offer) -> Promise:
    """What a newsletter is and when it comes, in the site's language."""
    foreign = primary(offer.language) != primary(config.site.language)
    return Promise(
        name=offer.name,
        title=offer.title,
        description=offer.description,
        when=when(offer, catalogue(config.site.language)),
        language=offer.language if foreign else "",
    )
