"""A choice held against what the site offers: what may be kept, or what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from syndicate.audience.choice import choose
from syndicate.config.model import Config, Newsletter
from syndicate.digests.edition import section_choice
from syndicate.jobs.audience.problems import InvalidError, Problem
from syndicate.jobs.sections import hidden, public_tree
from syndicate.model.edition import Cadence
from syndicate.model.errors import SubscriberError
from syndicate.model.section import SectionTree
from syndicate.model.subscriber import Wish

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody says of one newsletter. What is empty is as usual.

    ``sections`` are named by slug, ``source/key`` or key; none named, or
    ``None``, is all. ``hour`` is a local hour, 0 to 23.
    """

    newsletter: str
    sections: tuple[str, ...] | None = None
    cadence: str = ""
    language: str = ""
    hour: int | None = None


def wishes(connection: Connection, config: Config, choices: Sequence[Choice]) -> tuple[Wish, ...]:
    """What may be kept of choices. Raises :class:`InvalidError` with all that is wrong."""
    problems: list[Problem] = []
    if not choices:
        problems.append(Problem("newsletters", "none is chosen", "choose at least one"))
    times = Counter(choice.newsletter for choice in choices)
    # Each is looked at once: what comes from outside may name one very often.
    first = {choice.newsletter: choice for choice in reversed(choices)}
    found = [_wish(connection, config, first[name], problems) for name in times]
    problems += [
        Problem("newsletters", f"{name[:60]!r} is chosen twice", "choose it once")
        for name, number in times.items()
        if number > 1
    ]
    if problems:
        raise InvalidError(problems)
    return tuple(wish for wish in found if wish is not None)


def offered_sections(connection: Connection, config: Config, newsletter: Newsletter) -> SectionTree:
    """The sections that may be chosen of a newsletter."""
    tree = public_tree(connection, config)
    drawn = section_choice(newsletter, tree, hidden(tree, config))
    return tree if drawn is None else SectionTree(tree[number] for number in drawn)


def person_problems(
    config: Config, *, language: str = "", timezone: str = "", name: str = ""
) -> list[Problem]:
    """What is wrong with what somebody says of themselves; empty texts are not looked at."""
    problems = []
    spoken = tongues(config)
    if language and language not in spoken:
        problems.append(Problem("language", "not offered", f"choose {_or(spoken)}"))
    if timezone and not _is_zone(timezone):
        problems.append(Problem("timezone", "not a time zone", "choose one such as Asia/Shanghai"))
    if not name.isprintable() or len(name) > _LONGEST_NAME:
        problems.append(
            Problem("name", "too long, or with characters that no name has", "write a shorter one")
        )
    return problems


def tongues(config: Config) -> tuple[str, ...]:
    """The site's language, and all others that a newsletter speaks."""
    spoken = (tongue for newsletter in config.newsletters for tongue in newsletter.tongues)
    return tuple(dict.fromkeys((config.site.language, *spoken)))


def _wish(
    connection: Connection, config: Config, choice: Choice, problems: list[Problem]
) -> Wish | None:
    newsletter = config.newsletter(choice.newsletter)
    if newsletter is None:
        known = _or([each.name for each in config.newsletters])
        shown = repr(choice.newsletter[:60])
        problems.append(Problem("newsletters", f"there is no {shown}", f"choose {known}"))
        return None
    before, name = len(problems), newsletter.name
    sections: tuple[str, ...] | None = None
    if choice.sections:
        try:
            sections = choose(offered_sections(connection, config, newsletter), choice.sections)
        except SubscriberError as error:
            problems.append(
                Problem(f"{name}.sections", f"{error.thing}: {error.cause}", error.way_out)
            )
    cadences = [schedule.cadence for schedule in newsletter.schedules]
    cadence = _offered(choice.cadence, cadences, f"{name}.cadence", problems)
    language = _offered(choice.language, newsletter.tongues, f"{name}.language", problems)
    if choice.hour is not None and not 0 <= choice.hour <= 23:
        problems.append(Problem(f"{name}.hour", "not an hour", "choose one from 0 to 23"))
    if len(problems) > before:
        return None
    kept: Cadence = next(each for each in cadences if each == cadence)
    return Wish(name, kept, language, sections, choice.hour)


def _offered(said: str, offered: Sequence[str], field: str, problems: list[Problem]) -> str:
    if said and said not in offered:
        problems.append(Problem(field, "not offered", f"choose {_or(offered)}"))
    return said if said in offered else offered[0]


def _or(names: Iterable[str]) -> str:
    return " or ".join(names) or "another"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return name not in ("localtime", "posixrules", "Factory")
