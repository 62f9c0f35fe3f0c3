"""How dates are written: RFC 822 in RSS, RFC 3339 in Atom and JSON Feed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Place, Rule, shown
from syndicate.feeds.check.moments import internet_date, mail_date
from syndicate.feeds.check.reading import AtomFeed, JsonFeed, RssFeed
from syndicate.feeds.check.xmltree import ATOM, elements, local, namespace, text_of

NO_MAIL_DATE: Final = Rule(
    "4.1",
    ERROR,
    "RSS 2.0, pubDate and lastBuildDate; RFC 822, 5",
    "A date in RSS has the form of RFC 822.",
    "write it like Tue, 20 Jan 2026 09:15:00 +0000",
)
SHORT_YEAR: Final = Rule(
    "4.2",
    WARNING,
    "RSS 2.0; RSS Best Practices Profile, dates; RFC 5322, 3.3",
    "A year has four digits.",
    "write all four digits of the year",
)
NAMED_ZONE: Final = Rule(
    "4.3",
    WARNING,
    "RFC 5322, 3.3 and 4.3",
    "A zone is an offset in digits: names are read differently.",
    "write the offset, such as +0000 for GMT",
)
WRONG_DAY: Final = Rule(
    "4.4",
    ERROR,
    "RFC 822, 5.2; RFC 5322, 3.3",
    "The day of the week is the date's.",
    "write the date's own day of the week",
)
NO_INTERNET_DATE: Final = Rule(
    "4.5",
    ERROR,
    "RFC 4287, 3.3; RFC 3339, 5.6",
    "A date in Atom has the form of RFC 3339, with T, an offset or Z, and no space.",
    "write it like 2026-01-20T09:15:00+00:00",
)
NO_JSON_DATE: Final = Rule(
    "4.6",
    ERROR,
    "JSON Feed 1.1, Items; RFC 3339, 5.6",
    "A date in JSON Feed has the form of RFC 3339.",
    "write it like 2026-01-20T09:15:00+00:00",
)
UNDATED: Final = Rule(
    "4.7",
    WARNING,
    "RSS Best Practices Profile, pubDate; JSON Feed 1.1, Items",
    "Every item says when it was published: readers put undated ones at the present.",
    "give the item its date",
)
TOO_OLD: Final = Rule(
    "4.8",
    WARNING,
    "RFC 5322, 3.3",
    "No date lies before the year 1900.",
    "write the date of publication, or none",
)
RULES: Final = (
    NO_MAIL_DATE,
    SHORT_YEAR,
    NAMED_ZONE,
    WRONG_DAY,
    NO_INTERNET_DATE,
    NO_JSON_DATE,
    UNDATED,
    TOO_OLD,
)

_DC_DATE: Final = "{http://purl.org/dc/elements/1.1/}date"


def check_mail_date(text: str, place: Place, invalid: Rule = NO_MAIL_DATE) -> Iterator[Finding]:
    """A date by RFC 822; ``invalid`` is the rule of the format that it stands in."""
    date = mail_date(text)
    if date is None:
        yield invalid.at(place, f"{shown(text)} is no date of RFC 822")
        return
    if date.short_year:
        yield SHORT_YEAR.at(place, f"{shown(text)} has a year of two digits")
    if date.named_zone:
        yield NAMED_ZONE.at(place, f"{shown(text)} names its zone")
    if date.wrong_day:
        yield WRONG_DAY.at(place, f"{shown(text)} was not that day of the week")
    yield from _old(date.moment, text, place)


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    for parent in (feed.channel, *feed.items):
        for name in ("pubDate", "lastBuildDate"):
            for date in parent.findall(name):
                yield from check_mail_date(text_of(date), feed.tree.at(date))
    for item in feed.items:
        if item.find("pubDate") is None and item.find(_DC_DATE) is None:
            yield UNDATED.at(feed.tree.at(item), "has no pubDate")


def check_atom(feed: AtomFeed) -> Iterator[Finding]:
    sources = [s for entry in feed.entries for s in entry.findall(f"{{{ATOM}}}source")]
    for parent in (feed.root, *feed.entries, *sources):
        for child in elements(parent):
            if namespace(child) == ATOM and local(child) in ("updated", "published"):
                text, place = text_of(child), feed.tree.at(child)
                moment = internet_date(text)
                if moment is None:
                    yield NO_INTERNET_DATE.at(place, f"{shown(text)} is no date of RFC 3339")
                else:
                    yield from _old(moment, text, place)


def check_json(feed: JsonFeed) -> Iterator[Finding]:
    for name in ("date_published", "date_modified"):
        for value in feed.strings(name):
            moment = internet_date(value.text)
            if moment is None:
                problem = f"{shown(value.text)} is no date of RFC 3339"
                yield NO_JSON_DATE.at(value.place, problem)
            else:
                yield from _old(moment, value.text, value.place)
    for place, item in feed.items:
        if "date_published" not in item:
            yield UNDATED.at(feed.at("items", place), "has no date_published")


def _old(moment: datetime, text: str, place: Place) -> Iterator[Finding]:
    if moment.year < 1900:
        yield TOO_OLD.at(place, f"{shown(text)} lies before 1900")
