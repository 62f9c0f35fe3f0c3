"""Names from Unicode's tables: of weekdays, of languages, of the world's time zones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from unicodedata import combining, normalize
from zoneinfo import available_timezones

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import get_day_names, get_timezone_location

from syndicate.language.catalogue import Catalogue
from syndicate.language.pinyin import pinyin


def weekday_in_words(weekday: int, words: Catalogue) -> str:
    """The day's name; ``weekday`` counts from Monday = 0."""
    return str(get_day_names("wide", locale=words.locale)[weekday])


@lru_cache(maxsize=64)
def tongue_in_words(tag: str) -> str:
    """A language by the name its own speakers give it; the tag itself where Unicode knows none."""
    try:
        found = Locale.parse(tag, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return tag
    return found[:1].upper() + found[1:] if found else tag


@dataclass(frozen=True, slots=True)
class ZoneName:
    """A time zone as a person looks for it: the country, and a city that has its time."""

    zone: str
    country: str
    city: str


@lru_cache(maxsize=8)
def zones_in_words(words: Catalogue) -> tuple[ZoneName, ...]:
    """The zones of every country, by the countries' names as the language sorts them."""
    known = available_timezones()
    found = [
        ZoneName(
            zone,
            words.locale.territories.get(country, country),
            city_in_words(zone, words),
        )
        for country, zone in _zones()
        if zone in known
    ]
    return tuple(sorted(found, key=lambda name: _sorted_by(f"{name.country} {name.city}", words)))


def city_in_words(zone: str, words: Catalogue) -> str:
    """The city that a zone is named for: ``Shanghai``, ``上海``; the zone where it has none."""
    if "/" not in zone:
        return zone
    found = str(get_timezone_location(zone, locale=words.locale, return_city=True))
    return found.rpartition("/")[2]


@lru_cache(maxsize=1)
def _zones() -> tuple[tuple[str, str], ...]:
    """Each country's zones, from the tz database's own table."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple((row[0], row[2]) for row in rows)


def _sorted_by(text: str, words: Catalogue) -> str:
    """What a name is sorted by: without accents, and Chinese by its sound."""
    if words.spoken == "zh":
        return pinyin(text)
    letters = normalize("NFKD", text)
    return "".join(each for each in letters if not combining(each)).casefold()
